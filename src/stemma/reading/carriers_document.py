"""Carriers of a whole report: agencies in datelines, source lines, staff and reprint notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import running_text
from stemma.reading.carriers_lexicon import CALENDAR, LANGUAGES, OUTLET_NAMES
from stemma.reading.titles import AGENCIES, PRESS

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the chain by which words reached the report.

    `source` is who or what passed them on, `None` where nobody is named ("told reporters").
    `mode` is "spoke-to" (the press heard them), "credit" (an outlet had them first), "cites" (the
    source, or a carrier, leans on somebody), "reportedly" or "other" (the platform or document
    in which they came); `words` are the words that say so.
    """

    source: tuple[int, int] | None
    mode: str
    words: tuple[int, int]


_HEAD, _TAIL = 1500, 1200  # code points in which credits for the whole document stand
_FOOT = 6  # lines at the end that can be a source line
_LONGEST_NAME = 8  # words
_NAME = r"[A-ZÀ-Þ][\w.&’'/ -]{1,60}"
_DATELINE = re.compile(
    r"^[^\S\n]*[A-ZÀ-Þ][\w.,’'/ -]{1,60}?(?:[^\S\n][-–—]{1,2})?"
    rf"(?:[^\S\n]?\((?P<name>{_NAME})\)|[^\S\n]/(?P<slashed>[A-ZÀ-Þ][\w.’ -]{{1,40}})/[.,]?)"
    r"(?P<dash>[^\S\n]*[-–—])?(?=[^\S\n]*[-–—“\"A-ZÀ-Þ])",
    re.MULTILINE,
)
_OPENING = re.compile(
    r"^[^\S\n]*\((?P<name>[A-Z][\w.&-]{1,20}(?: [A-Z][\w.&-]{1,20}){0,2})\)"
    r"[^\S\n]*[-–—]{0,2}[^\S\n]*(?=[“\"A-Z])",
    re.MULTILINE,
)
_BEHIND_DASH = re.compile(
    r"^[^\S\n]*[A-ZÀ-Þ]{3}[\w.,’' ]{0,40}[^\S\n][-–—]{1,2}[^\S\n]?(?P<name>[A-Z][\w’ -]{1,30})\.\s",
    re.MULTILINE,
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{3}")
_NO_AGENCY = re.compile(
    r"(?:Photo|Video|Image|Updated?|File|Editor|Opinion|Read|See|Watch|Part|Graphic|Note)\b"
    r"|[A-Z](?:-[A-Z][\w.]*)?\.?$"
)
_SOURCE_LINE = re.compile(
    r"(?:(?:Original |Main )?(?:Sources?|SOURCES?|Credits?|Agency|Agencies)[^\S\n]?[:–—]"
    r"|[Vv]ia\b:?|VIA\b:?|[Rr]eports\b(?=[^\S\n][A-Z])"
    r"|(?:Reprinted|Republished|Adapted|Excerpted|Translated|Reproduced)"
    r"(?: with (?:the )?(?:kind )?permission)?,? (?:from|of|by permission of)\b"
    r"|(?:(?:This|The) (?:\w+ )?(?:article|story|report|piece|post|column|essay|op-ed) )?"
    r"(?:was |has been |is )?(?:[Oo]riginally |[Ff]irst |[Pp]reviously )"
    r"(?:published|appeared|ran|posted|printed|reported|aired)"
    r"(?: on [A-Z]?\w+ \d{1,2}(?:, \d{4})?,?)? (?:by|in|on|at|with)\b)"
    r"[^\S\n]*(?P<name>[^\n]{2,160}?)[^\S\n]*$"
)
_STAFF = re.compile(
    r"(?:^|[(\[;]|[.!?”][^\S\n])[^\S\n]*(?:(?:Additional |Further )?[Rr]eporting (?:by|from)|With "
    r"(?:additional )?(?:reporting|files|material|contributions|inputs?) (?:by|from))"
    r"[^\S\n](?P<name>[^\n;()\[\]]{2,160})"
)
_CONTRIBUTED = re.compile(
    r"(?:^|(?<![A-Z])[.!?”)][^\S\n]|[•*—–-][^\S\n]?)[^\S\n]*(?P<name>[A-ZÀ-Þ][^\n]{1,200}?)"
    r" (?:also )?contributed "
    r"(?:(?:reporting|research|material) )?to (?:this|the) (?:report|story|article|piece|post)\b"
)
_OUTLET_OF_STAFF = re.compile(
    r"(?:The )?(?P<name>[A-Z]{2,5}(?= (?:[A-Z]\w+ ){0,2}(?:Analyst|Correspondent|Director|Editor"
    r"|Producer|Reporter|Writer)\b)|[A-Z][\w.&-]+(?: [A-Z][\w.&-]+){0,3}?(?= ?['’]s? [A-Z]"
    r"| (?:(?:staff|news|political|business) )?(?:writers?|reporters?|correspondents?"
    r"|journalists?|staff|producers?)\b))"
)
_OF_OUTLET = re.compile(r"(?:[\w.-]+ ){1,4}(?:of|for|from|at|with) (?P<name>(?:the |The )?[A-Z].*)")
_MARK = re.compile(rf"(?:^|[.!?”\"])[^\S\n]*[(\[](?P<name>{_NAME})[)\]][^\S\n]*$")
_SIGNED = re.compile(
    rf"(?:^|[.!?”\"’)])[^\S\n]*(?:[-–—]{{1,3}}[^\S\n]*(?P<name>{_NAME})"
    rf"|(?P<first>{_NAME}?) reports)[^\S\n]?\.?[^\S\n]*$"
)
_COPYRIGHT = re.compile(
    r"(?:(?:Copyright|©|\([cC]\))[^\S\n]*){1,3}(?:\d{4},?[^\S\n])?(?:by )?"
    rf"(?P<name>{_NAME})"
)
_RUN_ON = re.compile(r"[.!?”\"’)][^\S\n]+(?=(?:Sources?: |[Vv]ia [A-Z]|Reprinted ))")
_APART = re.compile(r", (?:and )?|; | and | & | \| ")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:/\S*)?$")
_ENDING = re.compile(r"(?<=[a-z\d”)]{2})\.(?=\s)|(?<=”) by ")
_SMALL = frozenset("of the and for de la le du & -".split())
_OUTER = "“”\"'‘’ .,()[]*•"


