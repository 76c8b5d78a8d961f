"""What commands say of themselves, in the reader's language.

Typer reads docstrings and helps where they stand, in English; they are translated once the
commands are made of them.
"""

from __future__ import annotations

from typing import Any

from trueline.language import gettext

TEXTS = ("help", "short_help", "epilog", "rich_help_panel")


def in_the_reader_s_language(command: Any) -> Any:
    """The command with what it and those below it say translated, and of what they take."""
    for part in (command, *command.params):
        for name in TEXTS:
            text = getattr(part, name, None)
            if isinstance(text, str) and text:
                setattr(part, name, gettext(text))
    for inner in getattr(command, "commands", {}).values():
        in_the_reader_s_language(inner)
    return command
