"""The `sukien` command: parses arguments, wires crawl to extraction, prints. Heavy imports wait until a command
needs them."""

from __future__ import annotations

import json as json_module
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from extract.changes import Fact
    from extract.reading import BadLine
    from extract.score import Score
    from scraper.article import Article
    from scraper.crawl import CrawlOutcome
    from scraper.options import CrawlOptions
    from scraper.politeness import Hours
    from scraper.sites import Registry, Site
    from scraper.status import SiteStatus

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
    sqlite: Annotated[Path | None, typer.Option(help="Write one SQLite file too; it opens in Datasette.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Write one workbook for spreadsheets too.")] = None,
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
    _export(out, sqlite, xlsx)
    raise typer.Exit(3 if outcome.bad_lines else 0)


def _export(tables: Path, sqlite: Path | None, xlsx: Path | None) -> None:
    """Write the tables once more, as what was asked for."""
    from extract.exporting import write_sqlite, write_xlsx

    for file, write in ((sqlite, write_sqlite), (xlsx, write_xlsx)):
        if file:
            write(tables, file)
            typer.echo(f"also as {file}")


sites = typer.Typer(no_args_is_help=True, help="The registry: which sites there are, and which platform a page is on.")
app.add_typer(sites, name="sites")
SitesFile = Annotated[
    Path | None, typer.Option("--sites", help="Your own sites, a TOML file as `sites detect` writes it.")
]


@sites.command("list", epilog="Example: `sukien sites list --province 'Điện Biên' --json`")
def list_sites(
    province: Annotated[str | None, typer.Option(help="Only of this province, former or present name.")] = None,
    own: SitesFile = None,
    json: Annotated[bool, typer.Option("--json", help="Print an array of objects.")] = False,
) -> None:
    """List the sites with their unit, platform and status."""
    registry = _registry(own)
    chosen = registry.of_province(province) if province else tuple(registry.sites.values())
    if province and not chosen:
        _fail(f"no site of a province {province!r} is in the registry")
    if json:
        typer.echo(json_module.dumps([_summary(site) for site in chosen], ensure_ascii=False, indent=1))
        return
    for site in chosen:
        unit = ", ".join(name for name in (site.commune, site.district, site.province) if name)
        typer.echo(f"{site.id:<36} {site.platform:<12} {site.status:<10} {unit}")


@sites.command(epilog="Example: `sukien sites show muonglay-dienbien`")
def show(site_id: Annotated[str, typer.Argument(metavar="ID")], own: SitesFile = None) -> None:
    """Show everything that the registry holds of one site."""
    for key, value in _site(_registry(own), site_id).model_dump(mode="json", exclude_defaults=True).items():
        typer.echo(f"{key:<14} {value}")


def _summary(site: Site) -> dict[str, object]:
    """What `sites list --json` prints of a site."""
    return {
        "id": site.id,
        "url": site.url,
        "name": site.name,
        **_unit(site),
        "platform": site.platform,
        "status": site.status,
        "seen": site.seen,
    }


def _unit(site: Site) -> dict[str, str | None]:
    keys = (
        "level",
        "province",
        "province_code",
        "province_2025",
        "province_2025_code",
        "district",
        "district_code",
        "commune",
        "commune_code",
    )
    return {key: getattr(site, key) for key in keys}


def _registry(own: Path | None) -> Registry:
    from scraper.sites import RegistryError, load_registry

    try:
        return load_registry(own)
    except (OSError, RegistryError) as error:
        _fail(str(error))


def _site(registry: Registry, site_id: str) -> Site:
    from scraper.sites import UnknownSite

    try:
        return registry.get(site_id)
    except UnknownSite as error:
        _fail(str(error))


