"""Words that stand for an actor: names, nominals and pronouns that speak."""

from __future__ import annotations

from stemma.model.reading import ActorKind, Mention
from stemma.reading.page import Page

_KINDS: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}


def find_mentions(page: Page) -> tuple[Mention, ...]:
    """Every name in the article, in order."""
    found: list[Mention] = []
    for entity in page.doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None or (kind == "group" and entity.root.pos_ == "ADJ"):
            continue
        start, end = entity.start_char, entity.end_char
        if entity[0].lower_ == "the" and len(entity) > 1:
            start = entity[1].idx
        if len(entity) > 1 and entity[-1].tag_ == "POS":
            end = entity[-1].idx
        span = page.span(start, end)
        if span.exact:
            found.append(Mention(span=span, kind=kind, form="name", name=span.exact))
    return tuple(found)
