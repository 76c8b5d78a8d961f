"""YAML text to data and places, in one pass over libyaml's events.

Plain values follow YAML 1.2: only `true` and `false` are booleans, so the country code `NO` and
the answer `no` stay text; dates stay text and are read by the field that wants one. Anchors,
aliases, tags and merge keys are refused: a file that people read needs none of them, and they
are how a small file can be made to fill the memory.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from trueline.files.limits import Limits
from trueline.files.problems import FileProblems, Problem
from trueline.files.wording import shortened
from trueline.language import gettext, gettext_noop, number

Position = tuple[int, int]
Positions = dict[tuple[str | int, ...], Position]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")
_CONSTANTS: dict[str, Any] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_START = frozenset("0123456789+-.")


def yaml_data(text: str, name: str, limits: Limits) -> tuple[Any, Positions]:
    """Data and places of a YAML text that holds one document. Raises FileProblems."""
    try:
        return _Reading(text, name, limits).document()
    except yaml.YAMLError as error:
        raise _syntax_problems(error, text, name, limits) from error


class NotYaml(FileProblems):
    """The text follows other rules than those of YAML."""


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, text: str, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.places: Positions = {}
        self.problems: list[Problem] = []
        self.events: Any = _Loader(text)

    def document(self) -> tuple[Any, Positions]:
        self.events.get_event()
        if isinstance(self.events.get_event(), yaml.StreamEndEvent):
            raise FileProblems(
                [Problem(self.name, gettext("The file holds nothing but comments."))]
            )
        data = self.value(self.events.get_event(), (), 1)
        self.events.get_event()
        if not isinstance(end := self.events.get_event(), yaml.StreamEndEvent):
            raise self.stop(end, gettext("The file holds a second document, begun by `---`."))
        if self.problems:
            raise FileProblems(self.problems)
        return data, self.places

    def value(self, event: Any, path: tuple[str | int, ...], depth: int) -> Any:
        mark = event.start_mark
        self.places[path] = (mark.line + 1, mark.column + 1)
        if len(self.places) > self.limits.values:
            most = number(self.limits.values)
            raise self.stop(event, gettext("The file holds more than {most} values.", most=most))
        if depth > self.limits.depth:
            raise self.stop(event, _too_deep(self.limits))
        if event.anchor or event.tag:
            self.refuse_tricks(event)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return event.value if event.style else plain_value(event.value)
        if kind is yaml.MappingStartEvent:
            return self.mapping(path, depth)
        return self.sequence(path, depth)

    def sequence(self, path: tuple[str | int, ...], depth: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self.events.get_event()) is not yaml.SequenceEndEvent:
            items.append(self.value(event, (*path, len(items)), depth + 1))
        return items

    def mapping(self, path: tuple[str | int, ...], depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        next_event = self.events.get_event
        while type(event := next_event()) is not yaml.MappingEndEvent:
            if event.anchor or event.tag:
                self.refuse_tricks(event)
            if type(event) is not yaml.ScalarEvent:
                raise self.stop(
                    event, gettext("A list or a mapping stands where a name is expected.")
                )
            key = event.value
            if key == "<<":
                raise self.stop(
                    event, gettext("Merge keys (`<<`) are not used here; write it out.")
                )
            mark: Any = event.start_mark
            value = self.value(next_event(), (*path, key), depth + 1)
            if key in items:
                message = gettext("The key `{key}` stands here a second time.", key=shortened(key))
                place = (mark.line + 1, mark.column + 1)
                hint = gettext("Keep one of them.")
                self.problems.append(Problem(self.name, message, *place, hint=hint))
            elif isinstance(value, (dict, list)) or value is None:
                self.places[(*path, key)] = (mark.line + 1, mark.column + 1)
            items[key] = value
        return items

    def refuse_tricks(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.stop(
                event,
                gettext(
                    "Anchors (`&name`) and aliases (`*name`) are not used here;"
                    " write the value out, or put quotes around text that begins with"
                    " `&` or `*`."
                ),
            )
        if event.tag and event.tag != "!":
            message = gettext("Tags such as `{tag}` are not used here; remove it.", tag=event.tag)
            raise self.stop(event, message)

    def stop(self, event: Any, message: str) -> FileProblems:
        mark = event.start_mark
        return FileProblems(
            [*self.problems, Problem(self.name, message, mark.line + 1, mark.column + 1)]
        )


def plain_value(text: str) -> Any:
    """The value of an unquoted YAML scalar: nothing, a boolean, a number, or the text itself."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _NUMBER_START:
        if _INT.match(text):
            return int(text)
        if _FLOAT.match(text) and text not in ("+", "-", "."):
            return float(text)
    return text


_ = gettext_noop
_ADVICE = (
    (
        "mapping values are not allowed",
        _("a colon stands inside a value"),
        _("Put the value in quotes, or begin it on its own line after `>-`."),
    ),
    ("could not find expected ':'", _("a name has no colon after it"), _("Write `name: value`.")),
    ("found character '\\t'", _("a tab is used for indenting"), _("Indent with spaces.")),
    (
        "found character that cannot start any token",
        _("a value begins with a special character"),
        _("Put the value in quotes; indent with spaces, not tabs."),
    ),
    (
        "did not find expected key",
        _("the indentation or the quotes do not fit the lines around"),
        _("Line it up with its neighbours, and double a quote inside quotes."),
    ),
    ("did not find expected ','", _("a comma or a closing bracket is missing"), ""),
    (
        "did not find expected '-' indicator",
        _("a list item is not lined up with the others"),
        _("Give every `-` of the list the same indentation."),
    ),
    ("found unexpected end of stream", _("a quote or bracket is opened and never closed"), ""),
    (
        "control characters are not allowed",
        _("an invisible control character stands in the text"),
        _("Delete it."),
    ),
    (
        "special characters are not allowed",
        _("an invisible control character stands in the text"),
        _("Delete it."),
    ),
)
"""Messages of libyaml, what each means, and what to do."""


def _too_deep(limits: Limits) -> str:
    return gettext("The file nests values more than {depth} deep.", depth=limits.depth)


def _syntax_problems(error: yaml.YAMLError, text: str, name: str, limits: Limits) -> FileProblems:
    explanation = str(error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        position = getattr(error, "position", 0) or 0
        line, column = text.count("\n", 0, position) + 1, 1
    if (
        "maximum nesting depth" in explanation
    ):  # libyaml gives up on brackets before their first event
        return FileProblems([Problem(name, _too_deep(limits), line, column)])
    for phrase, meaning, hint in _ADVICE:
        if phrase in explanation:
            message = gettext("This is not valid YAML: {reason}.", reason=gettext(meaning))
            return NotYaml([Problem(name, message, line, column, gettext(hint))])
    detail = getattr(error, "problem", None)
    reason = gettext("it can't be read") + (f" (`{detail}`)" if detail else "")
    message = gettext("This is not valid YAML: {reason}.", reason=reason)
    return NotYaml([Problem(name, message, line, column)])
