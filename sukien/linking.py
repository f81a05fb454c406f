"""`sukien link`: what happened, who took part and which documents were meant, across articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sukien.terminal import progress, tables_told

app = typer.Typer()


@app.command(epilog="Example: `sukien link tables`")
def link(
    tables: Annotated[Path, typer.Argument(metavar="TABLES", help="Folder of tables, as `sukien extract` wrote it.")],
) -> None:
    """Link the articles of a folder: add tables of occurrences, people with their tenures, and laws.

    Each link has a score and the signs that speak for it; what is not sure is left apart. The same tables give the
    same links whatever their order. Ids stay when articles are added and the folder is linked again.
    """
    counts = run_link(tables)
    typer.echo(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items()))


def run_link(tables: Path) -> dict[str, int]:
    """Link a folder, telling how far it is; returns the number of rows of each linked table."""
    from extract.linking.link import link_tables

    with tables_told(), progress("events") as advance:
        return link_tables(tables, advance)
