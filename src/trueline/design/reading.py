"""From a file, a text or stored JSON to a design."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from trueline.design.document import SCHEMA_VERSION, Design, space_of
from trueline.design.fields import FORMS, Element
from trueline.design.upgrades import upgraded
from trueline.files import FileProblems, Limits, Problem, SourceFile, parse_text, read_file
from trueline.files.validation import models_in, validate
from trueline.files.wording import described

LIMITS = Limits(size=5_000_000, depth=12, values=100_000)


@dataclass(frozen=True)
class LoadedDesign:
    """A design and the file it came from, which knows the line of each value."""

    design: Design
    source: SourceFile = field(repr=False)


def load_design(path: Path, name: str | None = None) -> LoadedDesign:
    """Read a YAML or JSON file. Raises FileProblems with everything that does not fit."""
    return _loaded(read_file(path, LIMITS, name))


def parse_design(text: str, name: str = "design.yaml") -> LoadedDesign:
    """A design from text; JSON if `name` ends in .json. Raises FileProblems."""
    return _loaded(parse_text(text, name, LIMITS))


def design_from_json(text: str | bytes, name: str = "design.json") -> Design:
    """A design from JSON, as quickly as can be: the way of the store, which knows no lines.

    Only where that fails is the text read again to say what is wrong. Raises FileProblems.
    """
    try:
        data = json.loads(text)
        if isinstance(data, dict) and data.get("schema_version", 1) == SCHEMA_VERSION:
            return Design.model_validate(data)
    except (ValueError, RecursionError):
        pass
    readable = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return parse_design(readable, name).design


def _loaded(source: SourceFile) -> LoadedDesign:
    """The design in a file: at once where all is well, else with care for what is wrong."""
    if not isinstance(source.data, dict):
        return LoadedDesign(validate(Design, source), source)
    _known_version(source)
    source = replace(source, data=upgraded(source.data))
    with contextlib.suppress(ValidationError):
        return LoadedDesign(Design.model_validate(source.data), source)
    design = validate(
        Design, source, forms=FORMS, empty_is_absent=True, found=_repeated_names(source)
    )
    return LoadedDesign(design, source)


def _known_version(source: SourceFile) -> None:
    """Stop at a version that can't be read: nothing else about the file could be said surely."""
    version = source.data.get("schema_version")
    if version is None:
        return
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        message = (
            f"`schema_version` should be a whole number from 1, but it is {described(version)}."
        )
        hint = f"Write {SCHEMA_VERSION}, or leave the line out."
        raise FileProblems([source.problem(("schema_version",), message, hint)])
    if version > SCHEMA_VERSION:
        message = (
            f"The file is of form {version}; this version of Trueline reads up to {SCHEMA_VERSION}."
        )
        hint = "Update Trueline to open it."
        raise FileProblems([source.problem(("schema_version",), message, hint)])


def _repeated_names(source: SourceFile) -> list[Problem]:
    """Say where a name stands a second time; the model can only say that it does."""
    lines: dict[tuple[str, str], int] = {}
    problems: list[Problem] = []
    for space, name, path in _names(Design, source.data, ()):
        if first := lines.get((space, name)):
            where = space.split("/")[-1].replace("_", " ")
            message = f"“{name}” is used already in {where}, on line {first}."
            problems.append(source.problem(path, message, "Give each a name of its own."))
        lines.setdefault((space, name), source.place(path)[0])
    return problems


def _names(
    model: type[Any], data: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Each name given in a list: the space in which it must be unique, the name, its place."""
    if not isinstance(data, dict):
        return
    for name, info in model.model_fields.items():
        inner = next(models_in(info.annotation), None)
        if inner is None or name not in data:
            continue
        here, value = (*path, name), data[name]
        if not issubclass(inner, Element):
            yield from _names(inner, value, here)
            continue
        space = space_of(inner) or "/".join(map(str, here))
        for number, item in enumerate(value if isinstance(value, list) else ()):
            if (given := _name(inner, item)) is not None:
                yield space, given, (*here, number, inner.key)
            yield from _names(inner, item, (*here, number))


def _name(model: type[Element], item: Any) -> str | None:
    """What `Element.key_value` will be, if the item is sound enough to have one."""
    first = item.get(model.key) if isinstance(item, dict) else None
    second = item.get(model.key_within) if isinstance(item, dict) else None
    if not isinstance(first, str):
        return None
    return f"{first.strip()}@{str(second).strip()}" if second else first.strip()
