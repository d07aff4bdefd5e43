"""Word lists of attribution: who and what can be a source, and which cues are plain."""

from __future__ import annotations

# Things that words or findings are read from, and that may stand as a source.
EVIDENCE = frozenset(
    """
    poll polling survey study report result figure data datum number statistic record evidence
    finding analysis research letter statement email e-mail message tweet post article editorial
    column book memoir biography profile video footage tape recording ad advertisement filing
    complaint lawsuit petition indictment affidavit memo note review audit probe inquiry
    investigation test examination count tally projection average index ranking estimate account
    transcript readout document resolution motion bill proposal agreement deal plan law ruling
    verdict judgment opinion order regulation guideline disclosure cable headline story text copy
    image photo photograph picture map website site leaflet newsletter census database dataset
    spreadsheet chart graph log manual textbook paper amendment draft communique declaration
    release interview decree edict subpoena warrant treaty charter
    """.split()
)
# Verbs by which evidence speaks, and a person only acts.
SHOWING = frozenset({"show", "demonstrate"})
# Plain verbs of saying, with particle or preposition.
REPORTING = frozenset(
    word.replace("_", " ")
    for word in """
    accuse_of acknowledge add admit agree allege announce apologize_for argue ask assert assure
    blame_for call call_for caution claim comment complain complain_about concede conclude
    condemn confess confirm contend criticise criticize declare deny describe_as dismiss_as
    disclose estimate explain inform insist maintain mention note observe pledge point_out predict
    promise propose protest recommend refer_to remark remind repeat reply report request respond
    reveal say speak_of state stress suggest talk_about talk_of tell testify threaten tweet
    underline urge vow warn warn_about warn_against warn_of write quote_as_saying
    quote_as_telling
    """.split()
)
# Verbs, nouns and adjectives of what somebody holds, wants or backs.
STANDING = frozenset(
    word.replace("_", " ")
    for word in """
    back believe call_on consider decide decline demand doubt endorse expect favor favour fear
    hope intend lobby_for object_to oppose plan plead_for prefer press_for push_for refuse reject
    seek support think view_as vote_against vote_for want welcome worry
    belief claim conclusion demand doubt fear insistence intention opposition_to pledge promise
    proposal refusal request support_for threat view warning
    adamant confident convinced opposed_to reluctant sceptical skeptical sure unwilling willing
    worried
    """.split()
)
# Verbs whose infinitive was carried out by their subject, and those where by their object.
ASPECTUAL = frozenset(
    """
    appear begin come continue dare get go hasten have keep manage move proceed rush seem start
    stop take try turn venture wait
    """.split()
)
IMPLICATIVE = frozenset("cause compel drive force lead prompt provoke".split())
# People and bodies beside those that have roles.
KIN = frozenset(
    """
    fiance fiancé fiancée fiancee widow widower spouse girlfriend boyfriend niece nephew relative
    parent guardian grandmother grandfather stepfather stepmother twin neighbor neighbour native
    constituent respondent attendee associate proponent victim survivor pilot nurse clerk priest
    monk nun child kid teen adult couple pair trio community establishment elite caucus faction
    staff crew industry airline school town city village department host fan heavyweight mogul
    counterpart progressive liberal moderate hopeful bystander passer-by onlooker patient tenant
    landlord shopkeeper soldier troop guest hostage captive detainee inmate
    """.split()
)
# Things whose names end like those of people ("river", "error").
NO_AGENTS = frozenset(
    """
    answer banner barrier behavior behaviour border center chapter color colour computer corner
    corridor counter danger disaster disorder door encounter error factor favor favour fear fervor
    fever figure flavor floor folder frontier gender harbor honor horror hunger humor indicator
    interior labor labour ladder layer letter liquor list manner matter meter minor mirror monitor
    motor murder neighborhood number odor order outer over paper percent plant power prior quarter
    radar rancor remainder restaurant river rumor rumour sector shelter shoulder slander summer
    splendor tenor terror thunder timber tower tremor trigger tumor vapor vigor water weather
    whisper winter wonder former latter instant variant constant moment document
    """.split()
)
# Nouns and verbs that report what nobody is named to say.
HELD = frozenset(
    "fear concern complaint rumor rumour speculation worry suspicion allegation claim report "
    "warning doubt".split()
)
SUPPOSED = frozenset(
    "believe allege say report expect think rumor rumour suspect assume estimate accuse charge "
    "presume understand".split()
)
# Participles that only say through whom, or on what occasion, somebody spoke.
RELAYING = frozenset({"quote", "cite", "speak", "talk", "interview"})
# Outlets whose names hold no word for one.
OUTLETS = frozenset(
    """
    abc aljazeera anadolu ansa axios belga bild bloomberg breitbart c-span cbs cnbc der-spiegel
    dpa efe figaro fox fars forbes haaretz huffpost ifax interfax isna itv jazeera kyodo lusa
    mehr mediafax monde msnbc mundo nbc newsweek newsmax npr pais país pbs politico propublica
    pti repubblica ria salon slate spiegel stampa tanjug tasnim unian vice vox wsj xinhua yonhap zdf
    """.split()
)
# Verbs that give out words, before a colon and a quotation.
GIVING = frozenset(
    """
    address bellow boom break celebrate chide crow echo erupt explode gloat growl gush intone laugh
    lecture list mutter murmur pray rail roar scoff shrug sigh smile snap sneer thunder
    begin call close conclude continue deliver elaborate end fire finish follow give go hit hold
    issue offer open post publish put quip quote read recite release report respond send sign sing
    start sum tweet unleash use utter vent
    """.split()
)
# Verbs by which somebody only meets, or rejects, what others claim: "denied claims that".
DISOWNING = frozenset(
    """
    address brush check confront consider contest counter debunk deflect deny discount dismiss
    dispel dispute downplay examine fight ignore investigate probe quash question rebuff rebut
    refute reject repudiate resist rule scotch study weigh
    """.split()
)
