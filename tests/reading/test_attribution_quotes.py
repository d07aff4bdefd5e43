"""Quotations: marks of every kind, and the cues they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.reading.attribution import Attribution, find_attributions
from stemma.reading.attribution_quotes import carry, find_passages
from stemma.reading.parser import parse
from stemma.reading.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.language import Language

    from stemma.reading.models import Models

Find = Callable[[str], list[Attribution]]


@pytest.fixture(scope="module")
def find(models: Models) -> Find:
    """The attributions of a text whose lines are its paragraphs."""

    def attributions(text: str) -> list[Attribution]:
        lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
        return find_attributions(parse(models.parser, text, lines), models.attribution)

    return attributions


def contents(text: str, found: Attribution) -> list[str]:
    """The content's words, a string for each range."""
    return [text[start:end] for start, end in found.content]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("''", "''")])
def test_cue_between_two_quotations(find: Find, opening: str, closing: str) -> None:
    """Both halves around one cue are one attribution, whatever marks the report uses."""
    first = f"{opening}We will rebuild the bridge,{closing}"
    second = f"{opening}Nobody will be left behind.{closing}"
    text = f"{first} Marsh said. {second}"
    (found,) = find(text)
    assert contents(text, found) == [first, second]
    assert found.quote == "direct"


def test_sentences_before_the_cue(find: Find) -> None:
    """A quotation of several sentences is whole, though its cue governs only the last."""
    quotation = "“The bridge is old. It was never repaired. We must replace it,”"
    text = f"{quotation} said Ida Marsh, the leader of the council."
    (found,) = find(text)
    assert contents(text, found) == [quotation]


def test_paragraphs_that_open_and_never_close(find: Find) -> None:
    """Paragraphs that each open a quotation belong to the cue before them."""
    text = (
        "“The bridge is old and it was never repaired,” Marsh said.\n\n"
        "“We asked for money every year.\n\n“Nobody gave us any.”"
    )
    (found,) = find(text)
    assert len(found.content) == 3


def test_cue_and_colon_in_the_paragraph_before(find: Find) -> None:
    """A colon carries a cue over to the quotation in the next paragraph."""
    text = "Marsh issued the following statement:\n\n“The bridge is closed until we know more.”"
    (found,) = find(text)
    assert "“The bridge is closed until we know more.”" in contents(text, found)


def test_quotation_behind_an_indirect_statement(find: Find) -> None:
    """A quotation right behind an indirect statement is its source's, and goes on with it."""
    text = "Marsh said the bridge was lost. “We cannot save it any more.”"
    (found,) = find(text)
    assert contents(text, found) == ["the bridge was lost. “We cannot save it any more.”"]
    assert found.quote == "mixed"


def test_next_sentence_is_no_cue(find: Find) -> None:
    """The next sentence's subject did not say what was quoted before it."""
    text = "“They have given us their word.” The council did not answer our calls."
    assert find(text) == []


@pytest.mark.parametrize(("verb", "said"), [("thundered", True), ("has proof of it", False)])
def test_colon_and_quotation(find: Find, verb: str, said: bool) -> None:
    """Before a colon and a quotation a verb of giving out words is a cue, a verb of state none."""
    text = f"Then the mayor {verb}: “They have given us their word.”"
    assert bool(find(text)) == said


def test_is_quoted(find: Find) -> None:
    """ "He is quoted" makes its subject the source."""
    text = "“Every boat is searched,” Marsh is quoted."
    (found,) = find(text)
    assert contents(text, found) == ["“Every boat is searched,”"]


def test_two_speakers_stay_apart(find: Find) -> None:
    """A quotation left open is not given to who speaks in a later paragraph."""
    text = (
        "The mayor was clear. “The bridge is lost and we must all accept it.\n\n"
        "Police closed the road at noon.\n\n“We saved the boats,” Marsh said."
    )
    said = next(a for a in find(text) if a.cue_lemma == "say")
    assert contents(text, said) == ["“We saved the boats,”"]


