"""`sukien ingest`: pages saved by other programs, into the same store as a crawl's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.sites import registry_of, site_of
from sukien.terminal import DATA, DataFolder, SitesFile, StateOption, amount, printable, progress, state_errors_told

if TYPE_CHECKING:
    from scraper.archives.ingest import IngestCounts

app = typer.Typer()


@app.command(epilog="Example: `sukien ingest CC-MAIN-20240224112548-00012.warc.gz saved-pages/ --data data/crawl`")
@state_errors_told()
def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="WARC, HTML or JSON Lines files, or folders.")],
    site: Annotated[str | None, typer.Option(help="The site it all belongs to, instead of what the hosts say.")] = None,
    base: Annotated[str | None, typer.Option(help="The address of a folder that mirrors a site.")] = None,
    data: DataFolder = DATA,
    own: SitesFile = None,
    state: StateOption = None,
) -> None:
    """Take the articles out of WARC, WACZ and ARC files, saved HTML and JSON Lines, and store them as a crawl does.

    Archives may be packed as gzip or Zstandard, lines as gzip. A record, page or line that is damaged, larger than
    20 MB or not read within a minute is named and left out. What is stored already is not stored again.

    A saved page tells its address in a file `PAGE.html.url` beside it, in the remark of the browser or mirror that
    saved it, or in its canonical link. A line needs `url` and `html`, or `url`, `title`, `text` and what else is known.
    """
    from scraper.archives.ingest import ingest as take_in
    from scraper.engine.options import CrawlOptions

    registry = registry_of(own)
    forced = site_of(registry, site) if site else None
    with progress("page") as advance:
        options = CrawlOptions(data=data, state=state)
        counts = take_in(paths, registry, options, site=forced, base=base, advance=advance)
    tell_counts(counts)
    if not counts.stored + counts.known:
        typer.secho("sukien: no article in it", fg="red", err=True)
        raise typer.Exit(1)
    raise typer.Exit(3 if counts.bad else 0)


def tell_counts(counts: IngestCounts) -> None:
    """Print the counts of ingested pages."""
    typer.echo(f"{amount(counts.stored, 'article')} new or changed, {counts.known} known")
    for reason, count in counts.reasons.most_common():
        typer.echo(f"  passed over: {printable(reason)} ×{count}")
    for skipped in counts.bad:
        typer.secho(f"skipped {printable(f'{skipped.where}: {skipped.reason}')}", fg="yellow", err=True)
