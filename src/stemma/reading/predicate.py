"""The predicate of a proposition: its outermost word, and the verb that carries the matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stemma.reading.grammar import auxiliaries, children, is_finite, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

INTENDING = frozenset(
    "aim agree attempt choose commit decide hope intend offer opt plan pledge prepare "
    "promise propose resolve seek swear threaten try undertake vow want wish".split()
)
INTENDING_NOUNS = frozenset(
    "aim ambition bid commitment decision desire determination goal intent intention offer plan "
    "pledge promise proposal resolve threat vow wish".split()
)
SEEMING = frozenset({"seem", "appear", "tend"})
EXPECTED = frozenset(
    "allege assume believe consider deem estimate expect fear forecast predict presume project "
    "report rumor rumour say suppose think understand".split()
)
DOUBTING = frozenset("think believe suppose guess suspect assume imagine expect".split())
REFUSING = frozenset({"refuse", "decline", "fail", "neglect", "cease", "stop", "avoid"})
WEIGHING = frozenset(
    "consider contemplate mull weigh study explore examine discuss debate float".split()
)
READY = frozenset(
    "likely unlikely set due bound poised ready willing able unable unwilling "
    "certain sure determined prepared keen eager reluctant expected going".split()
)
_HAVING = frozenset({"have", "need", "continue", "begin", "start", "come", "go", "get", "help"})
_CHAINING = INTENDING | SEEMING | EXPECTED | REFUSING | WEIGHING | _HAVING
_LONGEST_CHAIN = 5


@dataclass(frozen=True, slots=True)
class Predicate:
    """`chain` runs from the outermost word ("wants") to the verb that carries the matter."""

    chain: tuple[Token, ...]

    @property
    def main(self) -> Token:
        """The outermost word."""
        return self.chain[0]

    @property
    def core(self) -> Token:
        """The word that carries the matter ("leave" in "does not want to leave")."""
        return self.chain[-1]


def is_infinite(verb: Token) -> bool:
    """Whether a verb, or its passive, is an infinitive, a subjunctive or ends in "-ing"."""
    return verb.tag_ in ("VB", "VBG") or any(a.tag_ in ("TO", "VB") for a in auxiliaries(verb))


def find_predicate(tokens: list[Token], head: Token | None = None) -> Predicate | None:
    """The predicate of what `tokens` say, from `head` on; `None` where there is no word at all."""
    inside = {t.i for t in tokens}
    tops = [
        t
        for t in tokens
        if (t.head.i not in inside or t.head.i == t.i) and not (t.is_punct or t.is_space)
    ]
    top = head or _best(tops)
    if top is None:
        return None
    chain = [top]
    while len(chain) < _LONGEST_CHAIN:
        following = _next(chain[-1], inside)
        if following is None:
            break
        chain.append(following)
    if len(chain) > 1 and chain[-1].pos_ == "ADJ":
        chain.pop()
    return Predicate(tuple(chain))


def _best(tops: list[Token]) -> Token | None:
    """A finite verb before another verb, a verb before a noun, the first of its kind."""
    return min(tops, key=lambda t: (_rank(t), t.i), default=None)


def _rank(token: Token) -> int:
    if is_verbal(token):
        return 0 if is_finite(token) else 1
    return 2 if token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "NUM") else 3


def _next(token: Token, inside: set[int]) -> Token | None:
    """The verb that `token` leads on to: "to leave" after "wants", "plans", "is likely"."""
    found: list[Token] = []
    if token.pos_ in ("VERB", "AUX"):
        lemma = token.lemma_.lower()
        if lemma in DOUBTING and _first_person(token):
            found = children(token, "ccomp")
        elif lemma in _CHAINING:
            found = children(token, "xcomp")
            if not found and lemma in WEIGHING:
                found = [c for c in children(token, "dobj", "ccomp") if c.tag_ == "VBG"]
        if not found and (lemma == "be" or lemma in SEEMING):
            found = [c for c in children(token, "acomp") if c.lemma_.lower() in READY]
        if not found:
            found = [c for c in children(token, "dobj") if _intends(c)]
    elif token.pos_ == "ADJ" and token.lemma_.lower() in READY:
        found = children(token, "xcomp", "ccomp")
    elif _intends(token):
        found = [c for c in children(token, "acl", "relcl") if c.tag_ == "VB"]
    found = [c for c in found if c.i in inside and c.i > token.i]
    return found[0] if found else None


def _first_person(verb: Token) -> bool:
    return any(c.lower_ in ("i", "we") for c in children(verb, "nsubj"))


def _intends(token: Token) -> bool:
    if token.pos_ != "NOUN" or token.lemma_.lower() not in INTENDING_NOUNS:
        return False
    return any(c.tag_ == "VB" for c in children(token, "acl", "relcl"))
