"""What is put forward: attributed content that says something, and what the outlet itself says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.carriers import find_links
from stemma.reading.events import EVENT_NOUNS
from stemma.reading.grammar import has_subject, is_finite, is_verbal
from stemma.reading.lexicon import EVIDENTIAL_ADVERBS, VIEW_NOUNS
from stemma.reading.page import Page, Range
from stemma.reading.predicate import INTENDING_NOUNS, find_predicate, is_infinite
from stemma.reading.stage import MEASURES
from stemma.reading.stances import stance_of, takes_stand
from stemma.reading.unsaid import is_unsaid

if TYPE_CHECKING:
    from spacy.tokens import Token

    from stemma.reading.attribution import Attribution

_PUTTING = frozenset(
    lemma.replace("_", " ")
    for lemma in (
        "announce propose call_for demand urge want pledge promise offer recommend request "
        "advocate advocate_for threaten unveil intend plan suggest allege allege threat plea "
        "plea_for proposal proposal_for warning warning_of warn_of predict forecast push_for "
        "demand_for appeal_for ask_for argue_for campaign_for plead_for"
    ).split()
)
# What the writer sees, rather than what anybody says.
_SEEMING = frozenset({"appear", "seem", "look"})
# What is done to a measure or a person, rather than said of them.
_ACTS = frozenset(
    lemma.replace("_", " ")
    for lemma in (
        "reject approve sign ratify submit introduce issue vote_for vote_against nominate name "
        "appoint order release publish write share show take attack accept send table pass adopt "
        "write_about know know_about forward read discover disclose call call_on attack_on"
    ).split()
)
_FEW = 3  # words of a quotation that need no statement beside the one that holds them


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is put forward. No attribution means: nobody but the outlet, or an unnamed quotation.

    `tokens` are the words that are read for what it says; `head` is its predicate where their
    order would not show it.
    """

    content: tuple[Range, ...]
    tokens: list[Token]
    attribution: Attribution | None = None
    quoted: bool = False
    head: Token | None = None


def attributed(page: Page, attributions: Iterable[Attribution]) -> list[Proposition]:
    """The attributions whose content says something, with that content, each told once."""
    found: list[Proposition] = []
    beside: dict[int, list[Attribution]] = {}
    for whole in attributions:
        beside.setdefault(page.number_at(whole.cue[0][0]), []).append(whole)
    given = [one for group in beside.values() for one in group if not _relays(page, one, group)]
    for one in given:
        tokens = page.tokens(one.content)
        if tokens and not _is_unsaid(page, one) and _says_something(page, tokens, one):
            found.append(Proposition(one.content, tokens, one))
    covering = by_sentence(page, found)
    return [
        p
        for p in found
        if not any(_repeats(page, p, other) for other in covering.get(_at(page, p), ()))
    ]


def by_sentence(page: Page, propositions: list[Proposition]) -> dict[int, list[Proposition]]:
    """For each sentence, by number, the propositions whose content touches it, in their order."""
    covering: dict[int, list[Proposition]] = {}
    for one in propositions:
        touched = {
            number
            for start, end in one.content
            for number in range(page.number_at(start), page.number_at(end - 1) + 1)
        }
        for number in touched:
            covering.setdefault(number, []).append(one)
    return covering


def _at(page: Page, one: Proposition) -> int:
    return page.number_at(one.content[0][0])


def _relays(page: Page, one: Attribution, beside: Iterable[Attribution]) -> bool:
    """Whether `one` only says through whom another's words came ("…, according to the agency").

    The words of its cue are then a link of the other, whose words it holds; `beside` have their
    cues in the same sentence.
    """
    return any(
        _meet((link.words,), one.cue)
        for other in beside
        if other is not one and _lies_in(other.content, one.content)
        for link in find_links(page.doc, other)
    )


def _is_unsaid(page: Page, one: Attribution) -> bool:
    return is_unsaid(page.tokens(one.source), page.tokens(one.cue), page.tokens(one.content))


def _repeats(page: Page, one: Proposition, other: Proposition) -> bool:
    """Whether `one` only says again, of the same speaker, a part of what `other` says.

    "In her view" within what she says; "she would propose X" within what she says; two cues of
    one word. A part without the rest would lose its conditions and its hedges.
    """
    mine, its = one.attribution, other.attribution
    if mine is None or its is None or one is other:
        return False
    if mine.cue_lemma in EVIDENTIAL_ADVERBS:
        return _lies_in(its.cue, one.content) and _meet(its.content, one.content)
    if not _lies_in(one.content, other.content):
        return False
    few = len([t for t in one.tokens if t.is_alpha]) <= _FEW
    if few and mine.quote != "indirect" and one.content != other.content:
        return True
    if not _same_speaker(page, mine, its):
        return False
    if _meet(mine.cue, its.cue):
        return one.content != other.content
    cue = {t.i for t in page.tokens(mine.cue)}
    if not _lies_in(mine.cue, other.content):
        return False
    predicate = find_predicate(other.tokens)
    chain = {t.i for t in predicate.chain} if predicate else set()
    return bool(cue & chain) or mine.cue_lemma in VIEW_NOUNS


