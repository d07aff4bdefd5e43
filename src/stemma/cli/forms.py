"""The forms that a command can print in, and where it prints them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import typer
from rich.console import Console

from stemma.cli.lines import open_console
from stemma.errors import ChangeInput

Form = Literal["table", "json", "csv"]


@dataclass(frozen=True)
class Forms:
    """One document in every form."""

    table: Callable[[Console], None]
    json: Callable[[], bytes]
    csv: Callable[[], bytes]


def write(forms: Forms, form: Form, file: Path | None) -> None:
    """Write one of the forms to `file`, or to standard output without one.

    Raises ChangeInput where the file cannot be written to.
    """
    if file is not None:
        _save(_bytes(forms, form), file)
    elif form == "table":
        forms.table(open_console())
    else:
        typer.echo(_bytes(forms, form), nl=False)


def _bytes(forms: Forms, form: Form) -> bytes:
    if form == "json":
        return forms.json()
    if form == "csv":
        return forms.csv()
    lines = io.StringIO()
    forms.table(open_console(lines))
    return lines.getvalue().encode("utf-8")


def _save(data: bytes, file: Path) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ChangeInput(
            f"{file} cannot be written to: {error.strerror}; name a file in a folder that is there"
        ) from error
