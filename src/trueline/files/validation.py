"""From plain data to a pydantic model, with errors a person can act on."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from trueline.files.problems import FileProblems, Problem
from trueline.files.reading import SourceFile

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], source: SourceFile) -> M:
    """The data of `source` as a `model`. Raises FileProblems with all that does not fit."""
    if not isinstance(source.data, dict):
        found = described(source.data)
        message = f"The file should hold named fields (`name: value`), but it is {found}."
        raise FileProblems([source.problem((), message)])
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise FileProblems(_problems(model, source, error)) from error


def _problems(model: type[BaseModel], source: SourceFile, error: ValidationError) -> list[Problem]:
    found: dict[tuple[tuple[str | int, ...], str], Problem] = {}
    for detail in error.errors(include_url=False):
        path = _existing_path(source.data, detail["loc"])
        message, hint = explained(model, detail)
        found.setdefault((path, message), source.problem(path, message, hint))
    return sorted(found.values(), key=lambda problem: (problem.line or 0, problem.column or 0))


def _existing_path(data: Any, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The part of pydantic's `loc` that is really in the data (union branches are not)."""
    path: list[str | int] = []
    for key in loc:
        if isinstance(data, dict) and key in data:
            data = data[str(key)]
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            continue
        path.append(key)
    return tuple(path)


def explained(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong and what to do about it, from one error of pydantic's."""
    kind, loc = detail["type"], detail["loc"]
    name = _field_name(loc)
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = sorted(set(_names_at(model, loc[:-1])))
        return f"There is no field `{name}` here.", _nearest(name, known) or _one_of(known)
    if kind == "missing":
        return f"The field `{name}` is missing.", "Add it."
    if kind in ("literal_error", "enum"):
        expected = [word.strip("'") for word in _listed(str(context.get("expected", "")))]
        found = described(detail["input"])
        return (
            f"`{name}` can't be {found}.",
            _nearest(str(detail["input"]), expected) or _one_of(expected),
        )
    expected_shape = _EXPECTED.get(kind)
    if expected_shape:
        return f"`{name}` should be {expected_shape}, but it is {described(detail['input'])}.", ""
    if kind == "string_pattern_mismatch":
        return f"`{name}` has a form that can't be used: {described(detail['input'])}.", _FORM
    if kind == "string_too_short" or kind == "too_short":
        return f"`{name}` is empty.", "Fill it in, or leave the field out."
    message = detail["msg"].removeprefix("Value error, ")
    return f"`{name}`: {message[:1].lower()}{message[1:]}.".replace("..", "."), ""


_FORM = "Names are lower-case letters, digits and hyphens, with dots between the parts."
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a date such as 2026-03-31",
    "date_parsing": "a date such as 2026-03-31",
    "date_from_datetime_parsing": "a date such as 2026-03-31",
    "tuple_type": "a list (lines that begin with `-`)",
    "list_type": "a list (lines that begin with `-`)",
    "dict_type": "named fields (`name: value`)",
    "model_type": "named fields (`name: value`)",
    "model_attributes_type": "named fields (`name: value`)",
}


def described(value: Any) -> str:
    """A value as a reader of the file would name it."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "named fields"
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        shown = value if len(value) <= 40 else value[:37] + "..."
        return f"the text “{shown}”"
    shown = str(value)
    return f"the number {shown if len(shown) <= 30 else shown[:27] + '...'}"


def _field_name(loc: tuple[str | int, ...]) -> str:
    names = [part for part in loc if isinstance(part, str)]
    if not names:
        return "the file"
    last = loc[-1]
    return f"{names[-1]}[{last + 1}]" if isinstance(last, int) else names[-1]


def _listed(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _nearest(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"Did you mean `{near[0]}`?" if near else ""


def _one_of(known: list[str]) -> str:
    shown = ", ".join(f"`{word}`" for word in known[:24])
    return f"It can be one of: {shown}{', ...' if len(known) > 24 else ''}." if known else ""


def _names_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> Iterator[str]:
    """Field names of the model that stands at `loc` below `model`."""
    models = [model]
    for key in loc:
        if isinstance(key, int):
            continue
        following = [
            inner
            for current in models
            if key in current.model_fields
            for inner in models_in(current.model_fields[key].annotation)
        ]
        models = following or models
    for current in models:
        for name, field in current.model_fields.items():
            yield field.alias or name


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation such as `tuple[Point, ...]` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from models_in(inner)
