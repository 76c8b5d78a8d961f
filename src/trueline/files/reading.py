"""From a path to plain data with the place of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trueline.files.json_text import json_data
from trueline.files.limits import Limits
from trueline.files.problems import FileProblems, Problem
from trueline.files.yaml_text import Position, yaml_data
from trueline.language import gettext

Key = str | int
Path_ = tuple[Key, ...]

SUFFIXES = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class SourceFile:
    """A file as read: its `data`, and where in it each value stands."""

    name: str
    text: str = field(repr=False)
    data: Any
    places: dict[Path_, Position] = field(repr=False, default_factory=dict)

    def place(self, path: Path_) -> Position:
        """Line and column (from 1) of the value at `path`, or of the nearest one around it."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def problem(self, path: Path_, message: str, hint: str = "") -> Problem:
        """A problem at `path`."""
        line, column = self.place(path)
        return Problem(self.name, message, line, column, hint)


def read_file(path: Path, limits: Limits = Limits(), name: str | None = None) -> SourceFile:  # noqa: B008
    """Read a YAML or JSON file. Raises FileProblems where it can't be read as one."""
    display_name = name or str(path)
    return parse_text(_decoded(path, limits, display_name), display_name, limits)


def parse_text(text: str, name: str, limits: Limits = Limits()) -> SourceFile:  # noqa: B008
    """Parse text that is JSON if `name` ends in .json, else YAML. Raises FileProblems."""
    if len(text) > limits.size:
        raise _too_large(name, limits)
    if not text.strip():
        raise FileProblems([Problem(name, gettext("The file is empty."))])
    if name.lower().endswith(".json"):
        return SourceFile(name, text, *json_data(text, name, limits))
    return SourceFile(name, text, *yaml_data(text, name, limits))


def _decoded(path: Path, limits: Limits, name: str) -> str:
    try:
        if path.is_dir():
            raise FileProblems([Problem(name, gettext("This is a folder; a file is needed here."))])
        if not path.exists():
            raise FileProblems(
                [Problem(name, gettext("There is no such file."), hint=gettext("Check the path."))]
            )
        if not path.is_file():
            raise FileProblems([Problem(name, gettext("This is not an ordinary file."))])
        with path.open("rb") as stream:
            raw = stream.read(limits.size + 1)
    except OSError as error:
        reason = error.strerror or gettext("the system refused")
        raise FileProblems(
            [Problem(name, gettext("The file can't be read: {reason}.", reason=reason))]
        ) from error
    if len(raw) > limits.size:
        raise _too_large(name, limits)
    return decoded(raw, name)


def decoded(raw: bytes, name: str) -> str:
    """The text of a file: UTF-8, or UTF-16 with its mark. Raises FileProblems."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif raw.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        message = gettext("This is a Word, Excel, PDF or zip file, not YAML or JSON text.")
        raise FileProblems([Problem(name, message)])
    else:
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        encoding_name = encoding.removesuffix("-sig").upper()
        message = gettext(
            "The text is not {shown}: byte {byte} can't be read.",
            shown=encoding_name,
            byte=f"0x{raw[error.start]:02x}",
        )
        hint = gettext("Save the file again with the encoding UTF-8.")
        raise FileProblems([Problem(name, message, line, hint=hint)]) from error


def _too_large(name: str, limits: Limits) -> FileProblems:
    bound = f"{limits.size / 1_000_000:g} MB"
    return FileProblems(
        [
            Problem(
                name,
                gettext("The file is larger than {bound}, the most that is read.", bound=bound),
            )
        ]
    )
