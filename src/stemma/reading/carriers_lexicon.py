"""Word lists of carriers: who passes words on, on what occasion, and in what they came."""

from __future__ import annotations

# Nouns for an outlet, and those that are one only with a word beside them ("news agency").
OUTLET_NOUNS = frozenset(
    "newspaper paper daily weekly magazine broadcaster channel website outlet network radio "
    "television tv portal podcast blog tabloid show program programme newswire".split()
)
PARTLY_OUTLETS = {
    "agency": frozenset("news press wire telegraph state-run".split()),
    "station": frozenset("radio tv television news cable".split()),
    "service": frozenset("news wire world".split()),
    "wire": frozenset("news".split()),
    "site": frozenset("news web".split()),
    "conference": frozenset("news press".split()),
    "briefing": frozenset("news press media".split()),
    "gaggle": frozenset("press media".split()),
}
# Who listens for others: never a name by itself.
PRESS_NOUNS = frozenset(
    "reporter journalist press media medium correspondent newsman interviewer "
    "conference briefing gaggle".split()
)
CROWDS = frozenset(
    "group crowd handful pool number couple gathering roomful throng dozen hundred score".split()
)
OCCASIONS = frozenset("interview conference briefing gaggle".split())
# Those in the press who have names, beside a name or an outlet ("radio host Ann Lee").
JOURNALISTS = frozenset(
    "reporter journalist correspondent interviewer editor host anchor anchorman anchorwoman "
    "columnist presenter moderator broadcaster newsman crew magazine blogger".split()
)
# Names of outlets and programmes that hold no word for one; programmes without their outlet.
OUTLET_NAMES = frozenset({
    "associated press", "atlantic", "buzzfeed", "daily beast", "daily caller", "economist",
    "face the nation", "federalist", "fox & friends", "fox and friends", "good morning america",
    "hill", "independent", "intercept", "late show", "mcclatchy", "meet the press", "morning joe",
    "mother jones", "nation", "national review", "new republic", "new yorker", "newshour",
    "nightline", "nikkei", "pravda", "rolling stone", "talking points memo", "tonight show",
    "usa today", "vanity fair", "vogue", "washington free beacon", "wired", "yahoo", "recode",
    "business insider", "deutsche welle", "press tv", "russia today",
    "globe and mail", "quartz", "mashable", "mediapart",
    # one word
    "abc", "afp", "agerpres", "anadolu", "ani", "ansa", "ap", "axios", "belga", "bild",
    "bloomberg", "breitbart", "c-span", "cbc", "cbs", "cnbc", "cnn", "dpa", "efe", "euronews",
    "figaro", "forbes", "fox", "gma", "guardian", "haaretz", "hotnews", "huffpost", "hurriyet",
    "ians", "ifax", "interfax", "interfax-ukraine", "irna", "isna", "itar-tass", "itv",
    "izvestia", "jazeera", "kommersant", "kyodo", "lusa", "mediafax", "mehr", "monde", "msnbc",
    "nbc", "newsmax", "newsweek", "npr", "ntv", "pbs", "politico", "propublica", "pti", "rai",
    "repubblica", "reuters", "ria", "rt", "rtl", "sabah", "salon", "slate", "spiegel", "sputnik",
    "tanjug", "tass", "tasnim", "telemundo", "tmz", "ukrinform", "unian", "univision", "upi",
    "vedomosti", "vice", "vox", "wsj", "xinhua", "ynet", "yonhap", "zdf",
})  # fmt: skip
# Last words of longer names that leave no doubt.
TITLE_WORDS = frozenset(
    "bulletin chronicle courier daily dispatch examiner gazette herald inquirer journal ledger "
    "magazine news newspaper observer radio review telegraph television times tribune tv weekly "
    "zeitung".split()
)
BROADCASTERS = frozenset(
    "abc bbc cbc cbs cnbc cnn c-span cspan espn euronews fox itv jazeera mpr msnbc nbc newsmax npr "
    "ntv pbs rai rt rtl sky sputnik telemundo trt univision zdf oan hbo tv radio television "
    "channel news network newshour bloomberg".split()
)
SHOWS = frozenset("show program programme podcast broadcast newscast talk-show".split())
# What verbs of speech have "on" for their subject matter ("comment on the paper").
ABOUT = frozenset(
    "comment remark opine elaborate report vote agree focus call draw rely depend seize reflect "
    "turn expand touch".split()
)
# What somebody says to somebody in particular.
MESSAGES = frozenset(
    "interview conversation comment remark statement email e-mail mail message discussion answer "
    "response text reply".split()
)
# What words come in, and stay in, so that others can look them up.
PAPERS = frozenset(
    "statement release email e-mail mail message letter memo memorandum tweet post filing "
    "affidavit complaint lawsuit indictment brief petition motion document paper record "
    "transcript report communique communiqué declaration op-ed article column essay editorial "
    "blog video recording audio newsletter memoir autobiography book manifesto readout bulletin "
    "note fax cable".split()
)
# Of these, what only counts as one with a word beside it ("court papers"), or in the plural.
COURT_PAPERS = frozenset("paper document record complaint motion brief petition".split())
OF_COURTS = frozenset(
    "court legal criminal federal civil regulatory charging internal sworn bankruptcy amicus "
    "amended leaked classified confidential policy position planning strategy official".split()
)
PIECES = frozenset(
    "op-ed oped article column essay editorial piece commentary letter post story blog "
    "opinion analysis".split()
)
# What may be cited as the ground of what is said, beside names and people.
GROUNDS = frozenset(
    "report study survey poll statement letter memo email e-mail document transcript interview "
    "article filing affidavit testimony record data datum figure statistic draft cable newspaper "
    "paper magazine agency media medium outlet website broadcaster source official".split()
)
PLATFORMS = frozenset(
    "twitter facebook instagram telegram youtube snapchat tumblr reddit tiktok linkedin weibo "
    "wechat whatsapp vkontakte periscope parler gab pinterest medium.com myspace flickr "
    "livejournal".split()
)
# Participles that tell who passed something on, by the preposition before who did.
RELAYED = {
    "by": frozenset(
        "report quote cite publish carry obtain see view review release broadcast air translate "
        "reprint relay print hear examine circulate post transcribe provide share".split()
    ),
    "in": frozenset("quote cite report publish print reprint appear".split()),
    "on": frozenset("broadcast air post publish quote carry".split()),
    "to": frozenset("provide send give show leak release distribute email issue".split()),
    "with": frozenset("share".split()),
}
ASKED = frozenset("ask press question interview quiz".split())
# Heads of names of press offices, and others, that hear nothing for the public.
NO_PRESS = frozenset(
    "secretary officer office aide attaché attache colleague viewer reader audience freedom "
    "employee staffer executive fan critic pool gallery corps lawyer attorney owner subscriber "
    "dinner release card pass baron mogul club association federation union guild council "
    "commission regulator watchdog".split()
)
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday spring summer autumn fall winter".split()
)
LANGUAGES = frozenset(
    "English French German Spanish Italian Russian Ukrainian Polish Romanian Arabic Chinese "
    "Japanese Korean Portuguese Turkish Hebrew Farsi Persian Greek Dutch Czech Hungarian Serbian "
    "Swedish Danish Norwegian Finnish Bulgarian Hindi Urdu".split()
)
