"""Encodings and the mending of what other programs broke."""

from __future__ import annotations

import pytest

from stemma.ingest.decode import decode
from stemma.ingest.normalise import normalise

TEXT = "“Évidemment”, dit-elle — l’été à Žilina coûte 5 €, señor Łukasz.\n" * 4
FRENCH = "La ministre a déclaré mardi que la fermeture était prévue à la fin de l’été.\n" * 6
RUSSIAN = "Министр сообщил во вторник, что решение будет принято в конце лета.\n" * 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_unicode_encodings_are_exact(encoding: str) -> None:
    """Text in Unicode comes back as it went in, whatever the mark."""
    assert decode(TEXT.encode(encoding))[0] == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    """Western text in UTF-16 reads without a byte order mark."""
    assert decode(FRENCH.encode(encoding))[0] == FRENCH


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251")])
def test_undeclared_encodings_are_guessed(text: str, encoding: str) -> None:
    """Enough text in a common legacy encoding reads right."""
    assert decode(text.encode(encoding))[0] == text


def test_few_odd_bytes_are_read_by_the_commonest_encoding() -> None:
    """With too little to go by no exotic encoding is guessed."""
    assert decode("The café was closed.".encode("latin-1"))[0] == "The café was closed."


def test_a_declared_charset_counts() -> None:
    """A page's own word on its encoding is heeded where it fits the bytes."""
    page = f"<html><head><meta charset='windows-1251'></head><body>{RUSSIAN[:40]}".encode("cp1251")
    assert RUSSIAN[:40] in decode(page, declared=True)[0]


@pytest.mark.parametrize("name", ["nonsense", "rot13", "base64", "hex", "utf-7;x", "zip"])
def test_declared_nonsense_is_passed_over(name: str) -> None:
    """A declared name that is no text encoding raises nothing."""
    assert "words" in decode(f"<meta charset={name}>words \xff".encode("latin-1"), declared=True)[0]


def test_a_few_broken_bytes_leave_the_rest_of_utf8() -> None:
    """One bad byte doesn't turn a whole text into another encoding."""
    broken = FRENCH.encode().replace(b"mardi", b"mar\xffdi", 1)
    assert decode(broken)[0].count("déclaré") == 6


def test_mojibake_is_mended() -> None:
    """Text that was decoded wrongly before it got here reads as it was written."""
    assert (
        normalise("The quay\u00e2\u20ac\u2122s owner, Andr\u00c3\u00a9, left")
        == "The quay’s owner, André, left"
    )


def test_quotation_marks_stay_as_they_are() -> None:
    """Straight and curly marks are evidence of who copied from whom."""
    assert normalise("“a” ‘b’ \"c\" 'd' «e»") == "“a” ‘b’ \"c\" 'd' «e»"


def test_spaces_newlines_and_entities() -> None:
    """One kind of space, one kind of line end, no left-over entities."""
    assert normalise("a\u00a0b\u202fc\td\r\ne\rf\u2028g &amp; h") == "a b c d\ne\nf\ng & h"
