"""JSON text to data, with the same limits and the same places as YAML."""

from __future__ import annotations

import json
import re
from typing import Any

from trueline.files.limits import Limits
from trueline.files.problems import FileProblems, Problem
from trueline.files.yaml_text import NotYaml, Position, yaml_data
from trueline.language import gettext, gettext_noop


def json_data(
    text: str, name: str, limits: Limits
) -> tuple[Any, dict[tuple[str | int, ...], Position]]:
    """Data and places of a JSON text. Raises FileProblems.

    The data come from the JSON parser. JSON is very nearly a part of YAML, so the places are
    read off by the YAML reader; for the rare text that it can't read, they are left out.
    """
    data = _parsed(text, name)
    try:
        _, places = yaml_data(_as_yaml(text), name, limits)
    except NotYaml:
        places = {}
    return data, places


def _as_yaml(text: str) -> str:
    """The same text, place for place, without what JSON may hold and YAML may not."""
    return _HALF.sub(r"\\u0020", text.replace("\t", " "))


_HALF = re.compile(r"\\u[dD][89abcdefABCDEF][0-9a-fA-F]{2}")
"""Half of a character written as two escapes, such as an emoji."""

_NO_NUMBER = re.compile(r'"(?:\\.|[^"\\])*"?|(NaN|-?Infinity)')


_UNKNOWN = gettext_noop("it can't be read")
_REASONS = (
    ("Expecting value", gettext_noop("a value is missing")),
    ("Expecting property name", gettext_noop("a name in double quotes is missing")),
    ("Expecting ','", gettext_noop("a comma or a closing bracket is missing")),
    ("Expecting ':'", gettext_noop("a name has no colon after it")),
    ("Unterminated string", gettext_noop("a quote is opened and never closed")),
    ("Invalid control", gettext_noop("a line break or a tab stands within quotes")),
    ("Invalid \\", gettext_noop("a backslash begins something that JSON does not know")),
    ("Extra data", gettext_noop("something follows after its end")),
    ("Illegal trailing comma", gettext_noop("a comma stands before a closing bracket")),
)
"""Python's messages, and what they mean."""


def _place(text: str, position: int) -> Position:
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def _parsed(text: str, name: str) -> Any:
    def refuse(constant: str) -> Any:
        starts = (m.start() for m in _NO_NUMBER.finditer(text) if m[1] == constant)
        line, column = _place(text, next(starts, 0))
        message = gettext("{constant} is not a number that can be used.", constant=constant)
        hint = gettext("Leave the field out where there is no value.")
        raise FileProblems([Problem(name, message, line, column, hint)])

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        reasons = (text for words, text in _REASONS if error.msg.startswith(words))
        reason = gettext(next(reasons, _UNKNOWN))
        message = gettext("This is not valid JSON: {reason}.", reason=reason)
        raise FileProblems([Problem(name, message, error.lineno, error.colno)]) from error
    except RecursionError as error:
        raise FileProblems([Problem(name, gettext("The file nests values too deeply."))]) from error
    except ValueError as error:
        raise FileProblems(
            [Problem(name, gettext("A number has too many digits to be read."))]
        ) from error
