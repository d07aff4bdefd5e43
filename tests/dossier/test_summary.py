from __future__ import annotations

from msgspec.structs import replace

from stemma.dossier.summary import summary
from stemma.model.assessment import Finding
from stemma.model.document import Document


def test_it_says_what_matters_first(document: Document) -> None:
    """Question, findings with references, then counts, differences, retellings, what is missing."""
    blocks = {block.title: block.lines for block in summary(document)}
    assert list(blocks)[:3] == ["Question", "Findings", "In the dossier"]
    assert blocks["Findings"][0].endswith("[R1 ¶2] [R2 ¶2] [T1]")
    assert blocks["Differences"][0].startswith("[D1] Conflict: the first sailing: 1931 / 1932")
    assert blocks["Sources to get"] == ("Harbour Post",)
    assert blocks["Inputs that gave no report"] == ("scan.pdf: unsupported: give its text",)


def test_it_fits_a_screen(document: Document) -> None:
    """However much there is, the summary is short, and says that there is more."""
    finding = Finding(text="word " * 2000, kind="present", refs=("s1",))
    many = replace(document, findings=(finding,) * 50, differences=document.differences * 30)
    lines = [line for block in summary(many) for line in block.lines]
    assert len(lines) < 50
    assert max(map(len, lines)) < 1000
    assert any("more" in line for line in lines)


def test_what_is_empty_is_left_out(document: Document) -> None:
    """A terminal needs no empty headings."""
    bare = replace(document, question=None, differences=(), rejections=())
    titles = [block.title for block in summary(bare)]
    assert not {"Question", "Differences", "Inputs that gave no report"} & set(titles)
