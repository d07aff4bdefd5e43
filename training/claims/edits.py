"""Controlled edits: a sentence with one thing changed, and what the change does to it.

Each edit names its kind and where the new words stand. Some change a fact (number, date, name,
role, negation, stage, contrary), some only how strongly it is put (hedge, attribution, condition,
scope), some neither (another order, another form of a number, a synonym, less detail).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from training.claims.lexicon import (
    CONTRARIES,
    HEDGES,
    MONTHS,
    NUMBERS,
    SCOPES,
    STAGES,
    SYNONYMS,
    WEEKDAYS,
)

_SAID = re.compile(
    r",? (?:[A-Z][\w.’'-]+ )*(?:officials|police|he|she|they|the [a-z]+|[A-Z][\w’'-]+) "
    r"(?:said|says|told reporters)(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?\.$"
)
_BY_WORD = (", officials said", ", according to officials", ", a spokesman said", ", he said")
_CONDITION = re.compile(
    r"(?:^(?:If|Unless|Provided) [^,]{8,80}, )"
    r"|(?:, (?:if|unless|provided that) [^,.;]{8,80}(?=[.,]))"
)
_FIGURE = re.compile(r"\b\d[\d,]*(?:\.\d+)?\b")
_NAMED = ("PERSON", "GPE", "ORG", "NORP")


@dataclass(frozen=True, slots=True)
class Edit:
    """A text after one change: `kind`, the spans of its new words, and what the change does.

    `strength`: 1 where the text has become stronger, -1 weaker, 0 neither. `changed` is `None`
    where it can be argued whether a fact is another one.
    """

    text: str
    kind: str
    spans: tuple[tuple[int, int], ...]
    changed: bool | None
    strength: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """Names by kind, from which another is taken for one that is replaced."""

    by_kind: dict[str, list[str]]

    def other(self, kind: str, name: str, rng: random.Random) -> str | None:
        """A name of the kind that shares no word with this one."""
        known = self.by_kind.get(kind, ())
        words = set(name.lower().split())
        for _ in range(8):
            found = rng.choice(known) if known else ""
            if found and not words & set(found.lower().split()):
                return found
        return None


def _put(text: str, start: int, end: int, new: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    found = text[:start] + new + text[end:]
    spans = ((start, start + len(new)),) if new.strip() else ()
    return found, spans


def _cased(new: str, old: str) -> str:
    return new[0].upper() + new[1:] if old[:1].isupper() else new


def numbers(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """Another number; the same in words or figures; a round one with "about"."""
    text = doc.text
    for m in _FIGURE.finditer(text):
        exact = m.group()
        value = float(exact.replace(",", ""))
        if 1500 <= value <= 2100 and "," not in exact:
            continue
        factor = rng.choice((0.1, 0.5, 0.8, 1.1, 1.3, 2, 3, 10))
        new = value * factor if value > 12 else value + rng.choice((-3, -2, -1, 1, 2, 3, 7))
        if new <= 0 or new == value:
            new = value + 2
        shown = f"{new:,.1f}" if "." in exact else f"{round(new):,}"
        if shown != exact:
            yield Edit(*_put3(text, m.start(), m.end(), shown, "number"), changed=True)
        beside = re.search(r"[A-Z][a-z]{2,8}\.? $", text[: m.start()]) or re.match(
            r" [ap]\.?m|[-–:/%]", text[m.end() :]
        )
        if value in NUMBERS and exact.isdigit() and not beside:
            yield Edit(*_put3(text, m.start(), m.end(), NUMBERS[value], "form"), changed=False)
        if value >= 1e6 and value % 1e5 == 0:
            yield Edit(
                *_put3(text, m.start(), m.end(), f"{value / 1e6:g} million", "form"), changed=False
            )
    by_word = {word: value for value, word in NUMBERS.items()}
    for token in doc:
        value = by_word.get(token.lower_)
        if value is None or token.lower_ == "one":
            continue
        end = token.idx + len(token)
        other = rng.choice([w for w in by_word if w != token.lower_])
        yield Edit(*_put3(text, token.idx, end, _cased(other, token.text), "number"), changed=True)
        if value > 9:
            yield Edit(*_put3(text, token.idx, end, f"{value:g}", "form"), changed=False)


def _put3(
    text: str, start: int, end: int, new: str, kind: str
) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    found, spans = _put(text, start, end, new)
    return found, kind, spans


def dates(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """Another weekday, month or year."""
    text = doc.text
    for known in (WEEKDAYS, MONTHS):
        for m in re.finditer(rf"\b(?:{'|'.join(known)})\b", text):
            if m.group() == "May" and not re.match(r" \d", text[m.end() :]):
                continue
            other = rng.choice([w for w in known if w != m.group()])
            yield Edit(*_put3(text, m.start(), m.end(), other, "date"), changed=True)
    for m in re.finditer(r"\b(?:19|20)\d\d\b", text):
        other = str(int(m.group()) + rng.choice((-5, -2, -1, 1, 2, 4)))
        yield Edit(*_put3(text, m.start(), m.end(), other, "date"), changed=True)


def named(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """Another name; a shorter form of the same; two names of one kind in each other's place."""
    text = doc.text
    found = [e for e in doc.ents if e.label_ in _NAMED and e.text[:1].isupper()]
    for ent in found:
        other = names.other(ent.label_, ent.text, rng)
        if other is not None:
            yield Edit(*_put3(text, ent.start_char, ent.end_char, other, "name"), changed=True)
        words = ent.text.split()
        if ent.label_ == "PERSON" and len(words) > 1 and words[-1][0].isupper():
            yield Edit(*_put3(text, ent.start_char, ent.end_char, words[-1], "form"), changed=False)
    for one in found:
        for other_ent in found:
            if one.start < other_ent.start and _apart(one, other_ent):
                yield _swap(text, one, other_ent)