def test_second_opening_mark() -> None:
    """A mark that opens while another is open starts anew, unless both are closed."""
    text = "“We are lost, he said. “Nobody knows the way,” she said."
    assert [text[q.start : q.end] for q in find_quotes(text)] == ["“Nobody knows the way,”"]
    text = "“She said “never” to me,” he said."
    assert [text[q.start : q.end] for q in find_quotes(text)] == ["“She said “never” to me,”"]
    text = "“We are lost,“ he said. “Nobody knows.”"
    assert [text[q.start : q.end] for q in find_quotes(text)] == [
        "“We are lost,“",
        "“Nobody knows.”",
    ]


def test_mixed(find: Find) -> None:
    """A content of which only a part is quoted is mixed."""
    text = "Marsh said that the bridge was “a ruin” and must go."
    (found,) = find(text)
    assert found.quote == "mixed"


def test_own_words_inside_a_quotation(find: Find) -> None:
    """A first person inside her own quotation is no second attribution."""
    text = "“I think the bridge will fall,” Marsh told reporters."
    assert [a.cue_lemma for a in find(text)] == ["tell"]


def test_titles_are_no_speech(find: Find) -> None:
    """A title in quotation marks is no quotation of anybody."""
    assert find("The film “The Last Bridge” opened on Friday.") == []


@pytest.mark.parametrize(
    "text",
    ['Norland"s bridges are old.', 'The States" policy is old.', "No marks at all.", 'A 6" pipe.'],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    """A straight mark that stands for an apostrophe opens nothing."""
    assert find_quotes(text) == []


def test_apostrophes_inside_a_quotation() -> None:
    """Marks for apostrophes inside a quotation do not close it."""
    text = 'She said "Norland"s bridges and the allies" roads are old."'
    (found,) = find_quotes(text)
    assert text[found.start : found.end] == '"Norland"s bridges and the allies" roads are old."'


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="“”\"'„«»` ab.s\n", max_size=60))
def test_any_marks_keep_the_laws(text: str) -> None:
    """Passages lie in the text, in order, apart, and never across a line break."""
    end = 0
    for q in find_quotes(text):
        assert end <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        end = q.end


def test_quotations_are_carried_to_their_end(parser: Language) -> None:
    """Who has the better half of a quotation has all of it, and what an open one goes on in."""
    text = "“We will rebuild the old bridge, said Marsh.\n\n“Nobody will be left behind.”"
    doc = parse(parser, text, [m.span() for m in re.finditer(r"[^\n]+", text)])
    first, second = find_passages(doc)
    content = frozenset(range(first.start, first.start + 7))
    (carried,) = carry(doc, [content], frozenset(), [first, second])
    assert carried >= set(range(second.start, second.end))
    assert carry(doc, [frozenset({first.start})], frozenset(), [first]) == [{first.start}]


def test_a_cue_inside_stays_out(parser: Language) -> None:
    """A quotation that holds a cue of its own is nobody's as a whole."""
    text = "“We will go, the mayor said yesterday,” Marsh said."
    doc = parse(parser, text, [(0, len(text))])
    (passage,) = find_passages(doc)
    content = frozenset(range(passage.start, passage.end - 3))
    assert carry(doc, [content], frozenset({7}), [passage]) == [content]


def test_who_was_asked_did_not_ask(find: Find) -> None:
    """A participle before the subject says that the subject was asked, by nobody named."""
    text = "Asked whether the bridge would have held in a storm, Marsh said it would."
    assert [a.cue_lemma for a in find(text) if not a.source] == ["ask"]


def test_content_ends_with_its_sentence(find: Find) -> None:
    """Content without quotation marks keeps no hole and no words of the next sentence."""
    text = "Marsh said that many of the hundreds of officers wore helmets. His departure came late."
    (found,) = [a for a in find(text) if a.cue_lemma == "say"]
    assert contents(text, found) == ["that many of the hundreds of officers wore helmets"]
