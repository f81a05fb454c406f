"""The commands of `sukien`, put together.

Each module has a group of commands, which parse arguments, connect the crawl to the extraction and print. Heavy imports
wait inside the functions, so that `sukien --help` is quick.
"""

from __future__ import annotations

import os
from typing import Annotated

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
from sukien.help_language import HELP_NAMES, command_in, language_of
from sukien.terminal import Quiet

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


def run() -> None:
    """Run the command that the arguments of the process name, its help in the language of the terminal."""
    command_in(language_of(os.environ), app)(prog_name="sukien")
