"""Relays: the words that say through which outlet the words of a cue came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import child, phrase
from stemma.reading.carriers_lexicon import ASKED, RELAYED
from stemma.reading.carriers_press import each, hears, is_ground, is_named, is_outlet_head
from stemma.reading.carriers_saying import Saying, Step, bare, object_after

if TYPE_CHECKING:
    from spacy.tokens import Token

_CITING = frozenset({"cite", "quote"})
_REPORTING = frozenset("report say write quote note inform announce confirm reveal".split())
_INVERTED = frozenset("reports writes reported wrote notes says informs transmits".split())
_LONGEST_TITLE = 7  # tokens
_NEAR = 5  # tokens
_RELAYS = frozenset({"according", "citing", "quoting"})
_PASSING = frozenset({"by", "in", "on", "to", "with"})
_DATING = frozenset("on in last this earlier later late first separately".split())


def hangs_on_cue(token: Token, saying: Saying) -> bool:
    """Whether a relay that is counted to the content is the cue's: by the tree, or by its place.

    Behind a comma, an outlet's "citing X" and "X reported" say how the whole came.
    """
    if token.lower_ in _RELAYS:
        return token.head.i in saying.cue or (
            token.lower_ != "according" and _apart(token, saying) and _by_outlet(saying)
        )
    return token.lower_ in _INVERTED and _ends(token, saying)


def _apart(token: Token, saying: Saying) -> bool:
    """Whether a word stands behind the cue and a comma or dash, outside quotations."""
    doc, sentence = token.doc, saying.sentence
    quoted = sum(t.is_quote for t in doc[sentence.start : token.i]) % 2
    before = doc[token.i - 1] if token.i > sentence.start else None
    behind = all(i < token.i for i in saying.cue)
    return before is not None and before.is_punct and not quoted and behind


def _by_outlet(saying: Saying) -> bool:
    return any(is_outlet_head(saying.sentence.doc[i]) for i in saying.source)


def _ends(verb: Token, saying: Saying) -> bool:
    """Whether "…, X reported" stands last in its sentence, behind the cue, outside quotations."""
    doc, sentence = verb.doc, saying.sentence
    rest = [t for t in doc[verb.i + 1 : sentence.end] if not (t.is_punct or t.is_space)]
    quoted = sum(t.is_quote for t in doc[sentence.start : verb.i]) % 2
    return not rest and not quoted and all(i < verb.i for i in saying.cue)


def relays_at(token: Token, saying: Saying) -> Iterator[Step]:
    """The relays of which `token` is the key word."""
    for read in (_according, _citing, _relayed, _reporter, _inverted, _quoting, _via):
        yield from read(token, saying)


def _according(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "According to X" beside a cue."""
    if token.lower_ != "according" or token.i in saying.cue or not saying.reaches(token):
        return
    who = object_after(token, "to")
    if who is not None and who.i not in saying.source:
        asides = (c for c in who.children if c.dep_ in ("relcl", "acl") and _after_comma(c))
        words = phrase(token) - {i for c in asides for i in phrase(c)}
        yield Step("credit", frozenset(words), tuple(each(who)))


def _after_comma(clause: Token) -> bool:
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].text == ","


