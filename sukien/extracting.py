"""`sukien extract`: from articles to tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.terminal import (
    DATA,
    DataFolder,
    StateOption,
    TopicsOption,
    fail,
    name_skipped,
    progress,
    state_errors_told,
    tables_told,
    tell_missing,
)

if TYPE_CHECKING:
    from extract.jsonl import ArticleFile
    from scraper.article import Article

app = typer.Typer()


class Engine(StrEnum):
    """The engine that runs the extraction."""

    processes = "processes"
    dask = "dask"


@app.command(epilog="Example: `sukien extract articles.jsonl --out tables --workers 4`")
@state_errors_told()
@tables_told()
def extract(
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            help="JSON Lines with `id` and `text`; without it, what was crawled. With --engine dask several files: "
            "JSON Lines, Parquet or WARC, patterns, and URLs that fsspec knows."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("tables"),
    data: DataFolder = DATA,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    sqlite: Annotated[Path | None, typer.Option(help="Write one SQLite file too; it opens in Datasette.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Write one workbook for spreadsheets too.")] = None,
    state: StateOption = None,
    seconds: Annotated[float, typer.Option("--article-seconds", min=0.1, help="Processor time for one article.")] = 60,
    escape_formulas: Annotated[
        bool,
        typer.Option(help="Put an apostrophe before CSV cells that a spreadsheet would take for a formula."),
    ] = False,
    topics: TopicsOption = False,
    engine: Annotated[
        Engine, typer.Option(help="Where to extract: processes of this machine, or a Dask cluster.")
    ] = Engine.processes,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler, tcp://…; without it, a cluster on this machine.")
    ] = None,
) -> None:
    """Extract events, officials, counts and citations from articles, and write the tables.

    A line or an article that cannot be read, or takes too long, is named and left out. All files take their places
    at the end, in one step. CSV cells hold what the articles say, character for character: open the workbook of
    `--xlsx` in a spreadsheet, which evaluates none of its cells, or give `--escape-formulas`.
    """
    if engine == "dask":
        skipped = _write_on_dask(articles or [], out, scheduler, workers, topics)
    else:
        source = _one_file(articles or [])
        skipped = write_tables(
            source, data, out, workers, state, seconds=seconds, escape_formulas=escape_formulas, topics=topics
        )
    _export(out, sqlite, xlsx)
    raise typer.Exit(3 if skipped else 0)


def _write_on_dask(inputs: Sequence[str], out: Path, scheduler: str | None, workers: int, topics: bool) -> int:
    from importlib.util import find_spec

    from extract.tables.datacard import write_card
    from sukien.partitioned import write_partitioned

    if not inputs:
        fail("--engine dask needs files to extract from; what was crawled is in the WARC files of its folder")
    if find_spec("distributed") is None:
        fail("--engine dask needs Dask: pip install 'sukien[dask]'")
    skipped = write_partitioned(inputs, out, scheduler, workers, topics)
    write_card(out, _registry_sha256())
    return skipped


def _one_file(inputs: Sequence[str]) -> Path | None:
    if len(inputs) > 1:
        fail("one file of JSON Lines is taken; several files, Parquet and WARC need --engine dask")
    return Path(inputs[0]) if inputs else None


def write_tables(
    articles: Path | None,
    data: Path,
    out: Path,
    workers: int = 1,
    state: str | None = None,
    *,
    seconds: float = 60.0,
    escape_formulas: bool = False,
    topics: bool = False,
) -> int:
    """Extract from a file, or from the crawl in `data`; returns the number of skipped lines and articles.

    `state` is the URL of the crawl's database where it is not in `data`; `seconds` is the processor time that one
    article may take; with `topics` those of each article are found too.
    """
    from extract.batch import NoArticles, extract_to, place_of
    from extract.jsonl import ArticleFile
    from extract.limits import Limits

    damaged: list[str] = []
    source = articles_of(articles, data, state, damaged)
    place = source.place_in_file if isinstance(source, ArticleFile) else place_of
    finish = partial(write_run_card, crawl=data if articles is None else None, state=state)
    run = partial(extract_to, limits=Limits(seconds), place=place, escape_formulas=escape_formulas, topics=topics)
    try:
        with progress("article") as advance:
            outcome = run(out, source, workers, advance, finish=finish)
    except NoArticles as empty:
        name_skipped(empty.skipped)
        fail(f"no article to extract from; the tables in {out} are as they were")
    name_skipped([*damaged, *outcome.skipped])
    if articles is None:
        tell_missing(data, state)
    typer.echo(", ".join(f"{count} {name}" for name, count in outcome.counts.items()))
    typer.echo(f"tables in {out}")
    return len(damaged) + len(outcome.skipped)


def write_run_card(tables: Path, crawl: Path | None, state: str | None) -> None:
    """Write the data card, with the data of the crawl where the articles come from it."""
    from extract.tables.datacard import write_card

    write_card(tables, _registry_sha256(), _pages_of(crawl, state) if crawl else None)


def _registry_sha256() -> str:
    from importlib.resources import files

    from extract.tables.datacard import tree_sha256

    return tree_sha256(files("scraper") / "sites", files("scraper") / "platforms")


def _pages_of(crawl: Path, state: str | None) -> int:
    from scraper.frontier.articles import count_pages

    return count_pages(crawl, state)


def _export(tables: Path, sqlite: Path | None, xlsx: Path | None) -> None:
    """Write the tables in the other formats that were requested."""
    if sqlite:
        from extract.tables.sqlite import write_sqlite

        write_sqlite(tables, sqlite)
        typer.echo(f"also as {sqlite}")
    if xlsx:
        from extract.tables.xlsx import write_xlsx

        write_xlsx(tables, xlsx)
        typer.echo(f"also as {xlsx}")


def articles_of(
    path: Path | None, data: Path, state: str | None = None, damaged: list[str] | None = None
) -> ArticleFile | Iterator[Article]:
    """The articles to extract: the lines of a file, or those stored by the crawls under `data`. Articles whose rows of
    the state are damaged are left out and added to `damaged`."""
    from extract.jsonl import ArticleFile
    from scraper.sites import load_registry

    if path is None:
        return _crawled(data, state, [] if damaged is None else damaged)
    if not path.is_file():
        fail(f"{path}: no such file")
    return ArticleFile(path, load_registry().place_for)


def _crawled(data: Path, state: str | None, damaged: list[str]) -> Iterator[Article]:
    from scraper.frontier.articles import iter_articles
    from scraper.pages.near_duplicates import mark_near_duplicates

    if state is None and not (data / "state.sqlite").exists():
        fail(f"nothing was crawled into {data} yet; name a JSON Lines file, or run `sukien crawl` first")

    def name(article_id: str, reason: str) -> None:
        damaged.append(f"article {article_id}: {reason}")

    return mark_near_duplicates(iter_articles(data, state=state, damaged=name))