def _apart(one: Span, other: Span) -> bool:
    kinds = one.label_ == other.label_ and one.text != other.text
    words = set(one.text.lower().split()) & set(other.text.lower().split())
    listed = other.start - one.end <= 1 or any(
        t.dep_ == "conj" and t.head.i in range(one.start, one.end) for t in other
    )
    return kinds and not words and not listed


def _swap(text: str, one: Span, other: Span) -> Edit:
    a, b = one.start_char, other.start_char
    new = text[:a] + other.text + text[one.end_char : b] + one.text + text[other.end_char :]
    shift = len(other.text) - len(one.text)
    spans = ((a, a + len(other.text)), (b + shift, b + shift + len(one.text)))
    return Edit(new, "role", spans, changed=True)


def negations(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """A denial put in or taken out."""
    text = doc.text
    for token in doc:
        if token.dep_ == "neg" and token.lower_ in ("not", "n't", "n’t", "never"):
            start = token.idx - (text[token.idx - 1 : token.idx] == " ")
            if token.lower_ in ("not", "never"):
                yield Edit(
                    *_put3(text, start, token.idx + len(token), "", "polarity"), changed=True
                )
        if token.dep_ in ("aux", "auxpass") and token.head.dep_ in ("ROOT", "ccomp", "relcl"):
            denied = any(t.dep_ == "neg" for t in token.head.children)
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if not denied and token.lower_ not in ("to", "'s", "'re", "’s") and after is not None:
                at = token.idx + len(token)
                yield Edit(*_put3(text, at, at, " not", "polarity"), changed=True)
        elif _plain_past(token):
            new = f"did not {token.lemma_}"
            yield Edit(
                *_put3(text, token.idx, token.idx + len(token), new, "polarity"), changed=True
            )


def _plain_past(token: Token) -> bool:
    """Whether it is a main verb in the simple past, without an auxiliary or a denial."""
    main = token.tag_ == "VBD" and token.dep_ == "ROOT" and token.lemma_ not in ("be", "say")
    return main and not any(t.dep_ in ("aux", "auxpass", "neg") for t in token.children)


def hedges(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """A hedge put in or taken out."""
    text = doc.text
    for m in re.finditer(rf"\b(?:{'|'.join(HEDGES)})\b ?", text):
        if m.start() and m.group() != m.group().capitalize():
            yield Edit(*_put3(text, m.start(), m.end(), "", "hedge"), changed=None, strength=1)
    for token in doc:
        if token.dep_ == "ROOT" and token.tag_ in ("VBD", "VBZ") and token.lemma_ != "be":
            kids = [t for t in token.children if t.dep_ in ("aux", "auxpass", "neg")]
            if kids:
                continue
            start, end = token.idx, token.idx + len(token)
            adverb = rng.choice(HEDGES)
            yield Edit(*_put3(text, start, start, f"{adverb} ", "hedge"), None, -1)
            new = rng.choice(("may have ", "might have ", "is said to have "))
            if token.tag_ == "VBD" and token.lemma_ not in ("say", "have"):
                part = token.text if token.text.endswith("ed") else None
                if part:
                    yield Edit(*_put3(text, start, end, new + part, "hedge"), None, -1)
        if token.lower_ == "will" and token.dep_ == "aux":
            new = rng.choice(("may", "could", "might", "is expected to"))
            yield Edit(
                *_put3(text, token.idx, token.idx + 4, _cased(new, token.text), "hedge"), None, -1
            )
        if token.lower_ in ("may", "could", "might") and token.dep_ == "aux":
            end = token.idx + len(token)
            yield Edit(*_put3(text, token.idx, end, _cased("will", token.text), "hedge"), None, 1)


def attributions(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """A claim's source put in or taken out."""
    text = doc.text
    said = _SAID.search(text)
    if said and len(text) - len(said.group()) > 40:
        yield Edit(text[: said.start()].rstrip(',”"') + ".", "attribution", (), False, 1)
    elif text.endswith(".") and not re.search(r"\b(?:said|says|told|according)\b", text):
        new = rng.choice(_BY_WORD)
        yield Edit(*_put3(text, len(text) - 1, len(text) - 1, new, "attribution"), False, -1)


def conditions(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """A condition taken out."""
    text = doc.text
    m = _CONDITION.search(text)
    if m and len(text) - len(m.group()) > 35:
        rest = text[: m.start()] + text[m.end() :]
        rest = rest[:1].upper() + rest[1:]
        yield Edit(rest, "condition", (), None, 1)


def scopes(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """All for some, some for all."""
    text = doc.text
    for few, many in SCOPES:
        for old, new, way in ((few, many, 1), (many, few, -1)):
            for m in re.finditer(rf"\b{old}\b", text, re.IGNORECASE):
                shown = _cased(new, m.group())
                yield Edit(*_put3(text, m.start(), m.end(), shown, "scope"), True, way)


def stages(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """Planned for done, proposed for adopted."""
    text = doc.text
    for token in doc:
        if _plain_past(token):
            how = rng.choice(("plans to", "is set to", "is considering whether to", "vowed to"))
            end = token.idx + len(token)
            new = f"{how} {token.lemma_}"
            yield Edit(*_put3(text, token.idx, end, new, "stage"), True, -1)
    yield from _worded(text, STAGES, "stage", rng)


def contraries(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """A word's contrary in its place."""
    yield from _worded(doc.text, CONTRARIES, "contrary", rng)


def synonyms(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """Other words for the same; one, and as many as there are."""
    text, many = doc.text, doc.text
    for edit in _worded(text, SYNONYMS, "wording", rng):
        yield Edit(edit.text, "wording", edit.spans, False)
    for one, other in SYNONYMS:
        old, new = (one, other) if rng.random() < 0.5 else (other, one)
        many = re.sub(rf"\b{old}\b", new, many)
    if many != text:
        yield Edit(many, "wording", (), False)


def _worded(
    text: str, words: tuple[tuple[str, str], ...], kind: str, rng: random.Random
) -> Iterator[Edit]:
    for one, other in words:
        for old, new in ((one, other), (other, one)):
            for m in re.finditer(rf"\b{old}\b", text, re.IGNORECASE):
                if _titled(m.group(), old) and m.start():
                    continue
                shown = _cased(new, m.group())
                yield Edit(*_put3(text, m.start(), m.end(), shown, kind), changed=True)


def _titled(found: str, word: str) -> bool:
    """Whether a common word stands with a capital, as within a name or a headline."""
    return found[0].isupper() and word[0].islower()


def orders(doc: Doc, names: Names, rng: random.Random) -> Iterator[Edit]:
    """The time put first or last; an aside, an adjective or an adverb left out."""
    text = doc.text
    m = re.match(r"(On [A-Z][a-z]+day), (\w)", text)
    if m and text.endswith("."):
        rest = m.group(2).upper() + text[m.end() : -1]
        yield Edit(f"{rest} on {m.group(1)[3:]}.", "order", (), False)
    m = re.search(r" (on [A-Z][a-z]+day)\.$", text)
    if m:
        rest = text[: m.start()]
        lower = rest[:1].lower() if doc[0].ent_type_ == "" and doc[0].text != "I" else rest[:1]
        yield Edit(f"On {m.group(1)[3:]}, {lower}{rest[1:]}.", "order", (), False)
    m = re.search(r", (?:who|which|a|an|the) [^,]{5,60},", text)
    if m:
        yield Edit(text[: m.start()] + text[m.end() :], "less", (), False)
    for token in doc:
        if token.dep_ in ("amod", "advmod") and token.is_alpha and _droppable(token):
            new = text[: token.idx] + text[token.idx + len(token) + 1 :]
            yield Edit(_cased(new, text), "less", (), False)


def _droppable(token: Token) -> bool:
    """Whether leaving it out takes a detail away and turns nothing round."""
    light = ("new", "recent", "long", "very", "also", "then", "still", "quickly", "now", "major")
    return token.lower_ in light and token.whitespace_ == " " and token.i + 1 < len(token.doc)


EDITORS: tuple[Callable[[Doc, Names, random.Random], Iterator[Edit]], ...] = (
    numbers,
    dates,
    named,
    negations,
    hedges,
    attributions,
    conditions,
    scopes,
    stages,
    contraries,
    synonyms,
    orders,
)


def find_edits(doc: Doc, names: Names, rng: random.Random, most: int = 6) -> list[Edit]:
    """At most `most` edits of a sentence, drawn evenly from the kinds that it allows."""
    by_kind: dict[str, list[Edit]] = {}
    for editor in EDITORS:
        for edit in editor(doc, names, rng):
            if edit.text != doc.text:
                by_kind.setdefault(edit.kind, []).append(edit)
    chosen = [rng.choice(found) for _, found in sorted(by_kind.items())]
    rng.shuffle(chosen)
    return chosen[:most]
