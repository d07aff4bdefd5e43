"""Carriers: through whom a statement reached its readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from stemma.reading.attribution import Attribution
from stemma.reading.carriers import Link, find_links
from stemma.reading.parser import parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Found = tuple[str, str | None, str]
_MARKS = {"[": "]", "{": "}", "<": ">"}  # source, cue, content


def read(parser: Language, text: str) -> Doc:
    """The parse of a text whose lines are its paragraphs."""
    return parse(parser, text, [m.span() for m in re.finditer(r"[^\n]+", text)])


def unmark(marked: str) -> tuple[str, Attribution]:
    """The text of "[source] {cue} <content>", and its attribution."""
    text = ""
    ranges: dict[str, list[tuple[int, int]]] = {mark: [] for mark in _MARKS}
    for part in re.split(r"(\[[^\]]*\]|\{[^}]*\}|<[^>]*>)", marked):
        words = part[1:-1] if part[:1] in _MARKS and part else part
        if part[:1] in _MARKS and part:
            ranges[part[0]].append((len(text), len(text) + len(words)))
        text += words
    return text, Attribution(
        source=tuple(ranges["["]),
        cue=tuple(ranges["{"]),
        content=tuple(ranges["<"]),
        cue_lemma="say",
        quote="indirect",
        unnamed=None if ranges["["] else "unnamed",
        reportedly=None,
    )


def links(parser: Language, marked: str) -> list[Found]:
    """Mode, source and words of the links of the attribution that is marked."""
    text, attribution = unmark(marked)
    return shown(text, find_links(read(parser, text), attribution))


def expected(mode: str, words: str) -> Found:
    """A link by its words, in which brackets stand around the name."""
    name = re.search(r"\[(.*?)\]", words)
    return mode, name and name[1], re.sub(r"[\[\]]", "", words)


def shown(text: str, found: list[Link]) -> list[Found]:
    """Links as words."""
    return [(k.mode, k.source and text[slice(*k.source)], text[slice(*k.words)]) for k in found]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[Marsh] {told} the Gazette <it is shut>.", "told [the Gazette]"),
        ("[Marsh] {told} reporters <it is shut>.", "told reporters"),
        ("[Marsh] {told} local media <it is shut>.", "told local media"),
        ("[Marsh] {told} a news conference <it is shut>.", "told a news conference"),
        ("[Marsh] {told} a local CBS reporter <it is shut>.", "told [a local CBS reporter]"),
        ("[Marsh] {told} the Gazette's Ida Lund <it is shut>.", "told [the Gazette's Ida Lund]"),
        ("[Marsh] {told} The Associated Press <it is shut>.", "told [The Associated Press]"),
        ("[Marsh] {told} Dawn & Dusk News <it is shut>.", "told [Dawn & Dusk News]"),
        ("[Marsh] {told} KXYZ-TV <it is shut>.", "told [KXYZ-TV]"),
        (
            "<“It is shut,”> [Marsh] {told} NBC’s “Morning Hour” on Sunday.",
            "told [NBC]’s “Morning Hour”",
        ),
        ("[Marsh] {told} CNN and lawmakers <that it is shut>.", "told [CNN] and lawmakers"),
        ("[he] {said} on Radio Norland’s programme <it shut>.", "on [Radio Norland’s programme]"),
        ("Speaking to Radio Norland, [Marsh] {said} <it is shut>.", "Speaking to [Radio Norland]"),
        ("Asked by the BBC on Monday, [Marsh] {said} <it is shut>.", "Asked by [the BBC]"),
        ("In an interview with CNN, [Marsh] {said} <it is shut>.", "interview with [CNN]"),
        ("In an interview with Ida Lund, [he] {said} <it is shut>.", "interview with [Ida Lund]"),
        ("[Marsh] {said} in a CNN interview <it is shut>.", "in a [CNN] interview"),
        ("[Marsh] {said} in a radio interview <it is shut>.", "in a radio interview"),
        ("In comments to the Gazette, [Marsh] {said} <it is shut>.", "comments to [the Gazette]"),
        ("In a statement to Coastal News, [he] {said} <it shut>.", "statement to [Coastal News]"),
        (
            "In an e-mail to harbourgazette.com, [Marsh] {said} <it is shut>.",
            "e-mail to [harbourgazette.com]",
        ),
        ("[Two engineers] {confirmed} to the Gazette <it is shut>.", "confirmed to [the Gazette]"),
        ("[Marsh, who spoke to CNN on Monday,] {said} <it is shut>.", "spoke to [CNN]"),
        (
            "[An official], speaking to Reuters on condition of anonymity, {said} <it is shut>.",
            "speaking to [Reuters]",
        ),
        (
            "[Marsh] told reporters in Portham <that it is shut>, {adding} <that it is old>.",
            "told reporters",
        ),
    ],
)
def test_heard_by_the_press(parser: Language, marked: str, wanted: str) -> None:
    """Whoever of the press hears a speaker is one link, with the words that say so."""
    assert links(parser, marked) == [expected("spoke-to", wanted)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[Marsh] {said} <it is shut>, according to Coastal News.", "according to [Coastal News]"),
        ("<“It is shut,”> {said} [Marsh], quoted by Radio Norland.", "quoted by [Radio Norland]"),
        ("[Marsh] {was quoted} by the Gazette as saying <it is shut>.", "quoted by [the Gazette]"),
        (
            "<“It is shut,”> [she] {was quoted as saying} by Interfax.",
            "quoted as saying by [Interfax]",
        ),
        ("Interfax {quoted} [her] {as saying} <it is shut>.", "[Interfax] quoted"),
        ("<“It is shut,”> [he] {said}, as quoted in the Gazette.", "as quoted in [the Gazette]"),
        (
            "[Marsh] {had said} <that it was shut>, as first reported by Coastal News.",
            "as first reported by [Coastal News]",
        ),
        ("<“It is shut,”> [Marsh] {said}, the Gazette reported.", "[the Gazette] reported"),
        ("[Marsh] {said} <it was shut>, CNN first reported on Monday.", "[CNN] first reported"),
        ("<“It is shut,”> [Marsh] {said}, reports Radio Norland.", "reports [Radio Norland]"),
        (
            "[Marsh] {said} <it is shut>, the state news agency Norpress reported.",
            "[the state news agency Norpress] reported",
        ),
        ("As Coastal News reported, [Marsh] {said} <it is shut>.", "As [Coastal News] reported"),
        ("<“It is shut,”> [Marsh] {said}, via the Associated Press.", "via [the Associated Press]"),
        ("<It is shut>, {said} [an official quoted by Interfax].", "quoted by [Interfax]"),
        ("{According to} [a transcript published by CNN], <it is shut>.", "published by [CNN]"),
        (
            "<“It is shut,”> [Marsh] {said} in remarks carried by state television.",
            "carried by [state television]",
        ),
        ("<“It is shut,”> [Marsh] {wrote} in the Gazette.", "in [the Gazette]"),
        ("In a Portham Gazette article, [he] {said} <it shut>.", "In a [Portham Gazette] article"),
    ],
)
def test_credited(parser: Language, marked: str, wanted: str) -> None:
    """An outlet that is said to have had the words is one link, with the words that say so."""
    assert links(parser, marked) == [expected("credit", wanted)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[The Gazette] {reported} <it is shut>, citing Coastal News.", "citing [Coastal News]"),
        ("[The Gazette] {reported} <that it is old, citing Radio One>.", "citing [Radio One]"),
        ("[Interfax], citing Meridian, {reported} <it is shut>.", "citing [Meridian]"),
        ("[Radio Norland], quoting “a senior aide,” {said} <it shut>.", "quoting “[a senior aide]"),
        (
            "[Nile TV] {reported} <it is shut>, citing security officials.",
            "citing [security officials]",
        ),
        (
            "[Marsh] {said} <it was shut>, citing a report by the council.",
            "citing [a report by the council]",
        ),
    ],
)
def test_cited(parser: Language, marked: str, wanted: str) -> None:
    """Whoever a source leans on by "citing" is one link; it may be a name like a place's."""
    assert links(parser, marked) == [expected("cites", wanted)]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("<“It is shut,”> [Marsh] {wrote} on Twitter.", "on [Twitter]"),
        ("<“It is shut,”> [Marsh] {wrote} on her Facebook page.", "on her [Facebook] page"),
        ("[Marsh] {said} in a Facebook post <it is shut>.", "in a [Facebook] post"),
        ("<“It is shut,”> [Marsh] {said} in a post on Telegram.", "in a post on [Telegram]"),
        ("[Marsh] took to Twitter to {say} <it is shut>.", "to [Twitter]"),
        ("[Marsh] {said} in a statement <it is shut>.", "in [a statement]"),
        ("In a press release, [the council] {said} <it is shut>.", "In [a press release]"),
        ("[Marsh] {said} in court papers <it is shut>.", "in [court papers]"),
        ("<“It is shut,”> [Marsh] {said} by email.", "by [email]"),
        ("[Marsh] {said} in an e-mail to her deputy <it is shut>.", "in [an e-mail]"),
    ],
)
def test_platform_or_document(parser: Language, marked: str, wanted: str) -> None:
    """What the words came in is one link of the mode "other"."""
    assert links(parser, marked) == [expected("other", wanted)]


