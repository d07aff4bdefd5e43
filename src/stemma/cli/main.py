"""`stemma`: the commands, their arguments and their exit statuses.

0: done. 1: no report could be read, or a file could not be written. 2: the command line is
wrong. 3: a dossier failed its check and was refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma import __version__
from stemma.errors import ChangeInput, RefuseDossier

if TYPE_CHECKING:
    from stemma.cli.forms import Form

app = typer.Typer(
    name="stemma",
    help="From many reports of one contested story to one dossier that can be defended.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Question = Annotated[
    str | None,
    typer.Option("--question", "-q", help="What the reader wants to know; it ranks everything."),
]
Reports = Annotated[list[Path], typer.Argument(help="Reports: text, HTML, JSONL, gzip, folders.")]
_GUARD = (
    "A cell that a spreadsheet would take for a formula (it begins with = + - @ or a tab) has "
    "a ' put in front."
)
File = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write to instead of standard output."),
]
Json = Annotated[bool, typer.Option("--json", help="As JSON, with character spans.")]
Folder = Annotated[Path, typer.Option("--output", "-o", help="Folder to write the dossier to.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"stemma {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take what stands before the command."""


@app.command()
def brief(
    paths: Reports,
    question: Question = None,
    output: Folder = Path("dossier"),
) -> None:
    """Write dossier.html, dossier.md and dossier.json about the reports in PATHS."""
    from stemma.cli.commands import write_brief

    write_brief(paths, question, output)


@app.command()
def demo(output: Folder = Path("demo-dossier")) -> None:
    """Do the same on the invented reports that ship with the program."""
    from stemma.cli.commands import write_demo

    write_demo(output)


@app.command()
def lineage(
    paths: Reports,
    as_json: Annotated[
        bool, typer.Option("--json", help="As JSON, with a W3C PROV-O graph in JSON-LD.")
    ] = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help=f"As CSV, a row for each shared passage. {_GUARD}")
    ] = False,
    output: File = None,
) -> None:
    """Show which of the reports in PATHS comes from which, and what sources nobody here holds."""
    form = _form(as_json, as_csv)
    from stemma.cli.lineage import write_lineage

    write_lineage(paths, form, output)


@app.command()
def conflicts(
    paths: Reports,
    as_json: Json = False,
    as_csv: Annotated[
        bool,
        typer.Option("--csv", help=f"As CSV, a row for each place of each reading. {_GUARD}"),
    ] = False,
    output: File = None,
) -> None:
    """Show where the reports in PATHS differ: each thing with its readings side by side."""
    form = _form(as_json, as_csv)
    from stemma.cli.conflicts import write_conflicts

    write_conflicts(paths, form, output)


@app.command()
def retellings(
    paths: Reports,
    as_json: Json = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help=f"As CSV, a row for each change. {_GUARD}")
    ] = False,
    output: File = None,
) -> None:
    """Show what changed as the reports in PATHS retold each other, and how often by outlet."""
    form = _form(as_json, as_csv)
    from stemma.cli.retellings import write_retellings

    write_retellings(paths, form, output)


def _form(as_json: bool, as_csv: bool) -> Form:
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv exclude one another: give one of them")
    return "json" if as_json else "csv" if as_csv else "table"


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="A dossier.json.")],
) -> None:
    """Check a dossier again: its schema, every span against the text, every reference."""
    from stemma.cli.commands import verify_file

    verify_file(file)


def main() -> None:
    """Run the command line; errors raised on purpose become a line and an exit status."""
    try:
        app()
    except RefuseDossier as refusal:
        typer.echo(f"stemma: refused, nothing was written: {refusal}", err=True)
        for fault in refusal.faults[:20]:
            typer.echo(f"  {fault}", err=True)
        raise SystemExit(3) from None
    except ChangeInput as error:
        typer.echo(f"stemma: {error}", err=True)
        raise SystemExit(1) from None
