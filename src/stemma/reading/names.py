"""Names in a report: mended, completed from acronyms and from what was missed, and classed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.name_bounds import EDGES, Name, key_of, mended, trimmed
from stemma.reading.name_kinds import peoples, settle, vote
from stemma.reading.page import Page
from stemma.reading.titles import BODIES, PARTICLES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINING = frozenset({"of", "for", "and", "the", "&"}) | PARTICLES
_SAYING = frozenset(
    "say tell add argue claim announce insist state warn declare explain note write believe think "
    "vow pledge promise ask reply admit deny suggest".split()
)


def find_names(page: Page) -> list[Name]:
    """Every name in order, none overlapping another."""
    doc = page.doc
    found = [name for entity in doc.ents for name in mended(doc, entity)]
    found = _with_expansions(doc, _apart(sorted(found, key=lambda name: name.start)))
    taken = {i for name in found for i in range(name.start, name.end)}
    found.extend(_missed(doc, found, taken))
    found = _apart(sorted(found, key=lambda name: name.start))
    found = _without_headings(page, found)
    for name in found:
        vote(doc, name)
    settle(doc, found)
    forms = {form for n in found for form in peoples(key_of(doc[n.start : n.end].text))}
    return [
        name
        for name in found
        if (name.kind != "unknown" or name.speaks) and not _only_describes(doc, name, forms)
    ]


def _only_describes(doc: Doc, name: Name, forms: set[str]) -> bool:
    """Whether a name is the adjective of another ("Danish", beside "Denmark") before a noun."""
    root = doc[name.start : name.end].root
    return root.dep_ in ("compound", "amod") and key_of(root.text) in forms


def _missed(doc: Doc, found: list[Name], taken: set[int]) -> Iterator[Name]:
    """Words in capitals that are a name elsewhere, or that speak, but were not seen as one."""
    known = {key_of(doc[n.start : n.end].text) for n in found}
    known |= {key_of(t.text) for t in doc if _is_short(doc, t.i, t.i + 1)}
    known |= {key_of(doc[n.end - 1].text) for n in found if n.kind == "person"}
    for start, end in _runs(doc, taken):
        speaks = any(t.dep_ == "nsubj" and t.head.lemma_.lower() in _SAYING for t in doc[start:end])
        speaks = (speaks and doc[end - 1].lower_ not in TITLES) or _is_short(doc, start, end)
        owns = end < len(doc) and doc[end].tag_ == "POS"
        several = end - start > 1 and (owns or not doc[start].is_sent_start)
        if speaks or several or key_of(doc[start:end].text) in known:
            for name in trimmed(doc, start, end, "unknown"):
                name.speaks, name.owns = speaks, owns
                yield name


def _runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of proper nouns, at most 6 tokens long, in which nothing is taken."""
    i = 0
    while i < len(doc):
        if i in taken or not _is_proper(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and end not in taken and _is_proper(doc[end]) and end - i < 6:
            end += 1
        yield i, end
        i = end


def _is_short(doc: Doc, start: int, end: int) -> bool:
    """Whether the word is an acronym in brackets."""
    alone = end - start == 1 and start > 0 and end < len(doc)
    return (
        alone
        and doc[start - 1].text == "("
        and doc[end].text == ")"
        and (doc[start].text.isupper() and len(doc[start]) > 1)
    )


def _is_proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.text not in EDGES


def _with_expansions(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, with the whole of each that an acronym in brackets right after it spells out."""
    whole: list[Name] = []
    for token in doc:
        if token.lower_ in BODIES and token.i > 3 and token.text[0].isupper():
            start = _paired(doc, token.i)
            if start is not None:
                whole.append(Name(start, token.i + 1, "organisation"))
        if token.i > 1 and _is_short(doc, token.i, token.i + 1):
            start = _spelt_out(doc, token.i - 1, [c for c in token.text if c.isupper()])
            if start is not None:
                whole.append(Name(start, token.i - 1, "organisation"))
    taken = {i for name in whole for i in range(name.start, name.end)}
    others = [n for n in names if taken.isdisjoint(range(n.start, n.end))]
    return sorted([*whole, *others], key=lambda name: name.start)


def _paired(doc: Doc, last: int) -> int | None:
    """Where "Coast and Harbour Union" begins, if it stands right behind "the" and is so made."""
    first, pairs = last, 0
    while first > 0 and last - first < 6:
        before = doc[first - 1]
        if before.lower_ == "the":
            return first if pairs == 1 and doc[first].text[0].isupper() else None
        pairs += before.lower_ in ("and", "&")
        if not (before.text[:1].isupper() or before.lower_ in ("and", "&")):
            return None
        first -= 1
    return None


def _spelt_out(doc: Doc, end: int, letters: list[str]) -> int | None:
    """Where the words before `end` begin whose capitals are just these letters."""
    wanted = list(letters)
    for i in range(end - 1, max(-1, end - 2 * len(letters) - 3), -1):
        token = doc[i]
        if token.text[:1].isupper() and wanted and token.text[0] == wanted[-1]:
            wanted.pop()
            if not wanted:
                return i
        elif not (token.lower_ in _JOINING or token.text == "-"):
            return None
    return None


def _without_headings(page: Page, names: list[Name]) -> list[Name]:
    """Names without those that stand only in headings, where every word has its capital."""
    doc = page.doc
    inside = [
        (sentence := page.sentence_at(doc[n.start].idx)) is None or sentence.form == "heading"
        for n in names
    ]
    keys = [key_of(doc[n.start : n.end].text) for n in names]
    body = {key for key, heading in zip(keys, inside, strict=True) if not heading}
    people = zip(names, keys, strict=True)
    lasts = {key.split()[-1] for name, key in people if name.kind == "person" and key in body}
    return [
        name
        for name, key, heading in zip(names, keys, inside, strict=True)
        if not heading or key in body or key in lasts
    ]


def _apart(names: list[Name]) -> list[Name]:
    """Names without those that overlap an earlier one."""
    kept: list[Name] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
