"""`sukien link`: what happened, who took part and which documents were meant, across articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sukien.terminal import progress, tables_told

app = typer.Typer()


@app.command(epilog="Examples: `sukien link tables`; `sukien link tables --export popolo=people.json`")
def link(
    tables: Annotated[Path, typer.Argument(metavar="TABLES", help="Folder of tables, as `sukien extract` wrote it.")],
    export: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=FILE",
            help="Write this too: popolo, ftm, jsonld, ics, atom or graphml.",
            autocompletion=lambda incomplete: _complete_format(incomplete),
        ),
    ] = None,
) -> None:
    """Link the articles of a folder: add tables of occurrences, people with their tenures, and laws.

    Each link has a score and the signs that speak for it; what is not sure is left apart. The same tables give the
    same links whatever their order. Ids stay when articles are added and the folder is linked again.
    """
    wanted = [_wanted(text) for text in export or ()]
    counts = run_link(tables)
    typer.echo(linked_line(counts))
    _export(tables, wanted)


def _complete_format(incomplete: str) -> list[str]:
    """The formats with this prefix, for shell completion."""
    from extract.linking.export import FORMATS

    return [f"{name}=" for name in FORMATS if name.startswith(incomplete)]


def _wanted(text: str) -> tuple[str, Path]:
    """The format and file of one `--export`."""
    from extract.linking.export import FORMATS

    name, _, file = text.partition("=")
    if name not in FORMATS or not file:
        raise typer.BadParameter(f"{text}: not FORMAT=FILE with a format of {', '.join(FORMATS)}")
    return name, Path(file)


def _export(tables: Path, wanted: list[tuple[str, Path]]) -> None:
    from extract.linking.export import write_export

    for name, file in wanted:
        with tables_told():
            write_export(tables, name, file)
        typer.echo(f"{name} in {file}")


def linked_line(counts: dict[str, int]) -> str:
    """The number of rows of each linked table, as a line."""
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())


def run_link(tables: Path) -> dict[str, int]:
    """Link a folder, with progress; returns the number of rows of each linked table."""
    from extract.linking.link import link_tables

    with tables_told(), progress("event") as advance:
        return link_tables(tables, advance)
