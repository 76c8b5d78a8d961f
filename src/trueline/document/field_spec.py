"""A declared field, read off its annotation once: for forms, pages and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from trueline.document.fields import Element, Money, Part, extra
from trueline.files.annotations import annotation_of, models_in
from trueline.language import label

P = TypeVar("P", bound=Part)

LONGEST_LINE = 500
"""Texts that may be longer than this are written in several lines."""


@dataclass(frozen=True)
class FieldSpec:
    """One field of a part.

    `base` is the type of one value; `many`: whether it holds several; `optional`: whether None is a
    value; `choices`: the words of a Literal; `words`: the vocabulary it is taken from; `refers`: the
    lists whose ids it holds; `names`: what else it names by id; `asks`: the question of the toolkit
    that it answers; `length`: most characters; `long`: whether it is a text of several lines, `prose` one of paragraphs.
    `kinds` are the models of a list that holds several, by the words of their own `kind`.
    """

    name: str
    title: str
    help: str
    base: type
    many: bool = False
    optional: bool = False
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    words: str = ""
    refers: tuple[str, ...] = ()
    names: str = ""
    asks: str = ""
    length: int | None = None
    long: bool = False
    prose: bool = False
    kinds: Mapping[str, type[Part]] = field(default_factory=dict, hash=False)

    @property
    def label(self) -> str:
        """Its label, in the reader's language and by the organisation's own name for it."""
        return label(self.title)

    @property
    def is_part(self) -> bool:
        """Whether it has fields of its own, as a baseline has; money is one value."""
        return issubclass(self.base, Part) and self.base is not Money

    @property
    def is_year(self) -> bool:
        """Whether its number names a year, which is written without separators."""
        return self.base is int and self.name == "year"

    @property
    def is_written(self) -> bool:
        """Whether its words are somebody's own, or the names of what somebody wrote."""
        ours = self.words or self.choices or self.names in ("language", "vocabulary")
        return self.base is str and not ours

    @property
    def is_list(self) -> bool:
        """Whether it is a list of elements, which are edited one by one."""
        return self.many and issubclass(self.base, Part)


@cache
def field_specs(model: type[BaseModel]) -> Mapping[str, FieldSpec]:
    """Every field of a model by its name, in order."""
    return MappingProxyType({name: _spec(name, info) for name, info in model.model_fields.items()})


@cache
def form_fields(model: type[Part]) -> Mapping[str, FieldSpec]:
    """The fields of a model that a form shows: all but lists of elements."""
    specs = field_specs(model).items()
    return MappingProxyType({name: spec for name, spec in specs if not spec.is_list})


@cache
def slot_lists(model: type[Part]) -> Mapping[str, FieldSpec]:
    """The lists inside an element that its form shows: of what is told apart by more than an id.

    Targets are: each is known by its day.
    """
    if not issubclass(model, Element):
        return MappingProxyType({})
    return MappingProxyType(
        {
            name: spec
            for name, spec in field_specs(model).items()
            if spec.is_list
            and not spec.kinds
            and issubclass(spec.base, Element)
            and spec.base.key != "id"
        }
    )


def _spec(name: str, info: FieldInfo) -> FieldSpec:
    read = annotation_of(info.annotation)
    metadata = (*info.metadata, *read.metadata)
    length = next((m.max_length for m in metadata if getattr(m, "max_length", None)), None)
    return FieldSpec(
        name=name,
        title=info.title or name,
        help=info.description or "",
        base=read.base,
        many=read.many,
        optional=read.optional,
        required=info.is_required(),
        default=None if info.is_required() else info.get_default(),
        choices=tuple(str(choice) for choice in read.choices),
        words=extra(info, "words") or "",
        refers=tuple(str(extra(info, "refers") or "").split()),
        names=extra(info, "names") or "",
        asks=extra(info, "asks") or "",
        length=length,
        long=bool(extra(info, "long")) or (length or 0) > LONGEST_LINE,
        prose=bool(extra(info, "long")),
        kinds=models_by_kind(info.annotation, Part) if read.many else {},
    )


def models_by_kind(annotation: Any, base: type[P]) -> dict[str, type[P]]:
    """The models of a list that holds several, by the words of their own `kind`; else none."""
    models = [model for model in models_in(annotation) if issubclass(model, base)]
    if len(models) < 2:
        return {}
    return {word: model for model in models for word in field_specs(model)["kind"].choices}


def is_of_a_kind(model: type[Part]) -> bool:
    """Whether elements of this model stand in a list beside those of other kinds."""
    spec = field_specs(model).get("kind")
    return spec is not None and len(spec.choices) == 1


def own_fields(model: type[Part]) -> tuple[str, ...]:
    """The fields that only this kind of element has: those that its base does not declare."""
    if not is_of_a_kind(model):
        return ()
    common = model.__mro__[1].model_fields  # type: ignore[attr-defined]
    return tuple(name for name in model.model_fields if name not in common)
