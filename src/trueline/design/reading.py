"""From a file, a text or stored JSON to a design."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from trueline.design.document import Design
from trueline.design.upgrades import upgraded
from trueline.files import FileProblems, Limits, Problem, SourceFile, parse_text, read_file
from trueline.files.validation import described, validate

LIMITS = Limits(size=5_000_000, depth=12, values=100_000)


@dataclass(frozen=True)
class LoadedDesign:
    """A design and the file it came from, which knows the line of each value."""

    design: Design
    source: SourceFile


def load_design(path: Path, name: str | None = None) -> LoadedDesign:
    """Read a YAML or JSON file. Raises FileProblems with everything that does not fit."""
    return _loaded(read_file(path, LIMITS, name))


def parse_design(text: str, name: str = "design.yaml") -> LoadedDesign:
    """A design from text; JSON if `name` ends in .json. Raises FileProblems."""
    return _loaded(parse_text(text, name, LIMITS))


def design_from_json(text: str | bytes) -> Design:
    """A design from JSON that we wrote ourselves, as quickly as can be.

    Raises pydantic's ValidationError, which here is a fault of ours and not of a person's file.
    """
    data = json.loads(text)
    return Design.model_validate(upgraded(data) if isinstance(data, dict) else data)


def _loaded(source: SourceFile) -> LoadedDesign:
    if isinstance(source.data, dict):
        _known_version(source)
        source = replace(source, data=upgraded(source.data))
    _unique_names(source)
    return LoadedDesign(validate(Design, source), source)


def _known_version(source: SourceFile) -> None:
    from trueline.design.document import SCHEMA_VERSION

    version = source.data.get("schema_version", SCHEMA_VERSION)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        message = (
            f"`schema_version` should be a whole number from 1, but it is {described(version)}."
        )
        raise FileProblems([source.problem(("schema_version",), message)])
    if version > SCHEMA_VERSION:
        message = (
            f"The file is of form {version}; this version of Trueline reads up to {SCHEMA_VERSION}."
        )
        hint = "Update Trueline to open it."
        raise FileProblems([source.problem(("schema_version",), message, hint)])


def _unique_names(source: SourceFile) -> None:
    """Say where a name stands a second time; the model can only say that it does."""
    lines: dict[tuple[str, str], int] = {}
    problems: list[Problem] = []
    for space, name, path in _names(source.data, ()):
        if first := lines.get((space, name)):
            message = f"“{name}” is used already in {space.split('/')[-1]}, on line {first}."
            problems.append(source.problem(path, message, "Give each a name of its own."))
        lines.setdefault((space, name), source.place(path)[0])
    if problems:
        raise FileProblems(problems)


_SPACES = {"activities": "activities and results", "results": "activities and results",
           "barriers": "barriers"}  # fmt: skip
_KEYS = {"answers": "question", "waivers": "rule", "displacement": "kind", "strategies": "kind",
         "targets": "due"}  # fmt: skip
_SECOND = {"answers": "activity", "waivers": "element"}


def _names(
    data: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Each name given in a list: the space in which it must be unique, the name, its place."""
    for field, items in data.items() if isinstance(data, dict) else ():
        if isinstance(items, dict):
            yield from _names(items, (*path, field))
        for number, item in enumerate(items if isinstance(items, list) else ()):
            here = (*path, field, number)
            key = _KEYS.get(field, "id")
            if isinstance(item, dict) and isinstance(item.get(key), str):
                second = item.get(_SECOND.get(field, ""))
                space = _SPACES.get(field, "/".join(map(str, (*path, field))))
                yield space, f"{item[key]}@{second}" if second else item[key], (*here, key)
            yield from _names(item, here)
