"""A form for one part of the design: an element, the evaluation, or the head of the document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext

from trueline.design import ActivityBase, Design
from trueline.document import Element
from trueline.document.fields import Part
from trueline.toolkit import Toolkit
from trueline.web.designs.forms.fields import KeepsUnknown, form_field
from trueline.web.designs.forms.inputs import ChoiceOrKnown
from trueline.web.designs.forms.shapes import shapes
from trueline.web.designs.forms.words import place_in_words

HIDDEN = frozenset(["schema_version", "toolkit", "toolkit_id", "id"])
"""What no form asks for: it is set when the element is made and stays."""


class PartForm(forms.Form):
    """Asks for the fields of a part. Names of fields are those of the document."""

    model: type[Part]

    @property
    def values(self) -> dict[str, Any]:
        """What the document is to hold, by field name, after `is_valid`."""
        return _values(self.model, self.cleaned_data, "")


def form_for(
    model: type[Part],
    design: Design,
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
    hidden = HIDDEN | without | (_keys(model) if part is not None else frozenset())
    fields = dict(_fields(model, design, toolkit, "", hidden))
    shown = {**shown_values(part, "", model), **(initial or {})}
    for name, field in fields.items():
        if isinstance(field, KeepsUnknown):
            field.bind_known(tuple(shown.get(name) or ()))
        elif isinstance(field, ChoiceOrKnown) and (given := shown.get(name)):
            field.bind_known(given, place_in_words(given, design, toolkit))
    _part_off(model, fields)
    made = type("Form", (PartForm,), {**fields, "model": model})
    form: PartForm = made(data, initial=shown)
    return form


def _part_off(model: type[Part], fields: dict[str, forms.Field]) -> None:
    """Begin what only this kind of activity asks with a heading of its own."""
    if issubclass(model, ActivityBase) and model is not ActivityBase:
        own = next((name for name in fields if name not in ActivityBase.model_fields), None)
        if own:
            fields[own].begins = gettext("What this kind of activity asks")  # type: ignore[attr-defined]


def _keys(model: type[Part]) -> frozenset[str]:
    """The fields that tell an element from others, with the kind of an activity."""
    if not issubclass(model, Element):
        return frozenset()
    return frozenset([model.key, model.key_within, "kind"]) if _tells_kind(model) else frozenset(
        [model.key, model.key_within]
    )  # fmt: skip


def _tells_kind(model: type[Element]) -> bool:
    return "kind" in model.model_fields and len(shapes(model)["kind"][1].choices) == 1


def _fields(
    model: type[Part], design: Design, toolkit: Toolkit, prefix: str, hidden: frozenset[str]
):
    for name, (info, shape) in shapes(model).items():
        if name in hidden:
            continue
        if shape.is_part:
            if shape.optional:
                yield from _fields(shape.base, design, toolkit, f"{prefix}{name}.", hidden)
            continue
        field = form_field(info, shape, design, toolkit)
        if prefix:
            field.label = f"{_title(model)}: {field.label}"
        yield prefix + name, field


def _title(model: type[Part]) -> str:
    return getattr(model, "noun", "") or model.__name__


def shown_values(part: Part | None, prefix: str, model: type[Part]) -> dict[str, Any]:
    """What a form shows of a part, by the names of its fields; what is empty is left out."""
    found: dict[str, Any] = {}
    for name, (_info, shape) in shapes(model).items():
        value = getattr(part, name, None)
        if shape.is_part:
            found |= (
                shown_values(value, f"{prefix}{name}.", shape.base) if value is not None else {}
            )
        elif value is not None:
            found[prefix + name] = value
    return found


def _values(model: type[Part], cleaned: dict[str, Any], prefix: str) -> dict[str, Any]:
    """Cleaned data in the shape of the document; what was left empty takes its default."""
    found: dict[str, Any] = {}
    for name, (info, shape) in shapes(model).items():
        if shape.is_part and shape.optional:
            inner = _values(shape.base, cleaned, f"{prefix}{name}.")
            if any(key.startswith(f"{prefix}{name}.") for key in cleaned):
                filled = {key: value for key, value in inner.items() if value not in (None, "", ())}
                found[name] = filled or None
        elif prefix + name in cleaned:
            value = cleaned[prefix + name]
            empty = value is None or value == "" or value == ()
            found[name] = info.get_default() if empty and not info.is_required() else value
    return found
