"""From plain data to a pydantic model, with errors a person can act on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from trueline.files.annotations import annotation_of, models_in
from trueline.files.problems import MOST, FileProblems, Problem, remaining_problems
from trueline.files.reading import Path_, SourceFile
from trueline.files.wording import Explanation, described, explained, nearest, one_of, shortened
from trueline.language import gettext, joined

M = TypeVar("M", bound=BaseModel)


def validate(
    model: type[M],
    source: SourceFile,
    *,
    forms: Mapping[str, str] | None = None,
    empty_is_absent: bool = False,
    known_problems: Iterable[Problem] = (),
) -> M:
    """The data of `source` as a `model`. Raises FileProblems with all that does not fit.

    `forms` says in words what each pattern of the model asks for. With `empty_is_absent` a name
    with nothing after it counts as left out, as on a form. `known_problems` are there already:
    they are raised with the rest, and replace errors of the model as a whole.
    """
    problems = list(known_problems)
    if not isinstance(source.data, dict):
        message = gettext(
            "The file should hold named fields (`name: value`), but it is {data}.",
            data=described(source.data),
        )
        raise FileProblems([source.problem((), message)])
    data = source.data
    while True:
        try:
            valid = model.model_validate(data)
            break
        except ValidationError as error:
            details = error.errors(include_url=False)
        empty = _empty_fields(model, data, details) if empty_is_absent else []
        if not empty:
            raise FileProblems(_problems(model, source, data, details, problems, forms or {}))
        for path in empty:
            data = _without(data, path)
    if problems:
        raise FileProblems(problems)
    return valid


@dataclass(frozen=True)
class _Spot:
    """The place of an error: its path in the data, and the models that could stand there.

    `siblings` are the other branches of a union that was decided on the way there.
    """

    path: Path_
    models: list[type[BaseModel]]
    siblings: list[type[BaseModel]]


def _spot(model: type[BaseModel], data: Any, loc: Path_) -> _Spot:
    """Follow pydantic's `loc`, which also names branches of unions, through model and data."""
    path: list[str | int] = []
    models: list[type[BaseModel]] = [model]
    siblings: list[type[BaseModel]] = []
    for key in loc:
        if isinstance(key, str):
            branch = [m for m in models if _is_tag(m, key)] if len(models) > 1 else []
            if branch:
                models, siblings = branch, [m for m in models if m not in branch]
                continue
            siblings = []
            fields = [named[key] for each in models if key in (named := _fields(each))]
            models = [inner for info in fields for inner in models_in(info.annotation)]
        if isinstance(data, dict) and key in data:
            data = data[str(key)]
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            continue
        path.append(key)
    return _Spot(tuple(path), models, siblings)


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _is_tag(model: type[BaseModel], word: str) -> bool:
    """Whether a literal field of the model can be `word`, as the branches of a union tell."""
    return any(word in words for words in _words(model))


def _empty_fields(model: type[BaseModel], data: Any, details: list[ErrorDetails]) -> list[Path_]:
    """Paths of fields that may be left out, and stand in the data with nothing after them."""
    names = []
    for detail in details:
        last = detail["loc"][-1] if detail["loc"] else 0
        if detail["input"] is None and isinstance(last, str) and detail["type"] not in _ABSENT:
            spot = _spot(model, data, detail["loc"][:-1])
            fields = [_fields(each).get(last) for each in spot.models]
            if any(info is not None and not info.is_required() for info in fields):
                names.append((*spot.path, last))
    return names


_ABSENT = ("missing", "extra_forbidden")


def _without(data: Any, path: Path_) -> Any:
    """A copy of the data without the value at `path`."""
    key, *rest = path
    if not rest:
        return {name: value for name, value in data.items() if name != key}
    changed = data.copy()
    changed[key] = _without(data[key], tuple(rest))
    return changed


def _short_of_what_failed(detail: ErrorDetails) -> bool:
    """Whether a list counts as too short only because some of its items are wrong."""
    held = detail["input"]
    return (
        detail["type"] == "too_short"
        and isinstance(held, list)
        and len(held) >= detail["ctx"]["min_length"]
    )


