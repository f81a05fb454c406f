"""`sukien crawl` and `sukien status`: from sites to stored articles, and the state of each site."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from sukien.ingesting import tell_counts
from sukien.rereading import tell_reread
from sukien.sites import registry_of, site_of
from sukien.terminal import (
    DATA,
    AllSites,
    Contact,
    DataFolder,
    Delay,
    ProvinceOption,
    Quiet,
    SiteIds,
    SitesFile,
    StateOption,
    amount,
    fail,
    is_quiet,
    state_errors_told,
    tell_missing,
)

if TYPE_CHECKING:
    from scraper.crawl import CrawlOutcome
    from scraper.engine.options import CrawlOptions
    from scraper.frontier.rounds import DateWindow
    from scraper.frontier.status import SiteStatus
    from scraper.policy.politeness import CrawlHours
    from scraper.sites import Site

Since = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day of interest.")]
Until = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Last day of interest.")]
MaxPages = Annotated[int | None, typer.Option(min=1, help="Requests to each site, at most.")]
MaxMegabytes = Annotated[int | None, typer.Option(min=1, help="Megabytes from each site, at most.")]
NightHours = Annotated[
    str | None, typer.Option(help="Ask only within these hours of the Vietnamese day, for example 22-6.")
]
WebArchive = Annotated[
    str | None,
    typer.Option(help="Ask a Wayback-style archive, not the sites: https://web.archive.org, or a collection."),
]
Attachments = Annotated[
    bool, typer.Option("--attachments", help="Fetch the documents that the articles offer, into the archive.")
]

app = typer.Typer()


@app.command(epilog="Example: `sukien crawl muonglay-dienbien --since 2024-01-01 --data data/crawl`")
@state_errors_told()
def crawl(
    site_ids: SiteIds = None,
    province: ProvinceOption = None,
    everything: AllSites = False,
    since: Since = None,
    until: Until = None,
    max_pages: MaxPages = None,
    max_megabytes: MaxMegabytes = None,
    delay: Delay = None,
    data: DataFolder = DATA,
    own: SitesFile = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes over which the sites are spread.")] = 1,
    night_hours: NightHours = None,
    state: StateOption = None,
    contact: Contact = None,
    archive: WebArchive = None,
    attachments: Attachments = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be asked; ask nothing.")] = False,
    quiet: Quiet = False,
) -> None:
    """Crawl sites into the data folder; a crawl that was stopped goes on when the same command is given again."""
    from scraper.engine.options import CrawlOptions
    from scraper.frontier.frontier import Budget

    options = CrawlOptions(
        data=data,
        state=state,
        window=_window(since, until),
        delay=delay,
        budget=Budget(max_pages, max_megabytes * 1_000_000 if max_megabytes else None),
        hours=_hours(night_hours),
        contact=contact,
        workers=workers,
        attachments=attachments,
    )
    chosen = choose_sites(own, site_ids or [], province, everything)
    if dry_run:
        _print_plan(chosen, options)
    elif archive:
        _crawl_archive(chosen, archive, options)
    else:
        _crawl_sites(chosen, options)


def _crawl_sites(chosen: list[Site], options: CrawlOptions) -> NoReturn:
    outcome = run_crawl(chosen, options)
    tell_sites(outcome)
    raise typer.Exit(outcome.exit_status)


def _crawl_archive(chosen: list[Site], archive: str, options: CrawlOptions) -> NoReturn:
    from scraper.spiders.wayback_worker import crawl_archive

    tally = crawl_archive(chosen, archive, options)
    tell_counts(tally)
    if tally.interrupted:
        typer.echo("interrupted; give the same command again to go on")
        raise typer.Exit(130)
    for problem in tally.problems:
        typer.secho(f"  {problem}; the same command goes on", fg="red", err=True)
    if not tally.stored + tally.known:
        fail(f"{archive} gave no article of {', '.join(site.id for site in chosen)}")
    raise typer.Exit(int(bool(tally.problems)))


def _window(since: datetime | None, until: datetime | None) -> DateWindow:
    from scraper.frontier.rounds import DateWindow

    if since and until and since > until:
        raise typer.BadParameter(f"--since {since:%Y-%m-%d} is after --until {until:%Y-%m-%d}")
    return DateWindow(*(day.date().isoformat() if day else None for day in (since, until)))


def _hours(text: str | None) -> CrawlHours | None:
    from scraper.policy.politeness import read_hours

    try:
        return read_hours(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def choose_sites(own: Path | None, site_ids: list[str], province: str | None, everything: bool) -> list[Site]:
    """The sites that a command names; without any, those of the user's own file. Ends the command where there are none,
    or where the arguments contradict each other."""
    from scraper.sites import read_sites

    registry = registry_of(own)
    if everything and (site_ids or province):
        raise typer.BadParameter("--all stands by itself: leave out the ids and --province, or leave out --all")
    if everything:
        return [one for one in registry.sites.values() if one.entry_points and one.status not in ("dead", "redirected")]
    chosen = [site_of(registry, site_id) for site_id in site_ids]
    if province:
        found = registry.of_province(province)
        if not found:
            fail(f"no site of a province {province!r} is in the registry; `sukien sites list` shows them")
        chosen += [site for site in found if site not in chosen]
    if own and not (site_ids or province):
        chosen = list(read_sites(own))
    for site in chosen:
        if not site.entry_points:
            fail(f"site {site.id}: its address was found nowhere; give it in a file of your own with --sites")
    if not chosen:
        fail("which sites? name some, or give --province or --all; `sukien sites list` shows them")
    return chosen


def run_crawl(chosen: list[Site], options: CrawlOptions) -> CrawlOutcome:
    """Crawl with progress on standard error. Ends the command where the crawl cannot start."""
    from rich.console import Console

    from scraper.crawl import crawl as crawl_sites
    from sukien.crawl_progress import LiveProgress, PlainProgress

    try:
        if is_quiet():
            return crawl_sites(chosen, options)
        if not sys.stderr.isatty():
            return crawl_sites(chosen, options, PlainProgress(sys.stderr))
        with LiveProgress(Console(stderr=True)) as live:
            return crawl_sites(chosen, options, live)
    except OSError as error:
        fail(f"the crawl could not start: {error}")


def tell_sites(outcome: CrawlOutcome) -> None:
    """Print the result of each site, and how to continue where something is left."""
    from scraper.boundary.values import VIETNAM

    for site in outcome.sites:
        if site.problems or not is_quiet():
            typer.echo(_site_line(site.status))
            _tell_obstacles(site.status)
        for problem in site.problems:
            typer.secho(f"  {problem.kind}: {problem.message}", fg="red")
    if not is_quiet():
        _tell_errors([site.status for site in outcome.sites])
    tell_reread([counts for counts in outcome.reread if counts.changed + counts.new])
    if outcome.crashed:
        typer.secho(f"{outcome.crashed} crawling processes ended badly; see log/ in the data folder", fg="red")
    if is_quiet():
        return
    if outcome.opens_in:
        opens = datetime.now(VIETNAM) + timedelta(seconds=outcome.opens_in)
        typer.echo(f"outside the hours nothing is asked; they begin at {opens:%H:%M}, Vietnamese time")
    if outcome.left:
        typer.echo(f"{amount(outcome.left, 'URL')} left; give the same command again to go on")


def _print_plan(chosen: list[Site], options: CrawlOptions) -> None:
    from scraper.crawl import plan

    for site, pause, urls in plan(chosen, options):
        first = amount(len(urls), "URL")
        typer.echo(f"{site.id}: {first} to begin with, {pause:g} s apart, and robots.txt before them")
        for url in urls:
            typer.echo(f"  {url}")


@app.command(epilog="Example: `sukien status --data data/crawl`")
@state_errors_told()
def status(
    data: DataFolder = DATA,
    state: StateOption = None,
) -> None:
    """Show how each crawled site stands: pages, articles, last success, errors by kind, what is left."""
    from scraper.frontier.status import site_status

    try:
        states = site_status(data, state)
    except FileNotFoundError as error:
        fail(str(error))
    for one in states:
        typer.echo(_site_line(one))
        _tell_obstacles(one)
        succeeded = _day_and_hour(one.succeeded_at) if one.succeeded_at else "never"
        typer.echo(f"  last success {succeeded}" + (f"; {one.verdict}" if one.verdict else ""))
    _tell_errors(states)
    tell_missing(data, state)


def _tell_errors(states: list[SiteStatus]) -> None:
    """Print what the kinds of errors and the reasons for backoffs of these sites mean, each once, except for obstacles
    that were told."""
    from scraper.policy.obstacles import meanings_of

    kinds = ((kind, state) for state in states for kind in (*state.errors, *state.resting.values()))
    for line in meanings_of(kind for kind, state in kinds if kind not in state.obstacles):
        typer.echo(f"  {line}")


def _tell_obstacles(state: SiteStatus) -> None:
    """Print the obstacles to reading pages of a site, with advice."""
    from scraper.policy.obstacles import advice_of

    for advice in advice_of(state.obstacles, state.pages):
        typer.secho(f"  {advice}", fg="yellow")


def _day_and_hour(stamp: str) -> str:
    """A moment in ISO 8601, by the Vietnamese clock."""
    from scraper.boundary.values import VIETNAM

    return f"{datetime.fromisoformat(stamp).astimezone(VIETNAM):%Y-%m-%d %H:%M}, Vietnamese time"


def _hour(moment: float) -> str:
    """A moment (seconds since 1970) by the Vietnamese clock, with the day where that is another one."""
    from scraper.boundary.values import VIETNAM

    there = datetime.fromtimestamp(moment, VIETNAM)
    return f"{there:%H:%M}" if there.date() == datetime.now(VIETNAM).date() else f"{there:%H:%M on %Y-%m-%d}"


def _site_line(state: SiteStatus) -> str:
    errors = ", ".join(f"{kind} ×{count}" for kind, count in sorted(state.errors.items()))
    resting = ", ".join(f"{host} until {_hour(state.rests_until[host])} ({why})" for host, why in state.resting.items())
    counts = ", ".join((
        amount(state.articles, "article"),
        amount(state.pages, "page"),
        f"{amount(state.asked, 'request')} this time",
        f"{state.left} left",
    ))
    return (
        f"{state.site_id}: {counts}"
        + (f"; errors: {errors}" if errors else "")
        + (f"; resting: {resting}" if resting else "")
    )
