"""Link boxes inside a sentence are marked; what only looks like one stays."""

from __future__ import annotations

import pytest

from stemma.ingest.inline import find_boxes


def boxes(line: str) -> list[str]:
    """The words of the boxes found in a line."""
    return [line[start:end] for start, end in find_boxes(0, line)]


def test_a_box_after_a_name_is_found_and_the_name_stays() -> None:
    """What is marked runs from the full name to the end word; the sentence is whole without it."""
    line = (
        "Senator Vale Ada Brook ValeVale to run again in the spring Harbour vote put off MORE "
        "(Quay) said on Monday that she would vote."
    )
    (box,) = boxes(line)
    assert line.replace(f"{box} ", "") == (
        "Senator Vale (Quay) said on Monday that she would vote."
    )


def test_two_boxes_in_a_line_are_two() -> None:
    """Each box ends at its own end word."""
    line = "Vale Ada ValeOne thing MORE and Tarn Odo TarnThe other MORE agreed."
    assert boxes(line) == ["Ada ValeOne thing MORE", "Odo TarnThe other MORE"]


@pytest.mark.parametrize(
    "line",
    [
        "She wants MORE money for the harbour, Ada McVale said.",
        "READ MORE: What the McVale vote means for the VanTarn family",
        "Ada Vale and Odo Vale asked for MORE.",
        "",
    ],
)
def test_a_sentence_without_a_surname_grown_together_stays(line: str) -> None:
    """Capitals, inner capitals and a repeated surname alone mark nothing."""
    assert boxes(line) == []
