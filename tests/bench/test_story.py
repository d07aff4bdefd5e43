"""The generated story keeps its own laws: copied, retold and own sentences, and no report twice."""

from __future__ import annotations

import re
from collections import Counter

from bench.story import Record, generate

_REPORTS = 60


def _sentences(record: Record) -> list[str]:
    return re.split(r"(?<=\.) |\n", record.text)


def test_the_first_reports_of_a_larger_number_are_those_of_a_smaller() -> None:
    """A report does not depend on how many are made, so that sizes can be set side by side."""
    assert generate(_REPORTS)[:10] == generate(10)


def test_no_two_reports_have_one_text() -> None:
    """Every report is a text of its own."""
    texts = {record.text for record in generate(_REPORTS)}
    assert len(texts) == _REPORTS


def test_a_report_has_25_to_35_sentences_of_which_a_third_stand_in_no_other() -> None:
    """Sizes are those of news reports; own, copied and retold sentences are all there."""
    reports = generate(_REPORTS)
    told = [_sentences(report) for report in reports]
    assert all(25 <= len(sentences) <= 35 for sentences in told)
    counts = Counter(sentence for sentences in told for sentence in sentences)
    alone = sum(count == 1 for count in counts.values()) / sum(counts.values())
    often = sum(count for count in counts.values() if count > 4) / sum(counts.values())
    assert 0.3 < alone < 0.7
    assert 0.25 < often < 0.45