def find_document_links(doc: Doc) -> list[Link]:
    """Credits for the whole document, in text order: dateline, source line, staff note.

    Those of one line have the same words: they stand side by side.
    """
    text = running_text(doc)
    found = set(_opening(text[:_HEAD]))
    lines = list(_lines(text, max(0, len(text) - _TAIL)))
    for at, line in lines:
        found |= set(_staff(at, line))
    for at, line in lines[-_FOOT:]:
        found |= set(_source_line(at, line))
    for at, line in lines[-1:]:
        found |= set(_last_line(at, line))
    return sorted(found, key=lambda k: (k.words, k.source or (-1, -1)))


def is_outlet(name: str) -> bool:
    """Whether a name is a known outlet's, or has a word for an outlet in it."""
    plain = name.strip(_OUTER).lower().removeprefix("the ")
    words = set(re.split(r"[\s/.-]+", plain))
    known = plain in OUTLET_NAMES or bool(words & (PRESS | AGENCIES))
    return known or (len(words) < _LONGEST_NAME and plain.split(" ")[0] in OUTLET_NAMES)


def _opening(head: str) -> Iterator[Link]:
    """The agency of the dateline, or in brackets before the first words.

    One that is not known counts only in the first line, or behind a place in capitals, and where
    no other line is made like it: else it is a party, or what an audience does.
    """
    for pattern in (_DATELINE, _OPENING, _BEHIND_DASH):
        matches = list(pattern.finditer(head))
        for match in matches:
            group = "slashed" if match.groupdict().get("slashed") else "name"
            name = match[group]
            if _NO_AGENCY.match(name):
                continue
            dashed = pattern is not _DATELINE or match["dash"] or group == "slashed"
            shouted = _CAPITALS.match(match.group().lstrip()) is not None
            lone = len(matches) == 1 and (shouted or not head[: match.start()].strip())
            if (is_outlet(name) and (dashed or " " not in name)) or (
                lone and dashed and pattern is not _BEHIND_DASH
            ):
                words = _trimmed(match.start(), match.group())
                yield from _names(match.start(group), name, words)


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines behind `start` that have words, with where each begins."""
    for match in re.finditer(r"[^\n]*\w[^\n]*", text[start:]):
        yield start + match.start(), match.group()


def _staff(at: int, line: str) -> Iterator[Link]:
    """As in "Additional reporting by X", "X and Y contributed to this report"."""
    match = _STAFF.search(line)
    if match is not None:
        name = _ENDING.split(match["name"])[0]
        words = _trimmed(at + match.start(), line[match.start() : match.start("name") + len(name)])
        if all(w[:1].isupper() or w in _SMALL | {"in"} for w in name.split()):
            yield from _names(at + match.start("name"), name, words)
    match = _CONTRIBUTED.search(line)
    if match is not None:
        name = [*_ENDING.split(match["name"])][-1]
        start = match.end("name") - len(name)
        words = _trimmed(at + start, line[start : match.end()])
        yield from _names(at + start, name, words)


def _source_line(at: int, line: str) -> Iterator[Link]:
    """As in "Source: X", "Reprinted from X", "First published in X"."""
    first = len(line) - len(line.lstrip(" \t([•*—–-"))
    match = _SOURCE_LINE.match(line, first)
    if match is None:
        return
    name = _ENDING.split(match["name"])[0]
    if "“" in name[1:]:
        name = name[: name.index("“", 1)]
    end = match.start("name") + len(name)
    colon = line[first : match.start("name")].rstrip()[-1:] in (":", "–", "—")
    words = _trimmed(at + first, line[first:end])
    if colon or line[first].isupper() or is_outlet(name):
        yield from _names(at + match.start("name"), name, words)


def _last_line(at: int, line: str) -> Iterator[Link]:
    """What closes the document: "(Agency)", "— Agency", "Agency reports", "Source: X" run on."""
    run_on = list(_RUN_ON.finditer(line))
    if run_on:
        yield from _source_line(at + run_on[-1].end(), line[run_on[-1].end() :])
    for pattern in (_MARK, _SIGNED, _COPYRIGHT):
        match = pattern.search(line)
        if match is None:
            continue
        group = "first" if match.groupdict().get("first") else "name"
        name = _ENDING.split(match[group])[0]
        named = all(w[:1].isupper() or w in _SMALL for w in name.split())
        if named and (pattern is _MARK or is_outlet(name)):
            words = _trimmed(at + match.start(), match.group())
            yield from _names(at + match.start(group), name, words)


def _trimmed(start: int, words: str) -> tuple[int, int]:
    """The range of words without what ends the sentence before them, and blanks."""
    bare = words.lstrip(' \t.!?”";•*—–-')
    start += len(words) - len(bare)
    return start, start + len(bare.rstrip())


def _names(at: int, names: str, words: tuple[int, int]) -> Iterator[Link]:
    """A credit for each name of a list that is one; of an outlet's staff, for the outlet."""
    end = 0
    abroad = False
    for part in _parts(names):
        start = names.index(part, end)
        end = start + len(part)
        name = _name_in(part)
        start += part.index(name) if name else 0
        elsewhere = abroad and len(name.split()) == 1 and not is_outlet(name)
        if _is_name(name) and not elsewhere:
            yield Link((at + start, at + start + len(name)), "credit", words)
        abroad = " in " in part  # what follows may be the rest of "in Portham, Norland"


