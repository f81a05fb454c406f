"""`sukien extract`: from articles to tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.terminal import DATA, DataFolder, StateOption, fail, name_bad_lines, progress, state_errors_told

if TYPE_CHECKING:
    from extract.jsonl import BadLine
    from scraper.article import Article

app = typer.Typer()


@app.command(epilog="Example: `sukien extract articles.jsonl --out tables --workers 4`")
@state_errors_told()
def extract(
    articles: Annotated[
        Path | None, typer.Argument(help="JSON Lines with `id` and `text`; without it, what was crawled.")
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("tables"),
    data: DataFolder = DATA,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    sqlite: Annotated[Path | None, typer.Option(help="Write one SQLite file too; it opens in Datasette.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Write one workbook for spreadsheets too.")] = None,
    state: StateOption = None,
) -> None:
    """Extract events, officials, counts and citations from articles, and write the tables."""
    skipped = write_tables(articles, data, out, workers, state)
    _export(out, sqlite, xlsx)
    raise typer.Exit(3 if skipped else 0)


def write_tables(articles: Path | None, data: Path, out: Path, workers: int = 1, state: str | None = None) -> int:
    """Extract from a file, or from what was crawled into `data`; returns how many lines were bad and skipped.

    `state` is the address of the crawl's database where it is not in `data`.
    """
    from extract.batch import NoArticles, extract_to

    source = articles_of(articles, data, state)
    try:
        with progress("articles") as advance:
            outcome = extract_to(out, source, workers, advance)
    except NoArticles as empty:
        name_bad_lines(empty.bad_lines)
        fail(f"no article to extract from; the tables in {out} are as they were")
    _write_card(out, data if articles is None else None, state)
    name_bad_lines(outcome.bad_lines)
    typer.echo(", ".join(f"{count} {name}" for name, count in outcome.counts.items()))
    typer.echo(f"tables in {out}")
    return len(outcome.bad_lines)


def _write_card(tables: Path, crawl: Path | None, state: str | None) -> None:
    """The data card, with what the crawl knows where the articles are its."""
    from importlib.resources import files

    from extract.tables.datacard import tree_sha256, write_card

    registry = tree_sha256(files("scraper") / "sites", files("scraper") / "platforms")
    write_card(tables, registry, _pages_of(crawl, state) if crawl else None)


def _pages_of(crawl: Path, state: str | None) -> int:
    from scraper.frontier.articles import count_pages

    return count_pages(crawl, state)


def _export(tables: Path, sqlite: Path | None, xlsx: Path | None) -> None:
    """Write the tables once more, as what was asked for."""
    if sqlite:
        from extract.tables.sqlite import write_sqlite

        write_sqlite(tables, sqlite)
        typer.echo(f"also as {sqlite}")
    if xlsx:
        from extract.tables.xlsx import write_xlsx

        write_xlsx(tables, xlsx)
        typer.echo(f"also as {xlsx}")


def articles_of(path: Path | None, data: Path, state: str | None = None) -> Iterator[Article | BadLine]:
    """What to extract from: the lines of a file, or what the crawls under `data` stored."""
    from extract.jsonl import read_articles
    from scraper.sites import load_registry

    if path is None:
        return _crawled(data, state)
    if not path.is_file():
        fail(f"{path}: no such file")
    return read_articles(path, load_registry().place_for)


def _crawled(data: Path, state: str | None) -> Iterator[Article]:
    from scraper.frontier.articles import iter_articles
    from scraper.pages.near_duplicates import mark_near_duplicates

    if state is None and not (data / "state.sqlite").exists():
        fail(f"nothing was crawled into {data} yet; name a JSON Lines file, or run `sukien crawl` first")
    return mark_near_duplicates(iter_articles(data, state=state))
