"""Settings: to whom of the press, where, or in what document somebody spoke."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import child
from stemma.reading.carriers_lexicon import (
    ABOUT,
    BROADCASTERS,
    COURT_PAPERS,
    MESSAGES,
    OCCASIONS,
    OF_COURTS,
    OUTLET_NAMES,
    PAPERS,
    PIECES,
    PLATFORMS,
    SHOWS,
    TITLE_WORDS,
)
from stemma.reading.carriers_press import (
    each,
    hears,
    is_call_sign,
    is_named,
    is_outlet_head,
    may_ask,
)
from stemma.reading.carriers_saying import Saying, Step, bare, core, object_after

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = frozenset({"tell", "inform"})
_TALKING = frozenset(
    "speak talk say confirm comment explain write appear chat tell state admit reveal email "
    "acknowledge add declare respond disclose argue".split()
)
_WRITING = frozenset("write argue say publish publication state report".split())
_SENT = frozenset({"email", "e-mail", "message", "tweet", "letter", "text"})
_JOINED = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod"})


def settings_at(token: Token, saying: Saying) -> Iterator[Step]:
    """The settings of which `token` is the key word, unless it is denied."""
    if not _denied(token):
        for read in (_told, _spoken, _occasion, _aired, _written, _paper, _platform):
            yield from read(token, saying)


def _told(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "Told X", "told reporters"."""
    if token.lemma_.lower() in _TELLING and token.i in saying.family:
        who = child(token, "dobj", "dative") or _next_name(token)
        who = _before_subject(who) if who is not None else None
        if who is None or _cut_short(who):
            return
        heard = tuple(name for name in each(who) if hears(name))
        if heard:
            words = {token.i}.union(*(bare(name) for name in heard))
            yield Step("spoke-to", frozenset(words), heard)


def _before_subject(who: Token) -> Token:
    """The outlet, where the parse has run it into the next clause's subject.

    Of "told Norland News Marsh did not …", "News".
    """
    after = who.doc[who.i + 1] if who.i + 1 < who.sent.end else who
    finite = after.tag_ in ("VBD", "VBZ", "VBP", "MD")
    if not finite or who.pos_ != "PROPN" or who.lower_ in TITLE_WORDS | OUTLET_NAMES:
        return who
    outlets = [c for c in who.children if c.dep_ == "compound" and is_outlet_head(c)]
    return outlets[-1] if outlets and outlets[-1].i == who.i - 1 else who


def _cut_short(who: Token) -> bool:
    """Whether the parse has cut a listener in two ("his newspaper | colleagues")."""
    after = who.doc[who.i + 1] if who.i + 1 < who.sent.end else None
    return after is not None and after.pos_ == "NOUN" and after.dep_ == "dobj"


def _next_name(verb: Token) -> Token | None:
    """The name right behind "told", where the parse takes it for part of what was said."""
    i, end = verb.i + 1, verb.sent.end
    while i + 1 < end and verb.doc[i + 1].pos_ == "PROPN" and verb.doc[i].pos_ in ("PROPN", "DET"):
        i += 1
    named = i < end and verb.doc[i].pos_ in ("PROPN", "NOUN")
    return verb.doc[i] if named and hears(verb.doc[i]) else None


