"""Pronouns and common nouns that speak or act, and the name that each stands for, if plain.

A pronoun within what somebody says is first of all the speaker's; else it is the one person who
is the subject of the nearest sentence that has one. Where two fit, the text leaves it open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from stemma.model.reading import ActorKind, Mention, MentionForm, Statement
from stemma.reading.forenames import MENS, WOMENS
from stemma.reading.grammar import noun_phrase
from stemma.reading.page import Page
from stemma.reading.titles import ADDRESS, BODIES, FEMALE, MALE, PRESS_NOUNS, ROLES, kind_of_noun
from stemma.reading.view import (
    HE_OR_SHE,
    SUBJECTS,
    Focus,
    Known,
    has_word,
    is_subject,
    points,
    words_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that"})
_REACH = 4  # sentences that a pronoun may look back
_OPENING = 2  # the first sentences, headline included, that may tell who before they name him
_AHEAD = 3  # sentences in which he is then named
_NOUN_REACH = 8  # sentences that "the newspaper" may look back
_ALIKE = (
    frozenset("lawmaker deputy mp senator legislator representative congressman congresswoman "
              "parliamentarian".split()),
    frozenset("leader president premier chancellor minister chief head chairman chair "
              "chairwoman chairperson ruler".split()),
    frozenset("spokesman spokeswoman spokesperson".split()),
)  # fmt: skip
_GENERAL = frozenset("politician man woman lawmaker official leader candidate".split())


def find_pointers(
    page: Page, statements: Sequence[Statement], known: Sequence[Known]
) -> Iterator[Mention]:
    """Mentions that are no names: sources that point, and "he" or "she" as a subject."""
    scene = _Scene(page, statements, known)
    for token in scene.pointing():
        form: MentionForm = "pronoun" if token.pos_ in ("PRON", "DET") else "nominal"
        words = [token] if form == "pronoun" else noun_phrase(token)
        span = page.span(words[0].idx, words[-1].idx + len(words[-1]))
        meant = scene.resolve(token, form)
        if meant is not None:
            scene.note(token, meant)
        kind = meant.mention.kind if meant else scene.kind(token, form)
        if form == "nominal" and kind == "unknown":
            continue
        yield Mention(
            span=span,
            kind=kind,
            form=form,
            name=span.exact,
            antecedent=meant.mention.span if meant else None,
        )


class _Scene:
    """Who is in view at each sentence of a report."""

    def __init__(self, page: Page, statements: Sequence[Statement], known: Sequence[Known]) -> None:
        self._page = page
        self._known = known
        self._starts = [s.span.start for s in page.sentences]
        self._focus: dict[int, Focus] = {}
        self._genders: dict[str, str] = {}
        self._sources: dict[int, list[Statement]] = {}
        self._speech: dict[int, list[Statement]] = {}
        self._at = {i: k for k in known for i in range(k.name.start, k.name.end)}
        self._by_role: dict[str, list[Known]] = {}
        for k in known:
            self._see(k)
        for statement in statements:
            if statement.source:
                self._enter(statement)

    def _see(self, k: Known) -> None:
        root = self._page.doc[k.name.start : k.name.end].root
        focus = self._focus.setdefault(self._sentence(root.idx), Focus())
        if k.mention.kind == "person" and k.name.sure:
            focus.named.append((root.i, k))
            if is_subject(root):
                focus.subjects.append((root.i, k))
            self._gender(k)
            for word in {w for r in k.mention.roles for w in r.exact.lower().split()}:
                self._by_role.setdefault(word, []).append(k)

    def _gender(self, k: Known) -> None:
        before = self._page.doc[k.name.start - 1].lower_ if k.name.start else ""
        words = {before} if before in ADDRESS else set()
        for role in k.mention.roles:
            words.update(role.exact.lower().split()[-1:])
        for word in sorted(words):
            if word in FEMALE or word in MALE:
                self._genders.setdefault(k.key, "f" if word in FEMALE else "m")
        forename = k.key.split()[0] if " " in k.key else ""
        if forename in WOMENS or forename in MENS:
            self._genders.setdefault(k.key, "f" if forename in WOMENS else "m")

    def _enter(self, statement: Statement) -> None:
        token = self._head(statement)
        if token is None:
            return
        self._sources.setdefault(token.i, []).append(statement)
        for span in statement.content:
            for number in range(self._sentence(span.start), self._sentence(span.end - 1) + 1):
                self._speech.setdefault(number, []).append(statement)
        k = self._named(token)
        if k is not None and k.mention.kind == "person":
            self._focus.setdefault(self._sentence(token.idx), Focus()).subjects.append((token.i, k))

    def _head(self, statement: Statement) -> Token | None:
        """The head word of a statement's source."""
        tokens = self._page.tokens([(s.start, s.end) for s in statement.source])
        inside = {t.i for t in tokens}
        tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
        return tops[0] if tops else None

    def _named(self, token: Token) -> Known | None:
        """The name that a word is part of, or stands beside ("the mayor, Ann Lee")."""
        if token.i in self._at:
            return self._at[token.i]
        for child in token.children:
            if child.dep_ == "appos" and child.i in self._at:
                return self._at[child.i]
        return None

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def pointing(self) -> list[Token]:
        """The tokens that point: unnamed sources, and "he" or "she" as subjects, in order."""
        found = {
            i: self._page.doc[i]
            for i in self._sources
            if self._named(self._page.doc[i]) is None and points(self._page.doc[i])
        }
        for token in self._page.doc:
            if token.dep_ in SUBJECTS and token.lower_ in ("he", "she"):
                found[token.i] = token
        return [found[i] for i in sorted(found)]

    def kind(self, token: Token, form: MentionForm) -> ActorKind:
        """The kind of what a word points at, by the word alone."""
        if form == "pronoun":
            return "person" if token.lower_ in HE_OR_SHE else "unknown"
        return kind_of_noun(token.lemma_ or token.text, token.tag_ in ("NNS", "NNPS"))

    def note(self, token: Token, meant: Known) -> None:
        """Let what was resolved be in view for what follows."""
        if meant.mention.kind == "person":
            focus = self._focus.setdefault(self._sentence(token.idx), Focus())
            focus.subjects.append((token.i, meant))

    def resolve(self, token: Token, form: MentionForm) -> Known | None:
        """The name that the token stands for; `None` where that is open."""
        if form == "nominal":
            return self._of_noun(token)
        if token.lower_ not in HE_OR_SHE:
            return None
        gender = "f" if token.lower_ in FEMALE else "m"
        meant = self._speaker(token, gender) or self._nearest(token, gender, _REACH)
        if meant is not None:
            self._genders.setdefault(meant.key, gender)
        return meant

    def _fits(self, k: Known, gender: str | None) -> bool:
        return gender is None or self._genders.get(k.key, gender) == gender

    def _speaker(self, token: Token, gender: str) -> Known | None:
        """The speaker in whose indirect words the pronoun stands."""
        for statement in self._speech.get(self._sentence(token.idx), ()):
            if not any(s.start <= token.idx < s.end for s in statement.content):
                continue
            head = self._head(statement)
            if head is None or head.i == token.i or statement.quote == "direct":
                continue
            k = self._named(head) or self._noted(head)
            if k is not None and k.mention.kind == "person" and self._fits(k, gender):
                return k
        return None

    def _noted(self, token: Token) -> Known | None:
        focus = self._focus.get(self._sentence(token.idx), Focus())
        return next((k for i, k in focus.subjects if i == token.i), None)

    def _nearest(self, token: Token, gender: str | None, reach: int) -> Known | None:
        """The one person in view at the nearest sentence that has any."""
        here = self._sentence(token.idx)
        hidden = [(s.start, s.end) for st in self._sources.get(token.i, ()) for s in st.content]
        for number in range(here, max(-1, here - reach - 1), -1):
            focus = self._focus.get(number, Focus())
            for group in (focus.subjects, focus.named):
                fitting = {
                    k.key: k
                    for i, k in group
                    if i < token.i and self._fits(k, gender) and not self._within(i, hidden)
                }
                if len(fitting) == 1:
                    return next(iter(fitting.values()))
                if fitting:
                    return None
        return None

    def _within(self, i: int, ranges: list[tuple[int, int]]) -> bool:
        at = self._page.doc[i].idx
        return any(start <= at < end for start, end in ranges)

    def _of_noun(self, noun: Token) -> Known | None:
        """Whom "the lawmaker", "the newspaper", "the party" stands for."""
        if not any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.children):
            return None
        ahead = self._named_next(noun)
        if ahead is not None:
            return ahead
        if noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "prep" for c in noun.children):
            return None
        lemma = noun.lemma_.lower()
        if noun.text.lower().endswith("old") and "year" in noun.text.lower() + words_before(noun):
            return self._nearest(noun, None, _REACH)
        if lemma in PRESS_NOUNS or lemma == "agency":
            return self._body(noun, lambda k: k.mention.kind == "outlet")
        if lemma in BODIES:
            return self._body(noun, lambda k: has_word(k, lemma))
        if lemma in ROLES or lemma in _GENERAL:
            return self._person(noun, lemma)
        return None

    def _named_next(self, noun: Token) -> Known | None:
        """Who is named right after an opening that only says what he is ("The leader of …")."""
        here = self._sentence(noun.idx)
        alike = next((group for group in _ALIKE if noun.lemma_.lower() in group), None)
        if here > _OPENING or alike is None or noun.tag_ in ("NNS", "NNPS"):
            return None
        for k in self._after(noun.i):
            away = self._sentence(k.mention.span.start) - here
            if away > _AHEAD:
                return None
            if k.mention.kind == "person":
                told = any(alike & set(r.exact.lower().split()) for r in k.mention.roles)
                return k if told else None
        return None

    def _after(self, i: int) -> Sequence[Known]:
        """The names that begin behind token `i`."""
        return self._known[bisect_right(self._known, i, key=lambda k: k.name.start) :]

    def _person(self, noun: Token, lemma: str) -> Known | None:
        alike = next((group for group in _ALIKE if lemma in group), frozenset({lemma}))
        told = {k.key: k for word in sorted(alike) for k in self._by_role.get(word, ())}
        here = self._sentence(noun.idx)
        if len(told) > 1:
            told = {key: k for key, k in told.items() if self._is_near(k.key, here)}
        if len(told) == 1:
            return next(iter(told.values()))
        if told or lemma not in _GENERAL:
            return None
        gender = "f" if lemma in FEMALE else "m" if lemma in MALE else None
        return self._nearest(noun, gender, _REACH)

    def _is_near(self, key: str, here: int) -> bool:
        """Whether somebody is named or speaks in the sentences before, or in this one."""
        return any(
            k.key == key
            for number in range(here - _REACH, here + 1)
            for _, k in self._focus.get(number, Focus()).named
        )

    def _body(self, noun: Token, fits: Callable[[Known], bool]) -> Known | None:
        """The one organisation in reach that fits."""
        here = self._sentence(noun.idx)
        last = len(self._known) - len(self._after(noun.i))
        found: dict[str, Known] = {}
        for k in reversed(self._known[:last]):
            if here - self._sentence(k.mention.span.start) > _NOUN_REACH:
                break
            if fits(k):
                found[k.key] = k
        return next(iter(found.values())) if len(found) == 1 else None