def _problems(
    model: type[BaseModel],
    source: SourceFile,
    data: Any,
    details: list[ErrorDetails],
    known_problems: list[Problem],
    forms: Mapping[str, str],
) -> list[Problem]:
    """The problems in the order of the file. Only those that are shown are put into words."""
    errors = [
        (detail, _spot_of(model, data, detail))
        for detail in details
        if not ((known_problems and not detail["loc"]) or _short_of_what_failed(detail))
    ]
    errors.sort(key=lambda error: source.place(_path(*error)))
    problems: dict[tuple[Path_, str], Problem] = {}
    for number, (detail, spot) in enumerate(errors):
        if len(problems) == MOST:
            known_problems = [
                *known_problems,
                remaining_problems(source.name, len(errors) - number),
            ]
            break
        path, (message, hint) = _path(detail, spot), _explained(detail, spot, forms)
        problems.setdefault((path, message), source.problem(path, message, hint))
    return sorted(
        [*problems.values(), *known_problems], key=lambda one: (one.line or 0, one.column or 0)
    )


def _spot_of(model: type[BaseModel], data: Any, detail: ErrorDetails) -> _Spot:
    """The spot that one error of pydantic's is about; for an unknown field, what it stands in."""
    loc = detail["loc"]
    return _spot(model, data, loc[:-1] if detail["type"] == "extra_forbidden" else loc)


def _path(detail: ErrorDetails, spot: _Spot) -> Path_:
    """The path of an error."""
    if detail["type"] == "extra_forbidden":
        return (*spot.path, detail["loc"][-1])
    if detail["type"].startswith("union_tag"):
        return (*spot.path, _tag(detail))
    return spot.path


def _explained(detail: ErrorDetails, spot: _Spot, forms: Mapping[str, str]) -> Explanation:
    """The message and the hint for an error."""
    loc, kind = detail["loc"], detail["type"]
    if kind == "extra_forbidden":
        return _unknown_field(spot, str(loc[-1]))
    if kind.startswith("union_tag"):
        return _unknown_branch(spot, _tag(detail), detail["input"])
    if kind == "missing":
        return gettext("The field `{name}` is missing.", name=field_name(loc)), gettext("Add it.")
    return explained(detail, field_name(loc), forms)


def _tag(detail: ErrorDetails) -> str:
    """The field that decides between the branches of a union."""
    return str(detail["ctx"]["discriminator"]).strip("'")


def _unknown_field(outer: _Spot, name: str) -> Explanation:
    field_names = sorted({field for each in outer.models for field in _fields(each)})
    of = [tag for each in outer.siblings if name in _fields(each) for tag in _tags(each)]
    hint = gettext("It belongs to {kinds}.", kinds=joined([f"`{tag}`" for tag in of])) if of else ""
    return gettext("There is no field `{name}` here.", name=shortened(name)), hint or nearest(
        name, field_names
    ) or one_of(field_names)


def _unknown_branch(spot: _Spot, tag: str, value: Any) -> Explanation:
    tags = [word for each in spot.models for word in _tags(each)]
    if not isinstance(value, dict) or value.get(tag) is None:
        missing = not isinstance(value, dict) or tag not in value
        message = (
            gettext("The field `{name}` is missing.", name=tag)
            if missing
            else gettext("`{name}` is empty.", name=tag)
        )
        return message, one_of(tags)
    word = value[tag]
    return gettext("`{name}` can't be {value}.", name=tag, value=described(word)), nearest(
        word, tags
    ) or one_of(tags)


def _tags(model: type[BaseModel]) -> tuple[str, ...]:
    """The word by which a union knows this branch: that of a field which can be one word only."""
    return tuple(words[0] for words in _words(model) if len(words) == 1)


@cache
def _words(model: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    """The words that each literal field of a model may be."""
    fields = (annotation_of(info.annotation) for info in model.model_fields.values())
    return tuple(
        field.choices for field in fields if field.choices and not (field.many or field.optional)
    )


def field_name(loc: Path_) -> str:
    """The field at pydantic's `loc`, such as `factors[2]` for the second item."""
    names = [part for part in loc if isinstance(part, str)]
    if not names:
        return gettext("the file")
    last = loc[-1]
    return f"{names[-1]}[{last + 1}]" if isinstance(last, int) else names[-1]
