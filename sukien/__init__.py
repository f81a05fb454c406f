"""The `sukien` command, and the functions that notebooks and scripts call.

Each module has a group of commands, which parse arguments, connect the crawl to the extraction and print. Heavy imports
wait inside the functions, so that `sukien --help` is quick.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Annotated

import typer

from sukien import (
    crawling,
    demo,
    evaluating,
    explaining,
    extracting,
    ingesting,
    linking,
    reporting,
    rereading,
    sites,
    updating,
)
from sukien.api import CrawlError, CrawlReport, crawl, extract_page, extract_text, read_article
from sukien.help_language import HELP_NAMES, command_in, language_of
from sukien.terminal import Quiet

if TYPE_CHECKING:
    from extract import load

__all__ = ["CrawlError", "CrawlReport", "crawl", "extract_page", "extract_text", "load", "main", "read_article"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": list(HELP_NAMES)},
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sukien {version('sukien')}")
        raise typer.Exit()


@app.callback()
def sukien(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and end.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Vietnamese local-government news as data: crawl the sites, extract the events, write the tables.

    Exit status: 0 all well; 1 it could not be done; 2 wrong usage; 3 done, but some input was bad and is named; 130
    stopped with Ctrl-C, and the same command goes on.
    """


app.add_typer(sites.app, name="sites")
for group in (demo, crawling, ingesting, rereading, extracting, linking, reporting, evaluating, explaining, updating):
    app.add_typer(group.app)


def __getattr__(name: str) -> object:
    """`load`, imported from extract, with its dependencies, when it is first accessed."""
    if name != "load":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from extract import load

    return load


def main() -> None:
    """Entry point of the console script. SIGTERM is handled as Ctrl-C in every command."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    command_in(language_of(os.environ), app)(prog_name="sukien")
