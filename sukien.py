"""The `sukien` command: parses arguments, wires crawl to extraction, prints. Heavy imports wait until a command
needs them."""

from __future__ import annotations

import json as json_module
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from scraper.article import Article, Place

if TYPE_CHECKING:
    from extract.reading import BadLine
    from extract.score import Score

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

DataFolder = Annotated[Path, typer.Option("--data", help="Folder of the crawl: state and archive.")]
DATA = Path("data/crawl")
_SECONDS_BETWEEN_LINES = 5.0


@app.callback()
def sukien() -> None:
    """Vietnamese local-government news as data: crawl the sites, extract the events, write the tables.

    Exit status: 0 all well; 1 it could not be done; 2 wrong usage; 3 done, but some input was bad and is named.
    """


@app.command(epilog="Example: `sukien extract articles.jsonl --out tables --workers 4`")
def extract(
    articles: Annotated[
        Path | None, typer.Argument(help="JSON Lines with `id` and `text`; without it, what was crawled.")
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the tables.")] = Path("tables"),
    data: DataFolder = DATA,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
) -> None:
    """Extract events, officials, counts and citations from articles, and write the tables."""
    from extract.batch import NoArticles, extract_to

    source = _articles_of(articles, data)
    try:
        with _progress("articles") as advance:
            outcome = extract_to(out, source, workers, advance)
    except NoArticles as empty:
        _name_bad_lines(empty.bad_lines)
        _fail("no article to extract from; the tables in {out} are as they were".format(out=out))
    _name_bad_lines(outcome.bad_lines)
    typer.echo(", ".join(f"{count} {name}" for name, count in outcome.counts.items()))
    typer.echo(f"tables in {out}")
    raise typer.Exit(3 if outcome.bad_lines else 0)


@app.command(epilog="Example: `sukien evaluate data/gold/sample.jsonl data/gold/sample_articles.jsonl --errors 5`")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotations, JSON Lines.")],
    articles: Annotated[Path, typer.Argument(help="The texts that they annotate, JSON Lines.")],
    errors: Annotated[
        int, typer.Option(min=0, help="How many errors of each measure to show, each in its sentence.")
    ] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Score the extraction against annotated articles, and show what it got wrong."""
    from extract import extract as extract_article
    from extract.score import read_gold, score

    found = {article.id: extract_article(article) for article in _good_articles(articles)}
    try:
        result = score(read_gold(gold), found)
    except (OSError, ValueError, KeyError) as error:
        _fail(str(error.args[0] if isinstance(error, KeyError) else error))
    if json:
        typer.echo(json_module.dumps(result.figures()))
    else:
        _print_score(result, errors)


def _print_score(result: Score, errors: int) -> None:
    for name, measure in result.measures.items():
        basis = f"{measure.right} right, {measure.wrong} wrong" + (
            "" if measure.is_accuracy else f", {measure.missed} missed"
        )
        typer.echo(f"{name:<15} {measure.value:.3f}  {basis}")
        for error in measure.errors[:errors]:
            typer.echo(f"    {error.article_id} {error.fault}: {error.what}")
            if error.sentence:
                typer.echo(f"        {error.sentence}")


def _articles_of(path: Path | None, data: Path) -> Iterator[Article | BadLine]:
    """What to extract from: the lines of a file, or what the crawls under `data` stored."""
    from extract.reading import read_articles

    if path is None:
        _fail(f"nothing was crawled into {data} yet; name a JSON Lines file, or run `sukien crawl` first")
    if not path.is_file():
        _fail(f"{path}: no such file")
    return read_articles(path, lambda site_id, url: Place())


def _good_articles(path: Path) -> Iterator[Article]:
    """The articles of a file; its bad lines are named as they come."""
    from extract.reading import BadLine

    for article in _articles_of(path, DATA):
        if isinstance(article, BadLine):
            _name_bad_lines([article])
        else:
            yield article


def _name_bad_lines(lines: Iterable[BadLine]) -> None:
    for line in lines:
        typer.secho(f"skipped {line}", fg="yellow", err=True)


def _fail(reason: str) -> NoReturn:
    typer.secho(f"sukien: {reason}", fg="red", err=True)
    raise typer.Exit(1)


@contextmanager
def _progress(unit: str) -> Iterator[Callable[[int], None]]:
    """Tell how far a long run is: a bar on a terminal, a plain line every few seconds elsewhere."""
    if not sys.stderr.isatty():
        yield _plain_progress(unit)
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(), "{task.description}", MofNCompleteColumn(), TimeElapsedColumn(), console=Console(stderr=True)
    ) as bar:
        task = bar.add_task(unit, total=None)
        yield lambda done: bar.update(task, completed=done)


def _plain_progress(unit: str) -> Callable[[int], None]:
    last_said = time.monotonic()

    def say(done: int) -> None:
        nonlocal last_said
        if time.monotonic() - last_said >= _SECONDS_BETWEEN_LINES:
            last_said = time.monotonic()
            typer.echo(f"{done} {unit} done", err=True)

    return say


def main() -> None:
    """Entry point of the console script."""
    app()


if __name__ == "__main__":
    main()