def _spoken(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "Speaking to X", "in an interview with X", "in comments to X"."""
    lemma = token.lemma_.lower()
    verb = token.pos_ in ("VERB", "AUX") and lemma in _TALKING
    if not (verb or lemma in MESSAGES) or not saying.reaches(token):
        return
    for preposition in ("to", "with", "for", "by") if not verb else ("to", "with"):
        who = object_after(token, preposition)
        if who is None or (preposition == "by" and lemma != "interview"):
            continue
        asks = lemma == "interview" and preposition != "for"
        heard = tuple(name for name in each(who) if hears(name) or (asks and may_ask(name)))
        if token.i not in saying.source:
            heard = tuple(name for name in heard if name.i not in saying.source)
        if heard:
            words = {_start(token), who.head.i}.union(*(bare(name) for name in heard))
            yield Step("spoke-to", frozenset(words), heard)


def _start(word: Token) -> int:
    """Where a word begins that the tokenizer may have cut at its hyphen ("e-mail")."""
    cut = word.i > 1 and word.doc[word.i - 1].text == "-" and not word.doc[word.i - 1].whitespace_
    return word.i - 2 if cut else word.i


def _occasion(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "In an interview", "at a news conference", where nobody is named."""
    if token.lemma_.lower() not in OCCASIONS or token.dep_ not in ("pobj", "conj"):
        return
    if any(token.doc[i].lemma_.lower() in ("tweet", "post") for i in saying.cue):
        return
    before = token.head
    held = token.lemma_.lower() == "interview" or hears(token)
    other = any(object_after(token, preposition) for preposition in ("with", "by", "to"))
    if held and not other and before.lower_ in ("in", "at", "during") and saying.reaches(before):
        outlet = _outlet_inside(token)
        yield Step("spoke-to", frozenset({before.i} | core(token)), (outlet,) if outlet else ())


def _outlet_inside(noun: Token) -> Token | None:
    """The outlet named before a noun: in "a CNN interview", "a Harbour Gazette article"."""
    return next(
        (
            c
            for c in noun.children
            if c.dep_ in ("compound", "poss", "nmod") and c.pos_ == "PROPN" and is_outlet_head(c)
        ),
        None,
    )


def _aired(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "On X's programme", "on Channel X", "in an interview on X"."""
    if token.lower_ != "on" or token.dep_ != "prep":
        return
    above, who = token.head, child(token, "pobj")
    spoken = above.pos_ in ("VERB", "AUX") and above.lemma_.lower() not in ABOUT
    if who is None or not (spoken or above.lemma_.lower() in OCCASIONS | {"appearance"}):
        return
    if saying.reaches(above) and _airs(who):
        yield Step("spoke-to", frozenset({token.i} | bare(who)), (who,))


def _airs(who: Token) -> bool:
    """Whether this is a broadcaster or a programme of somebody's."""
    beside = [t for t in who.subtree if t.i == who.i or t.dep_ in ("compound", "poss", "nmod")]
    nouns = (t for t in beside if t.pos_ in ("PROPN", "NOUN"))
    if any(t.lower_ in BROADCASTERS or is_call_sign(t) for t in nouns):
        return who.pos_ == "PROPN" or who.lemma_.lower() in SHOWS | BROADCASTERS
    if who.lemma_.lower() in SHOWS:
        return any(t.pos_ == "PROPN" for t in beside)
    return who.pos_ == "PROPN" and is_outlet_head(who) and is_show_title(who)


def is_show_title(who: Token) -> bool:
    """Whether a name without an outlet is a programme's: in inverted commas."""
    start = who.left_edge.i
    return start > 0 and (who.doc[start].is_quote or who.doc[start - 1].is_quote)


def _written(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "Wrote in X", "in an article for X"."""
    if token.lower_ not in ("in", "for") or token.dep_ != "prep":
        return
    above, who = token.head, child(token, "pobj")
    piece = above.lemma_.lower() in PIECES
    if who is None or not (piece or (above.lemma_.lower() in _WRITING and token.lower_ == "in")):
        return
    if saying.reaches(above) and hears(who) and is_named(who):
        opened = {above.i} if piece else set()
        yield Step("credit", frozenset(opened | {token.i} | bare(who)), (who,))


def _paper(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "In a statement", "in court papers", "by email", "in a post on Telegram"."""
    lemma, before = token.lemma_.lower(), token.head
    if lemma not in PAPERS or token.dep_ != "pobj" or before.head.pos_ == "NOUN":
        return
    if token.pos_ != "NOUN" or any(is_outlet_head(token.doc[i]) for i in saying.source):
        return
    sent = before.lower_ in ("via", "by", "through") and lemma in _SENT
    if not (sent or before.lower_ == "in") or not saying.reaches(before):
        return
    beside = {c.lower_ for c in token.children if c.dep_ in ("compound", "amod")}
    plain = (lemma == "release" and not beside & {"press", "news", "media"}) or (
        lemma in COURT_PAPERS and not beside & OF_COURTS
    )
    if plain or _printed(token):
        return
    outlet = _outlet_inside(token)
    if outlet is not None and lemma in PIECES:
        yield Step("credit", frozenset({before.i} | core(token)), (outlet,))
        return
    platform = next((t for t in token.subtree if t.lower_ in PLATFORMS), None)
    words = {before.i} | core(token)
    if platform is not None:
        words |= set(range(token.i, platform.i + 1))
    yield Step("other", frozenset(words), (platform or token,))


def _printed(paper: Token) -> bool:
    """Whether an outlet that a paper came out in is named with it ("an article in X")."""
    if paper.lemma_.lower() not in PIECES:
        return False
    found = (object_after(paper, preposition) for preposition in ("in", "for"))
    return any(who is not None and hears(who) for who in found)


def _platform(token: Token, saying: Saying) -> Iterator[Step]:
    """As in "On Twitter", "on her Facebook page", "via Telegram"."""
    if token.lower_ not in PLATFORMS or token.pos_ not in ("PROPN", "NOUN"):
        return
    head = token
    while head.dep_ in _JOINED and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    before = head.head
    above = before.head.lemma_.lower()
    taken = before.lower_ == "to" and above in PAPERS | {"take", "post"}
    if head.dep_ != "pobj" or (above in PAPERS and not taken) or head.lemma_ in PAPERS:
        return
    if (taken or before.lower_ in ("on", "via", "through", "over")) and saying.reaches(before):
        yield Step("other", frozenset({before.i} | core(head)), (token,))


def _denied(token: Token) -> bool:
    """Whether a word is negated, or a clause that it stands in below the cue's."""
    return any(c.dep_ == "neg" for above in (token, token.head) for c in above.children)