def _citing(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "Citing X", and "which cited X" of an outlet."""
    if token.lemma_.lower() not in _CITING or token.i in saying.cue:
        return
    relative = token.dep_ == "relcl" and is_outlet_head(token.head)
    reaches = saying.reaches(token) or _relays_cue(token.head, saying)
    if not (token.tag_ == "VBG" or relative) or token.dep_ == "pcomp" or not reaches:
        return
    who = child(token, "dobj")
    if who is not None and who.i not in saying.source:
        outlet = relative or _outlet_before(token, saying)
        found = tuple(name for name in each(who) if is_ground(name, outlet))
        if found and found[0].i == who.i:
            yield Step("cites", frozenset({token.i} | bare(who)), found)


def _relays_cue(verb: Token, saying: Saying) -> bool:
    """Whether an outlet reports, in the clause of this verb, what the cue says."""
    who = child(verb, "nsubj")
    return who is not None and is_outlet_head(who) and any(t.i in saying.cue for t in verb.subtree)


def _outlet_before(token: Token, saying: Saying) -> bool:
    """Whether it is an outlet that cites: the source, or the name nearest before."""
    first = saying.sentence.start
    near = [t for t in token.doc[max(first, token.i - _NEAR) : token.i] if t.pos_ == "PROPN"]
    if near and is_outlet_head(near[-1]):
        return True
    return _by_outlet(saying)


def _relayed(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "Quoted by X", "obtained by X", "as first reported by X", "provided to X"."""
    if token.lower_ not in _PASSING or token.dep_ not in ("agent", "prep", "dative"):
        return
    verb, who = token.head, child(token, "pobj")
    if who is None or verb.pos_ not in ("VERB", "ADJ") or not saying.reaches(verb):
        return
    if who.i in saying.source and verb.i not in saying.source:
        return
    verb = _participle(verb, saying)
    lemma = verb.lemma_.lower()
    if token.lower_ == "by" and lemma in ASKED and verb.tag_ in ("VBN", "VBD"):
        if hears(who):
            yield Step("spoke-to", frozenset({verb.i, token.i} | bare(who)), tuple(each(who)))
        return
    passive = verb.tag_ in ("VBN", "VBD") and child(verb, "nsubj", "dobj") is None
    if lemma not in RELAYED[token.lower_] or not passive:
        return
    plain = token.lower_ == "by" and lemma in ("quote", "cite", "report")
    named = hears(who) and (is_named(who) or is_outlet_head(who))
    if named or (plain and (is_ground(who) or hears(who))):
        opening = {c.i for c in verb.children if c.i < verb.i and c.lower_ in ("as", "first")}
        words = opening | {verb.i, token.i} | bare(who)
        first = any(verb.doc[i].lower_ == "first" for i in opening)
        yield Step("credit", frozenset(words), tuple(each(who)), first)


def _participle(verb: Token, saying: Saying) -> Token:
    """The verb, or that of "was quoted as saying by X", where "by X" hangs on the second."""
    if verb.i in saying.cue and verb.tag_ == "VBG":
        for above in (verb.head, verb.head.head):
            if above.lemma_.lower() in _CITING and above.tag_ == "VBN":
                return above
    return verb


def _reporter(token: Token, saying: Saying) -> Iterator[Step]:
    """The outlet that reports, set behind a comma, what was said before ("…, X reported")."""
    if token.lemma_.lower() not in _REPORTING or token.i in saying.cue:
        return
    who = child(token, "nsubj")
    if who is None or who.i in saying.source or who.i > token.i or not is_outlet_head(who):
        return
    start = who.left_edge.i
    opened = token.doc[start - 1] if start > saying.sentence.start else None
    if opened is not None and opened.lower_ == "as":
        start, opened = start - 1, token.doc[start - 2] if start > 1 else None
    later = any(i < start for i in saying.cue)
    behind = opened is not None and opened.is_punct and opened.text != ":" and later
    before = token.doc[start].lower_ == "as" and saying.reaches(token)
    if (behind or before) and _closes(token):
        words = frozenset(range(start, token.i + 1))
        first = any(token.doc[i].lower_ == "first" for i in words)
        yield Step("credit", words, tuple(each(who)), first)


def _closes(verb: Token) -> bool:
    """Whether nothing but a date or place stands between a verb and the end of its clause."""
    doc, i, end = verb.doc, verb.i + 1, verb.sent.end
    while i < end and (doc[i].ent_type_ in ("DATE", "TIME") or doc[i].lower_ in _DATING):
        i += 1
    return i >= end or doc[i].is_punct or doc[i].is_space or doc[i].lower_ in ("citing", "quoting")


def _inverted(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "…, reports X" at the end of the sentence, however it is parsed."""
    before = token.doc[token.i - 1] if token.i > saying.sentence.start else None
    if token.lower_ not in _INVERTED or before is None or not before.is_punct:
        return
    if token.i in saying.cue:
        return
    named: list[Token] = []
    for following in token.doc[token.i + 1 : saying.sentence.end]:
        if following.is_punct or following.is_space:
            break
        named.append(following)
    if 0 < len(named) <= _LONGEST_TITLE and all(t.i not in saying.source for t in named):
        who = next((t for t in reversed(named) if t.pos_ in ("PROPN", "NOUN")), None)
        capital = named[-1].text[:1].isupper() or named[-1].lower_ == "agency"
        if who is not None and capital and (is_outlet_head(who) or is_outlet_head(named[0])):
            yield Step("credit", frozenset([token.i, *(t.i for t in named)]), (who,))


def _quoting(token: Token, saying: Saying) -> Iterator[Step]:
    """The outlet that quotes the source: "X quoted her as saying"."""
    if token.i not in saying.cue or token.lemma_.lower() not in _CITING:
        return
    who = child(token, "nsubj")
    if who is not None and who.i not in saying.source and (is_outlet_head(who) or is_named(who)):
        yield Step("credit", frozenset(phrase(who) | {token.i}), tuple(each(who)))


def _via(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "via X" and "per X", said of an outlet."""
    who = child(token, "pobj") if token.lower_ in ("via", "per") else None
    if who is not None and saying.reaches(token) and is_outlet_head(who) and is_named(who):
        yield Step("credit", frozenset({token.i} | bare(who)), tuple(each(who)))
