"""Where the words of a role begin and end: what the parse mends in what the model marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.attribution_spans import SUBJECTS, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = frozenset({"det", "predet", "compound", "amod", "nmod", "poss", "nummod", "case"})
_EMPTY = frozenset({"it", "there"})
_LONGEST_OPENING, _LONGEST_END = 8, 4  # tokens
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def whole_source(doc: Doc, source: frozenset[int], taken: frozenset[int]) -> frozenset[int]:
    """A source with the rest of its noun phrase's opening and of its name, bar the cue's words.

    A "by" before it is left out, and a clause of which it is not the subject.
    """
    source = _without_clause(doc, source)
    if len(source) > 1 and doc[min(source)].dep_ == "agent":
        source -= {min(source)}
    if not source:
        return source
    first = min(source)
    start = first
    while start and first - start < _LONGEST_OPENING:
        before = doc[start - 1]
        if start - 1 in taken or before.dep_ not in _OPENING or before.head.i not in source:
            break
        start -= 1
        source |= {start}
    last = max(source)
    while doc[last].dep_ == "compound" and last < doc[last].head.i <= last + 2:
        if not taken.isdisjoint(range(last + 1, doc[last].head.i + 1)):
            break
        source |= set(range(last + 1, doc[last].head.i + 1))
        last = max(source)
    return source


def _without_clause(doc: Doc, source: frozenset[int]) -> frozenset[int]:
    """The subject alone where a whole clause was taken for the source."""
    for i in sorted(source):
        verb = doc[i]
        if verb.tag_ not in _FINITE or verb.dep_ not in ("ROOT", "ccomp", "conj"):
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i in source), None)
        if subject is not None and subject.i < verb.i:
            return frozenset(t.i for t in subject.subtree if t.i in source and t.i < verb.i)
    return source


def is_empty(doc: Doc, source: frozenset[int], anchor: Token) -> bool:
    """Whether a source is the "it" or "there" that names nobody ("it is noted that …")."""
    if len(source) != 1:
        return False
    (token,) = (doc[i] for i in source)
    if token.lower_ not in _EMPTY:
        return False
    return token.dep_ == "expl" or is_passive(anchor) or anchor.pos_ in ("ADJ", "NOUN")


def whole_content(
    doc: Doc, content: frozenset[int], taken: frozenset[int], quoted: set[int]
) -> frozenset[int]:
    """Content with the noun that its last words only open, and without strays.

    A stray is an article or pronoun that stands apart from the rest, or a few words of a sentence
    in which neither the cue nor a quotation stands.
    """
    content = _without_strays(doc, content, {doc[i].sent.start for i in taken}, quoted)
    last = max(content, default=-1)
    for token in doc[max(0, last - 1) : last + 1]:
        behind = range(last + 1, token.head.i + 1)
        opens = token.dep_ in _OPENING and token.i in content and len(behind) <= _LONGEST_END
        if opens and behind and taken.isdisjoint(behind):
            return content | set(behind)
    return content


def _is_far(doc: Doc, run: list[int], sentences: set[int], quoted: set[int]) -> bool:
    sentence = doc[run[0]].sent
    if sentence.start in sentences or doc[run[-1]].sent.start in sentences:
        return False
    return quoted.isdisjoint(run) and 2 * len(run) < len(sentence)


def _without_strays(
    doc: Doc, content: frozenset[int], sentences: set[int], quoted: set[int]
) -> frozenset[int]:
    runs: list[list[int]] = []
    for i in sorted(content):
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    kept = [r for r in runs if len(r) > 1 or doc[r[0]].pos_ not in ("DET", "PRON", "ADP", "PUNCT")]
    kept = [r for r in kept if not _is_far(doc, r, sentences, quoted)]
    return frozenset(i for run in kept or runs for i in run)
