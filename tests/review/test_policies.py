"""Each name in the lists that say how texts are read makes a difference to some text of its field.

The mutants of rules leave these lists alone: here each name is left out of its list, one at a time,
and a text that it decides about is read in every field of that name.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from trueline.document import Document, Kind, kinds
from trueline.document.fields import Element, Part, models_below, models_in, part_fields
from trueline.document.kind import module_of
from trueline.kinds import KINDS
from trueline.review.reading import Policy, read, reader
from trueline.review.reading.policy import policy_of
from trueline.review.reading.texts import text_fields
from trueline.toolkit import load_toolkit

PROBES = {
    "asks": (
        "There are no plans, since the ministry of transport prefers buses to boats and the harbour"
        " master of Tegal agrees.",
    ),
    "provides": ("This was never raised with the harbour master of Tegal",),
    "foresees": ("We will gladly talk it over with mothers and fishermen around here.",),
    "names": ("Whatever seems best in each particular situation, always with dignity.",),
    "persons": ("The relevant staff",),
    "none_answers": ("None.",),
    "plain": ("Appropriate measures will be taken as needed.",),
    "may_repeat": ("Boats land their catch beside the market hall",),
    "dropped": ("TBD",),
}
"""A text that each list decides about."""


def names() -> Iterator[tuple[str, str, str]]:
    for kind in kinds():
        policy = policy_of(kind.name)
        for list_name in PROBES:
            for name in sorted(getattr(policy, list_name)):
                yield kind.name, list_name, name


NAMES = sorted(names())


@pytest.mark.parametrize(("kind", "list_name", "name"), NAMES)
def test_each_name_makes_a_difference(
    kind: str, list_name: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document_kind = next(each for each in kinds() if each.name == kind)
    policy = policy_of(kind)
    without = replace(policy, **{list_name: getattr(policy, list_name) - {name}})
    documents = [
        document
        for text in PROBES[list_name]
        for document in documents_with(document_kind, list_name, name, text)
    ]
    assert documents, "no field or list of the kind is called that"
    assert any(
        _read(document, policy, monkeypatch) != _read(document, without, monkeypatch)
        for document in documents
    )


def _read(document: Document, policy: Policy, patch: pytest.MonkeyPatch) -> Any:
    """What is empty, and what is left of the document."""
    for module in (reader, reader.without_empty_texts.__globals__):
        if isinstance(module, dict):
            patch.setitem(module, "policy_of", lambda _kind: policy)
        else:
            patch.setattr(module, "policy_of", lambda _kind: policy)
    result = read(document, load_toolkit().reading)
    return {at: each.way for at, each in result.empty_texts.items()}, result.readable


def documents_with(kind: Kind, list_name: str, name: str, text: str) -> Iterator[Document]:
    """Documents with the text in a field of that name, in three places where it may be repeated."""
    within, _, field = name.rpartition(".")
    times = 3 if list_name == "may_repeat" else 1
    for holder, model in holders(kind.model):
        if list_name == "dropped":
            if holder and holder[-1] == name and issubclass(model, Element):
                yield _document(kind, holder, model, model.named, text, times)
        elif within in ("", *holder[-1:]) and field in {each for each, _, _ in text_fields(model)}:
            yield _document(kind, holder, model, field, text, times)


def holders(model: type[Part]) -> Iterator[tuple[tuple[str, ...], type[Part]]]:
    """Each model in a kind, with the names of the fields that lead to it."""
    waiting: list[tuple[tuple[str, ...], type[Part]]] = [((), model)]
    while waiting:
        way, here = waiting.pop()
        yield way, here
        for name in part_fields(here):
            inner = models_in(here.model_fields[name].annotation)
            waiting += [((*way, name), part) for part in inner if issubclass(part, Part)]


def _document(
    kind: Kind, way: tuple[str, ...], model: type[Part], field: str, text: str, times: int
) -> Document:
    """One with the text in so many elements of the list that `way` leads to, or in its one part."""
    many = typing.get_origin(model.model_fields[field].annotation) is tuple
    value = [text] if many else text
    parts = [_part(model, number) | {field: value} for number in range(times)]
    return kind.model.model_validate(_placed(kind.model, way, parts))


def _placed(model: type[Part], way: tuple[str, ...], parts: list[dict[str, Any]]) -> dict[str, Any]:
    """The parts where `way` leads, below a holder of each sort on it."""
    if not way:
        return parts[0]
    name, *rest = way
    annotation = model.model_fields[name].annotation
    inner = [each for each in models_in(annotation) if issubclass(each, Part)]
    several = typing.get_origin(annotation) is tuple
    if not rest:
        return _part(model, 0) | {name: parts if several else parts[0]}
    below = next(each for each in inner if _leads(each, rest))
    value = _placed(below, tuple(rest), parts)
    return _part(model, 0) | {name: [value] if several else value}


def _leads(model: type[Part], way: list[str]) -> bool:
    name, *rest = way
    if name not in part_fields(model):
        return False
    inner = models_in(model.model_fields[name].annotation)
    return not rest or any(issubclass(each, Part) and _leads(each, rest) for each in inner)


def _part(model: type[Part], number: int) -> dict[str, Any]:
    """What a part of a model cannot be without."""
    return {
        name: _value(info.annotation, f"{name}-{number}", number)
        for name, info in model.model_fields.items()
        if info.is_required()
    }


def _value(annotation: Any, text: str, number: int) -> Any:
    if typing.get_origin(annotation) is typing.Literal:
        choices = typing.get_args(annotation)
        return choices[number % len(choices)]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType, typing.Annotated):
        return _value(typing.get_args(annotation)[0], text, number)
    return date(2027, 1, 1 + number) if annotation is date else text


def test_every_kind_with_a_policy_is_looked_at() -> None:
    with_policy = {
        kind.name for kind in KINDS if module_of(kind.name, "review.rules.{kind}.reading")
    }
    assert {kind for kind, _, _ in NAMES} == with_policy
    assert all(models_below(kind.model) for kind in kinds())
