"""The laws of the verb: whatever the bytes, reports or rejections, and always the same."""

from __future__ import annotations

import gzip
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.ingest.ingest import ingest
from stemma.ingest.walk import Input, Limits
from stemma.model.report import Rejection, Report

PROSE = (
    "The harbour council of Velm said on Monday that it would close the eastern quay.\n\n"
    "Its chair, Ida Roth, told reporters that repairs could take until autumn.\n"
)


def read(data: bytes | str, file: str = "a.txt", limits: Limits | None = None) -> Report:
    """The one report that `data` gives."""
    raw = data.encode() if isinstance(data, str) else data
    (result,) = ingest(Input(file=file, data=raw), limits or Limits())
    assert isinstance(result, Report), result
    return result


def refused(data: bytes, file: str = "a.txt", limits: Limits | None = None) -> Rejection:
    """The one rejection that `data` gives."""
    (result,) = ingest(Input(file=file, data=data), limits or Limits())
    assert isinstance(result, Rejection), result
    return result


NAMES = st.sampled_from(["a", "a.txt", "a.html", "a.jsonl", "a.json", "a.txt.gz", "a.pdf", "../a"])
LINES = st.lists(
    st.sampled_from([
        "Home > World > Harbour", "Quay to close for repairs", "Share this article", "...",
        "By Ida Roth", "12 May 2031", "Read more", "Ferry line cuts evening trips to Ostrel Island",
        "The council of Velm said on Monday that it would close the quay to ships and people.",
        "Leave a reply", "Name",
        "Photo: A. Berg / Lantern News", "<p>words</p>", "", "\u202e\x1b[2J"
    ]),
    max_size=25,
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=400), NAMES)
def test_no_bytes_raise(data: bytes, name: str) -> None:
    """Any bytes under any name give reports or rejections, the same ones twice."""
    item = Input(file=name, data=data)
    first = ingest(item, Limits())
    assert first == ingest(item, Limits())
    assert all(r.detail for r in first if isinstance(r, Rejection))


@settings(max_examples=60, deadline=None)
@given(LINES, st.booleans())
def test_stripped_spans_lie_in_the_text(lines: list[str], page: bool) -> None:
    """Every span quotes its place, spans are in order and apart, and the headline is kept."""
    file = "a.html" if page else "a.txt"
    for report in ingest(Input(file=file, data="\n".join(lines).encode()), Limits()):
        if isinstance(report, Rejection):
            continue
        last = 0
        for stripped in report.stripped:
            span = stripped.span
            assert last <= span.start < span.end <= len(report.text)
            assert report.text[span.start : span.end] == span.exact
            assert not report.headline or not span.meets(report.headline)
            last = span.end


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_text_is_normalised_once(words: str) -> None:
    """No control, bidi or no-break characters are left, lines end in one way, and it is NFC."""
    for report in ingest(Input(file="a.txt", data=words.encode("utf-8", "replace")), Limits()):
        if isinstance(report, Report):
            assert not {"\r", "\0", "\x1b", "\xa0", "\u202e", "\u200f"} & set(report.text)
            assert unicodedata.is_normalized("NFC", report.text)


def test_copies_have_ids_of_their_own() -> None:
    """Equal bytes in two files, or in two records of one file, are two reports."""
    record = json.dumps({"text": PROSE})
    reports = ingest(Input(file="a.jsonl", data=f"{record}\n{record}\n".encode()), Limits())
    ids = {r.id for r in reports if isinstance(r, Report)}
    ids |= {read(PROSE, "a.txt").id, read(PROSE, "b/a.txt").id}
    assert len(ids) == 4


def test_an_address_is_a_better_identity_than_a_path() -> None:
    """The same bytes from the same address are the same report, wherever the file lies."""
    text = "URL: https://lantern.example/quay\n\n" + PROSE
    assert read(text, "a.txt").id == read(text, "b/c.txt").id


