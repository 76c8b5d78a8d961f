"""A form for one part of a document: an element, a part such as the evaluation, or its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext

from trueline.document import Document, Element, Part
from trueline.document.field_spec import form_fields, is_of_a_kind, own_fields
from trueline.document.fields import is_empty
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit
from trueline.web.documents.cards import NEVER_ASKED
from trueline.web.workspace.forms.fields import KeepsUnknown, form_field
from trueline.web.workspace.forms.inputs import ChoiceOrKnown


class PartForm(forms.Form):
    """Asks for the fields of a part. Names of fields are those of the document."""

    model: type[Part]

    @property
    def values(self) -> dict[str, Any]:
        """What the document is to hold, by field name, after `is_valid`."""
        return _values(self.model, self.cleaned_data, "")


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
    _head_own_fields(model, fields)
    made = type("Form", (PartForm,), {**fields, "model": model})
    form: PartForm = made(data, initial=shown)
    return form


def _head_own_fields(model: type[Part], fields: dict[str, forms.Field]) -> None:
    """Begin what only this kind of element asks with a heading of its own."""
    own = next((name for name in fields if name in own_fields(model)), None)
    if own:
        fields[own].begins = gettext("What this kind asks")


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
