"""Words that tell what a report is about, and how common words and names are in the news."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# Function words and the verbs of saying that every report has.
STOP_WORDS = frozenset(
    """a about above after again against all almost also although always am among an and another
    any are aren around as at away back be because become been before behind being below between
    both but by came can cannot could couldn did didn do does doesn doing don done down during each
    either else enough etc even ever every few for from further get gets getting give go goes going
    got had hadn has hasn have haven having he her here hers herself him himself his how however i
    if in indeed instead into is isn it its itself just keep last later least less let like ll made
    make makes many may me might mine more most mostly much must my myself near neither never next
    no nor not nothing now of off often on once one only onto or other others our ours ourselves out
    over own part per perhaps put quite rather re really s said same say saying says see seem seemed
    seems several she should shouldn since so some still such t take taken than that the their
    theirs them themselves then there therefore these they this those though through thus to
    together told too toward towards two under unless until up upon us use used using ve very via
    was wasn we well went were weren what when whenever where whether which while who whole whom
    whose why will with within without won would wouldn yes yet you your yours yourself""".split()
)


@cache
def load_shares(name: str) -> dict[str, int]:
    """In how many of a thousand news reports a word stands; rarer ones are absent.

    "frequencies.txt" holds words without names, "names.txt" what has a capital in a sentence.
    """
    lines = files("stemma.lineage").joinpath(name).read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {word: int(share) for share, *words in rows for word in words}