@pytest.mark.parametrize("adverb", ["reportedly", "allegedly", "purportedly"])
def test_reportedly(parser: Language, adverb: str) -> None:
    """An evidential adverb at the cue is a link to nobody in particular."""
    assert links(parser, f"[Marsh] {adverb} {{said}} <it is shut>.") == [
        ("reportedly", None, adverb)
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "[Marsh] {told} her brother <it is shut>.",
        "[Marsh] {told} her mother, a journalist, <it is shut>.",
        "[Marsh] {told} his newspaper colleagues <it is shut>.",
        "[Marsh] {told} a crowd of supporters <it is shut>.",
        "[Marsh] {told} Norlanders and the council <it is shut>.",
        "[Marsh] {told} the party conference <it is shut>.",
        "[Marsh] {told} the police station <it is shut>.",
        "[Marsh] {told} the White House press secretary <it is shut>.",
        "[Marsh] {told} Fox News viewers <it is shut>.",
        "In an interview with the FBI, [Marsh] {said} <it is shut>.",
        "In interviews with officials, [the report] {said}, <it is shut>.",
        "[Marsh] {said} in the document room <it is shut>.",
        "[Marsh] {commented} <on the BBC>.",
        "[Marsh] {said} <that the mayor told reporters nothing>.",
        "[Marsh] {said} <she had not spoken to the Gazette>.",
        "[Marsh] did not speak to the Gazette but {said} <it is shut>.",
        "[Marsh] {said} <it is shut>, and Lund told reporters that it is open.",
        "[Marsh] {said} <it is shut>, citing cracks in its arches.",
        "[Marsh] {said} <it was shut>, citing the Clean Water Act.",
        "[Marsh] {said} <it was shut>, citing Hurricane Vera.",
        "[Marsh] apparently {said} <it is shut>.",
        "[CNN] {reported} <it is shut>.",
        "{As first reported by} [the Gazette], <it is shut>.",
        "<It is shut>, {according to} [Coastal News].",
    ],
)
def test_no_link(parser: Language, marked: str) -> None:
    """Listeners, reasons, denials, what was said itself and the source pass nothing on."""
    assert links(parser, marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[Marsh] {pledged}, according to Coastal News and the Gazette, <that it will open>.",
        "[Marsh] {said} <it will open>, Coastal News and the Gazette reported.",
        "[She] {was quoted} by Coastal News and the Gazette as saying <it will open>.",
        "[Marsh] {told} Coastal News and the Gazette <that it will open>.",
    ],
)
def test_side_by_side(parser: Language, marked: str) -> None:
    """Two carriers named together are two links with the same words: one step."""
    found = links(parser, marked)
    assert [name for _, name, _ in found] == ["Coastal News", "the Gazette"]
    assert len({words for _, _, words in found}) == 1


