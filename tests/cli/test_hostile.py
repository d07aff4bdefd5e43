"""Hostile input, the whole way: a report's words, name and metadata stay words."""

from __future__ import annotations

import gzip
import html.parser
import json
import re
from pathlib import Path

import pytest

from tests.cli.test_commands import stemma

PAYLOAD = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>"
TERMINAL = "\x1b]0;owned\x07\x1b[31mred\x1b[0m \u202eevil\u2066 \x9b31m"
BODY = (
    f"Deputy Ilse Marrow said on Monday that {PAYLOAD} the pier would be built. "
    f"[Click](javascript:alert(4)) she told reporters {TERMINAL} at noon.\n\n"
    f'"We will build {PAYLOAD} the pier," Marrow said. Jon Veld said there was a 30% chance.'
)


class _Tags(html.parser.HTMLParser):
    """Collects every element and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hostile reports in every format, briefed once."""
    root = tmp_path_factory.mktemp("hostile")
    reports = root / "reports"
    reports.mkdir()
    (reports / "<img src=x onerror=alert(5)>.txt").write_text(
        f"Title: Pier {PAYLOAD}\nOutlet: ../../../{PAYLOAD}\nURL: javascript:alert(6)\n\n{BODY}",
        encoding="utf-8",
    )
    (reports / "\x1b[2Jclear.txt").write_text(BODY, encoding="utf-8")
    record = {
        "id": "../../etc/passwd",
        "title": PAYLOAD,
        "outlet": TERMINAL,
        "url": 'https://example.org/"onmouseover=alert(7)',
        "authors": [PAYLOAD],
        PAYLOAD: TERMINAL,
        "text": BODY,
    }
    (reports / "r.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    (reports / "page.html").write_text(
        f"<html><head><title>Pier</title></head><body><article><p>{BODY * 3}</p></article>"
        "<script>alert(8)</script></body></html>",
        encoding="utf-8",
    )
    run = stemma("brief", "reports", "-q", f"Will {PAYLOAD} {TERMINAL} be built?", cwd=root)
    assert run.returncode == 0, run.stderr
    (root / "stdout.txt").write_text(run.stdout, encoding="utf-8")
    return root


def test_nothing_in_a_report_becomes_an_element_or_a_handler(folder: Path) -> None:
    """The page holds no script, image or handler, and links only inward or to a stated URL."""
    parser = _Tags()
    parser.feed((folder / "dossier" / "dossier.html").read_text(encoding="utf-8"))
    tags = {tag for tag, _ in parser.found}
    assert not tags & {"script", "img", "iframe", "object", "embed", "form", "base"}
    for _, attributes in parser.found:
        assert not any(name.startswith("on") for name in attributes)
        for name in ("href", "src", "xlink:href", "action"):
            link = attributes.get(name) or "#"
            assert link.startswith(("#", "https://example.org/", "http://", "https://"))


def test_nothing_in_a_report_reaches_the_terminal_as_a_control(folder: Path) -> None:
    """The summary holds no escape, bell, C1 control or direction override."""
    shown = (folder / "stdout.txt").read_text(encoding="utf-8")
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066")


def test_nothing_is_written_outside_the_output_folder(folder: Path) -> None:
    """Names and ids of reports never become paths."""
    written = {p.relative_to(folder).parts[0] for p in folder.rglob("*") if p.is_file()}
    assert written == {"reports", "dossier", "stdout.txt"}
    assert {p.name for p in (folder / "dossier").iterdir()} == {
        "dossier.html",
        "dossier.md",
        "dossier.json",
    }


def test_markdown_holds_no_markup_of_a_report(folder: Path) -> None:
    """No tag and no link of a report survives unescaped."""
    text = (folder / "dossier" / "dossier.md").read_text(encoding="utf-8")
    assert not re.search(r"(?<!\\)<\w", text)
    assert not re.search(r"(?<!\\)\]\(javascript:", text)


def test_a_gzip_bomb_is_a_rejection(tmp_path: Path) -> None:
    """What would unfold beyond the limit is named and passed over, not unfolded."""
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 300_000_000, compresslevel=9))
    run = stemma("brief", "bomb.txt.gz", cwd=tmp_path)
    assert run.returncode == 1
    assert "oversized" in run.stderr


def test_an_external_entity_is_not_followed(tmp_path: Path) -> None:
    """A page that names a local file as an entity does not get its words."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words of the harbour", encoding="utf-8")
    words = "The harbour council met on Monday to vote on the pier, its chair said. " * 8
    (tmp_path / "page.xhtml").write_text(
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
        f"<html><body><article><p>{words} &x;</p></article></body></html>",
        encoding="utf-8",
    )
    stemma("brief", "page.xhtml", "-o", "out", cwd=tmp_path)
    for file in (tmp_path / "out").glob("*"):
        assert "secret words" not in file.read_text(encoding="utf-8")
