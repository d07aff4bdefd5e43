"""The pair model's word on two tellings, each pair asked once.

The two are put to the model on one line each and in one order, whichever is named first, so that
what it says of them depends neither on where lines end nor on the order of reports.
"""

from __future__ import annotations

from collections.abc import Sequence

from stemma.encoding.pairs import Judged, PairModel


class Judge:
    """Judges pairs of texts and keeps what it said; built once for a corpus."""

    def __init__(self, model: PairModel) -> None:
        self._model = model
        self._known: dict[tuple[str, str], Judged] = {}

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        """What the model says of each pair, in order; `stronger` is said of the second text."""
        lines = [(_line(one), _line(other)) for one, other in pairs]
        keys = [(min(pair), max(pair)) for pair in lines]
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        self._known.update(zip(new, self._model.judge(new), strict=True))
        found = (self._known[key] for key in keys)
        return [
            said if pair == key else turned(said)
            for said, pair, key in zip(found, lines, keys, strict=True)
        ]


def _line(text: str) -> str:
    return " ".join(text.split())


def turned(said: Judged) -> Judged:
    """What is said of a pair, said of it the other way round."""
    return Judged(said.same, said.changed, said.weaker, said.stronger)
