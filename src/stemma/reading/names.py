"""Names in a report: mended, completed from acronyms and from what was missed, and classed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.grammar import token_at
from stemma.reading.name_bounds import EDGES, Name, is_chamber, key_of, mended, trimmed
from stemma.reading.name_kinds import peoples, settle, vote
from stemma.reading.page import Page
from stemma.reading.titles import BODIES, PARTICLES, PARTISANS, PRESS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ACRONYM = re.compile(r"\(([A-Z][A-Z0-9.&-]{1,9})\)")
_PAIRED = re.compile(
    r"\bthe ([A-Z][a-z]+ (?:and|&) (?:[A-Z][\w-]+ ){0,2}([A-Z][a-z]+))\b"
)  # "the Coast and Harbour Union"
_JOINING = frozenset({"of", "for", "and", "the", "&"}) | PARTICLES
_SAYING = frozenset(
    "say tell add argue claim announce insist state warn declare explain note write believe think "
    "vow pledge promise ask reply admit deny suggest".split()
)
_PARTIES = frozenset(f"{word}s" for word in PARTISANS) | {"tories", "labour"}


def find_names(page: Page) -> list[Name]:
    """Every name in order, none overlapping another."""
    doc = page.doc
    found = [name for entity in doc.ents for name in mended(doc, entity)]
    shorts = _shortened(page)
    found = _with_expansions(page, _apart(sorted(found, key=lambda name: name.start)), shorts)
    found.extend(_missed(doc, found, shorts))
    found = _apart(sorted(found, key=lambda name: name.start))
    found = _without_headings(page, [n for n in found if _without_party(doc, n)])
    found = _partisans(doc, found)
    for name in found:
        vote(doc, name)
    settle(doc, found)
    for name in found:
        _with_campaign(doc, name)
    forms = {form for n in found for form in peoples(key_of(doc[n.start : n.end].text))}
    return [
        name
        for name in found
        if (name.kind != "unknown" or name.speaks) and not _only_describes(doc, name, forms)
    ]


def _without_party(doc: Doc, name: Name) -> bool:
    """Cut off "Republican" from "the Ohio Republican", who is somebody named before."""
    last = doc[name.end - 1]
    article = any(c.dep_ == "det" for c in last.children)
    if article and last.lower_ in PARTISANS and last.head.pos_ != "PROPN":
        name.end -= 1
        name.kind = "place"
    return name.start < name.end


def _partisans(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, the members that a party has in a chamber or a place as one ("House Tories")."""
    kept: list[Name] = []
    for name in names:
        word = doc[name.start]
        party = name.end - name.start == 1 and word.lower_ in _PARTIES
        before = kept[-1] if kept and kept[-1].end == name.start else None
        if party and before is not None and doc[name.start - 1].head.i == name.start:
            name.start = kept.pop().start
            name.kind = "group"
        kept.append(name)
    return kept


def _with_campaign(doc: Doc, name: Name) -> None:
    """Let a campaign be a body of its own, not the one who runs ("the Vale campaign")."""
    after = doc[name.end] if name.end < len(doc) else None
    if after is None or after.lower_ != "campaign" or after.dep_ == "ROOT":
        return
    runs = name.kind in ("person", "organisation", "unknown") and not is_chamber(doc[name.start])
    if runs and doc[name.end - 1].dep_ == "compound" and not doc[name.start].is_sent_end:
        name.end += 1
        name.kind = "organisation"


def _only_describes(doc: Doc, name: Name, forms: set[str]) -> bool:
    """Whether a name is the adjective of another ("Danish", beside "Denmark") before a noun."""
    root = doc[name.start : name.end].root
    return root.dep_ in ("compound", "amod") and key_of(root.text) in forms


