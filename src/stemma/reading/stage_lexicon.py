"""Words that say how far a measure has got. General English."""

from __future__ import annotations

from stemma.model.reading import Stage

COURSES = frozenset(
    "leave join suspend end ban impose adopt file announce sign debate return annex begin stay "
    "block lift extend amend overturn uphold raise cut reject change keep".split()
)
_BY_STAGE: dict[Stage, str] = {
    "considered": "consider contemplate mull weigh study explore prepare draft float draw_up "
    "devise work_out circulate",
    "announced": "announce unveil propose pledge vow promise outline present declare",
    "filed": "submit file table introduce lodge register put_forward bring_forward",
    "debated": "debate",
    "adopted": "adopt pass approve ratify enact vote_through sign endorse",
    "in-force": "implement enforce",
}
STAGES: dict[str, Stage] = {
    verb.replace("_", " "): stage for stage, verbs in _BY_STAGE.items() for verb in verbs.split()
}
SIGNED = frozenset(
    "accord act agreement bill convention deal decree law legislation measure memorandum order "
    "ordinance pact protocol treaty".split()
)
ORDER: tuple[Stage, ...] = tuple(_BY_STAGE)
DEFEATING = frozenset({"reject", "defeat", "vote down", "throw out"})
APPLIED = frozenset("standard limit curb quota levy condition cap".split())
ISSUED = frozenset("order decree ruling directive ordinance injunction sanction".split())
PONDERING = frozenset("consider contemplate mull weigh".split())
SAYING = frozenset(
    "announce say state declare pledge promise vow confirm reiterate repeat insist tell add write "
    "quote report reportedly".split()
)
