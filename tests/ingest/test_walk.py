"""What is found below the given paths, and what is passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stemma.ingest.walk import Input, Limits, find_inputs
from stemma.model.report import Rejection


def found(*paths: Path, limits: Limits | None = None) -> dict[str, str]:
    """Each name with what came of it: "read", or the reason of its rejection."""
    results = find_inputs(paths, limits or Limits())
    return {r.file: "read" if isinstance(r, Input) else r.reason for r in results}


def test_folders_are_read_in_sorted_order_with_posix_names(tmp_path: Path) -> None:
    """Files come in one order on every machine, named by their path below the root."""
    for name in ("b.txt", "a/z.html", "a/c.jsonl", "A.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    assert list(found(tmp_path)) == ["A.md", "a/c.jsonl", "a/z.html", "b.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    """The same file by two paths is one input; two copies of it are two."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").write_text("words")
    assert found(tmp_path, tmp_path / "a.txt") == {"a.txt": "read", "b.txt": "read"}


def test_equal_names_in_two_roots_stay_apart(tmp_path: Path) -> None:
    """Two roots that hold the same name give two inputs with two names."""
    for root in ("one", "two"):
        (tmp_path / root).mkdir()
        (tmp_path / root / "a.txt").write_text("words")
    assert found(tmp_path / "one", tmp_path / "two") == {"a.txt": "read", "two/a.txt": "read"}


def test_missing_paths_are_rejections() -> None:
    """A path that leads nowhere is told, not raised."""
    assert found(Path("/nowhere/at/all.txt")) == {"all.txt": "missing"}


def test_hidden_and_unsupported_files_are_passed_over(tmp_path: Path) -> None:
    """What is not read is told with what to do about it."""
    for name in (".notes.txt", "scan.pdf", "photo.JPG", "data.csv", "plain"):
        (tmp_path / name).write_bytes(b"x")
    results = {r.file: r for r in find_inputs([tmp_path], Limits())}
    assert isinstance(results["plain"], Input)
    rejected = [r for r in results.values() if isinstance(r, Rejection)]
    assert {r.reason for r in rejected} == {"unsupported"}
    assert "save its text" in next(r.detail for r in rejected if r.file == "scan.pdf")


def test_links_out_of_the_root_are_not_followed(tmp_path: Path) -> None:
    """A folder can't make the program read files elsewhere; a link to nothing is missing."""
    outside, root = tmp_path / "secret.txt", tmp_path / "root"
    outside.write_text("words")
    root.mkdir()
    (root / "in.txt").write_text("words")
    (root / "out.txt").symlink_to(outside)
    (root / "up").symlink_to(tmp_path)
    (root / "gone.txt").symlink_to(root / "nothing.txt")
    expected = {"gone.txt": "missing", "in.txt": "read", "out.txt": "unsupported"}
    assert found(root) == expected | {"up": "unsupported"}


def test_links_within_the_root_make_no_loop(tmp_path: Path) -> None:
    """A link to the folder it stands in ends, and gives no file twice."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "again").symlink_to(tmp_path)
    assert [name for name, what in found(tmp_path).items() if what == "read"] == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    """Only regular files are opened for reading."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path) == {"pipe.txt": "unreadable"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions don't bind here")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    """A file that can't be opened is told and the others are read."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.txt").chmod(0)
    assert found(tmp_path) == {"a.txt": "unreadable"}


def test_large_files_and_many_files_stop_at_the_limit(tmp_path: Path) -> None:
    """No more is read than the limits allow."""
    (tmp_path / "a.txt").write_bytes(b"x" * 30_000)
    (tmp_path / "b.txt").write_bytes(b"x")
    (tmp_path / "c.txt").write_bytes(b"x")
    limits = Limits(file_bytes=20_000, files=2)
    assert found(tmp_path, limits=limits) == {
        "a.txt": "oversized",
        "b.txt": "read",
        "c.txt": "oversized",
    }


def test_names_are_made_harmless(tmp_path: Path) -> None:
    """Escape codes, line breaks and marks of direction in a name never reach the screen."""
    (tmp_path / "a\x1b[31m\n\u202egnp.txt").write_text("words")
    (name,) = found(tmp_path)
    assert name.isprintable()
    assert name.endswith("gnp.txt")
