"""`sukien demo`: the main job on the bundled demo sites, over real HTTP on loopback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.crawling import run_crawl, tell_sites
from sukien.extracting import write_tables
from sukien.linking import linked_line, run_link
from sukien.reporting import report
from sukien.terminal import fail, state_errors_told, tables_told

if TYPE_CHECKING:
    from scraper.crawl import CrawlOutcome

app = typer.Typer()
_SHOWN = 12


@app.command(epilog="Example: `sukien demo --out data/demo`")
@state_errors_told()
@tables_told()
def demo(
    out: Annotated[Path, typer.Option(help="Folder for the crawl and the tables.")] = Path("data/demo"),
) -> None:
    """Crawl the bundled demo sites over real HTTP on this machine, extract their events, and show what was found.

    A second run right after fetches nothing that has not changed.
    """
    outcome = _crawl_samples(out / "crawl")
    tell_sites(outcome)
    if outcome.exit_status:
        raise typer.Exit(outcome.exit_status)
    tables = out / "tables"
    write_tables(None, out / "crawl", tables)
    linked = run_link(tables)
    typer.echo(linked_line(linked))
    _show(tables)
    report(tables, out / "report.html")


def _crawl_samples(data: Path) -> CrawlOutcome:
    from scraper.demo.servers import serve_samples
    from scraper.engine.options import CrawlOptions

    try:
        with serve_samples(fixed_ports=True) as sites:
            typer.echo(f"{len(sites)} demo sites on {sites[0].url} and the ports after it")
            return run_crawl(list(sites), CrawlOptions(data=data, delay=0))
    except OSError as error:
        fail(f"the demo sites could not be served: {error}")


def _show(tables: Path) -> None:
    """The newest of the events that were found."""
    import pyarrow.parquet as parquet
    from rich.console import Console
    from rich.table import Table

    events = parquet.read_table(tables / "events.parquet").to_pylist()
    shown = Table(title=f"The newest of {len(events)} events", expand=True)
    for heading, width in (("date", 10), ("type", 13), ("where", 20), ("people", 6)):
        shown.add_column(heading, no_wrap=True, overflow="ellipsis", width=width)
    shown.add_column("title", no_wrap=True, overflow="ellipsis", ratio=1)
    for event in sorted(events, key=lambda event: event["start_date"] or "", reverse=True)[:_SHOWN]:
        where = ", ".join(name for name in (event["commune"], event["district"], event["province"]) if name)
        people = str(event["attendees"] or "")
        shown.add_row(event["start_date"], event["type"], where, people, event["title"])
    Console().print(shown)
