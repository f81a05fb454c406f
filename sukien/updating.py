"""`sukien update`, the nightly command: crawl, extract what is new or changed, link, report the news."""

from __future__ import annotations

import shlex
import subprocess
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.crawling import choose_sites, run_crawl, tell_sites
from sukien.linking import run_link
from sukien.terminal import (
    DATA,
    AllSites,
    Contact,
    DatabaseOption,
    DataFolder,
    Delay,
    ProvinceOption,
    Quiet,
    SiteIds,
    SitesFile,
    StateOption,
    TopicsOption,
    fail,
    name_skipped,
    progress,
    state_errors_told,
    tables_told,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.updating.merge import UpdateOutcome
    from extract.updating.news import News
    from scraper.article import Article
    from scraper.engine.options import CrawlOptions
    from scraper.sites import Site

app = typer.Typer()
_WEBHOOK_SECONDS = 30


@app.command(epilog="Example: `sukien update muonglay-dienbien --data data/crawl --out tables`")
@state_errors_told()
@tables_told()
def update(
    site_ids: SiteIds = None,
    province: ProvinceOption = None,
    everything: AllSites = False,
    out: Annotated[Path, typer.Option(help="Folder of the tables.")] = Path("tables"),
    data: DataFolder = DATA,
    own: SitesFile = None,
    state: StateOption = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that extract.")] = 1,
    delay: Delay = None,
    contact: Contact = None,
    crawl: Annotated[bool, typer.Option(help="Ask the sites; without, only what is stored is brought in.")] = True,
    report: Annotated[bool, typer.Option("--report", help="Write the report too, as OUT/report.html.")] = False,
    sqlite: Annotated[Path | None, typer.Option(help="Write one SQLite file too.")] = None,
    database: DatabaseOption = None,
    topics: TopicsOption = False,
    quiet_days: Annotated[int, typer.Option(min=1, help="Name a site that brought nothing for so many days.")] = 7,
    notify: Annotated[
        str | None, typer.Option(help="A command to run when there is news; it reads them as JSON from its input.")
    ] = None,
    webhook: Annotated[str | None, typer.Option(help="An address to which news are posted as JSON.")] = None,
    hushed: Quiet = False,
) -> None:
    """Crawl what may have changed, extract only what is new or changed, link, and say what is new.

    The news are in the folder of the tables: new.csv and new.json of this update, new.atom and new.ics of all. They
    appear together with the tables that hold them: every new event is told once. Exit status as for a crawl; one
    update at a time is let into a folder.
    """
    from scraper.engine.options import CrawlOptions

    options = CrawlOptions(data=data, state=state, delay=delay, contact=contact)
    chosen = choose_sites(own, site_ids or [], province, everything) if crawl else []
    status = _crawl(chosen, options) if crawl else 0
    quiet = _quiet_sites(data, state, chosen, quiet_days)
    news = _bring_in(out, data, state, workers, quiet, topics)
    _write_more(out, report, sqlite)
    if database:
        _upsert(out, database)
    if news is not None and news.entries:
        _pass_on(out / "new.json", notify, webhook)
    raise typer.Exit(status)


def _crawl(chosen: list[Site], options: CrawlOptions) -> int:
    outcome = run_crawl(chosen, options)
    tell_sites(outcome)
    if outcome.exit_status == 130:
        raise typer.Exit(130)
    return outcome.exit_status


def _bring_in(
    out: Path, data: Path, state: str | None, workers: int, quiet: tuple[str, ...], topics: bool
) -> News | None:
    """Update the tables; returns the news, or None where nothing has changed."""
    from extract.tables.linked import is_linked
    from extract.updating.feeds import write_news
    from extract.updating.merge import update_tables
    from extract.updating.news import News
    from scraper.boundary.files import remove_leftovers
    from sukien.extracting import write_run_card

    now = datetime.now(UTC)

    def finish(new: Path, news: News) -> None:
        write_run_card(new, data, state)
        write_news(new, news, now, out, quiet)

    if not out.is_dir() and not any(True for _ in _stored(data, state)):
        fail("no article is stored yet, so there is nothing to make tables of")
    with progress("article") as advance:
        outcome = update_tables(out, lambda: _stored(data, state), workers, advance, topics=topics, finish=finish)
    if outcome is None:
        if not is_linked(out):  # an update was killed before it linked
            run_link(out)
        remove_leftovers(out.resolve())
        write_news(out, News(), now, out, quiet)
        typer.echo("nothing is new")
        return None
    run_link(out)
    _tell(outcome, out)
    return outcome.news


def _tell(outcome: UpdateOutcome, out: Path) -> None:
    name_skipped(outcome.failed)
    news = outcome.news
    reread = f", {news.reread_articles} read by newer rules" if news.reread_articles else ""
    typer.echo(f"articles: {news.new_articles} new, {news.changed_articles} changed, {news.gone_articles} gone{reread}")
    for entry in news.entries:
        event = entry.event
        place = ", ".join(str(event[name]) for name in ("commune", "district", "province") if event[name])
        typer.echo(f"{entry.change}: {event['start_date'] or '?'} {event['type']}, {place or '?'}: {event['title']}")
    typer.echo(f"tables in {out}; the news in new.csv, new.json, new.atom and new.ics there")


def _stored(data: Path, state: str | None) -> Iterable[Article]:
    """The current version of every stored article, reposts marked."""
    from scraper.frontier.articles import iter_articles
    from scraper.pages.near_duplicates import mark_near_duplicates

    if state is None and not (data / "state.sqlite").exists():
        fail(f"nothing was crawled into {data} yet")
    return mark_near_duplicates(iter_articles(data, state=state))


def _quiet_sites(data: Path, state: str | None, chosen: list[Site], days: int) -> tuple[str, ...]:
    """The sites of which nothing was read for so many days; prints them too."""
    from scraper.frontier.status import site_status

    last = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    ids = {site.id for site in chosen}
    known = [one for one in site_status(data, state) if one.site_id in ids] if ids else []
    quiet = tuple(one.site_id for one in known if (one.succeeded_at or "") < last)
    for site_id in quiet:
        line = f"{site_id}: nothing was read for {days} days or more; `sukien status` says why"
        typer.secho(line, fg="yellow", err=True)
    return quiet


def _write_more(out: Path, report: bool, sqlite: Path | None) -> None:
    """Write the tables in the other forms that were requested."""
    if report:
        from extract.report.page import write_page

        write_page(out, out / "report.html")
        typer.echo(f"report in {out / 'report.html'}")
    if sqlite:
        from extract.tables.sqlite import write_sqlite

        write_sqlite(out, sqlite)
        typer.echo(f"also as {sqlite}")


def _upsert(out: Path, database: str) -> None:
    from sqlalchemy import create_engine
    from sqlalchemy.exc import ArgumentError, SQLAlchemyError

    from extract.tables.database import upsert_tables
    from scraper.frontier.errors import cannot_write, place_of
    from scraper.frontier.schema import connection_arguments, with_driver

    try:
        engine = create_engine(with_driver(database), connect_args=connection_arguments(database))
    except (ArgumentError, ImportError) as error:
        fail(f"--database: {error}")
    try:
        changes = upsert_tables(out, engine)
    except SQLAlchemyError as error:
        fail(cannot_write(error, engine))
    typer.echo(f"database {place_of(engine)}: {changes.written} rows written, {changes.removed} articles or ids gone")


def _pass_on(news: Path, notify: str | None, webhook: str | None) -> None:
    """Pass the news to a command and to a URL. A failure of either is reported and has no other effect."""
    body = news.read_bytes()
    if notify:
        done = subprocess.run(shlex.split(notify), input=body, check=False)
        if done.returncode:
            typer.secho(f"{notify} ended with status {done.returncode}", fg="red", err=True)
    if webhook:
        request = urllib.request.Request(webhook, body, {"Content-Type": "application/json; charset=utf-8"})
        try:
            with urllib.request.urlopen(request, timeout=_WEBHOOK_SECONDS):
                pass
        except OSError as error:
            typer.secho(f"{webhook} did not take the news: {error}", fg="red", err=True)
