"""Words that tell what a name is the name of, and words that state a role."""

from __future__ import annotations

from stemma.model.reading import ActorKind

# Forms of address: they show a person and are no role.
ADDRESS = frozenset(
    "mr mr. mrs mrs. ms ms. miss sir lady lord dame madame madam monsieur herr frau signor señor "
    "messrs messrs. dr dr. prof prof. rev rev. don govs govs. reps reps. "
    "sens sens.".split()
)
# Titles that stand before a name and are a role.
TITLES = frozenset(
    "president vice-president premier chancellor minister prime-minister secretary senator sen "
    "sen. rep rep. representative congressman congresswoman governor gov gov. mayor deputy "
    "speaker king queen prince princess emperor sultan sheikh pope cardinal archbishop bishop "
    "imam rabbi ayatollah general gen gen. admiral adm adm. colonel col col. captain capt capt. "
    "lieutenant lt lt. sergeant sgt sgt. major maj maj. commander commissioner judge justice "
    "ambassador envoy councillor councilman councilwoman alderman sheriff detective officer "
    "professor attorney chairman chairwoman chair director spokesman spokeswoman spokesperson "
    "leader candidate lawmaker mp congressman baroness baron marshal chief inspector "
    "superintendent brigadier brig brig. cpl cpl.".split()
)
# Nouns for what a person is or does.
ROLES = TITLES | frozenset(
    "actor actress activist adviser advisor agent aide ally analyst anchor architect artist "
    "assistant author banker billionaire biologist boss businessman businesswoman cabinet "
    "campaigner celebrity champion chairperson citizen clergyman cleric co-founder coach "
    "columnist comedian commentator competitor contender consultant coordinator correspondent "
    "counsel counselor critic daughter dean delegate democrat developer diplomat dissident doctor "
    "driver economist editor employee engineer entrepreneur executive expert farmer father fellow "
    "figure filmmaker financier fisherman founder friend guard head historian host husband "
    "incumbent independent industrialist inventor investigator investor journalist lawyer "
    "legislator lobbyist magnate manager member militant millionaire mother musician nominee "
    "novelist nurse official operative opponent organizer owner partner pastor philosopher "
    "physician pilot player politician pollster priest producer prosecutor psychologist publisher "
    "radical ranger realtor rebel republican reporter researcher resident rival ruler scholar "
    "scientist secretary-general senior singer sister soldier son specialist star statesman "
    "strategist student supporter suspect teacher technician treasurer trader trainer trustee "
    "tycoon veteran victim volunteer warden wife winner worker writer undersecretary "
    "vice-chairman vice-chair negotiator mediator whistleblower brother uncle aunt cousin "
    "grandson granddaughter grandfather grandmother man woman boy girl teenager witness eyewitness "
    "insider passenger bystander".split()
)
# Nouns for a person of a party or a place: they point at somebody ("the Danish socialist").
PARTISANS = frozenset("conservative democrat liberal native republican socialist tory".split())
# Nouns for what an organisation is; in a name or before it they show one.
BODIES = frozenset(
    "academy administration agency alliance army assembly association authority bank battalion "
    "board brigade bureau cabinet campaign center centre chamber church club coalition college "
    "command commission committee community company confederation congress consortium "
    "corporation council court department directorate embassy federation fleet force forces "
    "foundation front fund government group guard hospital house inc institute institution "
    "league legislature ministry mission mosque movement museum navy network office organisation "
    "organization parliament partnership party police regiment registry school secretariat senate "
    "service society squadron superpac syndicate team tribunal trust unit union university "
    "watchdog workshop co corp ltd llc plc gmbh ngo".split()
)
# Bodies that go by one common word with a capital; any other such word is no name alone.
CHAMBERS = frozenset("congress senate parliament house legislature".split())
# Words in the names of newspapers, agencies and broadcasters, and nouns before such names.
PRESS = frozenset(
    "agency broadcaster broadcasting bulletin channel chronicle courier daily dispatch echo "
    "examiner express gazette globe guardian herald inquirer journal ledger magazine mail mirror "
    "monitor news newspaper newsweek novosti observer outlet paper post press radio record "
    "register reporter review sentinel spectator standard star sun tabloid telegraph television "
    "times tribune tv weekly wire zeitung".split()
)
PRESS_NOUNS = frozenset(
    "newspaper paper daily weekly magazine broadcaster channel station website outlet network "
    "tabloid newswire news-agency periodical".split()
)
AGENCIES = frozenset("afp ap bbc cnn dpa efe itar-tass npr pbs reuters tass upi xinhua".split())
PLACE_NOUNS = frozenset(
    "airport avenue bay beach bridge canal cape city coast county desert district forest harbor "
    "harbour island islands lake mountain mountains ocean peninsula port province region river "
    "road sea state states strait street town valley village".split()
)
GROUPS = frozenset(
    "activists allies analysts authorities backers campaigners citizens critics delegates "
    "democrats deputies diplomats economists executives experts farmers fishermen insiders "
    "investigators journalists lawmakers lawyers leaders legislators locals members ministers "
    "nationalists observers officers officials opponents organizers parents people politicians "
    "prosecutors protesters rebels refugees relatives reporters republicans researchers residents "
    "scientists senators soldiers sources students supporters troops unions villagers voters "
    "witnesses women men workers opposition majority public electorate family crowd couple pair "
    "trio neighbors neighbours friends families".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame madame madam frau queen princess congresswoman councilwoman "
    "chairwoman spokeswoman businesswoman actress baroness wife mother daughter sister aunt "
    "granddaughter grandmother woman girl she her herself hers".split()
)
MALE = frozenset(
    "mr mr. sir lord monsieur herr king prince congressman councilman chairman spokesman "
    "businessman clergyman husband father son brother uncle grandson grandfather man boy he him "
    "his himself".split()
)
PARTICLES = frozenset("de del della der den di da dos du el la le van von bin ibn al ben".split())
# What only a person is said to have.
OF_PERSONS = frozenset(
    "presidency administration campaign candidacy lawyer wife husband son daughter spokesman "
    "spokeswoman remarks speech resignation supporters aide aides brother sister father mother "
    "comments testimony tweet career lawyers attorney nomination home death life family".split()
)
# What only a country, a region or a town is said to have.
OF_PLACES = frozenset(
    "government parliament ministry minister premier border capital army navy air military economy "
    "territory sovereignty population constitution currency coast embassy ambassador police mayor "
    "electorate voter citizen president sea airspace legislature senate assembly export import "
    "foreign neighbor neighbour south north east west central northern southern eastern western "
    "independence invasion election waters harbour harbor port opposition ruling".split()
)
HYPHENATED = frozenset({"era", "led", "backed", "style", "based", "run", "linked", "born"})
# Words for a role that mean a thing where they stand alone.
_NO_PEOPLE = frozenset(
    "figure head star chair driver champion cabinet counsel independent radical senior host "
    "record register standard".split()
)
_NO_KIND: ActorKind = "unknown"


def kind_of_noun(noun: str, plural: bool) -> ActorKind:
    """The kind of actor that a common noun stands for."""
    lower = noun.lower()
    known = lower in ROLES or lower.rstrip("s") in ROLES
    if lower in GROUPS or (plural and known and lower not in _NO_PEOPLE):
        return "group"
    if known and (lower not in _NO_PEOPLE or lower == "figure") and not plural:
        return "person"
    if lower in PRESS_NOUNS or lower == "agency":
        return "outlet"
    if lower in BODIES:
        return "organisation"
    return _NO_KIND
