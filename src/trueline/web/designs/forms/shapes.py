"""What sort of value a field of the design holds, as far as a form must know."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from trueline.document import Money
from trueline.document.fields import Part, extra

LONGEST_LINE = 500


@dataclass(frozen=True)
class Shape:
    """`base` is the type of one value; `many`: whether it holds several; `choices`: the words of a
    Literal; `words`: the vocabulary it is taken from; `refers`: the lists whose ids it holds;
    `names`: what else it names by id; `length`: most characters; `long`: whether it is a text of several lines.
    """

    base: type
    many: bool = False
    optional: bool = False
    choices: tuple[str, ...] = ()
    words: str = ""
    refers: tuple[str, ...] = ()
    names: str = ""
    length: int | None = None
    long: bool = False

    @property
    def is_part(self) -> bool:
        """Whether it has fields of its own, as a baseline has; money is one value."""
        return issubclass(self.base, Part) and self.base is not Money


@cache
def shapes(model: type[Part]) -> dict[str, tuple[FieldInfo, Shape]]:
    """The fields of a model that a form shows, in order: all but lists of elements."""
    found = {name: (info, _shape(info)) for name, info in model.model_fields.items()}
    return {
        name: (info, shape)
        for name, (info, shape) in found.items()
        if not (shape.many and issubclass(shape.base, Part))
    }


def _shape(info: FieldInfo) -> Shape:
    annotation, many, optional, metadata = _unwrapped(info.annotation)
    metadata = [*info.metadata, *metadata]
    choices = get_args(annotation) if get_origin(annotation) is Literal else ()
    length = next((m.max_length for m in metadata if getattr(m, "max_length", None)), None)
    return Shape(
        base=str if choices or get_origin(annotation) else annotation,
        many=many,
        optional=optional,
        choices=tuple(str(choice) for choice in choices),
        words=extra(info, "words") or "",
        refers=tuple(str(extra(info, "refers") or "").split()),
        names=extra(info, "names") or "",
        length=length,
        long=bool(extra(info, "long")) or (length or 0) > LONGEST_LINE,
    )


def _unwrapped(annotation: Any) -> tuple[Any, bool, bool, list[Any]]:
    """The innermost type, whether in a tuple, whether optional, and what is annotated on it."""
    many = optional = False
    metadata: list[Any] = []
    while True:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            metadata += args[1:]
            annotation = args[0]
        elif origin is tuple:
            many, annotation = True, args[0]
        elif origin in (Union, types.UnionType) and type(None) in args:
            optional = True
            annotation = typing.Union[tuple(a for a in args if a is not type(None))]  # noqa: UP007
        elif origin in (Union, types.UnionType):
            annotation = args[0]  # the kinds of activity: all of them elements
        else:
            return annotation, many, optional, metadata
