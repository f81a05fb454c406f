"""What the commands share: counts in words, completion, databases by URL or file, progress, and errors told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import typer
from sqlalchemy.exc import DatabaseError

from extract.tables.checks import NotTables
from scraper.boundary.files import FolderInUse
from scraper.frontier.errors import StateError
from sukien import terminal
from tests.commands import invoke

COMMANDS = ("status", "extract", "ingest x.html", "crawl xa-mau")
SECRET = "mat-khau-thu"


@pytest.mark.parametrize(("count", "words"), [(1, "1 page"), (0, "0 pages"), (2, "2 pages")])
def test_an_amount(count: int, words: str) -> None:
    assert terminal.amount(count, "page") == words


def test_sites_and_provinces_are_completed() -> None:
    assert terminal.complete_site("muonglay") == ["muonglay-dienbien"]
    assert {"Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng"} <= set(terminal.complete_province("l"))
    assert terminal.complete_province("lai") == ["Lai Châu"] and terminal.complete_province("x") == []


@pytest.mark.parametrize(
    ("text", "line"), [("Xã Nà Mẫu", "Xã Nà Mẫu"), ("một\nhai", r"một\nhai"), ("\x1b[31mđỏ", r"\x1b[31mđỏ")]
)
def test_external_text_is_one_line_without_control_characters(text: str, line: str) -> None:
    assert terminal.printable(text) == line


def test_what_was_skipped_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.name_skipped(["a.jsonl:2: not JSON", "x\x07"])
    assert capsys.readouterr().err == "skipped a.jsonl:2: not JSON\nskipped x\\x07\n"


def test_failing_is_status_1_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended:
        terminal.fail("no such site")
    assert ended.value.exit_code == 1 and capsys.readouterr().err == "sukien: no such site\n"


@pytest.mark.parametrize(
    ("guard", "error", "said"),
    [
        (terminal.tables_told, NotTables("x is not a folder"), "x is not a folder"),
        (terminal.tables_told, FolderInUse("x is in use"), "x is in use"),
        (terminal.tables_told, OSError(28, "full", "t.csv"), "t.csv: full; nothing there was changed"),
        (terminal.tables_told, OSError("broken"), "the tables: broken; nothing there was changed"),
        (terminal.state_errors_told, StateError("the state is newer"), "the state is newer"),
        (terminal.state_errors_told, DatabaseError("", {}, ValueError("malformed")), "malformed"),
    ],
)
def test_an_expected_error_ends_a_command_with_a_message(
    guard: Callable[[], AbstractContextManager[None]], error: Exception, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended, guard():
        raise error
    assert ended.value.exit_code == 1 and said in capsys.readouterr().err


@pytest.mark.parametrize("guard", [terminal.tables_told, terminal.state_errors_told])
def test_an_unexpected_error_goes_on(guard: Callable[[], AbstractContextManager[None]]) -> None:
    with pytest.raises(ValueError, match="unheard of"), guard():
        raise ValueError("unheard of")


def test_progress_is_a_plain_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [100.0]
    monkeypatch.setattr(terminal.time, "monotonic", lambda: now[0])
    with terminal.progress("page") as advance:
        for done, moment in ((1, 104.0), (2, 105.0), (3, 109.0), (4, 110.5)):
            now[0] = moment
            advance(done)
    assert capsys.readouterr().err == "2 pages done\n4 pages done\n"


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with terminal.progress("page") as advance:
        advance(7)
    shown = capsys.readouterr().err
    assert "pages" in shown and "7/?" in shown


@pytest.mark.parametrize(("words", "quiet"), [(("-q",), True), ((), False)])
def test_quiet_is_remembered_for_one_command(words: tuple[str, ...], quiet: bool, tmp_path: Path) -> None:
    assert invoke(*words, "status", "--data", tmp_path).returncode == 1
    assert terminal.is_quiet() is quiet
    if quiet:
        with terminal.progress("page") as advance:
            advance(1)
        invoke("status", "--data", tmp_path)
    assert not terminal.is_quiet()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "state", [f"postgresql://thu:{SECRET}@127.0.0.1/x", f"postgresql://thu@127.0.0.1/x?password={SECRET}"]
)
def test_a_password_on_the_command_line_is_refused_and_not_repeated(command: str, state: str, tmp_path: Path) -> None:
    done = invoke(*command.split(), "--data", tmp_path, "--state", state)
    assert done.returncode == 2 and "PGPASSWORD" in done.stderr and SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize("given", ["variable", "file"])
def test_a_variable_or_a_file_may_hold_it_and_no_message_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    pytest.importorskip("psycopg")
    address = f"postgresql://thu:{SECRET}@127.0.0.1:1/x?connect_timeout=1&password={SECRET}"
    options: list[str | Path] = ["--data", tmp_path]
    if given == "file":
        (tmp_path / "state").write_text(f"{address}\n")
        options += ["--state", f"@{tmp_path / 'state'}"]
    else:
        monkeypatch.setenv("SUKIEN_STATE", address)
    done = invoke("status", *options)
    assert done.returncode == 1 and "127.0.0.1:1" in done.stderr and SECRET not in done.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = invoke("status", "--state", f"@{tmp_path / 'none'}")
    assert done.returncode == 2 and f"{tmp_path / 'none'}: " in done.stderr
