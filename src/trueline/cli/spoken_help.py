"""What commands say, in the language that was asked for, else in the reader's.

Typer reads docstrings and helps where they stand, in English; they are translated once the
commands are made of them. So the language has to be known before the arguments are parsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from trueline.language import gettext

TEXTS = ("help", "short_help", "epilog", "rich_help_panel")


def language_asked_for(arguments: Sequence[str]) -> str | None:
    """What stands after the last `--language` of a command line; None without one."""
    asked = None
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == "--":
            break
        if argument == "--language":
            asked = following
        elif argument.startswith("--language="):
            asked = argument.partition("=")[2]
    return asked or None


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
    return command


def commands_below(command: Any) -> list[Any]:
    """Every command of a group, and of the groups in it."""
    inner = getattr(command, "commands", {}).values()
    return [each for one in inner for each in (one, *commands_below(one))]