def test_gzip_is_taken_off() -> None:
    """A packed file reads as the file that was packed."""
    packed = read(gzip.compress(PROSE.encode()), "a.txt.gz")
    assert packed.text == read(PROSE).text


def test_a_gzip_bomb_is_oversized() -> None:
    """Unfolding stops at the limit and says what to do."""
    bomb = gzip.compress(b"0" * 60_000_000)
    assert refused(bomb, "a.txt.gz").reason == "oversized"
    assert refused(bomb[:200], "a.txt.gz").reason == "malformed"


def test_thousands_of_gzip_members_are_bounded_work() -> None:
    """Many tiny members end at a limit instead of being copied over and over."""
    assert ingest(Input(file="a.gz", data=gzip.compress(b"a word ") * 20_000), Limits())


def test_thirty_megabytes_are_oversized() -> None:
    """More bytes than the limit are refused before anything is made of them."""
    assert refused(b"word " * 6_000_000).reason == "oversized"


def test_a_report_longer_than_the_limit_is_oversized() -> None:
    """A report is read whole or not at all: it is never cut."""
    assert refused(PROSE.encode() * 20, limits=Limits(characters=1_000)).reason == "oversized"


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 200, bytes(range(256)) * 8])
def test_binary_data_is_refused(data: bytes) -> None:
    """What is no text in any encoding is called binary."""
    assert refused(data).reason == "binary"


@pytest.mark.parametrize("magic", [b"%PDF-1.7\n", b"PK\x03\x04aa", b"{\\rtf1 words"])
def test_other_formats_are_told_by_their_first_bytes(magic: bytes) -> None:
    """A document under a text name is refused with what to do instead."""
    rejection = refused(magic + b" some more of it")
    assert rejection.reason == "unsupported"
    assert "save its text" in rejection.detail or "unpack" in rejection.detail


@pytest.mark.parametrize("data", [b"", b" \n\n ", b"...\n***\n", b"\xef\xbb\xbf"])
def test_nothing_to_read_is_empty(data: bytes) -> None:
    """A file without words gives no report."""
    assert refused(data).reason == "empty"


def test_furniture_alone_is_empty() -> None:
    """A page of which everything is stripped is no report."""
    assert refused(b"Share this article\n\nSubscribe now\n\nRead more\n").reason == "empty"


def test_a_stray_nul_does_not_lose_a_text() -> None:
    """Characters that nobody can see are dropped, and the rest is read."""
    report = read(PROSE.replace("quay", "qu\0ay").replace("Ida", "\u202eIda\x1b[31m"))
    assert report.text == PROSE


def test_names_never_lead_out_of_a_folder() -> None:
    """Steps up, roots and codes in a name are gone from the report's file."""
    assert read(PROSE, "../../etc/x\x1b[2J\u202e.txt").file == "etc/x\ufffd[2J\ufffd.txt"
    assert read(PROSE, "/etc/passwd").file == "etc/passwd"


def test_titles_are_made_harmless() -> None:
    """Codes in a title that came as metadata don't reach the text."""
    report = read("Title: Quay \x1b[31mto\u202e close\n\n" + PROSE)
    assert report.title == "Quay to close"


def test_the_hash_is_of_the_original_bytes() -> None:
    """The hash can be checked against the file with any other program."""
    import hashlib

    data = PROSE.replace("\n", "\r\n").encode("utf-16")
    assert read(data).sha256 == hashlib.sha256(data).hexdigest()


def test_a_fault_in_one_record_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a fault of a library that nobody foresaw loses one record and no more."""
    from stemma.ingest import build

    def fail(text: str) -> str:
        if "quay" in text:
            raise RuntimeError(text)
        return text

    monkeypatch.setattr(build, "normalise", fail)
    lines = [json.dumps({"text": "The quay is shut."}), json.dumps({"text": "The mill is open."})]
    first, second = ingest(Input(file="a.jsonl", data="\n".join(lines).encode()), Limits())
    assert isinstance(first, Rejection)
    assert first.reason == "unreadable"
    assert isinstance(second, Report)