def _missed(doc: Doc, found: list[Name], shorts: set[int]) -> Iterator[Name]:
    """Words in capitals that are a name elsewhere, or that speak, but were not seen as one."""
    known = {key_of(doc[n.start : n.end].text) for n in found}
    known |= {key_of(doc[i].text) for i in shorts}
    known |= {key_of(doc[n.end - 1].text) for n in found if _may_be_surname(doc, n)}
    known -= {key for key in known if len(key) < 3}
    taken = {i for name in found for i in range(name.start, name.end)}
    for start, end in _runs(doc, taken, known):
        chamber = end - start == 1 and is_chamber(doc[start])
        speaks = any(t.dep_ == "nsubj" and t.head.lemma_.lower() in _SAYING for t in doc[start:end])
        speaks = (speaks and doc[end - 1].lower_ not in TITLES) or start in shorts
        owns = end < len(doc) and doc[end].tag_ == "POS"
        several = end - start > 1 and (owns or not doc[start].is_sent_start)
        if speaks or several or chamber or key_of(doc[start:end].text) in known:
            for name in trimmed(doc, start, end, "unknown"):
                name.speaks, name.owns = speaks, owns
                yield name


def _may_be_surname(doc: Doc, name: Name) -> bool:
    """Whether the last word of a name can be somebody's surname: no body's or paper's word."""
    if name.kind == "person":
        return True
    plain = not any(t.lower_ in BODIES | PRESS | _JOINING for t in doc[name.start : name.end])
    several = name.end - name.start in (2, 3) and name.kind == "organisation"
    return several and plain and not doc[name.end - 1].text.isupper()


def _runs(doc: Doc, taken: set[int], known: set[str]) -> Iterator[tuple[int, int]]:
    """Stretches of proper nouns, or a `known` word, of 6 tokens at most, in which none is taken."""
    i = 0
    while i < len(doc):
        proper = _is_proper(doc[i])
        if i in taken or not (proper or _is_known(doc[i], known)):
            i += 1
            continue
        end = i + 1
        while proper and end < len(doc) and end not in taken and _is_proper(doc[end]):
            if end - i >= 6:
                break
            end += 1
        yield i, end
        i = end


def _shortened(page: Page) -> set[int]:
    """The tokens that are acronyms in brackets."""
    found = (token_at(page.doc, m.start(1)) for m in _ACRONYM.finditer(page.report.text))
    return {t.i for t in found if t is not None and t.text.isupper() and t.i > 1}


def _is_proper(token: Token) -> bool:
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.text not in EDGES


def _is_known(token: Token, known: set[str]) -> bool:
    """Whether a word with a capital is a name elsewhere, however tagged.

    At the head of a sentence only a subject without article is one ("Cutter said").
    """
    if not token.text[:1].isupper() or token.ent_type_ or key_of(token.text) not in known:
        return False
    if token.is_sent_start:
        alone = token.tag_ == "NN" and token.left_edge.i == token.right_edge.i == token.i
        return alone and token.dep_ in ("nsubj", "nsubjpass")
    return token.pos_ not in ("ADJ", "PRON", "DET")


def _with_expansions(page: Page, names: list[Name], shorts: set[int]) -> list[Name]:
    """The names, with the whole of each that an acronym in brackets right after it spells out."""
    doc = page.doc
    whole: list[Name] = []
    for match in _PAIRED.finditer(page.report.text):
        span = doc.char_span(*match.span(1))
        if span is not None and match.group(2).lower() in BODIES and _is_word(span[0]):
            whole.append(Name(span.start, span.end, "organisation"))
    for i in sorted(shorts):
        start = _spelt_out(doc, i - 1, [c for c in doc[i].text if c.isupper()])
        if start is not None:
            whole.append(Name(start, i - 1, "organisation"))
    whole = _apart(sorted(whole, key=lambda name: name.start))
    taken = {i for name in whole for i in range(name.start, name.end)}
    others = [n for n in names if taken.isdisjoint(range(n.start, n.end))]
    return sorted([*whole, *others], key=lambda name: name.start)


def _is_word(token: Token) -> bool:
    """Whether a capitalised word is no name by itself."""
    named = ("ORG", "PERSON", "GPE", "NORP")
    return token.ent_type_ not in named and not token.text.isupper()


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
        if not heading
        or key in body
        or key in lasts
        or (name.kind == "person" and key.split()[-1] in body)
    ]


def _apart(names: list[Name]) -> list[Name]:
    """Names without those that overlap an earlier one."""
    kept: list[Name] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
