"""From a file, a text or stored JSON to a document."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic

from pydantic import ValidationError

from trueline.document.address import data_path
from trueline.document.document import D
from trueline.document.fields import FORMS, Element
from trueline.document.kind import Kind, kind_named, kinds
from trueline.document.upgrades import upgraded
from trueline.files import FileProblems, Limits, Problem, SourceFile, parse_text, read_file
from trueline.files.annotations import models_in
from trueline.files.validation import validate
from trueline.files.wording import described, shortened
from trueline.language import gettext

LIMITS = Limits(size=5_000_000, depth=12, values=100_000)


@dataclass(frozen=True)
class Loaded(Generic[D]):
    """A document and the file it came from, which knows the line of each value."""

    document: D
    source: SourceFile = field(repr=False)


def load_document(path: Path, kind: Kind[D], name: str | None = None) -> Loaded[D]:
    """Read a YAML or JSON file. Raises FileProblems with everything that does not fit."""
    return document_in(read_file(path, LIMITS, name), kind)


def parse_document(text: str, kind: Kind[D], name: str = "document.yaml") -> Loaded[D]:
    """A document from text; JSON if `name` ends in .json. Raises FileProblems."""
    return document_in(parse_text(text, name, LIMITS), kind)


def load_any(path: Path, name: str | None = None) -> Loaded[Any]:
    """Read a file of any kind; its `kind` decides. Raises FileProblems."""
    source = read_file(path, LIMITS, name)
    return document_in(source, kind_in(source))


def parse_any(text: str, name: str = "document.yaml") -> Loaded[Any]:
    """Parse a document of any kind; its `kind` decides. Raises FileProblems."""
    source = parse_text(text, name, LIMITS)
    return document_in(source, kind_in(source))


def kind_in(source: SourceFile) -> Kind[Any]:
    """The kind that a file declares; without a declaration the original kind, a design.

    Raises FileProblems where there is no such kind.
    """
    name = source.data.get("kind") if isinstance(source.data, dict) else None
    if name is None:
        return next(kind for kind in kinds() if not kind.model.tells_kind)
    with contextlib.suppress(KeyError, TypeError):
        return kind_named(name)
    names = ", ".join(kind.name for kind in kinds())
    message = gettext("There is no kind of document called {name}.", name=described(name))
    raise FileProblems(
        [source.problem(("kind",), message, gettext("Known kinds: {known}.", known=names))]
    )


def document_from_json(text: str | bytes, kind: Kind[D], name: str = "document.json") -> D:
    """A document from JSON, as quickly as can be: the way of the store, which knows no lines.

    Only where that fails is the text read again to say what is wrong. Raises FileProblems.
    """
    try:
        data = json.loads(text)
        if isinstance(data, dict) and data.get("schema_version", 1) == kind.version:
            if data.get("kind") == kind.name and kind.model.tells_kind:
                del data["kind"]
            return kind.model.model_validate(data)
    except (ValueError, RecursionError):
        pass
    readable = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return parse_document(readable, kind, name).document


def document_in(source: SourceFile, kind: Kind[D]) -> Loaded[D]:
    """The document in a file: at once where all is well, else with care for what is wrong.

    Raises FileProblems.
    """
    if not isinstance(source.data, dict):
        return Loaded(validate(kind.model, source), source)
    source = _without_kind(source, kind)
    _require_known_version(source, kind.version)
    source = replace(source, data=upgraded(source.data, kind.upgrades))
    with contextlib.suppress(ValidationError):
        return Loaded(kind.model.model_validate(source.data), source)
    repeated = _repeated_names(source, kind)
    document = validate(
        kind.model, source, forms=FORMS, empty_is_absent=True, known_problems=repeated
    )
    return Loaded(document, source)


def _without_kind(source: SourceFile, kind: Kind[D]) -> SourceFile:
    """The file without the name of its kind. Raises FileProblems where it is of another kind."""
    if "kind" not in source.data or not (kind.model.tells_kind or source.data["kind"] == kind.name):
        return source
    if source.data["kind"] != kind.name:
        message = gettext("This file is of the kind {kind}.", kind=described(source.data["kind"]))
        raise FileProblems(
            [
                source.problem(
                    ("kind",), message, gettext("Choose one of the kind {kind}.", kind=kind.name)
                )
            ]
        )
    return replace(source, data={name: v for name, v in source.data.items() if name != "kind"})


def _require_known_version(source: SourceFile, newest: int) -> None:
    """Stop at a version that can't be read: nothing else about the file would be certain."""
    version = source.data.get("schema_version")
    if version is None:
        return
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        message = gettext(
            "`schema_version` should be a whole number from 1, but it is {value}.",
            value=described(version),
        )
        hint = gettext("Write {newest}, or leave the line out.", newest=newest)
        raise FileProblems([source.problem(("schema_version",), message, hint)])
    if version > newest:
        message = gettext(
            "The file is of form {version}; this version of Trueline reads up to {newest}.",
            version=version,
            newest=newest,
        )
        hint = gettext("Update Trueline to open it.")
        raise FileProblems([source.problem(("schema_version",), message, hint)])


def _repeated_names(source: SourceFile, kind: Kind[D]) -> list[Problem]:
    """Say where a name stands a second time; the model can only say that it does."""
    lines: dict[tuple[str, str], int] = {}
    problems: list[Problem] = []
    for space, name, path in names_in(kind.model, source.data, ()):
        if first := lines.get((space, name)):
            where = space.split("/")[-1].replace("_", " ")
            message = gettext(
                "“{name}” is used already in {where}, on line {first}.",
                name=shortened(name),
                where=where,
                first=first,
            )
            problems.append(source.problem(path, message, gettext("Give each a name of its own.")))
        lines.setdefault((space, name), source.place(path)[0])
    return problems


def names_in(
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
            yield from names_in(inner, value, here)
            continue
        space = inner.space or "/".join(map(str, here))
        for number, item in enumerate(value if isinstance(value, list) else ()):
            if (own_name := _name(inner, item)) is not None:
                yield space, own_name, (*here, number, inner.key)
            yield from names_in(inner, item, (*here, number))


def _name(model: type[Element], item: Any) -> str | None:
    """The future `Element.key_value`, if the item is valid enough to have one."""
    first = item.get(model.key) if isinstance(item, dict) else None
    second = item.get(model.key_within) if isinstance(item, dict) else None
    if not isinstance(first, str):
        return None
    return f"{first.strip()}@{str(second).strip()}" if second else first.strip()


def line_of(loaded: Loaded[Any], address: str) -> tuple[int, int]:
    """Line and column, from 1, of an address in a document's file, or of the nearest place around."""
    return loaded.source.place(data_path(loaded.document, address))
