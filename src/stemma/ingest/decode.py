"""Bytes to characters: byte order marks, declared and guessed encodings."""

from __future__ import annotations

import codecs
import re

from stemma.ingest.language import language_of

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
SAMPLE = 50_000
CODE_PAGES = (
    dict.fromkeys("cs hr hu pl ro sk sl sq".split(), "cp1250")
    | dict.fromkeys("et lt lv".split(), "cp1257")
    | {"tr": "cp1254", "vi": "cp1258"}
)
# bytes outside ASCII below which a statistical guess is no better than the commonest encoding
FEW = 24


def decode(data: bytes, declared: bool = False) -> tuple[str, str]:
    """The text of `data` and the name of the encoding it was read by.

    `declared` heeds a charset named in the first bytes, as pages have it. Bytes that the
    encoding doesn't know become replacement characters; nothing raises.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    named = _named(data) if declared else None
    if named:
        return data.decode(named, "replace"), named
    mended = data.decode("utf-8", "replace")
    bad = mended.count(REPLACEMENT)
    if sum(character > "\x7f" for character in mended) - bad > bad:
        return mended, "utf-8"
    guess = _guess(data)
    return data.decode(guess, "replace"), guess


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of Western text is zero."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _named(data: bytes) -> str | None:
    """The declared single- or multibyte encoding, if it is one that decodes text."""
    found = DECLARED.search(data[:4096])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    # browsers read this label as its Windows superset
    name = "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else name
    try:
        text = data[:SAMPLE].decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return name if isinstance(text, str) and text.count(REPLACEMENT) * 50 <= len(text) else None


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8 and declare nothing.

    Statistics over bytes tell scripts apart, but not the code pages of the Latin one: there the
    language decides, which its unaccented letters show under any of them.
    """
    western = "cp1252"
    sample = data[:SAMPLE]
    if sum(byte > 0x7F for byte in sample) < FEW:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best and not _mostly_latin(str(best)):
        return best.encoding
    return CODE_PAGES.get(language_of(sample.decode(western, "replace")), western)


def _mostly_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) * 2 >= len(letters)