@app.command(epilog="Example: `sukien crawl muonglay-dienbien --since 2024-01-01 --data data/crawl`")
def crawl(
    site_ids: Annotated[list[str] | None, typer.Argument(metavar="SITE…", help="Ids of sites.")] = None,
    province: Annotated[str | None, typer.Option(help="All sites of a province, former or present name.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All sites that are not known to be dead.")] = False,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day of interest.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Last day of interest.")] = None,
    max_pages: Annotated[int | None, typer.Option(min=1, help="Requests to each site, at most.")] = None,
    max_megabytes: Annotated[int | None, typer.Option(min=1, help="Megabytes from each site, at most.")] = None,
    delay: Annotated[
        float | None, typer.Option(min=0, help="Seconds between requests to a host; less than 0.5 on loopback only.")
    ] = None,
    data: DataFolder = DATA,
    own: SitesFile = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes over which the sites are spread.")] = 1,
    night_hours: Annotated[
        str | None, typer.Option(help="Ask only within these hours of the Vietnamese day, for example 22-6.")
    ] = None,
    state: Annotated[
        str | None, typer.Option(help="Keep the state in this database, for example postgresql://…")
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(envvar="SUKIEN_CONTACT", help="Where a webmaster can reach you; sent with every request."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be asked; ask nothing.")] = False,
) -> None:
    """Crawl sites into the data folder; a crawl that was stopped goes on when the same command is given again."""
    from scraper.frontier import Budget
    from scraper.options import CrawlOptions
    from scraper.rounds import Window

    options = CrawlOptions(
        data=data,
        state=state,
        window=Window(*(day.date().isoformat() if day else None for day in (since, until))),
        delay=delay,
        budget=Budget(max_pages, max_megabytes * 1_000_000 if max_megabytes else None),
        hours=_hours(night_hours),
        contact=contact,
        workers=workers,
    )
    chosen = _chosen_sites(_registry(own), site_ids or [], province, everything)
    if dry_run:
        _print_plan(chosen, options)
    else:
        _tell_outcome(_crawl(chosen, options))


def _hours(text: str | None) -> Hours | None:
    from scraper.politeness import read_hours

    try:
        return read_hours(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _chosen_sites(registry: Registry, site_ids: list[str], province: str | None, everything: bool) -> list[Site]:
    if everything:
        return [site for site in registry.sites.values() if site.status not in ("dead", "redirected")]
    chosen = [_site(registry, site_id) for site_id in site_ids]
    chosen += [site for site in registry.of_province(province) if site not in chosen] if province else []
    if not chosen:
        _fail("which sites? name some, or give --province or --all; `sukien sites list` shows them")
    return chosen


def _crawl(chosen: list[Site], options: CrawlOptions) -> CrawlOutcome:
    from rich.console import Console
    from sqlalchemy.exc import SQLAlchemyError

    from scraper.crawl import crawl as crawl_sites
    from scraper.progress import LiveProgress, PlainProgress

    try:
        if not sys.stderr.isatty():
            return crawl_sites(chosen, options, PlainProgress(sys.stderr))
        with LiveProgress(Console(stderr=True)) as live:
            return crawl_sites(chosen, options, live)
    except (OSError, SQLAlchemyError) as error:
        _fail(f"the crawl could not start: {error}")


def _tell_outcome(outcome: CrawlOutcome) -> NoReturn:
    for site in outcome.sites:
        typer.echo(_site_line(site.status))
        for problem in site.problems:
            typer.secho(f"  {problem.kind}: {problem.said}", fg="red")
    if outcome.crashed:
        typer.secho(f"{outcome.crashed} crawling processes ended badly; see log/ in the data folder", fg="red")
    if outcome.left:
        typer.echo(f"{outcome.left} addresses are left; give the same command again to go on with them")
    raise typer.Exit(outcome.exit_status)


def _print_plan(chosen: list[Site], options: CrawlOptions) -> None:
    from scraper.crawl import plan

    for site, pause, urls in plan(chosen, options):
        typer.echo(f"{site.id}: {len(urls)} addresses to begin with, {pause:g} s apart, and robots.txt before them")
        for url in urls:
            typer.echo(f"  {url}")


@app.command(epilog="Example: `sukien status --data data/crawl`")
def status(
    data: DataFolder = DATA,
    state: Annotated[str | None, typer.Option(help="The database of the state, if it is not in the folder.")] = None,
) -> None:
    """Show how each crawled site stands: pages, articles, last success, errors by kind, what is left."""
    from scraper.status import site_status

    try:
        states = site_status(data, state)
    except FileNotFoundError as error:
        _fail(str(error))
    for one in states:
        typer.echo(_site_line(one))
        typer.echo(f"  last success {one.succeeded_at or 'never'}" + (f"; {one.verdict}" if one.verdict else ""))


def _site_line(state: SiteStatus) -> str:
    errors = ", ".join(f"{kind} ×{count}" for kind, count in sorted(state.errors.items()))
    resting = ", ".join(f"{host} ({why})" for host, why in state.resting.items())
    counts = f"{state.articles} articles, {state.pages} pages, {state.asked} requests this time, {state.left} left"
    return (
        f"{state.site_id}: {counts}"
        + (f"; errors: {errors}" if errors else "")
        + (f"; resting: {resting}" if resting else "")
    )


@app.command(epilog="Example: `sukien evaluate data/gold/sample.jsonl data/gold/sample_articles.jsonl --errors 5`")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotations, JSON Lines.")],
    articles: Annotated[Path, typer.Argument(help="The texts that they annotate, JSON Lines.")],
    errors: Annotated[int, typer.Option(min=0, help="Errors of each measure to show, each in its sentence.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    save: Annotated[Path | None, typer.Option(help="Write the facts found to a file, to compare with later.")] = None,
    against: Annotated[
        Path | None, typer.Option(help="Facts of an earlier version: show what is gained and lost.")
    ] = None,
) -> None:
    """Score the extraction against annotated articles, and show what it got wrong."""
    from extract import extract as extract_article
    from extract.changes import facts_of, load_facts, save_facts
    from extract.score import read_gold, score

    found = {article.id: extract_article(article) for article in _good_articles(articles)}
    facts = facts_of(found.values())
    try:
        result = score(read_gold(gold), found)
        before = load_facts(against) if against else facts
    except (OSError, ValueError, KeyError) as error:
        _fail(str(error.args[0] if isinstance(error, KeyError) else error))
    typer.echo(json_module.dumps(result.figures())) if json else _print_score(result, errors)
    if save:
        save_facts(save, facts)
    if against:
        _print_changes(before, facts)


def _print_changes(before: frozenset[Fact], after: frozenset[Fact]) -> None:
    from extract.changes import changes

    difference = changes(before, after)
    typer.echo(f"{len(difference.gained)} facts gained, {len(difference.lost)} lost")
    if difference.gained or difference.lost:
        typer.echo(str(difference))


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
    from scraper.sites import load_registry

    if path is None:
        return _crawled(data)
    if not path.is_file():
        _fail(f"{path}: no such file")
    return read_articles(path, load_registry().place_for)


def _crawled(data: Path) -> Iterator[Article]:
    from scraper.store import iter_articles

    if not (data / "state.sqlite").exists():
        _fail(f"nothing was crawled into {data} yet; name a JSON Lines file, or run `sukien crawl` first")
    return iter_articles(data)


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
