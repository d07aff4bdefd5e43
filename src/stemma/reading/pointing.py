"""Pronouns and common nouns that speak or act, and the name that each stands for, if plain.

Everybody who speaks or acts is in view, by name or not; where somebody unnamed could be meant,
or two fit, the text leaves it open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from stemma.model.reading import ActorKind, Mention, MentionForm, Statement
from stemma.reading.grammar import noun_phrase
from stemma.reading.page import Page
from stemma.reading.scene import Scene
from stemma.reading.titles import (
    BODIES,
    FEMALE,
    PARTISANS,
    PRESS_NOUNS,
    ROLES,
    kind_of_noun,
)
from stemma.reading.view import (
    HE_OR_SHE,
    SUBJECTS,
    Known,
    has_word,
    is_subject,
    may_speak,
    points,
    words_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that"})
_OPENING = 2  # the first sentences, headline included, that may tell who before they name him
_AHEAD = 3  # sentences in which he is then named
_NEAR = 4  # sentences in which one of several with a role is named
_NOUN_REACH = 8  # sentences that "the newspaper" may look back
_ALIKE = (
    frozenset("lawmaker deputy mp senator legislator representative congressman congresswoman "
              "parliamentarian".split()),
    frozenset("leader president premier chancellor minister chief head chairman chair "
              "chairwoman chairperson ruler".split()),
    frozenset("spokesman spokeswoman spokesperson".split()),
)  # fmt: skip
_GENERAL = frozenset("politician lawmaker leader candidate".split()) | PARTISANS
_OFFICES = _ALIKE[0] | _ALIKE[1] | _GENERAL | frozenset("governor mayor speaker".split())
_RULERS = frozenset("president premier chancellor king queen pope governor mayor".split())
_WHOLE = {"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general"}
_NOT_NOW = frozenset("former ex vice deputy assistant acting late then".split())


def find_pointers(
    page: Page, statements: Sequence[Statement], known: Sequence[Known]
) -> Iterator[Mention]:
    """Mentions that are no names: sources that point, and "he" or "she" as a subject."""
    pointer = _Pointer(page, statements, known)
    for token, shown in pointer.tokens():
        form: MentionForm = "pronoun" if token.pos_ in ("PRON", "DET") else "nominal"
        meant = pointer.resolve(token, form)
        if not shown:
            continue
        kind = meant.mention.kind if meant else _kind(token, form)
        if form == "nominal" and kind == "unknown":
            continue
        words = [token] if form == "pronoun" else noun_phrase(token)
        span = page.span(words[0].idx, words[-1].idx + len(words[-1]))
        yield Mention(
            span=span,
            kind=kind,
            form=form,
            name=span.exact,
            antecedent=meant.mention.span if meant else None,
        )


def _kind(token: Token, form: MentionForm) -> ActorKind:
    """The kind of what a word points at, by the word alone."""
    if form == "pronoun":
        return "person" if token.lower_ in HE_OR_SHE else "unknown"
    return kind_of_noun(token.lemma_ or token.text, token.tag_ in ("NNS", "NNPS"))


class _Pointer:
    """Resolves the pointing words of one report, in order."""

    def __init__(self, page: Page, statements: Sequence[Statement], known: Sequence[Known]) -> None:
        self._page = page
        self._known = known
        self._scene = Scene(page, statements, known)
        self._by_role: dict[str, list[Known]] = {}
        self._unnamed: dict[str, int] = {}
        for k in known:
            if k.mention.kind == "person" and k.name.sure:
                for word in sorted({w for r in k.mention.roles for w in _words(r.exact)}):
                    self._by_role.setdefault(word, []).append(k)

    def tokens(self) -> list[tuple[Token, bool]]:
        """The tokens to resolve, and whether each is a mention: a source, or "he" as a subject.

        What stands in quotations comes last, when its speakers are known.
        """
        doc = self._page.doc
        found = {t.i: False for t in self._scene.somebody()}
        for i in self._scene.sources:
            if self._scene.named(doc[i]) is None and points(doc[i]):
                found[i] = True
        found |= {t.i: True for t in doc if t.lower_ in ("he", "she") and t.dep_ in SUBJECTS}
        quoted = {i: self._scene.quote(doc[i]) >= 0 for i in found}
        return [(doc[i], found[i]) for i in sorted(found, key=lambda i: (quoted[i], i))]

    def resolve(self, token: Token, form: MentionForm) -> Known | None:
        """The name that the token stands for; `None` where that is open. Keeps it in view."""
        if form == "nominal":
            meant = self._of_noun(token)
            source = token.i in self._scene.sources
            if meant is not None or (may_speak(token) if source else not self._is_open(token)):
                self._scene.note(token, meant)
            return meant
        if token.lower_ not in HE_OR_SHE:
            return None
        gender = "f" if token.lower_ in FEMALE else "m"
        meant = self._scene.person(token, gender)
        self._scene.note(token, meant, gender)
        return meant

    def _of_noun(self, noun: Token) -> Known | None:
        """Whom "the lawmaker", "the newspaper", "the party" stands for."""
        lemma = _WHOLE.get(noun.lower_.strip("."), noun.lemma_.lower())
        if not any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.children):
            self._unnamed[lemma] = noun.i
            return None
        ahead = self._named_next(noun)
        if ahead is not None:
            return ahead
        if noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "prep" for c in noun.children):
            return None
        if noun.text.lower().endswith("old") and "year" in noun.text.lower() + words_before(noun):
            return self._in_view(noun)
        if lemma in ROLES or lemma in _GENERAL:
            return self._person(noun, lemma)
        return self._body(noun, lemma)

    def _in_view(self, noun: Token) -> Known | None:
        """The one person in view before a noun that stands in no quotation."""
        seen = self._scene.nearest(noun, None) if self._scene.quote(noun) < 0 else None
        return seen.known if seen else None

    def _named_next(self, noun: Token) -> Known | None:
        """Who is named right after an opening that only says what he is ("The leader of …")."""
        here = self._scene.sentence(noun.idx)
        alike = next((group for group in _ALIKE if noun.lemma_.lower() in group), None)
        if here > _OPENING or alike is None or noun.tag_ in ("NNS", "NNPS"):
            return None
        for k in self._after(noun.i):
            away = self._scene.sentence(k.mention.span.start) - here
            if away > _AHEAD:
                return None
            if k.mention.kind == "person":
                told = any(alike & set(_words(r.exact)) for r in k.mention.roles)
                return k if told else None
        return None

    def _after(self, i: int) -> Sequence[Known]:
        """The names that begin behind token `i`."""
        return self._known[bisect_right(self._known, i, key=lambda k: k.name.start) :]

    def _person(self, noun: Token, lemma: str) -> Known | None:
        """The one person who was said to be such a one, unless an unnamed one was since."""
        alike = next((group for group in _ALIKE if lemma in group), frozenset({lemma}))
        told = {k.key: k for word in sorted(alike) for k in self._by_role.get(word, ())}
        told = self._told_apart(noun, alike, told)
        last = max((self._unnamed.get(word, -1) for word in alike), default=-1)
        if len(told) == 1:
            k = next(iter(told.values()))
            return k if self._last_named(k.key, noun.i) > last else None
        if told or lemma not in _GENERAL or last >= 0:
            return None
        k2 = self._in_view(noun)
        return k2 if k2 is not None and self._holds_office(k2) else None

    def _told_apart(
        self, noun: Token, alike: frozenset[str], told: dict[str, Known]
    ) -> dict[str, Known]:
        """Of those who were said to be such a one, those whom the noun's own words leave."""
        given = {c.lower_ for c in noun.lefts if c.text[:1].isupper() and c.dep_ != "det"}
        given -= PARTISANS
        if given:
            own = {key: k for key, k in told.items() if given & self._roles_of(key)}
            other = any(self._is_placed(key) for key in told)
            told = own or ({} if other else told)
        if alike & _RULERS:
            told = {key: k for key, k in told.items() if self._rules(key, alike)}
        if len(told) > 1:
            bare = {key: k for key, k in told.items() if self._is_bare(key, alike)}
            told = bare if len(bare) == 1 else told
        if len(told) > 1:
            seen = self._in_view(noun)
            if seen is not None and seen.key in told:
                return {seen.key: seen}
            here = self._scene.sentence(noun.idx)
            told = {key: k for key, k in told.items() if self._is_near(key, noun.i, here)}
        return told

    def _roles_of(self, key: str) -> set[str]:
        return {w for k in self._known if k.key == key for r in k.mention.roles
                for w in _words(r.exact)}  # fmt: skip

    def _is_placed(self, key: str) -> bool:
        """Whether a role of somebody says of where or of what he is one ("the Danish minister")."""
        return any(
            word[:1].isupper()
            for k in self._known
            if k.key == key
            for r in k.mention.roles
            for word in r.exact.split()[:-1]
        )

    def _is_bare(self, key: str, alike: frozenset[str]) -> bool:
        """Whether somebody bears the title itself: "President", not "former president of …"."""
        return any(
            words and words[-1] in alike and not _NOT_NOW & set(words)
            for k in self._known
            if k.key == key
            for r in k.mention.roles
            for words in (_words(r.exact),)
        )

    def _rules(self, key: str, alike: frozenset[str]) -> bool:
        """Whether somebody is the president of more than a council or a company."""
        return any(
            alike & set(words) and not BODIES & set(words)
            for k in self._known
            if k.key == key
            for r in k.mention.roles
            for words in (_words(r.exact),)
        )

    def _is_open(self, noun: Token) -> bool:
        """Whether "the deputy speaker" may be a new word for whoever is in view.

        So it is where nobody was said to be one, by name or without.
        """
        lemma = noun.lemma_.lower()
        alike = next((group for group in _ALIKE if lemma in group), frozenset({lemma}))
        definite = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.children)
        told = any(word in self._by_role or word in self._unnamed for word in alike)
        return definite and not told and bool(alike & _OFFICES)

    def _holds_office(self, k: Known) -> bool:
        return bool(self._roles_of(k.key) & _OFFICES)

    def _last_named(self, key: str, i: int) -> int:
        return max((k.name.start for k in self._known if k.key == key and k.name.start < i),
                   default=-1)  # fmt: skip

    def _is_near(self, key: str, i: int, here: int) -> bool:
        """Whether somebody is named in the sentences before, or in this one."""
        at = self._last_named(key, i)
        return at >= 0 and here - self._scene.sentence(self._page.doc[at].idx) <= _NEAR

    def _body(self, noun: Token, lemma: str) -> Known | None:
        """The one organisation in reach of "the newspaper", "the party", "the agency"."""
        if lemma == "agency":
            named = any(c.pos_ == "PROPN" for c in noun.lefts)
            return None if named else self._agency(noun)
        found: dict[str, Known] = {}
        for k in self._before(noun):
            press = lemma in PRESS_NOUNS and k.mention.kind == "outlet"
            if press or (lemma in BODIES and has_word(k, lemma)):
                found[k.key] = k
        return next(iter(found.values())) if len(found) == 1 else None

    def _agency(self, noun: Token) -> Known | None:
        """The organisation or outlet that was the last to say or do something."""
        for k in self._before(noun):
            if k.mention.kind in ("organisation", "outlet"):
                root = self._page.doc[k.name.start : k.name.end].root
                if is_subject(root) and self._scene.quote(root) < 0:
                    return k
        return None

    def _before(self, noun: Token) -> Iterator[Known]:
        """The names before a noun that are in its reach, the nearest first."""
        here = self._scene.sentence(noun.idx)
        last = len(self._known) - len(self._after(noun.i))
        for k in reversed(self._known[:last]):
            if here - self._scene.sentence(k.mention.span.start) > _NOUN_REACH:
                return
            yield k


def _words(role: str) -> list[str]:
    words = (word.strip(".,") for word in role.lower().split())
    return [_WHOLE.get(word, word) for word in words]
