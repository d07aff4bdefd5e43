"""Finding what to read: files and folders in, their bytes out, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from stemma.ingest.formats import unsupported
from stemma.ingest.names import display_name
from stemma.model.report import Rejection, RejectionReason


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes and where they came from; `file` is a posix path below the input root."""

    file: str
    data: bytes


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one run takes on at most. `ratio` is unfolded to packed bytes of a gzip file."""

    file_bytes: int = 20_000_000
    unfolded_bytes: int = 100_000_000
    ratio: int = 200
    characters: int = 400_000
    records: int = 100_000
    files: int = 100_000


def find_inputs(paths: Iterable[Path], limits: Limits) -> Iterator[Input | Rejection]:
    """Every file of `paths`, folders recursively and in sorted order, each file once.

    What is passed over (hidden, a link out of its folder, no regular file, too large, missing,
    of a kind that can't be read) comes as a Rejection. A path given by name is followed even
    where it is a link. Names that clash across roots are told apart by the root's own name.
    """
    seen: set[str] = set()
    taken: set[str] = set()
    for count, (root, path) in enumerate(_below(paths)):
        if count >= limits.files:
            yield _reject(
                display_name(path.name), "oversized", f"more than {limits.files} files: give fewer"
            )
            return
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        name = _free_name(root, path, taken)
        taken.add(name)
        yield _passed_over(root, path, name) or _load(path, name, limits)


def _below(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Each root with every path below it that is no folder to descend into."""
    for given in paths:
        root = Path(given)
        if not root.is_dir():
            yield root, root
            continue
        stack = [root]
        while stack:
            path = stack.pop()
            if path != root and not _descends(path):
                yield root, path
                continue
            try:
                stack.extend(sorted(path.iterdir(), reverse=True))
            except OSError:
                yield root, path


def _descends(path: Path) -> bool:
    """Whether a path below a root is a folder to read: hidden and linked ones are not."""
    return not path.name.startswith(".") and not path.is_symlink() and path.is_dir()


def _free_name(root: Path, path: Path, taken: set[str]) -> str:
    """The name below the root; where another file has it, with the root's name, then a count."""
    below = path.name if path == root else path.relative_to(root).as_posix()
    name = display_name(below)
    if name not in taken:
        return name
    base = display_name(
        f"{root.resolve().name if path != root else root.resolve().parent.name}/{below}"
    )
    name, count = base, 2
    while name in taken:
        name, count = f"{base}~{count}", count + 1
    return name


def _passed_over(root: Path, path: Path, name: str) -> Rejection | None:
    if path != root and path.name.startswith("."):
        return _reject(
            name, "unsupported", "hidden: give it by name, or rename it, to have it read"
        )
    if not path.exists():
        return _reject(name, "missing", "there is no such file: check the path")
    if path != root and path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return _reject(name, "unsupported", "a link that leads out of the folder: give its target")
    advice = None if path.is_dir() else unsupported(path.name)
    return _reject(name, "unsupported", advice) if advice else None


def _load(path: Path, name: str, limits: Limits) -> Input | Rejection:
    """The bytes of one file, never more than the limit; only a regular file is ever read."""
    try:
        # O_NONBLOCK: a named pipe without a writer would otherwise hang the run
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return _reject(
                    name, "unreadable", "not a regular file: give files or folders of files"
                )
            data = stream.read(limits.file_bytes + 1)
    except OSError as error:
        reason = error.strerror or "no reason given"
        return _reject(name, "unreadable", f"could not be opened ({reason}): check its permissions")
    if len(data) > limits.file_bytes:
        return _reject(name, "oversized", f"more than {limits.file_bytes} bytes: split or trim it")
    return Input(file=name, data=data)


def _reject(file: str, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(file=file, reason=reason, detail=detail)
