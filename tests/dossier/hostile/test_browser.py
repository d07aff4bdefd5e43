from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from stemma.dossier.html import render_html
from stemma.model.document import Document

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
pytestmark = pytest.mark.skipif(not BROWSER, reason="no browser is installed")

JUMP = """<script>
const links = [...document.querySelectorAll('a[href^="#"]')];
const lost = links.filter(link => {
  location.hash = link.getAttribute("href");
  return !document.querySelector(":target");
});
const marks = links.filter(link => /^#r\\d+-/.test(link.getAttribute("href")));
const dull = marks.filter(link => {
  location.hash = link.getAttribute("href");
  return getComputedStyle(document.querySelector(":target")).backgroundColor === "rgba(0, 0, 0, 0)";
});
document.title = [links.length, lost.length, marks.length, dull.length].join(" ");
</script>"""


def _dump(page: str, folder: Path) -> str:
    """The document as a browser has it after it loaded `page`."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    command = [
        BROWSER,
        *options,
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        file.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count elements and attributes by name."""
        self.found[tag] += 1
        self.found.update(f"@{name}" for name, _ in attrs)


def _tags(page: str) -> Counter[str]:
    tags = _Tags()
    tags.feed(page)
    return tags.found


def test_a_browser_makes_nothing_of_hostile_words(hostile: Document, tmp_path: Path) -> None:
    """What a browser builds from a hostile dossier is what was written: no element, no handler."""
    page = render_html(hostile)
    seen = _tags(_dump(page, tmp_path))
    assert seen == _tags(page)
    assert not {"script", "img", "@onerror", "@onmouseover", "@src"} & set(seen)


def test_the_policy_stops_a_script(document: Document, tmp_path: Path) -> None:
    """Even a script that got into the page would not run."""
    page = render_html(document).replace("</main>", f"{JUMP}</main>")
    assert "<title>Will the Norland ferry close?" in _dump(page, tmp_path)


def test_every_link_jumps_and_lights_up_the_words(document: Document, tmp_path: Path) -> None:
    """Followed in a browser, each reference finds its target, and quoted words stand out."""
    page = re.sub(r"<meta http-equiv[^>]*>", "", render_html(document))
    title = re.search("<title>([^<]*)", _dump(page.replace("</main>", f"{JUMP}</main>"), tmp_path))
    assert title is not None
    links, lost, marks, dull = map(int, title.group(1).split())
    assert links > 60
    assert marks > 30
    assert (lost, dull) == (0, 0)
