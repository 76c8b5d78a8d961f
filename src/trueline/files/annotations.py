"""Reads type annotations: the one place that takes annotations of fields apart."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel


@dataclass(frozen=True)
class Annotation:
    """`base` is the type of one value; `many`: whether it stands in a tuple; `optional`: whether None
    is a value; `choices`: the words of a Literal; `metadata`: what is annotated on it, such as a length.
    """

    base: Any
    many: bool
    optional: bool
    choices: tuple[Any, ...]
    metadata: tuple[Any, ...]


def annotation_of(annotation: Any) -> Annotation:
    """An annotation, taken apart down to one value; of several models, `base` is the first."""
    many = optional = False
    metadata: list[Any] = []
    while True:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            metadata += args[1:]
            annotation = args[0]
        elif origin is tuple:
            many, annotation = True, args[0]
        elif origin in (Union, types.UnionType):
            present = [arg for arg in args if arg is not type(None)]
            optional = optional or len(present) < len(args)
            annotation = present[0]
        else:
            break
    choices = args if origin is Literal else ()
    base = str if choices or origin else annotation
    return Annotation(base, many, optional, choices, tuple(metadata))


def item_annotation(annotation: Any) -> Any:
    """The annotation of one item of a tuple, with all that it says of it."""
    return get_args(annotation)[0]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation such as `tuple[Point, ...]` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)
