"""The gold file is sound: it names the shipped reports and quotes words that stand in them.

Reports are read here with the standard library alone, so that the gold file depends on no
stage of the program that it will be used to judge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest

GOLD: dict[str, Any] = json.loads((Path(__file__).parent / "gold.json").read_text(encoding="utf-8"))
COPIES = {"verbatim", "edited", "paraphrase", "translation", "update", "quotes", "credits"}
EDGES = COPIES | {"shared-source", "same-event"}
QUOTES = {"direct", "indirect", "mixed", "none"}
POLARITIES = {"affirmed", "negated", "unknown"}
STAGES = {None, "considered", "announced", "filed", "debated", "adopted", "in-force"}
MODES = {"spoke-to", "credit", "cites", "reportedly", "other"}
VERDICTS = {"conflict", "update", "different-scope", "different-stage", "spread", "compatible"}
VERDICTS |= {"unsure", "not-compared"}
KINDS = {"date", "number", "name", "role", "scope", "stage", "polarity", "condition"}
CHANGES = {"hedge", "attribution", "condition", "scope", "number", "stage", "quotation", "other"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Shipped(NamedTuple):
    """A report as it ships: its title (empty if it gives none) and all of its visible text."""

    title: str
    text: str


class _Page(HTMLParser):
    """Collects the visible text of a page's body, navigation and all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open_hidden = 0
        self.open_title = False
        self.title = ""
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open_hidden += tag in {"script", "style"}
        self.open_title = tag == "title"
        self.parts.append("" if tag in {"a", "b", "i", "em", "time"} else " ")

    def handle_endtag(self, tag: str) -> None:
        self.open_hidden -= tag in {"script", "style"}
        self.open_title = False
        self.parts.append("" if tag in {"a", "b", "i", "em", "time"} else " ")

    def handle_data(self, data: str) -> None:
        if self.open_title:
            self.title += data
        elif not self.open_hidden:
            self.parts.append(data)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@cache
def _reports() -> dict[str, Shipped]:
    shipped: dict[str, Shipped] = {}
    for entry in files("stemma.demo").joinpath("reports").iterdir():
        text = entry.read_text(encoding="utf-8")
        if entry.name.endswith(".jsonl"):
            for number, line in enumerate(text.splitlines(), start=1):
                record = json.loads(line)
                shipped[f"{entry.name}#{number}"] = Shipped(record["title"], _flat(record["text"]))
        elif entry.name.endswith(".html"):
            page = _Page()
            page.feed(text)
            shipped[entry.name] = Shipped(_flat(page.title), _flat("".join(page.parts)))
        elif text.startswith("Title: "):
            head, body = text.split("\n\n", 1)
            shipped[entry.name] = Shipped(head.splitlines()[0][7:], _flat(body))
        else:
            shipped[entry.name] = Shipped("", _flat(text))
    return shipped


def _places(value: object) -> Iterator[dict[str, Any]]:
    """Every object below `value` that locates words in a report."""
    if isinstance(value, dict):
        if "file" in value and ("words" in value or "within" in value):
            yield value
        for below in value.values():
            yield from _places(below)
    elif isinstance(value, list):
        for below in value:
            yield from _places(below)


