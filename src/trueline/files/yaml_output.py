"""Plain data to YAML that people like to read, and that reads back as the same data.

Texts stand without quotes wherever every YAML reader takes them for text, long ones are folded,
texts of several lines keep their lines, short lists stand on one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from trueline.files.yaml_text import plain_value

WIDTH = 96
SHORT_LIST = 70

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LIKE_A_NUMBER = re.compile(
    r"[-+.]?[0-9][-+.,:_0-9eET Z]*|0[xo][0-9a-fA-F_]+|\.(inf|nan|Inf|NaN|INF|NAN)"
)
_SPECIAL_START = tuple("-?:,[]{}#&*!|>'\"%@`~=<")
_LIKE_A_WORD = frozenset(["y", "yes", "n", "no", "on", "off", "true", "false", "null"])
"""Other programs that read YAML take these, in any case, for something else than text."""

_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")


def mapping_lines(data: Mapping[str, Any], indent: int = 0) -> list[str]:
    """The lines of named fields, each line indented by `indent`."""
    return [line for name, value in data.items() for line in entry_lines(name, value, indent)]


def entry_lines(name: str, value: Any, indent: int = 0) -> list[str]:
    """The lines of one named field, from its name on."""
    head = " " * indent + name + ":"
    if isinstance(value, Mapping) and value:
        return [head, *mapping_lines(value, indent + 2)]
    if isinstance(value, (list, tuple)) and value:
        if flow := _short_list(value, len(head)):
            return [f"{head} {flow}"]
        return [head, *(line for item in value for line in item_lines(item, indent + 2))]
    return _scalar_lines(head, value, indent + 2)


def item_lines(value: Any, indent: int = 0) -> list[str]:
    """The lines of one item of a list, from its dash on."""
    head = " " * indent + "-"
    if isinstance(value, (Mapping, list, tuple)) and value:
        inner = (
            mapping_lines(value, indent + 2)
            if isinstance(value, Mapping)
            else [line for item in value for line in item_lines(item, indent + 2)]
        )
        return [f"{head} {inner[0].lstrip(' ')}", *inner[1:]]
    return _scalar_lines(head, value, indent + 2)


def flow(value: Any) -> str:
    """A value on one line, as it can stand between brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str):
        return value if _is_plain(value) and not set(value) & set(",[]{}:#") else quoted(value)
    return _scalar(value)


def _short_list(value: Sequence[Any], taken: int) -> str:
    if any(isinstance(item, (Mapping, list, tuple)) for item in value):
        return ""
    text = flow(value)
    return text if len(text) <= SHORT_LIST and taken + len(text) < WIDTH else ""


def _scalar_lines(head: str, value: Any, indent: int) -> list[str]:
    if not isinstance(value, str):
        return [f"{head} {_scalar(value)}"]
    if _keeps_its_lines(value):
        if "\n" in value and all(len(line) <= WIDTH for line in value.split("\n")):
            return [f"{head} |-", *_indented(value.split("\n"), indent)]
        if "\n" in value or len(head) + len(value) >= WIDTH:
            paragraphs = value.split("\n")
            if any(line.startswith(" ") for line in paragraphs):
                return [f"{head} |-", *_indented(paragraphs, indent)]
            return [f"{head} >-", *_indented(_folded(paragraphs, WIDTH - indent), indent)]
    return [f"{head} {value if _is_plain(value) else quoted(value)}"]


def _keeps_its_lines(text: str) -> bool:
    """Whether a block of lines gives the text back: nothing invisible at an end of a line."""
    if not text or _UNWRITABLE.search(text) or "\t" in text or text != text.strip(" \n"):
        return False
    return not any(line.endswith(" ") for line in text.split("\n"))


def _folded(paragraphs: list[str], width: int) -> list[str]:
    """Lines that fold back to the paragraphs: it takes one empty line more to keep a break."""
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number and paragraph:
            lines.append("")
        lines.extend(_wrapped(paragraph, width))
    return lines


def _wrapped(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in _BREAK.split(paragraph):
        if current and len(current) + 1 + len(word) > width:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*lines, current]


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, str):
        return quoted(value)
    return "{}" if isinstance(value, Mapping) else "[]" if value in ([], ()) else str(value)


def _decimal(value: Decimal) -> str:
    """A number without quotes if it survives being read as a float."""
    text = format(value, "f")
    read = plain_value(text)
    exact = not isinstance(read, str) and Decimal(str(read)) == value
    return text if exact else quoted(text)


def _is_plain(text: str) -> bool:
    """Whether every YAML reader takes the bare text for this very text."""
    return not (
        text != text.strip()
        or text.startswith((*_SPECIAL_START, "..."))
        or text.lower() in _LIKE_A_WORD
        or not isinstance(plain_value(text), str)
        or _LIKE_A_NUMBER.fullmatch(text)
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or "\n" in text
        or "\t" in text
        or _UNWRITABLE.search(text)
    )


def quoted(text: str) -> str:
    """The text between double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = escaped.replace("\t", "\\t").replace("\r", "\\r")
    return '"' + _UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'
