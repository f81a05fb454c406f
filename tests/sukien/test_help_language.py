"""Help in the language of the terminal: its choice, that every text has a translation, and the output."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest
import typer

from sukien import app
from sukien.help_language import commands_of, help_texts, language_of
from tests.tables import ROOT

TYPERS_OWN = {
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "Show this message and exit.",
}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "vi:en"}, "vi"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "vi"}, "vi"),
    ],
)
def test_the_language_is_asked_for_as_gettext_does(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_every_help_text_has_its_twin_and_no_twin_is_left_over() -> None:
    catalogue = tomllib.loads((files("sukien") / "help_vi.toml").read_text(encoding="utf-8"))
    translated = {text["en"] for text in catalogue["text"]}
    shown = {text for command in commands_of(typer.main.get_command(app)) for text in help_texts(command)}
    assert sorted(shown - translated) == []
    assert sorted(translated - shown - TYPERS_OWN) == []
    assert all(text["vi"].strip() for text in catalogue["text"])


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("vi_VN.UTF-8", ("Thư mục cho các bảng.", "Tùy chọn", "Ví dụ:", "Hiện phần trợ giúp này rồi thoát.")),
        ("en_US.UTF-8", ("Folder for the tables.", "Options", "Example", "Show this message and exit.")),
    ],
)
def test_it_is_printed_in_that_language(language: str, printed: tuple[str, ...]) -> None:
    environment = {**os.environ, "LANG": language, "LC_ALL": language, "LANGUAGE": "", "COLUMNS": "200"}
    command = [sys.executable, "-m", "sukien", "extract", "--help"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert not [words for words in printed if words not in done.stdout]