def _named_files(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if "file" in value:
            yield value["file"]
        yield from value.get("files", [])
        for below in value.values():
            yield from _named_files(below)
    elif isinstance(value, list):
        for below in value:
            yield from _named_files(below)


def _typography_off(text: str) -> str:
    return text.translate(str.maketrans("“”’–", '""\'-'))


def test_gold_lists_every_shipped_report() -> None:
    """The gold file's list of reports is the list that ships, no more and no fewer."""
    assert {report["file"] for report in GOLD["reports"]} == set(_reports())
    assert len(GOLD["reports"]) == 13


def test_every_named_file_ships() -> None:
    """Whatever a decision is about, it is about a report that ships."""
    assert set(_named_files(GOLD)) <= set(_reports())


def test_every_report_is_in_one_story() -> None:
    """The stories divide the reports: each is in one, none in two."""
    told = [file for story in GOLD["stories"] for file in story["files"]]
    assert sorted(told) == sorted(_reports())


def test_titles_are_those_of_the_reports() -> None:
    """A report that gives a title has that title in the gold file."""
    for report in GOLD["reports"]:
        title = _reports()[report["file"]].title
        assert title.startswith(report["title"]) or not title, report["file"]


@pytest.mark.parametrize("place", list(_places(GOLD)), ids=lambda p: p.get("id", p["file"][:10]))
def test_words_stand_in_their_report(place: dict[str, Any]) -> None:
    """Located words stand exactly once in their report, or as often as `occurrence` needs."""
    report = _reports()[place["file"]]
    text = _flat(report.title) if place.get("in") == "title" else report.text
    found = text.count(_flat(place.get("within") or place["words"]))
    if "occurrence" in place:
        assert found >= place["occurrence"] > 0
    else:
        assert found == 1, place


@pytest.mark.parametrize("statement", GOLD["statements"], ids=lambda s: str(s["id"]))
def test_statement_parts_stand_in_their_passage(statement: dict[str, Any]) -> None:
    """Source, cue, content and carriers of a statement are words of its passage."""
    carriers = [carrier["words"] for carrier in statement["carriers"]]
    parts = [statement["source"], statement["cue"], *statement["content"], *carriers]
    assert all(part in statement["within"] for part in parts if part is not None)
    assert statement["content"]


def test_statements_use_the_contract_words() -> None:
    """Quote, polarity, stage and carrier modes come from the dossier's closed lists."""
    assert len({statement["id"] for statement in GOLD["statements"]}) == len(GOLD["statements"])
    for statement in GOLD["statements"]:
        assert statement["quote"] in QUOTES
        assert statement["polarity"] in POLARITIES
        assert statement["stage"] in STAGES
        assert all(carrier["mode"] in MODES for carrier in statement["carriers"])


def test_edges_join_reports_or_declared_sources() -> None:
    """An edge's ends are shipped reports or sources that are declared as not held."""
    ends = set(_reports()) | {source["id"] for source in GOLD["sources_not_held"]}
    for edge in GOLD["edges"]:
        assert {edge["from"], edge["to"]} <= ends
        assert {edge["kind"], *edge.get("also_right", [])} <= EDGES


def test_no_edge_contradicts_a_copy() -> None:
    """A pair called independent has no edge of copying, in either direction."""
    copied = {frozenset((e["from"], e["to"])) for e in GOLD["edges"] if e["kind"] in COPIES}
    for pair in GOLD["no_edge"]:
        assert {pair["a"], pair["b"]} <= set(_reports())
        assert frozenset((pair["a"], pair["b"])) not in copied


def test_verbatim_edges_are_verbatim() -> None:
    """A copy called verbatim repeats the source's words in order, typography and ends aside."""
    for edge in (edge for edge in GOLD["edges"] if edge["kind"] == "verbatim"):
        source = _typography_off(_reports()[edge["from"]].text)
        copy = _typography_off(_reports()[edge["to"]].text)
        start = source.index(copy[:60])
        shared = next(i for i in range(len(copy)) if copy[i] != source[start + i : start + i + 1])
        assert shared > 0.98 * len(copy) - 60


def test_differences_use_the_contract_words() -> None:
    """Kinds and verdicts come from the dossier's closed lists; a difference has two readings."""
    for difference in GOLD["differences"]:
        assert difference["kind"] in KINDS
        right = {difference["verdict"], *difference.get("also_right", [])}
        assert right <= VERDICTS
        assert not right & set(difference.get("never", []))
        assert len(difference["readings"]) > 1


def test_retellings_use_the_contract_words() -> None:
    """Changes and directions of retellings come from the dossier's closed lists."""
    for retelling in GOLD["retellings"]:
        assert retelling["change"] in CHANGES
        assert retelling["direction"] in {"stronger", "weaker", "neither", "unknown"}


def test_likelihoods_are_ordered_probabilities() -> None:
    """A stated range runs from low to high within 0 and 1, or is absent as a whole."""
    for likelihood in GOLD["likelihoods"]:
        low, high = likelihood["low"], likelihood["high"]
        assert (low is None) == (high is None)
        assert low is None or 0 <= low <= high <= 1
        assert likelihood["verbal"] is None or likelihood["verbal"] in likelihood["words"]


def test_sure_loss_is_one() -> None:
    """The pair called a sure loss: one event, the nearer horizon wholly above the farther."""
    by_id = {likelihood["id"]: likelihood for likelihood in GOLD["likelihoods"]}
    (loss,) = (entry for entry in GOLD["audit"] if entry["level"] == "sure-loss")
    near, far = (by_id[name] for name in loss["likelihoods"])
    assert near["event"] == far["event"]
    assert near["end"] < far["end"]
    assert near["low"] > far["high"]


def test_weekdays_agree_with_their_dates() -> None:
    """A day named by its weekday is resolved to a date that falls on that weekday."""
    for entry in GOLD["timeline"]:
        if entry["kind"] == "day" and (said := set(WEEKDAYS) & set(entry["words"].split())):
            assert {WEEKDAYS[date.fromisoformat(entry["date"]).weekday()]} == said


def test_actors_kept_apart_are_not_grouped() -> None:
    """No group of spellings holds two names that must never be one actor."""
    for left, right in GOLD["actors"]["never_one"]:
        assert all(not {left, right} <= set(group["names"]) for group in GOLD["actors"]["groups"])


def test_reports_are_short() -> None:
    """Every report is short enough to be read by the person who checks the dossier."""
    for file, report in _reports().items():
        limit = 620 if file.startswith("09") else 450
        assert 120 <= len(report.text.split()) <= limit, file
