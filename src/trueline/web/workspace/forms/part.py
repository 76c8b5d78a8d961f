"""A form for one part of a document: an element, a part such as the evaluation, or its head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext

from trueline.document import Document, Element, Part
from trueline.document.field_spec import form_fields, is_of_a_kind, own_fields
from trueline.document.fields import is_empty, sections_of
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit
from trueline.web.documents.cards import NEVER_ASKED
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
        return sum(not is_empty(field.value()) and field.value() != [] for field in self.fields)

    @property
    def needs(self) -> bool:
        """Whether something in it was refused, or a note speaks of it."""
        return any(field.errors or getattr(field.field, "notes", "") for field in self.fields)


class PartForm(forms.Form):
    """Asks for the fields of a part. Names of fields are those of the document."""

    model: type[Part]

    @property
    def values(self) -> dict[str, Any]:
        """What the document is to hold, by field name, after `is_valid`."""
        return _values(self.model, self.cleaned_data, "")

    @cached_property
    def sections(self) -> list[Section]:
        """The sections of a long form; none of one that is short."""
        titles = _section_titles(self.model)
        found: list[Section] = []
        for field in self.visible_fields():
            title = titles.get(field.name.partition(".")[0])
            if (title and (not found or found[-1].title != title)) or not found:
                found.append(Section(len(found) + 1, title or ""))
            found[-1].fields.append(field)
        return found if len(found) > 1 else []

    @property
    def open_sections(self) -> list[int]:
        """The numbers of those that stand open: where something is wrong or noted, else the first."""
        return [section.number for section in self.sections if section.needs] or [1]


def _section_titles(model: type[Part]) -> dict[str, str]:
    """What each section is called, by its first field; all that a kind asks is one, unless it says more."""
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
    shown = {**shown_values(part, "", model), **(initial or {})}
    for name, field in fields.items():
        if isinstance(field, KeepsUnknown):
            field.bind_known(tuple(shown.get(name) or ()))
        elif isinstance(field, ChoiceOrKnown) and (given := shown.get(name)):
            field.bind_known(given, Wording(document, toolkit).place(given))
    made = type("Form", (PartForm,), {**fields, "model": model})
    form: PartForm = made(data, initial=shown)
    return form


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
    """What a form shows of a part, by the names of its fields; what is empty is left out."""
    values: dict[str, Any] = {}
    for name, spec in form_fields(model).items():
        value = getattr(part, name, None)
        if spec.is_part:
            if value is not None:
                values |= shown_values(value, f"{prefix}{name}.", spec.base)
        elif value is not None:
            values[prefix + name] = value
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
    return values
