"""A case to files: the document is built, checked, and only then written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from stemma.dossier.check import faults
from stemma.dossier.document import to_document
from stemma.dossier.html import render_html
from stemma.dossier.markdown import render_markdown
from stemma.dossier.render_json import render_json
from stemma.errors import ChangeInput, RefuseDossier
from stemma.model.case import Case
from stemma.model.document import Document


def publish(case: Case, folder: Path) -> Document:
    """Write `dossier.html`, `dossier.md` and `dossier.json` about `case` into `folder`.

    Every file is written under another name first and then takes its place, so that an old
    dossier is never left half replaced. Raises RefuseDossier, with nothing written, where a law
    is broken, and ChangeInput where the folder cannot be written to.
    """
    document = to_document(case)
    found = faults(document)
    if found:
        raise RefuseDossier(found)
    _write(folder, render(document))
    return document


def render(document: Document) -> dict[str, bytes]:
    """The files of a dossier that has passed its check, by name."""
    return {
        "dossier.json": render_json(document),
        "dossier.md": render_markdown(document).encode("utf-8"),
        "dossier.html": render_html(document).encode("utf-8"),
    }


def _write(folder: Path, files: dict[str, bytes]) -> None:
    temporary = {name: folder / f".{name}.part" for name in files}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            temporary[name].write_bytes(content)
        for name, path in temporary.items():
            path.replace(folder / name)
    except OSError as error:
        for path in temporary.values():
            with suppress(OSError):
                path.unlink()
        raise ChangeInput(f"{folder} cannot be written to: {error.strerror}") from error
