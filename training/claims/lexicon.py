"""Words that controlled edits put for one another; general English, none from a corpus."""

from __future__ import annotations

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
NUMBERS = {float(n): word for n, word in enumerate(_WORDS, 1)} | {
    15.0: "fifteen",
    20.0: "twenty",
    30.0: "thirty",
    40.0: "forty",
    50.0: "fifty",
}
HEDGES = (
    "reportedly",
    "allegedly",
    "possibly",
    "apparently",
    "probably",
    "perhaps",
    "purportedly",
    "seemingly",
)
SCOPES = (
    ("some", "all"),
    ("some", "most"),
    ("many", "all"),
    ("several", "all"),
    ("most", "all"),
    ("part of", "all of"),
    ("half of", "all of"),
    ("a few", "many"),
    ("sometimes", "always"),
    ("often", "always"),
    ("partly", "wholly"),
    ("rarely", "often"),
)


def _pairs(lines: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.strip(), other.strip())
        for line in lines.strip().splitlines()
        for pair in line.split(";")
        if "/" in pair
        for one, other in [pair.split("/")]
    )


STAGES = _pairs(
    """
    proposed/approved; proposed/adopted; considering/carrying out; announced/completed
    drafted/signed; introduced/passed; introduced/enacted; is expected to/has agreed to
    will/has decided not to; plans to/has begun to; charged with/convicted of
    accused of/guilty of; charged/convicted; indicted/sentenced; nominated/confirmed
    threatened to/began to; hopes to/has managed to; called for/secured; is seeking/has won
    filed/won; arrested/charged; negotiating/signing; debating/passing; requested/received
    pledged/paid; ordered/delivered; agreed to/refused to; advised/ordered; recommended/required
    asked/forced; urged/ordered; investigating/prosecuting; suspected/found; tentative/final
    preliminary/final; draft/final
    """
)
CONTRARIES = _pairs(
    """
    increase/decrease; increased/decreased; increases/decreases; increasing/decreasing; rise/fall
    rose/fell; rising/falling; rises/falls; more than/less than; more/fewer; higher/lower
    highest/lowest; largest/smallest; larger/smaller; bigger/smaller; first/last; former/current
    before/after; above/below; support/oppose; supported/opposed; supports/opposes
    supporters/opponents; accept/reject; accepted/rejected; approve/reject; approved/rejected
    allow/forbid; allowed/barred; allows/bars; win/lose; won/lost; wins/loses; success/failure
    successful/failed; strong/weak; stronger/weaker; strengthen/weaken; good/bad; better/worse
    best/worst; positive/negative; legal/illegal; lawful/unlawful; guilty/innocent
    guilty/not guilty; conservative/liberal; northern/southern; north/south; east/west
    eastern/western; public/private; federal/state; domestic/foreign; male/female; men/women
    boys/girls; young/old; younger/older; early/late; earlier/later; start/end; started/ended
    began/ended; begin/end; open/close; opened/closed; opening/closing; enter/leave; entered/left
    join/leave; joined/left; arrive/depart; arrived/departed; raise/lower; raised/lowered
    expand/shrink; expanded/cut; gain/loss; gained/lost; buy/sell; bought/sold; buyers/sellers
    hire/fire; hired/fired; appointed/dismissed; confirm/deny; confirmed/denied; confirms/denies
    agree/disagree; agreed/refused; praise/criticize; praised/criticized; praising/criticizing
    welcomed/condemned; include/exclude; including/excluding; included/excluded; inside/outside
    possible/impossible; likely/unlikely; able/unable; true/false; safe/dangerous
    peaceful/violent; majority/minority; most/few; many/few; always/never; alive/dead
    released/arrested; free/jailed; friend/enemy; ally/rival; allies/enemies
    advantage/disadvantage; temporary/permanent; voluntary/mandatory; optional/mandatory
    formal/informal; direct/indirect; with/without; remember/forget; build/destroy
    built/destroyed; protect/attack; protecting/attacking; cheap/expensive; easy/hard
    easily/hardly; fast/slow; quickly/slowly; hot/cold; rich/poor; full/empty; complete/partial
    fully/partly; together/apart; same/different; similar/different; up/down; upheld/overturned
    affirmed/reversed; encouraged/discouraged; optimistic/pessimistic; confident/doubtful
    popular/unpopular; democrats/republicans; Democrats/Republicans; Democrat/Republican
    Democratic/Republican; House/Senate; killed/wounded; deaths/injuries; morning/evening
    day/night; yesterday/tomorrow; yesterday/today; last week/next week; last month/next month
    last year/next year; this week/last week; wife/sister; mother/daughter; father/son
    brother/father; president/minister; lawyer/doctor
    """
)
SYNONYMS = _pairs(
    """
    began/started; begin/start; ended/finished; bought/purchased; said/stated; said/noted
    big/large; huge/enormous; quickly/rapidly; many/numerous; important/significant; help/assist
    helped/assisted; show/demonstrate; showed/demonstrated; use/employ; get/obtain; need/require
    needs/requires; about/roughly; about/approximately; nearly/almost; killed/slain; died/perished
    children/kids; police/officers; lawyer/attorney; lawyers/attorneys; law/statute
    rules/regulations; meeting/gathering; talks/discussions; talks/negotiations; deal/agreement
    accord/agreement; plan/proposal; bill/legislation; vote/ballot; election/poll; leader/head
    country/nation; countries/nations; war/conflict; attack/assault; attacked/assaulted
    fired/dismissed; fired/ousted; hired/recruited; quit/resigned; resigned/stepped down
    asked/requested; answered/replied; told/informed; announced/declared; called for/demanded
    criticized/faulted; criticized/condemned; praised/lauded; also/additionally; but/however
    because/since; though/although; before/prior to; after/following; until/till
    against/opposed to; concerning/regarding; on Capitol Hill/in Congress
    the White House/the administration; money/funds; cost/price; rise/increase; rose/climbed
    fell/dropped; fell/declined; grew/rose; cut/reduced; cut/slashed; ended/concluded
    went/traveled; came/arrived; left/departed; build/construct; built/constructed; make/create
    made/created; gave/provided; give/provide; provides/offers; try/attempt; tried/attempted
    trying/attempting; kept/retained; held/conducted; chose/picked; choose/select; think/believe
    thinks/believes; thought/believed; look at/examine; examined/reviewed; reveal/disclose
    revealed/disclosed; hide/conceal; allow/permit; allowed/permitted; banned/prohibited
    ban/prohibition; stop/halt; stopped/halted; delay/postpone; delayed/postponed
    warned/cautioned; worried/concerned; angry/furious; happy/pleased; hard/difficult; easy/simple
    fast/quick; main/chief; top/senior; whole/entire; enough/sufficient; often/frequently
    sometimes/occasionally; usually/typically; now/currently; soon/shortly; recently/lately
    last year/the previous year; a decade/ten years; a dozen/twelve; two weeks/a fortnight
    24 hours/one day; twice/two times; percent/per cent; U.S./United States; U.K./Britain
    vice president/VP; nearly all/almost all; job/position; jobs/positions; workers/employees
    firm/company; companies/firms; students/pupils; doctor/physician; doctors/physicians
    car/vehicle; cars/vehicles; street/road; area/region; place/location; chance/opportunity
    problem/issue; problems/issues; effort/attempt; result/outcome; reason/cause; goal/aim
    idea/concept; amount/sum; kind/type
    """
)
