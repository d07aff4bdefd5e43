"""Words that say how sure a proposition is put: modal verbs, adverbs, verbs of seeming."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.model.reading import Modality
from stemma.reading.grammar import auxiliaries, children, negations
from stemma.reading.predicate import DOUBTING, EXPECTED, SEEMING, Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token


def _each(strength: Modality, words: str) -> dict[str, Modality]:
    return dict.fromkeys(words.split(), strength)


_MODALS: dict[str, Modality] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "cannot": "possible",
    "ca": "possible",
}
_ADVERBS: dict[str, Modality] = {
    **_each(
        "possible",
        "possibly perhaps maybe conceivably potentially reportedly allegedly purportedly "
        "supposedly ostensibly improbably",
    ),
    **_each(
        "probable",
        "likely probably presumably apparently seemingly evidently doubtless undoubtedly",
    ),
}
_ADJECTIVES: dict[str, Modality] = {
    **_each(
        "possible",
        "possible unlikely improbable conceivable potential alleged suspected doubtful unclear "
        "uncertain plausible implausible unrealistic purported apparent",
    ),
    **_each("probable", "likely probable expected bound poised set due"),
}
_NOUNS: dict[str, Modality] = _each(
    "possible",
    "possibility chance risk prospect rumor rumour allegation speculation suspicion likelihood "
    "probability",
)
_OPENINGS = frozenset("possibility chance prospect potential".split())
_ABLE = frozenset({"can", "could", "cannot", "ca"})
_SURE = frozenset({"most", "very", "highly", "quite", "more", "almost", "rather", "less", "least"})

Hedge = tuple[tuple["Token", ...], Modality]


def find_hedges(predicate: Predicate) -> list[Hedge]:
    """Each hedge on the predicate, its words and how sure they leave it, in text order."""
    found: dict[int, Hedge] = {}
    for link in predicate.chain:
        for words, strength in _on(link, link.i == predicate.core.i):
            found.setdefault(words[-1].i, (words, strength))
    return [found[i] for i in sorted(found)]


def _on(link: Token, is_core: bool) -> Iterator[Hedge]:
    """The hedges that stand at one word of the chain."""
    lemma = link.lemma_.lower()
    if lemma in SEEMING and (not is_core or children(link, "acomp", "oprd", "attr")):
        yield (link,), "probable"
    if not is_core and lemma in DOUBTING and children(link, "nsubj"):
        yield (link,), "probable"
    passive = any(c.dep_ == "auxpass" for c in link.children)
    if not is_core and lemma in EXPECTED and passive:
        yield (link,), "probable"
    if link.pos_ == "NOUN" and lemma in _NOUNS:
        yield (link,), _NOUNS[lemma]
    if link.pos_ == "ADJ" and link.lower_ in _ADJECTIVES and not _compared(link):
        yield _graded(link), _ADJECTIVES[link.lower_]
    if link.tag_ == "MD" and link.lower_ in _MODALS:
        yield (link,), _MODALS[link.lower_]
    for auxiliary in auxiliaries(link):
        unable = auxiliary.lower_ in _ABLE and negations(link)
        if auxiliary.lower_ in _MODALS and not unable:
            yield (auxiliary,), _MODALS[auxiliary.lower_]
    for child in children(link, "advmod", "acomp", "attr", "oprd", "nsubj", "npadvmod", "dobj"):
        yield from _beside(child)


def _beside(child: Token) -> Iterator[Hedge]:
    """A hedging adverb, adjective or noun as a complement of the verb."""
    lower, lemma = child.lower_, child.lemma_.lower()
    if child.dep_ == "advmod" and lower in _ADVERBS:
        yield _graded(child), _ADVERBS[lower]
    elif child.dep_ in ("acomp", "oprd") and lower in _ADJECTIVES and not _compared(child):
        yield _graded(child), _ADJECTIVES[lower]
    elif child.dep_ in ("attr", "nsubj") and lemma in _NOUNS and children(child, "prep", "acl"):
        yield (child,), _NOUNS[lemma]
    elif child.dep_ == "dobj" and lemma in _OPENINGS and children(child, "acl", "ccomp"):
        yield (child,), "possible"


def _compared(word: Token) -> bool:
    """Whether a likelihood is only set against another ("twice as likely", "more likely than")."""
    graded = any(c.lower_ in ("more", "less", "as") for c in children(word, "advmod"))
    around = (*word.subtree, *word.head.subtree)
    return graded and any(t.lower_ in ("than", "times", "twice") for t in around)


def _graded(word: Token) -> tuple[Token, ...]:
    """The word with the adverb of degree before it ("very likely")."""
    before = [c for c in children(word, "advmod", "neg") if c.i == word.i - 1]
    return (*[c for c in before if c.lower_ in _SURE or c.dep_ == "neg"], word)
