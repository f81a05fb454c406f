"""The URL of a state: from the command line, a variable or a file; the first may not have a password."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sukien import app

COMMANDS = ("status", "extract", "ingest x.html", "crawl xa-mau")
SECRET = "mat-khau-thu"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "state", [f"postgresql://thu:{SECRET}@127.0.0.1/x", f"postgresql://thu@127.0.0.1/x?password={SECRET}"]
)
def test_a_password_on_the_command_line_is_refused_and_not_repeated(command: str, state: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, [*command.split(), "--data", str(tmp_path), "--state", state])
    assert done.exit_code == 2 and "PGPASSWORD" in done.output and SECRET not in done.output


@pytest.mark.parametrize("given", ["variable", "file"])
def test_a_variable_or_a_file_may_hold_it_and_no_message_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    pytest.importorskip("psycopg")
    address = f"postgresql://thu:{SECRET}@127.0.0.1:1/x?connect_timeout=1&password={SECRET}"
    options = ["--data", str(tmp_path)]
    if given == "file":
        (tmp_path / "state").write_text(f"{address}\n")
        options += ["--state", f"@{tmp_path / 'state'}"]
    else:
        monkeypatch.setenv("SUKIEN_STATE", address)
    done = CliRunner().invoke(app, ["status", *options])
    assert done.exit_code == 1 and "127.0.0.1:1" in done.output and SECRET not in done.output


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["status", "--state", f"@{tmp_path / 'none'}"])
    assert done.exit_code == 2 and "none" in re.sub(r"[\s│]", "", done.output)  # the message is wrapped in a box