@pytest.mark.parametrize(
    ("marked", "chain"),
    [
        (
            "[Marsh] {said} <it is shut>, according to Interfax, citing Meridian.",
            "Meridian > Interfax",
        ),
        ("[he] {said} <it shut>, Interfax reported, citing Meridian.", "Meridian > Interfax"),
        (
            "[Marsh] {said} <it is shut>, according to Interfax, which cited the Ledger paper.",
            "the Ledger paper > Interfax",
        ),
        ("[he] {told} Norland TV <it shut>, Coastal News reported.", "Norland TV > Coastal News"),
        ("According to Coastal News, [Marsh] {told} CNN <it is shut>.", "CNN > Coastal News"),
        ("[Marsh] {told} the Gazette in a statement <it is shut>.", "a statement > the Gazette"),
        ("[he] {said} in a letter obtained by the Gazette <it is shut>.", "a letter > the Gazette"),
        ("<“It is shut,”> [she] {wrote} on Twitter, CNN reported.", "Twitter > CNN"),
    ],
)
def test_one_through_another(parser: Language, marked: str, chain: str) -> None:
    """Carriers in series are links with words of their own, nearest to the speaker first."""
    found = links(parser, marked)
    assert [name for _, name, _ in found] == chain.split(" > ")
    assert len({words for _, _, words in found}) == len(found)
