"""Statements: one proposition that someone puts forward, attributed or in the outlet's voice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.model.reading import Carrier, Statement
from stemma.model.when import When
from stemma.reading.actions import find_actions
from stemma.reading.modality import Force, find_force
from stemma.reading.page import Page, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

    from stemma.reading.attribution import Attribution

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is put forward, and the attribution that puts it so; none is the outlet's own voice."""

    content: tuple[Range, ...]
    attribution: Attribution | None = None


def find_statements(page: Page, attributions: list[Attribution]) -> tuple[Statement, ...]:
    """Every statement of the article in text order, with ids in that order."""
    found = [Proposition(a.content, a) for a in attributions if a.content]
    found += [Proposition(content) for content in _own_voice(page, attributions)]
    found.sort(key=lambda p: (p.content[0][0], -p.content[-1][1]))
    return tuple(_statement(page, found, i) for i in range(len(found)))


def _own_voice(page: Page, attributions: list[Attribution]) -> Iterable[tuple[Range, ...]]:
    covered = sorted(r for a in attributions for r in (*a.content, *a.cue))
    for sentence in page.sentences:
        span = sentence.span
        headline = page.report.headline
        if sentence.form == "heading" and not (headline and headline.meets(span)):
            continue
        if any(start < span.end and span.start < end for start, end in covered):
            continue
        tokens = page.tokens([(span.start, span.end)])
        if any(t.pos_ in ("VERB", "AUX") and "Fin" in t.morph.get("VerbForm", []) for t in tokens):
            yield ((span.start, span.end),)


def _statement(page: Page, all_: list[Proposition], i: int) -> Statement:
    proposition = all_[i]
    attribution = proposition.attribution
    content = page.place(proposition.content)
    tokens = page.tokens(proposition.content)
    sentence = page.sentence_at(content[0].start)
    headline = page.report.headline
    force: Force = find_force(page, tokens)
    return Statement(
        id=f"{page.report.id}.s{i + 1}",
        report=page.report.id,
        within=_within(page, all_, i),
        own_voice=attribution is None,
        headline=headline is not None and headline.meets(content[0]),
        source=page.place(attribution.source) if attribution else (),
        unnamed=attribution.unnamed if attribution else None,
        carriers=_carriers(page, attribution),
        cue=page.place(attribution.cue) if attribution else (),
        cue_lemma=attribution.cue_lemma if attribution else "",
        content=content,
        quote=attribution.quote if attribution else "none",
        kind=force.kind,
        polarity=force.polarity,
        modality=force.modality,
        stage=force.stage,
        hedges=force.hedges,
        conditions=force.conditions,
        stage_words=force.stage_words,
        when=When.unknown("the statement gives no date"),
        said=When.unknown("the sentence gives no date"),
        actions=find_actions(page, tokens),
        terms=_terms(tokens),
        section=sentence.section if sentence else (),
    )


def _carriers(page: Page, attribution: Attribution | None) -> tuple[Carrier, ...]:
    if attribution is None:
        return ()
    try:
        from stemma.reading.carriers import find_links
    except ImportError:
        return ()
    found: list[Carrier] = []
    for step, link in enumerate(find_links(page.doc, attribution)):
        names = page.place(link.source)
        place = page.place(link.words) or names
        if place:
            name = names[0] if names else None
            found.append(Carrier(name=name, mode=link.mode, place=place, step=step))
    return tuple(found)


def _within(page: Page, all_: list[Proposition], i: int) -> str | None:
    """The id of the smallest other proposition whose content holds this one and its frame."""
    inner = all_[i]
    if inner.attribution is None:
        return None
    needed = (*inner.content, *inner.attribution.cue)
    best: tuple[int, int] | None = None
    for k in range(i - 1, -1, -1):
        outer = all_[k]
        if all(any(s <= a and b <= e for s, e in outer.content) for a, b in needed):
            size = sum(e - s for s, e in outer.content)
            best = min(best, (size, k)) if best else (size, k)
    return f"{page.report.id}.s{best[1] + 1}" if best else None


def _terms(tokens: list[Token]) -> tuple[str, ...]:
    """Lowercase lemmas of the content words, in order."""
    return tuple(
        (t.lemma_ or t.text).lower()
        for t in tokens
        if t.pos_ in _CONTENT and any(c.isalnum() for c in t.text)
    )
