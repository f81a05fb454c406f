"""Help texts in the language of the terminal: Vietnamese where its locale is, else English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import typer

HELP_NAMES = ("-h", "--help")
_ASKED_IN_ORDER = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order of gettext
_EXAMPLES = re.compile(r"^Examples?:")


def language_of(environment: Mapping[str, str]) -> str:
    """The language of the locale variables of a terminal: "vi", or "en" for all others."""
    asked = next((environment[name] for name in _ASKED_IN_ORDER if environment.get(name)), "")
    return "vi" if asked.split(":")[0].lower().startswith("vi") else "en"


def command_in(language: str, app: typer.Typer) -> Any:
    """The command of an app, its help in a language; a text without a translation is left as it is."""
    command = typer.main.get_command(app)
    if language != "vi":
        return command
    catalogue = tomllib.loads((files("sukien") / "help_vi.toml").read_text(encoding="utf-8"))
    texts = {text["en"]: text["vi"] for text in catalogue["text"]}
    for one in commands_of(command):
        _translate(one, texts, catalogue["words"]["example"])
    _translate_panels(catalogue["words"])
    return command


def commands_of(command: Any) -> Iterator[Any]:
    """A command and all below it."""
    yield command
    for below in getattr(command, "commands", {}).values():
        yield from commands_of(below)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text, each on one line."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def help_texts(command: Any) -> Iterator[str]:
    """Every paragraph of the help of a command and of its parameters."""
    yield from paragraphs(command.help or "")
    for parameter in command.params:
        yield from paragraphs(getattr(parameter, "help", None) or "")


def _translate(command: Any, texts: Mapping[str, str], example: str) -> None:
    def translated(text: str) -> str:
        return "\n\n".join(texts.get(paragraph, paragraph) for paragraph in paragraphs(text))

    command.help = translated(command.help or "")
    command.epilog = _EXAMPLES.sub(example, command.epilog or "")
    for parameter in (*command.params, _help_option(command)):
        if getattr(parameter, "help", None):
            parameter.help = translated(parameter.help)


def _help_option(command: Any) -> Any:
    """The option --help, which the command creates when it is first accessed."""
    return command.get_help_option(
        command.make_context(command.name, [], resilient_parsing=True, help_option_names=list(HELP_NAMES))
    )


def _translate_panels(words: Mapping[str, str]) -> None:
    """Translate the titles and notes that Typer itself prints."""
    from typer import rich_utils  # imported by Typer itself only where help is printed

    rich_utils.OPTIONS_PANEL_TITLE = words["options"]
    rich_utils.ARGUMENTS_PANEL_TITLE = words["arguments"]
    rich_utils.COMMANDS_PANEL_TITLE = words["commands"]
    rich_utils.ERRORS_PANEL_TITLE = words["error"]
    rich_utils.DEFAULT_STRING = words["default"]
    rich_utils.ENVVAR_STRING = words["variable"]
    rich_utils.REQUIRED_LONG_STRING = words["required"]
