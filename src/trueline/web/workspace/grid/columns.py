"""The columns of a list: one for each field of its elements that fits into a cell.

Fields of a part such as the baseline stand in columns of their own, and so do the first elements of
a list that is told apart by a day, such as targets: "Target 1: By", "Target 1: Value".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from trueline.document import Element, Money, Part
from trueline.document.field_spec import FieldSpec, field_specs, slot_lists
from trueline.document.fields import is_empty
from trueline.language import label
from trueline.web.documents.cards import NEVER_ASKED

FEWEST_SLOTS = 2
"""So many elements of an inner list have columns, even where none holds so many."""


@dataclass(frozen=True)
class Column:
    """`name` is the way to the value: "unit", "baseline.value", or "targets.0.due"."""

    name: str
    title: str
    spec: FieldSpec
    fixed: bool = False
    """Set when an element is added, and left as it is afterwards."""

    @property
    def way(self) -> list[str]:
        return self.name.split(".")

    @property
    def outer(self) -> str:
        """The field of the element itself that holds it."""
        return self.way[0]

    @property
    def slot(self) -> int | None:
        """The place in an inner list, from 0; None where the value stands in none."""
        return int(self.way[1]) if len(self.way) == 3 else None

    @property
    def has_lines(self) -> bool:
        """Whether its cells hold several lines: a long text, or free texts one to a line."""
        spec = self.spec
        free = not (spec.choices or spec.words or spec.refers or spec.names)
        return spec.long or (spec.many and spec.base is str and free)

    @property
    def width(self) -> str:
        """How wide its cells are: the end of a class of the style sheet."""
        spec = self.spec
        if spec.base is date:
            return "day"
        if spec.base in (int, Decimal, bool) and not spec.many:
            return "number"
        if spec.base is Money:
            return "money"
        if self.has_lines:
            return "long"
        return "word" if spec.choices or spec.words else "text"

    def value_in(self, element: Part) -> Any:
        """The value of an element in this column; None where there is none."""
        value: Any = element
        for step in self.way:
            if isinstance(value, tuple):
                value = value[int(step)] if int(step) < len(value) else None
            elif value is not None:
                value = getattr(value, step, None)
        return value


def model_of(holder: type[Part], name: str) -> type[Element] | None:
    """The model of a list; what all kinds have in common, where it holds several. None: no list."""
    spec = field_specs(holder).get(name)
    if spec is None or not spec.is_list or not issubclass(spec.base, Element):
        return None
    return spec.base


def columns_of(holder: type[Part], name: str, elements: Sequence[Element]) -> tuple[Column, ...]:
    """Every column of a list. Raises KeyError where there is no such list."""
    spec = field_specs(holder)[name]
    models = [*spec.kinds.values()] or [spec.base]
    shared = set.intersection(*(set(model.model_fields) for model in models))
    specs = {n: each for n, each in field_specs(models[0]).items() if n in shared - NEVER_ASKED}
    columns = [*_columns(models[0], specs, elements)]
    if spec.kinds:
        kinds = replace(specs["kind"], choices=tuple(spec.kinds), required=True)
        kind_column = Column("kind", kinds.label, kinds, fixed=True)
        columns = [kind_column if column.name == "kind" else column for column in columns]
    key = spec.base.key  # type: ignore[attr-defined]
    return tuple(replace(c, fixed=True) if c.name == key else c for c in columns)


def _columns(
    model: type[Part], specs: dict[str, FieldSpec], elements: Sequence[Element]
) -> Iterator[Column]:
    for name, spec in specs.items():
        title = spec.label
        if name in slot_lists(model):
            yield from _slots(name, spec, elements)
        elif spec.is_part and not spec.is_list:
            for inner, each in field_specs(spec.base).items():
                if not each.is_part:
                    yield Column(f"{name}.{inner}", f"{title}: {each.label}", each)
        elif not spec.is_list:
            yield Column(name, title, spec)


def _slots(name: str, spec: FieldSpec, elements: Sequence[Element]) -> Iterator[Column]:
    """The slots of an inner list that stands in the row of its element."""
    most = max((len(getattr(element, name)) for element in elements), default=0)
    for number in range(max(FEWEST_SLOTS, most)):
        noun = f"{label(spec.base.noun)} {number + 1}"  # type: ignore[attr-defined]
        for inner, each in field_specs(spec.base).items():
            if not each.is_part and not each.is_list:
                yield Column(f"{name}.{number}.{inner}", f"{noun}: {each.label}", each)


def changed_values(
    element: Element | None, model: type[Part], cells: dict[Column, Any]
) -> dict[str, Any]:
    """The fields of an element that other cells change, as the document takes them."""
    values: dict[str, Any] = {}
    for column, value in cells.items():
        default = column.spec.default
        new_value = default if is_empty(value) and not column.spec.required else value
        if column.slot is not None:
            rows = values.setdefault(column.outer, _rows(getattr(element, column.outer, ())))
            while len(rows) <= column.slot:
                rows.append({})
            rows[column.slot][column.way[-1]] = value
        elif len(column.way) == 2:
            part = values.setdefault(column.outer, _fields(getattr(element, column.outer, None)))
            part[column.way[-1]] = value
        else:
            values[column.name] = new_value
    specs = field_specs(model)
    return {name: _without_empty(value, specs[name]) for name, value in values.items()}


def _rows(elements: Sequence[Part]) -> list[dict[str, Any]]:
    return [_fields(element) for element in elements]


def _fields(part: Part | None) -> dict[str, Any]:
    return {name: getattr(part, name) for name in part.model_fields_set} if part else {}


def _without_empty(value: Any, spec: FieldSpec) -> Any:
    """Parts and inner elements that hold nothing any more go."""
    if isinstance(value, dict):
        return _without_empty_fields(value) or (None if spec.optional else {})
    if spec.is_list:
        return [row for row in map(_without_empty_fields, value) if row]
    return value


def _without_empty_fields(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if not is_empty(value)}
