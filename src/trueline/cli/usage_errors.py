"""Errors in a command line, in plain words and in the reader's language.

Typer says it in English, where it finds the fault; here its sentences are known again by their
shape, and what they name is put into ours. A sentence that no shape fits stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

import typer

from trueline.language import gettext, gettext_noop

_USAGE_ERROR: Any = typer.BadParameter.__mro__[1]
"""The class of all errors in a command line. Typer itself names only this subclass of it."""

_SENTENCES = (
    (r"No such command (?P<name>'.*')\.?", gettext_noop("There is no command {name}.")),
    (
        r"No such command (?P<name>'.*')\. Did you mean (?P<near>.+?)\??",
        gettext_noop("There is no command {name}. Did you mean {near}?"),
    ),
    (r"No such option: (?P<name>\S+)", gettext_noop("There is no option {name}.")),
    (
        r"No such option: (?P<name>\S+) (?:\(Possible options: (?P<near>.+)\)|Did you mean (?P<one>.+)\?)",
        gettext_noop("There is no option {name}. Did you mean {near}?"),
    ),
    (r"Missing command\.", gettext_noop("Which command? One is missing.")),
    (r"Missing argument (?P<name>'.+?')\.", gettext_noop("{name} is missing.")),
    (r"Missing option (?P<name>'.+')\.", gettext_noop("The option {name} is missing.")),
    (
        r"Option (?P<name>'.+') requires an argument\.",
        gettext_noop("The option {name} needs a value behind it."),
    ),
    (
        r"Option (?P<name>'.+') does not take a value\.",
        gettext_noop("The option {name} takes no value."),
    ),
    (
        r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.+)\)",
        gettext_noop("This is more than the command takes: {name}"),
    ),
    (
        r"Invalid value for (?P<name>[^:]+): (?:Value error, )?(?P<value>'.*') is not one of (?P<near>.+?)\.?",
        gettext_noop("{name} can't be {value}. It is one of {near}."),
    ),
    (
        r"Invalid value for (?P<name>[^:]+): .*\bvalid (?:integer|int)\b.*",
        gettext_noop("{name} takes a whole number."),
    ),
    (
        r"Invalid value for (?P<name>[^:]+): .*\bvalid (?:number|float)\b.*",
        gettext_noop("{name} takes a number."),
    ),
    (
        r"Invalid value for (?P<name>[^:]+): .*not in the range (?P<value>.+?)\.?",
        gettext_noop("{name} has to be within {value}."),
    ),
    (
        r"Invalid value for (?P<name>[^:]+): .*greater than or equal to (?P<value>\S+?)\.?",
        gettext_noop("{name} has to be at least {value}."),
    ),
    (
        r"Invalid value for (?P<name>[^:]+): .*less than or equal to (?P<value>\S+?)\.?",
        gettext_noop("{name} has to be at most {value}."),
    ),
    (
        r"Invalid value for (?P<name>[^:]+): (?P<value>.+)",
        gettext_noop("{name} can't be read: {value}"),
    ),
)
"""Each shape of a sentence of typer's, in the versions that are allowed, and what we say for it."""


@cache
def shapes() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The shape of each whole sentence as a pattern, and what we say for it."""
    return tuple(
        (re.compile(rf"\A(?:{shape})\Z", re.DOTALL), sentence) for shape, sentence in _SENTENCES
    )


def worded(message: str) -> str:
    """The sentence for what typer says."""
    for shape, sentence in shapes():
        if match := shape.match(message.strip()):
            values = match.groupdict()
            values["near"] = values.get("near") or values.get("one")
            return gettext(sentence, **values)
    return message


def with_errors_worded(command: Any) -> Any:
    """The command, with whatever it says of a command line it can't read put into words."""
    for step in ("make_context", "invoke"):
        setattr(command, step, _rewording(getattr(command, step)))
    return command


def _rewording(step: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(step)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return step(*args, **kwargs)
        except _USAGE_ERROR as error:
            if type(error).__name__ != "NoArgsIsHelpError":  # its message is the help
                text = worded(error.format_message())
                error.format_message = lambda: text
            raise

    return call
