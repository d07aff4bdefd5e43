"""Signs that a report shows another's words as the other's, rather than takes them over."""

from __future__ import annotations

from stemma.lineage.direction import Pair
from stemma.lineage.material import Material, is_spoken
from stemma.lineage.passages import Overlap
from stemma.lineage.signs import Sign

_PLAIN = 30  # shared words outside quotation marks, fewer of which are nobody's prose
_PRIMARY = 15  # words quoted from a document
_VOICE = 60  # words that the one quotes and the other, a report, says itself
_PASSAGE = 30  # words of a passage that is shown as one
_MOST = 0.8  # of a report: one that is the other's beyond it has no text of its own to show it in


def find_quoting(pair: Pair, material: Material) -> tuple[Sign, ...]:
    """A report that shows as another's words what the other says in its own voice quotes it."""
    overlap, marks = pair.overlap, pair.marks
    found = []
    for ahead, quoted in ((True, marks.second), (False, marks.first)):
        source, copy = (overlap.a, overlap.b) if ahead else (overlap.b, overlap.a)
        file = material.reports[copy].file
        if marks.plain < _PLAIN and quoted > 0.8 * marks.shared:
            primary = material.reports[source].genre == "primary"
            if quoted >= (_PRIMARY if primary else _VOICE) and (
                primary or _own_voice(overlap, source, material)
            ):
                line = f"{file} quotes what the other says in its own voice"
                found.append(Sign(ahead, 3, line, quoting=True))
        own = marks.plain >= max(_PLAIN, marks.both)
        if own and _announces(overlap, (source, copy), material):
            line = f"{file} announces with a colon what the other says in its own voice"
            found.append(Sign(ahead, 2, line, quoting=True))
    return tuple(found)


def _announces(overlap: Overlap, ends: tuple[int, int], material: Material) -> bool:
    """Whether most of what is shared follows a colon in the copy and none in the source."""
    blocks = [run for run in overlap.runs if run.length >= _PASSAGE]
    announced = 0
    for run in blocks:
        places = (run.a, run.b) if ends[0] == overlap.a else (run.b, run.a)
        if _after_colon(ends[0], places[0], material):
            return False
        announced += run.length if _after_colon(ends[1], places[1], material) else 0
    return announced > 0.5 * sum(run.length for run in blocks)


def _after_colon(report: int, word: int, material: Material) -> bool:
    before = material.reports[report].text[: int(material.rows[report].starts[word])]
    return before.rstrip(' \n“"').endswith(":")


def _own_voice(overlap: Overlap, source: int, material: Material) -> bool:
    """Whether the shared words that the source has without quotation marks are its own.

    Where its marks are lost a quotation that both heard would look the same: so it must have some
    elsewhere, and neither announce the words nor speak as "I" and "we" in them.
    """
    row = material.rows[source]
    starts = [run.a if source == overlap.a else run.b for run in overlap.runs]
    words = [
        word
        for at, run in zip(starts, overlap.runs, strict=True)
        for word in row.folded[at : at + run.length]
    ]
    if not row.quoted.any() or is_spoken(words):
        return False
    return not any(_after_colon(source, at, material) for at in starts)


def is_set_apart(pair: Pair, ahead: bool) -> bool:
    """Whether a report shows whole passages of one that it credits, within a text of its own."""
    overlap, marks = pair.overlap, pair.marks
    if pair.agency or (overlap.within_b if ahead else overlap.within_a) >= _MOST:
        return False
    blocks = sum(run.length for run in overlap.runs if run.length >= _PASSAGE)
    shown = (marks.second if ahead else marks.first) + blocks
    return shown >= 0.6 * (marks.shared - marks.both)
