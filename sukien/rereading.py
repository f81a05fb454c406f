"""`sukien reread` and `sukien verify`: archived pages read again, or checked, without asking any server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.sites import registry_of, site_of
from sukien.terminal import DATA, DataFolder, SitesFile, StateOption, complete_site, fail, progress, state_errors_told

if TYPE_CHECKING:
    from scraper.engine.rereading import RereadCounts

app = typer.Typer()


@app.command(epilog="Example: `sukien reread muonglay-dienbien --data data/crawl`")
@state_errors_told()
def reread(
    site_ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SITE]…", help="Sites; without any, all crawled ones.", autocompletion=complete_site),
    ] = None,
    data: DataFolder = DATA,
    own: SitesFile = None,
    state: StateOption = None,
) -> None:
    """Read archived pages again: with new selectors, with what a site's pages share, by a newer version.

    No server is asked. An article that is read otherwise gets a new version; the earlier ones are kept.
    """
    from scraper.engine.options import CrawlOptions
    from scraper.engine.rereading import reread as read_again
    from scraper.frontier.status import site_status

    try:
        crawled = [one.site_id for one in site_status(data, state)]
    except FileNotFoundError as error:
        fail(str(error))
    registry = registry_of(own)
    chosen = [site_of(registry, site_id) for site_id in site_ids or crawled]
    with progress("page") as advance:
        outcome = read_again(chosen, CrawlOptions(data=data, state=state), advance)
    tell_reread(outcome)
    raise typer.Exit(3 if any(counts.damaged for counts in outcome) else 0)


@app.command(epilog="Example: `sukien verify --data data/crawl`")
@state_errors_told()
def verify(
    data: DataFolder = DATA,
    state: StateOption = None,
    repair: Annotated[bool, typer.Option("--repair", help="Let the next crawl ask again for what is damaged.")] = False,
) -> None:
    """Check that every page lies in the archive as the state of the crawl says; name those that do not."""
    from scraper.engine.options import CrawlOptions
    from scraper.engine.verification import verify as check

    if state is None and not (data / "state.sqlite").exists():
        fail(f"{data}: nothing was crawled into this folder")
    with progress("page") as advance:
        found = check(CrawlOptions(data=data, state=state), repair, advance)
    for fault in found.faults:
        typer.secho(fault, fg="red")
    typer.echo(f"{found.pages} pages checked, {len(found.faults)} missing or damaged")
    if found.repaired:
        typer.echo(f"{found.repaired} will be asked again by the next crawl")
    raise typer.Exit(1 if found.faults and not repair else 0)


def tell_reread(outcome: Sequence[RereadCounts]) -> None:
    """Print what reading archived pages again has changed, by field, and which pages are missing."""
    for counts in outcome:
        changes = ", ".join(f"{name} ×{count}" for name, count in counts.fields.most_common())
        totals = f"{counts.pages} pages read again, {counts.changed} articles changed, {counts.new} new"
        typer.echo(f"{counts.site_id}: {totals}" + (f"; {changes}" if changes else ""))
        for where in counts.damaged:
            typer.secho(f"  not in the archive: {where}", fg="yellow", err=True)
