"""Which kinds of file can be read, told by suffix and by content."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

Format = Literal["text", "html", "jsonl", "json"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
AS_TEXT = "save its text as .txt or its page as .html"
ADVICE = {
    ".pdf": AS_TEXT,
    ".doc": AS_TEXT,
    ".docx": AS_TEXT,
    ".odt": AS_TEXT,
    ".rtf": AS_TEXT,
    ".epub": AS_TEXT,
    ".mhtml": AS_TEXT,
    ".csv": "turn its rows into JSONL with a `text` key",
    ".tsv": "turn its rows into JSONL with a `text` key",
    ".xlsx": "turn its rows into JSONL with a `text` key",
    ".zip": "unpack it and give the folder",
    ".tar": "unpack it and give the folder",
    ".tgz": "unpack it and give the folder",
    ".7z": "unpack it and give the folder",
    ".xz": "unpack it, or pack it with gzip",
    ".bz2": "unpack it, or pack it with gzip",
    ".zst": "unpack it, or pack it with gzip",
}
ANY_ADVICE = "give text, HTML or JSONL; rename it to .txt if it is plain text"
MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PK\x03\x04", ".zip"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\x00", ".xz"),
    (b"\x28\xb5\x2f\xfd", ".zst"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
)
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
JSON_START = re.compile(rb"\s*\{\s*\"")
SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}")


def suffix_of(file: str) -> str:
    """The suffix in lower case without `.gz`; empty where the name has none that looks like one."""
    path = PurePosixPath(file.lower())
    if path.suffix == ".gz":
        path = path.with_suffix("")
    return path.suffix if SUFFIX.fullmatch(path.suffix) else ""


def unsupported(file: str) -> str | None:
    """What to do about a file whose suffix says that it can't be read; `None` where it can."""
    suffix = suffix_of(file)
    if suffix in SUFFIXES or not suffix:
        return None
    return f"{suffix} files are not read: {ADVICE.get(suffix, ANY_ADVICE)}"


def foreign(data: bytes) -> str | None:
    """What to do about bytes that begin like a format that can't be read, whatever the name."""
    for magic, suffix in MAGIC:
        if data.startswith(magic):
            return f"it holds {suffix} data: {ADVICE[suffix]}"
    return None


def format_of(file: str, data: bytes) -> Format:
    """How to read `data`: by its suffix, or by its content where a text name misleads."""
    named = SUFFIXES.get(suffix_of(file), "text")
    if named == "text" and HTML_START.match(data[:1000]):
        return "html"
    if not suffix_of(file) and JSON_START.match(data[:1000]):
        return "jsonl"
    return named
