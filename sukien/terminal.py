"""Code shared by the commands: common options, and output on a terminal."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from extract.batch import Skipped


def complete_site(incomplete: str) -> list[str]:
    """The ids of sites with this prefix, for shell completion."""
    from scraper.sites import load_registry

    return [site_id for site_id in load_registry().sites if site_id.startswith(incomplete)]


def complete_province(incomplete: str) -> list[str]:
    """The names of provinces, former and present, with this prefix, for shell completion."""
    from scraper.provinces import load_provinces

    names = {name for province in load_provinces() for name in (province.name, province.name_2025)}
    return sorted(name for name in names if name.lower().startswith(incomplete.lower()))


def amount(count: int, noun: str) -> str:
    """A count with its noun in the right number: "1 page", "2 pages"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


SiteIds = Annotated[
    list[str] | None, typer.Argument(metavar="SITE…", help="Ids of sites.", autocompletion=complete_site)
]
ProvinceOption = Annotated[
    str | None, typer.Option(help="All sites of a province, former or present name.", autocompletion=complete_province)
]
AllSites = Annotated[bool, typer.Option("--all", help="All sites that are not known to be dead.")]
Delay = Annotated[
    float | None, typer.Option(min=0, help="Seconds between requests to a host; less than 0.5 on loopback only.")
]
Contact = Annotated[
    str | None, typer.Option(envvar="SUKIEN_CONTACT", help="Where a webmaster can reach you; sent with every request.")
]
DataFolder = Annotated[Path, typer.Option("--data", help="Folder of the crawl: state and archive.")]


def database_url(context: typer.Context, parameter: typer.CallbackParam, value: str | None) -> str | None:
    """The URL of a database, read from its file where that is given. Refuses a password on the command line."""
    if value and value.startswith("@"):
        try:
            return Path(value[1:]).read_text(encoding="utf-8").strip()
        except (OSError, ValueError) as error:
            raise typer.BadParameter(f"{value[1:]}: {error}") from None
    source = context.get_parameter_source(parameter.name or "")
    if value and _PASSWORD.search(value) and source is not None and source.name == "COMMANDLINE":
        raise typer.BadParameter(
            "everybody on this machine can read a password on the command line; put it into PGPASSWORD or ~/.pgpass, "
            f"or the whole address into the variable {parameter.envvar} or a file, {parameter.opts[0]} @FILE"
        )
    return value


_PASSWORD = re.compile(r"//[^/@]*:[^/@]+@|[?&]password=")
TopicsOption = Annotated[
    bool, typer.Option("--topics", help="Find the topics of each article too; this takes several times as long.")
]
StateOption = Annotated[
    str | None,
    typer.Option(
        "--state",
        envvar="SUKIEN_STATE",
        callback=database_url,
        help="The database of the crawl's state, for example postgresql://USER@HOST/NAME, or @FILE with the address. "
        "A password belongs into PGPASSWORD, ~/.pgpass or that file.",
    ),
]
DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database",
        envvar="SUKIEN_DATABASE",
        callback=database_url,
        help="Bring the tables of this database up to date too, writing only what changed: sqlite:///FILE, "
        "postgresql://USER@HOST/NAME, or @FILE with the address. A password belongs into PGPASSWORD, ~/.pgpass or "
        "that file.",
    ),
]
SitesFile = Annotated[
    Path | None, typer.Option("--sites", help="Your own sites, a TOML file as `sites detect` writes it.")
]


class _Speech:
    """The verbosity of the running command."""

    quiet = False


def _record_quiet(context: typer.Context, value: bool) -> bool:
    """Record whether --quiet is given, before or after the name of the command."""
    _Speech.quiet = value or (context.parent is not None and _Speech.quiet)
    return value


Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        callback=_record_quiet,
        help="Show no progress; of a crawl, name only what is wrong. Before the command, it is for any.",
    ),
]
DATA = Path("data/crawl")
_SECONDS_BETWEEN_LINES = 5.0


def is_quiet() -> bool:
    """Whether --quiet was given."""
    return _Speech.quiet


def fail(reason: str) -> NoReturn:
    """End the command with status 1 and the reason."""
    typer.secho(f"sukien: {reason}", fg="red", err=True)
    raise typer.Exit(1)


@contextmanager
def state_errors_told() -> Iterator[None]:
    """End a command with a message, not a traceback, where the state of a crawl cannot be used or is damaged."""
    from scraper.frontier.errors import StateError, cannot_read

    try:
        yield
    except StateError as error:
        fail(str(error))
    except Exception as error:
        if type(error).__module__ != "sqlalchemy.exc":  # not imported, since a command without a state does not need it
            raise
        fail(cannot_read(error))


@contextmanager
def tables_told() -> Iterator[None]:
    """End a command with a message, not a traceback, where tables cannot be read or written."""
    from extract.tables.checks import NotTables
    from scraper.boundary.files import FolderInUse

    try:
        yield
    except (NotTables, FolderInUse) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or 'the tables'}: {error.strerror or error}; nothing there was changed")


def tell_missing(data: Path, state: str | None) -> None:
    """Print the WARC files of a crawl that are missing or truncated."""
    from scraper.engine.options import CrawlOptions
    from scraper.engine.verification import missing_files

    for fault in missing_files(CrawlOptions(data=data, state=state)):
        typer.secho(f"archive: {fault}; `sukien verify` names the pages, and --repair asks again", fg="red", err=True)


def name_skipped(skipped: Iterable[Skipped | str]) -> None:
    """Print what was skipped, one line each, without control characters."""
    for entry in skipped:
        typer.secho(f"skipped {printable(str(entry))}", fg="yellow", err=True)


def printable(text: str) -> str:
    """An external text as one line without control characters."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


@contextmanager
def progress(unit: str) -> Iterator[Callable[[int], None]]:
    """Show the progress of a long run in units (a noun in the singular): a bar on a terminal, a plain line every few
    seconds elsewhere; nothing if quiet."""
    if is_quiet():
        yield lambda done: None
        return
    if not sys.stderr.isatty():
        yield _plain_progress(unit)
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(), "{task.description}", MofNCompleteColumn(), TimeElapsedColumn(), console=Console(stderr=True)
    ) as bar:
        task = bar.add_task(f"{unit}s", total=None)
        yield lambda done: bar.update(task, completed=done)


def _plain_progress(unit: str) -> Callable[[int], None]:
    last_said = time.monotonic()

    def say(done: int) -> None:
        nonlocal last_said
        if time.monotonic() - last_said >= _SECONDS_BETWEEN_LINES:
            last_said = time.monotonic()
            typer.echo(f"{amount(done, unit)} done", err=True)

    return say