def _parts(names: str) -> list[str]:
    """The members of a list of names; a title in quotes is one."""
    if names.startswith("“"):
        return [names]
    slashed = names.split("/")
    agencies = len(slashed) > 1 and all(is_outlet(part) for part in slashed)
    return slashed if agencies else _APART.split(names)


def _name_in(part: str) -> str:
    """The outlet of "the Gazette's Ida Lund" and "Ida Lund of the Gazette", or the whole name."""
    bare = part.strip(_OUTER)
    staff = _OUTLET_OF_STAFF.match(bare)
    if staff is not None:
        return staff["name"]
    behind = _OF_OUTLET.fullmatch(bare)
    if behind is not None and is_outlet(behind["name"]):
        return behind["name"]
    return bare.split(" in ")[0]


def _is_name(words: str) -> bool:
    """Whether words are a name: with a capital behind the article, and not a date or language."""
    parts = words.split()
    if not parts or len(parts) > _LONGEST_NAME or parts[0] in LANGUAGES | {"Staff"}:
        return False
    if _DOMAIN.fullmatch(words):
        return True
    behind = [w for w in parts if w.lower() not in ("the", "a", "an")]
    capital = bool(behind) and behind[0][:1].isupper() and parts[0][:1].isalpha()
    return capital and parts[0].strip(".,").lower() not in CALENDAR
