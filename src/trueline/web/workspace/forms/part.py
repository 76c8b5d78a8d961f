"""A form for one part of a document: an element, a part such as the evaluation, or its head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext

from trueline.document import Document, Element, Part
from trueline.document.field_spec import (
    field_specs,
    form_fields,
    is_of_a_kind,
    own_fields,
    slot_lists,
)
from trueline.document.fields import is_empty, sections_of
from trueline.language import day as day_in_words
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit
from trueline.web.documents.cards import NEVER_ASKED
from trueline.web.typed.field import ANYWAY, MEANT
from trueline.web.workspace.forms.fields import KeepsUnknown, form_field
from trueline.web.workspace.forms.inputs import ChoiceOrKnown


@dataclass
class Section:
    """A part of a long form: what it is called, its fields, and how many of them say something."""

    number: int
    title: str
    fields: list[forms.BoundField] = dataclass_field(default_factory=list)

    @property
    def filled(self) -> int:
        """How many of its fields are filled."""
        return sum(_says_something(field) for field in self.fields)

    @property
    def all(self) -> int:
        """How many fields it has, without those of an inner element that is not there yet."""
        used = {_slot(field) for field in self.fields if _says_something(field)}
        slots = [_slot(field) for field in self.fields]
        return sum(slot in used or not slot or slot.endswith(".0") for slot in slots)

    @property
    def needs(self) -> bool:
        """Whether it has an error or a note."""
        return any(field.errors or getattr(field.field, "notes", "") for field in self.fields)


FEWEST_IN_SECTIONS = 8
"""A form with fewer fields than this is not parted."""
MOST_SLOTS = 40
"""More elements of an inner list than this, beyond those that are there, are not taken from one form."""


def _says_something(field: forms.BoundField) -> bool:
    value = field.value()
    halves = (
        value if isinstance(value, list) else [value]
    )  # a sum counts as filled by its amount alone
    return bool(halves) and not is_empty(halves[0])


def _slot(field: forms.BoundField) -> str:
    """The inner element that a field belongs to, such as "targets.0"; "" for none."""
    return field.name.rpartition(".")[0] if field.name.count(".") == 2 else ""


class PartForm(forms.Form):
    """Asks for the fields of a part. Names of fields are those of the document."""

    model: type[Part]

    @property
    def values(self) -> dict[str, Any]:
        """The values for the document, by field name, after `is_valid`."""
        return _values(self.model, self.cleaned_data, "")

    def clean(self) -> dict[str, Any]:
        """An inner element needs its key as soon as any field of its slot is filled."""
        cleaned = super().clean() or self.cleaned_data
        self._look_at_dates(cleaned)
        for name, spec in slot_lists(self.model).items():
            key = spec.base.key  # type: ignore[attr-defined]
            for field in [each for each in self.fields if each.startswith(f"{name}.")]:
                way = field.split(".")
                first = f"{name}.{way[1]}.{key}"
                filled = not is_empty(cleaned.get(field))
                if filled and first not in self.errors and is_empty(cleaned.get(first)):
                    needed = gettext(field_specs(spec.base)[key].help)
                    self.add_error(first, gettext("This is needed. %(help)s") % {"help": needed})
        return cleaned

    def _look_at_dates(self, cleaned: dict[str, Any]) -> None:
        """Ask about an end before its start. It can be saved all the same, and the review reports it."""
        start, end = cleaned.get("start"), cleaned.get("end")
        if not isinstance(start, date) or not isinstance(end, date) or end >= start:
            return
        widget = self.fields["end"].widget
        widget.anyway = gettext("Save it as it is for now. The review will speak of it.")
        if self.data.get(f"end{MEANT}") != ANYWAY:
            self.add_error(
                "end",
                gettext("The end, %(end)s, comes before the start, %(start)s. Correct one of them.")
                % {"end": day_in_words(end), "start": day_in_words(start)},
            )

    @cached_property
    def sections(self) -> list[Section]:
        """The sections of a long form; none of one that is short."""
        if len(self.fields) < FEWEST_IN_SECTIONS:
            return []
        titles = _section_titles(self.model)
        sections: list[Section] = []
        for field in self.visible_fields():
            title = titles.get(field.name.partition(".")[0])
            if not sections or (title and sections[-1].title != title):
                sections.append(
                    Section(len(sections) + 1, title or next(iter(titles.values()), ""))
                )
            sections[-1].fields.append(field)
        return sections if len(sections) > 1 else []

    @property
    def open_sections(self) -> list[int]:
        """The numbers of those that stand open: where something is wrong or noted, else the first."""
        return [section.number for section in self.sections if section.needs] or [1]


def _section_titles(model: type[Part]) -> dict[str, str]:
    """The title of each section, by its first field; all that a kind asks is one, unless it says more."""
    declared = sections_of(model)
    own = own_fields(model)
    titles = {name: gettext(title) for name, title in declared.items()}
    if own and not any(name in declared for name in own):
        titles[own[0]] = gettext("What this kind asks")
    return titles


def form_for(
    model: type[Part],
    document: Document,
    toolkit: Toolkit,
    *,
    part: Part | None = None,
    data: Any = None,
    initial: dict[str, Any] | None = None,
    without: frozenset[str] = frozenset(),
) -> PartForm:
    """The form for `model`, showing `part` if there is one, bound to `data` if there is any.

    `without` names fields that are left as they are. An element's key is asked for only where it is
    new: afterwards addresses rest on it.
    """
    hidden = NEVER_ASKED | without | (_keys(model) if part is not None else frozenset())
    fields = dict(_fields(model, document, toolkit, "", hidden))
    for name in slot_lists(model).keys() - hidden:
        fields |= _slot_fields(model, name, document, toolkit, _slots(part, name, data))
    fields = _in_order(fields, model)
    values = {**shown_values(part, "", model), **(initial or {})}
    for name, field in fields.items():
        if isinstance(field, KeepsUnknown):
            field.bind_known(tuple(values.get(name) or ()))
        elif isinstance(field, ChoiceOrKnown) and (value := values.get(name)):
            field.bind_known(value, Wording(document, toolkit).place(value))
    form_class = type("Form", (PartForm,), {**fields, "model": model})
    form: PartForm = form_class(data, initial=values)
    return form


def _slots(part: Part | None, name: str, data: Any) -> int:
    """How many elements of an inner list a form has room for: one more than there are."""
    sent = (key.split(".") for key in data or () if key.startswith(f"{name}."))
    numbers = [int(each[1]) for each in sent if len(each) == 3 and each[1].isdecimal()]
    return max(len(getattr(part, name, ())) + 1, min(max(numbers, default=0) + 1, MOST_SLOTS))


def _slot_fields(
    model: type[Part], name: str, document: Document, toolkit: Toolkit, count: int
) -> dict[str, forms.Field]:
    """The fields of the elements of an inner list, empty ones to be filled in last."""
    inner = field_specs(model)[name].base
    fields: dict[str, forms.Field] = {}
    for number in range(count):
        noun = f"{_title(inner)} {number + 1}"
        for key, field in _fields(inner, document, toolkit, "", NEVER_ASKED):
            field.label, field.required = f"{noun}: {field.label}", False
            fields[f"{name}.{number}.{key}"] = field
    return fields


def _in_order(fields: dict[str, forms.Field], model: type[Part]) -> dict[str, forms.Field]:
    """The fields of a form in the order in which the part declares them."""
    places = {name: place for place, name in enumerate(field_specs(model))}
    ordered = sorted(fields, key=lambda name: places[name.partition(".")[0]])
    return {name: fields[name] for name in ordered}


def _keys(model: type[Part]) -> frozenset[str]:
    """The fields that tell an element from others, with the kind where its list holds several."""
    if not issubclass(model, Element):
        return frozenset()
    return frozenset([model.key, model.key_within, *(["kind"] if is_of_a_kind(model) else [])])


def _fields(
    model: type[Part], document: Document, toolkit: Toolkit, prefix: str, hidden: frozenset[str]
) -> Iterator[tuple[str, forms.Field]]:
    for name, spec in form_fields(model).items():
        if name in hidden:
            continue
        if spec.is_part:
            if spec.optional:
                inner = f"{prefix}{name}."
                yield from _fields(spec.base, document, toolkit, inner, hidden)
            continue
        field = form_field(spec, document, toolkit)
        if prefix:
            field.label = f"{_title(model)}: {field.label}"
        yield prefix + name, field


def _title(model: type[Part]) -> str:
    return gettext(getattr(model, "noun", "") or model.__name__)


def shown_values(part: Part | None, prefix: str, model: type[Part]) -> dict[str, Any]:
    """The values that a form shows of a part, by the names of its fields; what is empty is left out."""
    values: dict[str, Any] = {}
    for name, spec in form_fields(model).items():
        value = getattr(part, name, None)
        if spec.is_part:
            if value is not None:
                values |= shown_values(value, f"{prefix}{name}.", spec.base)
        elif value is not None:
            values[prefix + name] = value
    for name in slot_lists(model):
        for number, element in enumerate(getattr(part, name, ())):
            values |= shown_values(element, f"{name}.{number}.", type(element))
    return values


def _values(model: type[Part], cleaned: dict[str, Any], prefix: str) -> dict[str, Any]:
    """Cleaned data in the shape of the document; what was left empty takes its default."""
    values: dict[str, Any] = {}
    for name, spec in form_fields(model).items():
        if spec.is_part and spec.optional:
            inner = _values(spec.base, cleaned, f"{prefix}{name}.")
            if any(key.startswith(f"{prefix}{name}.") for key in cleaned):
                filled = {key: value for key, value in inner.items() if not is_empty(value)}
                values[name] = filled or None
        elif prefix + name in cleaned:
            value = cleaned[prefix + name]
            values[name] = spec.default if is_empty(value) and not spec.required else value
    for name in slot_lists(model):
        if f"{name}.0.{slot_lists(model)[name].base.key}" in cleaned:  # type: ignore[attr-defined]
            values[name] = [row for row in _rows(cleaned, name) if row]
    return values


def _rows(cleaned: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The rows in the slots of an inner list; none of one left empty."""
    rows: dict[int, dict[str, Any]] = {}
    for key, value in cleaned.items():
        way = key.split(".")
        if way[0] == name and len(way) == 3:
            row = rows.setdefault(int(way[1]), {})
            if not is_empty(value):
                row[way[2]] = value
    return [rows[number] for number in sorted(rows)]
