"""JSON and JSONL."""

from __future__ import annotations

import json

from stemma.ingest.ingest import ingest
from stemma.ingest.walk import Input, Limits
from stemma.model.report import Rejection, Report

TEXT = "The mill at Orsk will stay open, its owner said on Tuesday. No date was given for a sale."


def results(data: str | bytes, file: str = "a.jsonl") -> tuple[Report | Rejection, ...]:
    """What a file of records gives."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return ingest(Input(file=file, data=raw), Limits())


def test_known_keys_are_taken_and_others_kept_as_metadata() -> None:
    """Nothing that a record says is lost."""
    record = {
        "id": 7, "text": TEXT, "title": "Mill stays open", "outlet": "Orsk Post",
        "url": "https://orsk.example/mill", "published": "2031-05-06T10:00:00Z",
        "authors": ["Ada Lind", "Bo Ek"], "tags": ["mill"], "score": 0.5, "none": None,
    }  # fmt: skip
    (report,) = results(json.dumps(record))
    assert isinstance(report, Report)
    assert (report.file, report.outlet, report.url) == ("a.jsonl#1", "Orsk Post", record["url"])
    assert report.title == "Mill stays open"
    assert str(report.published.start) == "2031-05-06"
    expected = {"authors": "Ada Lind, Bo Ek", "id": "7", "tags": "mill", "score": "0.5"}
    assert report.metadata == expected


def test_one_bad_line_loses_one_record() -> None:
    """Each bad line is a rejection with its number; the lines around it are read."""
    lines = [json.dumps({"text": TEXT}), "{broken", "", '"words"', '{"text": 5}', '{"title": "x"}']
    lines += ["[" * 100_000, json.dumps({"text": TEXT})]
    found = results("\n".join(lines))
    reasons = {r.file: r.reason if isinstance(r, Rejection) else "read" for r in found}
    bad = {f"a.jsonl#{n}": "malformed" for n in (2, 4, 5, 6, 7)}
    assert reasons == {"a.jsonl#1": "read", **bad, "a.jsonl#8": "read"}


def test_json_holds_one_object_or_a_list() -> None:
    """A `.json` file reads as one report, or as one for each object of its list."""
    (one,) = results(json.dumps({"text": TEXT}, indent=1), "a.json")
    assert one.file == "a.json"
    several = results(json.dumps([{"text": TEXT}, {"text": TEXT}, 3]), "a.json")
    assert [r.file for r in several] == ["a.json#1", "a.json#2", "a.json#3"]
    assert len({r.id for r in several if isinstance(r, Report)}) == 2


def test_json_that_holds_lines_is_read_as_lines() -> None:
    """Records one a line under a `.json` name are records one a line."""
    line = json.dumps({"text": TEXT})
    assert [r.file for r in results(f"{line}\n{line}", "a.json")] == ["a.json#1", "a.json#2"]


def test_only_web_addresses_are_addresses() -> None:
    """An address that a browser would run, or open on this machine, is metadata."""
    for url in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://a.example/",
    ):
        (report,) = results(json.dumps({"text": TEXT, "url": url}))
        assert isinstance(report, Report)
        assert report.url is None
        assert report.metadata == {"url": url}


def test_lone_surrogates_and_doubled_keys_do_not_raise() -> None:
    """Half a character becomes a replacement; of a key given twice the last counts."""
    (report,) = results('{"text": "x", "text": "' + TEXT + ' \\ud83d"}')
    assert isinstance(report, Report)
    assert report.text.startswith(TEXT)
    assert "\ud83d" not in report.text


def test_deep_values_are_bounded() -> None:
    """A value nested hundreds of levels deep is kept short or left out, never raised on."""
    nested = "[" * 800 + "]" * 800
    for data, file in ((f'{{"text": "{TEXT}", "x": {nested}}}', "a.jsonl"), (nested, "a.json")):
        assert results(data, file)


def test_markup_in_a_text_is_taken_off() -> None:
    """A text that is a piece of HTML gives its words, a line a paragraph."""
    source = f"<p>{TEXT}</p><p>A <b>mill</b> &amp; a pond<br>too.</p>"
    (report,) = results(json.dumps({"text": source}))
    assert isinstance(report, Report)
    assert report.text == f"{TEXT}\nA mill & a pond\ntoo."


def test_more_records_than_the_limit_stop() -> None:
    """Records after the limit are told in one rejection."""
    data = "\n".join([json.dumps({"text": TEXT})] * 5).encode()
    found = ingest(Input(file="a.jsonl", data=data), Limits(records=3))
    assert [isinstance(r, Report) for r in found] == [True, True, True, False]


def test_other_encodings_of_lines() -> None:
    """A file of records may be UTF-16, or begin with a mark, or hold a Latin-1 line."""
    line = json.dumps({"text": TEXT + " Été à Orsk."}, ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        (report,) = results(line.encode(encoding))
        assert isinstance(report, Report)
        assert "Été à Orsk" in report.text
