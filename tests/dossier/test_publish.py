from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from stemma import codec
from stemma.dossier.publish import publish
from stemma.dossier.verify import verify
from stemma.errors import ChangeInput, RefuseDossier
from stemma.model.assessment import Finding
from stemma.model.case import Case

NAMES = ["dossier.html", "dossier.json", "dossier.md"]


def _broken(case: Case) -> Case:
    finding = Finding(text="It is so.", kind="present", refs=())
    return replace(case, assessment=replace(case.assessment, findings=(finding,)))


def test_three_files_are_written_and_no_other(case: Case, tmp_path: Path) -> None:
    """A dossier is three files; what it returns is what the JSON holds."""
    document = publish(case, tmp_path / "new" / "folder")
    written = sorted(path.name for path in (tmp_path / "new" / "folder").iterdir())
    assert written == NAMES
    assert codec.decode((tmp_path / "new/folder/dossier.json").read_bytes()) == document


def test_what_is_published_verifies(case: Case, tmp_path: Path) -> None:
    """A dossier passes the check that anybody can repeat."""
    publish(case, tmp_path)
    assert verify((tmp_path / "dossier.json").read_bytes()) == []


def test_the_same_case_gives_the_same_bytes(case: Case, tmp_path: Path) -> None:
    """Same input, same version: the same bytes out, in every file."""
    publish(case, tmp_path / "a")
    publish(case, tmp_path / "b")
    for name in NAMES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_dossier_that_fails_is_not_written(case: Case, tmp_path: Path) -> None:
    """A refused dossier leaves no file, not even a folder, and says why."""
    with pytest.raises(RefuseDossier) as refusal:
        publish(_broken(case), tmp_path / "out")
    assert refusal.value.faults == ["findings[0]: rests on nothing"]
    assert not (tmp_path / "out").exists()


def test_a_refused_dossier_leaves_the_old_one(case: Case, tmp_path: Path) -> None:
    """An earlier dossier in the folder stays as it was."""
    publish(case, tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in NAMES}
    with pytest.raises(RefuseDossier):
        publish(_broken(case), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_text_that_cannot_be_written_is_refused(case: Case, tmp_path: Path) -> None:
    """Half a surrogate pair in a report refuses the dossier instead of raising in the middle."""
    with pytest.raises(RefuseDossier, match="UTF-8"):
        publish(replace(case, question="\ud800"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_said_to_be(case: Case, tmp_path: Path) -> None:
    """Where nothing can be written the caller learns which folder to change."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(ChangeInput, match="cannot be written to"):
        publish(case, tmp_path / "file")


def test_an_empty_case_has_every_section(case: Case, tmp_path: Path) -> None:
    """Nothing found is a dossier too: each empty section says so."""
    corpus = replace(case.corpus, readings=(), lineage=type(case.corpus.lineage)())
    bare = replace(
        case,
        question=None,
        corpus=replace(corpus, cast=type(case.corpus.cast)()),
        collation=type(case.collation)(),
        assessment=type(case.assessment)(),
        rejections=(),
    )
    publish(bare, tmp_path)
    page = (tmp_path / "dossier.html").read_text(encoding="utf-8")
    assert page.count('class="none"') >= 14
    assert "Not measured: nothing was comparable" in page