def _same_speaker(page: Page, one: Attribution, other: Attribution) -> bool:
    """Whether the inner source is a pronoun for the outer one, or its own noun of intending."""
    if one.source == other.source:
        return True
    if not one.source or not other.source:
        return False
    tokens = page.tokens(one.source)
    if all(t.pos_ in ("PRON", "DET") for t in tokens):
        return True
    return any(t.lemma_.lower() in INTENDING_NOUNS for t in tokens)


def _lies_in(inner: Iterable[Range], outer: tuple[Range, ...]) -> bool:
    return all(any(s <= a and b <= e for s, e in outer) for a, b in inner)


def _meet(one: tuple[Range, ...], other: tuple[Range, ...]) -> bool:
    return any(a < e and s < b for a, b in one for s, e in other)


def _says_something(page: Page, tokens: list[Token], attribution: Attribution) -> bool:
    """Whether content is a clause, an infinitive, a quotation, or names something done."""
    words = [t for t in tokens if t.is_alpha]
    if not words:
        return False
    inside = {t.i for t in tokens}
    heads = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    bare = attribution.quote == "indirect" and not any(_is_clausal(t) for t in heads)
    known = any(stance_of(c) for c in (attribution.cue_lemma, *(t.lemma_ for t in heads)))
    if bare and (attribution.cue_lemma in _ACTS or not known):
        return False
    if attribution.cue_lemma.split(" ")[0] in _SEEMING:
        return False
    if any(_predicates(t) for t in tokens):
        return True
    if attribution.quote in ("direct", "mixed"):
        return any(t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") for t in words)
    stand = _takes_stand(attribution.cue_lemma, tokens, heads)
    if stand or attribution.cue_lemma in _ACTS:
        return stand
    if any(t.lemma_.lower() in EVENT_NOUNS | MEASURES for t in heads):
        return True
    cue = page.tokens(attribution.cue)
    said_here = not any(t.dep_ in ("acl", "advcl") and not is_finite(t) for t in cue)
    proposing = attribution.cue_lemma in _PUTTING
    return said_here and proposing and any(t.pos_ in ("NOUN", "VERB") for t in words)


def _is_clausal(token: Token) -> bool:
    """Whether a content's head is a verb that says something, or a predicate without one."""
    return (is_verbal(token) and token.tag_ != "VBG") or token.dep_ in ("oprd", "acomp", "attr")


def _takes_stand(cue: str, tokens: list[Token], heads: list[Token]) -> bool:
    """Whether a noun phrase is what somebody denies, or judges, wants or foresees as told."""
    stance = stance_of(cue)
    if stance is None:
        return False
    if stance.kind == "evaluation" and any(t.dep_ == "oprd" for t in tokens):
        return True  # "called it unnecessary"
    if cue in _ACTS:
        return False
    if stance.kind == "fact" and stance.polarity == "negated":
        return any(t.pos_ == "NOUN" for t in heads)
    return takes_stand(stance) and _is_more_than_a_name(tokens, heads)


def _is_more_than_a_name(tokens: list[Token], heads: list[Token]) -> bool:
    """Whether a noun phrase tells what is meant, or with what it is charged ("X as a threat")."""
    if any(t.dep_ == "prep" and t.lower_ in ("as", "for") for t in tokens):
        return True
    named = any(h.pos_ == "NOUN" and list(h.children) for h in heads)
    return named and sum(t.is_alpha for t in tokens) > 1


def _predicates(token: Token) -> bool:
    """Whether a token is a verb that says something, not one that describes a noun."""
    if token.dep_ in ("amod", "aux", "auxpass", "compound"):
        return False
    if is_finite(token):
        return token.dep_ != "relcl"
    if token.tag_ == "VBN":  # "to have left", or a past tense that was taken for a participle
        clause = token.dep_ in ("ccomp", "ROOT") and has_subject(token)
        return clause or (is_infinite(token) and token.dep_ not in ("acl", "relcl"))
    if token.tag_ in ("VB", "VBG"):
        return token.dep_ not in ("acl", "relcl", "case", "prep") or token.tag_ == "VB"
    return False
