"""What kind of text a report is, told only where something says so."""

from __future__ import annotations

import re

from stemma.ingest.lines import Line, lines_of
from stemma.model.report import Genre

OPENING_LINES = 6
OPENING_WORDS = 320
SECTION_KEYS = ("section", "category", "categories", "type", "genre", "articlesection", "kind")
_OPINION = (
    r"op-?eds?|opinions?|editorials?|comment(?:ary|isfree)?|columns?|columnists?|viewpoints?|"
    r"perspectives?|guest (?:essay|column|post)|letters? to the editor|letters"
)
_ANALYSIS = (
    r"(?:news |risk |policy |in-depth )?analys[ie]s|assessments?|explain(?:er|ed)|forecasts?|"
    r"outlook|scenarios?|backgrounder|policy brief|briefing note|risk report"
)
_PRIMARY = (
    r"(?:press|media|news) (?:releases?|statements?|briefing|communiqu[eé])|"
    r"(?:joint |official |full )?(?:statement|declaration|communiqu[eé])"
    r"(?: (?:by|of|from|on)\b.*)?|"
    r"(?:remarks|speech|address|testimony) (?:by|of)\b.*|(?:full )?transcript\b.*|full text\b.*|"
    r"(?:open letter|letter) (?:from|of|by|to)\b.*|for immediate release"
)
LABELS: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("opinion", re.compile(_OPINION, re.IGNORECASE)),
    ("analysis", re.compile(_ANALYSIS, re.IGNORECASE)),
    ("primary", re.compile(_PRIMARY, re.IGNORECASE)),
)
PRIMARY_TITLE = re.compile(
    r"(?:press|media|news) (?:release|statement|communiqu[eé])\b|"
    r"(?:joint |official )?(?:statement|declaration|communiqu[eé]) (?:by|of|from)\b|"
    r"(?:remarks|speech|address|testimony) (?:by|of)\b|(?:full )?transcript\b|full text\b|"
    r"open letter\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:the )?(?:ministry|department|office|embassy|government|council|parliament|secretariat) "
    r"(?:of|for)\b",
    re.IGNORECASE,
)
VIEWS = re.compile(
    r"\b(?:views|opinions) expressed\b.{0,80}\b(?:author|writer|own)|"
    r"\b(?:the (?:writer|author)|he|she) is an? (?:\w+ ){0,3}"
    r"(?:columnist|senior fellow|contributing (?:writer|editor)|professor)\b",
    re.IGNORECASE,
)
SPLIT_LABEL = re.compile(r"\s*[:|]\s*|\s[–—-]\s")
DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:, [^\W\d_][\w. ]{1,24}){0,3}(?:, \d{1,2}(?: [A-Z][a-z]+)?)?"
    r"\s?(?:\([^()]{2,40}\)\s?)?[-–—]{1,2}\s"
)
FORECAST = re.compile(
    r"\bscenarios?\b|\bprobabilit(?:y|ies)\b|\blikelihood\b|\b(?:most|least|how) likely\b|"
    r"\bunlikely\b|\(\s?\d{1,3}\s?(?:[–-]\s?\d{1,3}\s?)?%\s?\)|\bforecast\b|\boutlook\b|"
    r"\bour assessment\b",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"\b(?:said|told|announced|stated|added|according to|accused|denied|confirmed|reported|warned|"
    r"argued|argues|noted|notes|declared|claimed|pledged|vowed|called for|called on|pointed|wrote|"
    r"says|tells|critici[sz]ed|suggested|insisted|recalled|described|explained|urged|demanded|"
    r"promised|condemned|rejected|dismissed)\b"
)
QUOTED = re.compile(r"[“\"«][^“”\"«»]{0,600}[”\"»]")
OWN_VOICE = re.compile(
    r"\b(?:I|I'm|I’m|my|we must|we should|we need|let us|let's|let’s|our readers)\b"
)


def genre_of(text: str, title: str | None, outlet: str | None, about: dict[str, str]) -> Genre:
    """The genre by label first, then by strong features; "unknown" where neither tells.

    `text` is the article without what is stripped; `about` the metadata with the address.
    """
    lines = lines_of(text)
    return (
        _labelled(lines, title, about)
        or _primary(lines, title, outlet)
        or ("opinion" if any(VIEWS.search(line.text) for line in lines[-3:]) else None)
        or ("analysis" if _forecast(lines) else None)
        or ("news" if _news(lines) else None)
        or "unknown"
    )


def _labelled(lines: list[Line], title: str | None, about: dict[str, str]) -> Genre | None:
    """A label that stands alone: before or after the title, as section, or in the address."""
    places = [about.get(key, "") for key in about if key.casefold() in SECTION_KEYS]
    path = about.get("url", "").split("?")[0].split("/")[3:-1]
    places += [part.replace("-", " ") for part in path]
    shown = [title or "", *(line.text for line in lines[:2] if len(line.words) <= 20)]
    for words in shown:
        parts = SPLIT_LABEL.split(words)
        places += [parts[0], parts[-1]] if len(parts) > 1 else []
    places += [line.text for line in lines[:3] if len(line.words) <= 3]
    for genre, label in LABELS:
        if any(label.fullmatch(place.strip(" .[]()")) for place in places):
            return genre
    return None


def _primary(lines: list[Line], title: str | None, outlet: str | None) -> Genre | None:
    """An office's own words: it is the outlet, or the title says what kind of paper it is."""
    if outlet and OFFICE.match(outlet):
        return "primary"
    heads = [title or "", *(line.text for line in lines[:2])]
    return "primary" if any(PRIMARY_TITLE.match(head) for head in heads) else None


def _forecast(lines: list[Line]) -> bool:
    """Headings or items, not sentences of the text, that weigh what may come."""
    heads = [line for line in lines if len(line.words) <= 14 and not line.text.endswith((".", "”"))]
    return sum(bool(FORECAST.search(line.text)) for line in heads) >= 2


def _news(lines: list[Line]) -> bool:
    """A dateline, or an opening that puts what it says in the mouth of others."""
    if any(DATELINE.match(line.text) for line in lines[:OPENING_LINES]):
        return True
    words = " ".join(line.text for line in lines)[: OPENING_WORDS * 6]
    unquoted = QUOTED.sub(" ", words)
    return len(REPORTING.findall(unquoted)) >= 3 and not OWN_VOICE.search(unquoted)
