"""The `sukien` command: parses arguments, wires crawl to extraction, prints. Heavy imports wait until a command needs them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=True, rich_markup_mode="markdown", pretty_exceptions_enable=False)


@app.callback()
def sukien() -> None:
    """Vietnamese local-government news as data: crawl the sites, extract the events, write the tables."""


@app.command(epilog="Example: `sukien extract articles.jsonl --out tables`")
def extract(
    articles: Annotated[Path | None, typer.Argument(help="JSON Lines with `id` and `text`; without it, what was crawled.")] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("tables"),
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
) -> None:
    """Extract events, officials, counts and citations from articles, and write the tables."""
    from extract.batch import extract_file

    outcome = extract_file(articles, out, workers)
    raise typer.Exit(outcome)


def main() -> None:
    """Entry point of the console script."""
    app()


if __name__ == "__main__":
    main()
