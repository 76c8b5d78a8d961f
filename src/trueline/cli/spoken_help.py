"""Help and messages of commands in the requested language, else in the reader's.

Typer reads docstrings and helps where they stand, in English; they are translated once the
commands are made of them. So the language has to be known before the arguments are parsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from trueline.language import get_language, gettext, gettext_noop
from trueline.language.context import ENGLISH

TEXTS = ("help", "short_help", "epilog", "rich_help_panel")
COMPLETION = (
    gettext_noop("Install completion for the current shell."),
    gettext_noop(
        "Show completion for the current shell, to copy it or customize the installation."
    ),
)
"""Helps of options that typer adds to a program; they are among those translated below."""
FRAMES = {
    "DEPRECATED_STRING": gettext_noop("(deprecated) "),
    "DEFAULT_STRING": gettext_noop("[default: {}]"),
    "ENVVAR_STRING": gettext_noop("[env var: {}]"),
    "REQUIRED_LONG_STRING": gettext_noop("[required]"),
    "ARGUMENTS_PANEL_TITLE": gettext_noop("Arguments"),
    "OPTIONS_PANEL_TITLE": gettext_noop("Options"),
    "COMMANDS_PANEL_TITLE": gettext_noop("Commands"),
    "ERRORS_PANEL_TITLE": gettext_noop("Error"),
    "ABORTED_TEXT": gettext_noop("Aborted."),
}
"""The texts that typer writes around helps and errors, by the names that it gives them."""


def language_asked_for(arguments: Sequence[str]) -> str | None:
    """The value of the last `--language` on a command line; None without one."""
    language = None
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == "--":
            break
        if argument == "--language":
            language = following
        elif argument.startswith("--language="):
            language = argument.partition("=")[2]
    return language or None


def with_language_everywhere(command: Any) -> Any:
    """The command, and all below it take the option `--language` that it takes itself."""
    option = copy(next(each for each in command.params if each.name == "language"))
    option.expose_value = False  # the option acts by itself: no command need know of it
    for inner in commands_below(command):
        if all(each.name != "language" for each in inner.params):
            inner.params.append(copy(option))
    return command


def in_the_reader_s_language(command: Any) -> Any:
    """The command with what it and those below it say translated, and of what they take."""
    for each in (command, *commands_below(command)):
        for part in (each, *each.params):
            for name in TEXTS:
                text = getattr(part, name, None)
                if isinstance(text, str) and text:
                    setattr(part, name, gettext(text))
        _speak_of_help(each)
        _speak_of_usage(each)
    return command


def _speak_of_help(command: Any) -> None:
    """Typer creates the option `--help` lazily."""
    made_by_typer = command.get_help_option

    def get_help_option(context: Any) -> Any:
        option = made_by_typer(context)
        if option is not None:
            option.help = gettext("Show this message and exit.")
        return option

    command.get_help_option = get_help_option


def _speak_of_usage(command: Any) -> None:
    class Formatter(command.context_class.formatter_class):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, gettext("Usage:") + " " if prefix is None else prefix)

    class Context(command.context_class):  # type: ignore[misc]
        formatter_class = Formatter

    command.context_class = Context


def frame_in_the_reader_s_language() -> None:
    """Have typer write its own words around helps and errors in the reader's language, from now on."""
    if get_language() == ENGLISH:
        return
    from typer import rich_utils  # brings rich with it, which not every command needs

    for name, text in FRAMES.items():
        setattr(rich_utils, name, gettext(text))
    line = "[blue]'{command_path} {help_option}'[/]"
    rich_utils.RICH_HELP = gettext("Try {command} for help.", command=line)


def commands_below(command: Any) -> list[Any]:
    """Every command of a group, and of the groups in it."""
    inner = getattr(command, "commands", {}).values()
    return [each for one in inner for each in (one, *commands_below(one))]
