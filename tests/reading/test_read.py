"""Laws of a whole reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.model.reading import Reading
from stemma.model.report import Report
from stemma.model.span import Span
from stemma.reading.parser import load_parser, parser_name
from stemma.reading.read import read

if TYPE_CHECKING:
    from stemma.reading.models import Models

TEXT = (
    "Lunde weighs a ban on ferries\n\n"
    "LUNDE (ABC) – The mayor of Lunde, Ilse Brandt, said on Monday that she would file a motion "
    "to leave the Port League if the fee rises.\n\n"
    "“The League may fall apart,” she told the Lunde Gazette. Anton Reyes, who leads the union, "
    "denied it.\n\nWhat is at stake:\n\n• 300 jobs could be lost.\n• the old pier\n"
)


def spans(value: object) -> Iterator[Span]:
    """Every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def check(report: Report, reading: Reading) -> None:
    """Every span quotes the report's text, and none is empty or blank."""
    for span in spans(reading):
        assert span.report == report.id
        assert report.text[span.start : span.end] == span.exact
        assert span.exact.strip()


def test_every_span_quotes_the_text(models: Models, make_report: Callable[..., Report]) -> None:
    """No reading holds words that are not in the report at that place."""
    report = make_report(TEXT)
    reading = read(report, models)
    assert reading.statements
    assert reading.mentions
    assert not reading.limits
    check(report, reading)


def test_same_report_same_reading(models: Models, make_report: Callable[..., Report]) -> None:
    """A report read alone equals the same report read in any company, byte for byte."""
    report = make_report(TEXT)
    alone = read(report, models)
    for other in ("“No,” she said.", "The council wants a new bridge. " * 40, "😀"):
        read(make_report(other), models)
    assert msgspec.json.encode(read(report, models)) == msgspec.json.encode(alone)


def test_another_language_is_not_measured(
    models: Models, make_report: Callable[..., Report]
) -> None:
    """A report in another language has no statements, and its reading says so."""
    reading = read(make_report("Le pont est fermé.", language="fr"), models)
    assert reading.statements == ()
    assert any("not measured" in limit for limit in reading.limits)


def test_content_that_is_cut_off_is_told(
    models: Models, make_report: Callable[..., Report]
) -> None:
    """What lies beyond the bound is not read, and the reading says so."""
    text = "The pier is closed. " + "x" * 401_000 + " The ferry left."
    reading = read(make_report(text), models)
    assert [s.content[0].exact for s in reading.statements] == ["The pier is closed."]
    assert reading.limits


def test_the_dateline_is_no_part_of_a_source(
    models: Models, make_report: Callable[..., Report]
) -> None:
    """The place and agency before a first sentence belong to nobody's name."""
    reading = read(make_report(TEXT), models)
    sources = [span.exact for s in reading.statements for span in s.source]
    assert not [s for s in sources if "ABC" in s]


def test_the_parser_says_what_it_is() -> None:
    """The dossier can name the model and its version."""
    name, version = parser_name(load_parser())
    assert name.startswith("en_core_web")
    assert version


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "?!.,;:—“”\"'()[]",
        "• \n• \n1.\n2)\n",
        "(" * 500 + "a" + ")" * 500,
        "“" * 400,
        "a" * 5000,
        "Über\u2028ﬁn\x0bal\x00 \ufeff text\r\nwith ends.",
        "She said " * 400,
        "Brandt, the mayor, " * 200 + "left.",
        "\u202eevil text\u202c said Brandt.",
        "😀 said “😀” on Monday 😀.",
    ],
)
def test_no_input_makes_reading_fail(
    models: Models, make_report: Callable[..., Report], text: str
) -> None:
    """Whatever the text, reading gives a value whose spans are true."""
    report = make_report(text)
    check(report, read(report, models))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            [
                "Brandt said", "that", "the bill", "would", "not", "leave", "“", "”", "\n", "\n\n",
                "• ", "if", "Norvia's", "(NPC)", "in 1971", ",", ".", "who", "may", ":", "—", "?",
                "according to", "the Gazette", "she", "1) ", "withdrawal from",
            ]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_scrambled_reports_are_read(
    models: Models, make_report: Callable[..., Report], words: list[str]
) -> None:
    """Words of reports in any order give a reading with true spans and ids in order."""
    report = make_report(" ".join(words))
    reading = read(report, models)
    check(report, reading)
    assert [s.id for s in reading.statements] == [
        f"r1.s{n}" for n in range(1, len(reading.statements) + 1)
    ]
    assert not reading.limits


def test_a_short_text_of_unknown_language_is_read_by_its_small_words(
    models: Models, make_report: Callable[..., Report]
) -> None:
    """Where nobody could tell the language, enough English function words make it English."""
    english = make_report("The pier in the town was closed on Monday.", language="und")
    assert read(english, models).statements
    other = make_report("Der Hafen in der Stadt wurde am Montag geschlossen.", language="und")
    assert not read(other, models).statements
    assert read(other, models).limits


def test_relayed_words_keep_their_speaker(
    models: Models, make_report: Callable[..., Report]
) -> None:
    """ "According to" an agency at a cue names who passed the words on, not who spoke."""
    text = "Ida Marsh said that the bridge would close, according to the Coastal News Agency."
    (said,) = read(make_report(text), models).statements
    assert [s.exact for s in said.source] == ["Ida Marsh"]
    assert [c.name.exact for c in said.carriers if c.name] == ["the Coastal News Agency"]


@pytest.mark.parametrize(
    "text",
    [
        "THE MAYOR SAID THE BRIDGE IS LOST. “WE CANNOT SAVE IT,” SHE SAID.",
        "| Name | Said |\n|---|---|\n| Marsh | “The bridge is lost,” she said |\n" * 20,
        "Marsh said “the bridge is lost. “It cannot be saved, she said. ”Nobody knows” “",
        "🌉🌊 Marsh said 🌉 is lost 😢 … “we 💔 it,” she said 🙏🏽.",
        "The mayor said the bridge is lost and " * 2_000,
    ],
)
def test_odd_text_keeps_the_laws(
    models: Models, make_report: Callable[..., Report], text: str
) -> None:
    """Capitals, tables, unbalanced quotes, emoji and endless paragraphs make no span untrue."""
    report = make_report(text)
    check(report, read(report, models))
