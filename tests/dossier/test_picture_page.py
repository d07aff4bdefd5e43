from __future__ import annotations

import re
from importlib.resources import files
from xml.etree.ElementTree import Element

import html5lib
import pytest

from stemma.dossier.html import render_html
from stemma.model.document import Document
from tests.dossier.family import family

SIZES = [(5, 4, 3, 1), (30, 35, 20, 3), (150, 200, 60, 1)]


def parse(document: Document) -> Element:
    """The page of a document."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(render_html(document))
    return tree


def svg(tag: str) -> str:
    """The name of an element of a picture."""
    return f"{{http://www.w3.org/2000/svg}}{tag}"


def drawings(page: Element) -> list[Element]:
    """The pictures of a page, without the swatches of their legends and the parts for print."""
    return [e for e in page.iter(svg("svg")) if e.get("role") == "group"]


def words(element: Element) -> str:
    """All text within an element."""
    return "".join(element.itertext())


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_has_a_name_and_a_description(size: tuple[int, int, int, int]) -> None:
    """Both are in it, and it refers to them; what the figures say is what the tree holds."""
    found = drawings(parse(family(*size)))
    assert len(found) == size[3]
    for drawing in found:
        ids = {e.get("id"): words(e) for e in drawing if e.tag in {svg("title"), svg("desc")}}
        assert ids[drawing.get("aria-labelledby")].startswith("Family tree of story ")
        assert "not held" in ids[drawing.get("aria-describedby")]
    told = [re.search(r"(\d+) edges?:", words(e.find(svg("desc")) or e)) for e in found]
    assert sum(int(match[1]) for match in told if match) == size[1]


@pytest.mark.parametrize("size", SIZES)
def test_every_box_and_line_has_a_title_and_leads_somewhere(
    size: tuple[int, int, int, int],
) -> None:
    """A pointer or a screen reader is told what each is; boxes are reached by the keyboard."""
    page = parse(family(*size))
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    for drawing in drawings(page):
        links = list(drawing.iter(svg("a")))
        assert links
        for link in links:
            title = link.find(svg("title"))
            assert title is not None
            assert words(title)
            assert link.get("href", "")[1:] in ids
            has_box = link.find(svg("rect")) is not None
            assert (link.get("tabindex") is None) == has_box


@pytest.mark.parametrize("size", SIZES)
def test_lines_and_rows_refer_to_one_another(size: tuple[int, int, int, int]) -> None:
    """From the row of each edge one comes to its line, and from the line to a row of that line."""
    page = parse(family(*size))
    lines = {a.get("id"): a for e in drawings(page) for a in e.iter(svg("a")) if a.get("id")}
    rows = {r.get("id"): r for r in page.iter("tr") if re.fullmatch(r"e\d+", r.get("id", ""))}
    assert len(rows) == size[1]
    seen = set()
    for number, row in ((str(id_)[1:], row) for id_, row in rows.items()):
        (target,) = [a.get("href", "") for a in row.iter("a") if a.get("href", "")[1:] in lines]
        seen.add(target[1:])
        back = rows[lines[target[1:]].get("href", "")[1:]]
        assert target in {a.get("href") for a in back.iter("a")}
        assert words(row).startswith(f"E{number}")
    assert seen == set(lines)


def test_the_keyboard_can_pass_a_picture() -> None:
    """Before the boxes stands a link to the table that says the same."""
    page = parse(family(*SIZES[2]))
    (figure,) = page.iter("figure")
    first = next(figure.iter("a"))
    tables = {table.get("id") for table in page.iter("table")}
    assert first.get("class") == "skip"
    assert first.get("href", "")[1:] in tables


def test_directed_edges_alone_have_a_head() -> None:
    """A shared event is in no order, and its line says so by its ends and in its title."""
    page = parse(family(*SIZES[2]))
    for drawing in drawings(page):
        for link in drawing.iter(svg("a")):
            title = words(link.find(svg("title")) or link)
            if link.get("id"):
                assert ("no direction" in title) == (link.find(svg("polygon")) is None)


def test_kinds_are_told_apart_without_colour() -> None:
    """Each style of line has a dash or a weight of its own, and the legend names those in use."""
    sheet = _sheet()
    drawn = {name: _declared(sheet, f".family .{name}") for name in _STYLES}
    drawn["rework"] = _declared(sheet, ".family .arc")
    plain = {"stroke-dasharray": "none", "stroke-width": "1.3"}
    looks = {tuple((plain | own)[key] for key in plain) for own in drawn.values()}
    assert len(looks) == 5
    legend = [words(e) for e in parse(family(*SIZES[2])).iter("ul") if e.get("class") == "legend"]
    for name in ("copied", "edited", "paraphrased", "quoted", "shared", "not held", "several"):
        assert name in legend[0]


_STYLES = ("copy", "rework", "retell", "credit", "loose")


def test_letters_are_large_enough_and_stand_out() -> None:
    """At least 9 px, and a contrast of 4.5 to 1 in light, in dark and in print."""
    sheet = _sheet()
    size = _declared(sheet, ".family text")["font-size"]
    assert float(size.removesuffix("px")) >= 9
    schemes = [dict(re.findall(r"--(\w+): (#\w+)", block)) for block in _schemes(sheet)]
    assert len(schemes) == 3
    for scheme in schemes:
        for front, back in (
            ("ink", "paper"),
            ("soft", "paper"),
            ("paper", "accent"),
            ("accent", "paper"),
            ("red", "paper"),
        ):
            shown = schemes[0] | scheme
            assert _contrast(shown[front], shown[back]) >= 4.5


def _sheet() -> str:
    return files("stemma.dossier").joinpath("templates", "style.css").read_text(encoding="utf-8")


def _declared(sheet: str, selector: str) -> dict[str, str]:
    """What the rules of exactly this selector declare."""
    blocks = re.findall(rf"^{re.escape(selector)} {{([^}}]*)}}", sheet, re.MULTILINE)
    return {k.strip(): v.strip() for b in blocks for k, v in re.findall(r"([\w-]+):([^;]*)", b)}


def _schemes(sheet: str) -> list[str]:
    return re.findall(r":root {([^}]*)}", sheet)


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
