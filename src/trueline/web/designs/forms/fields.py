"""From a declared field of the design to a field on a form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from pydantic.fields import FieldInfo

from trueline.design import Design
from trueline.document import Money
from trueline.document.address import element_address
from trueline.toolkit import Toolkit
from trueline.web.designs.forms import inputs
from trueline.web.designs.forms.numbers import Number
from trueline.web.designs.forms.shapes import Shape
from trueline.web.designs.forms.words import label_of, languages, name_of, named, terms

PLACES = ("patterns", "factors", "behaviours", "activities", "results", "indicators")
MANY = 30
"""A vocabulary with more terms than this is written, not ticked."""


def form_field(info: FieldInfo, shape: Shape, design: Design, toolkit: Toolkit) -> forms.Field:
    """The field that asks for what is declared."""
    said = {"label": gettext(info.title or ""), "help_text": gettext(info.description or "")}
    if shape.base is bool:
        if shape.optional:
            return inputs.YesNo(**said)
        return forms.BooleanField(required=False, **said)
    if shape.base is Money:
        return inputs.MoneyField(**said)
    if shape.base is date:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(required=info.is_required(), widget=widget, **said)
    if shape.base in (int, Decimal):
        return _number(shape, said)
    labels = _choices(shape, design, toolkit)
    if len(labels) > MANY and shape.words:
        said["help_text"] = _by_name(shape)
        return inputs.Words(labels=labels, several=shape.many, **said)
    if shape.names == "place":
        said["help_text"] = gettext("The element or question that it answers.")
        return inputs.ChoiceOrKnown(
            choices=[("", ""), *_places(design, toolkit)], required=False, **said
        )
    if shape.names == "language":
        known = [("", ""), *languages().items()]
        return inputs.ChoiceOrKnown(choices=known, required=False, **said)
    if shape.names == "vocabulary":
        said["help_text"] = gettext("One to a line, such as Sex or Age band; or in your own words.")
        return inputs.NamedLines(labels=_lists(toolkit), **said)
    if labels or shape.choices or shape.refers:
        return _choice(labels, shape, info, said)
    return _text(shape, info, said)


def _by_name(shape: Shape) -> str:
    """A file holds codes; on a page one writes names."""
    if shape.many:
        return gettext("Names with commas between, such as Nepal, Qatar.")
    return gettext("A name, such as Nepal.")


def _places(design: Design, toolkit: Toolkit) -> list[tuple[str, str]]:
    """What a decision is mostly about, by address: the elements of the main lists."""
    return [
        (
            element_address("", name, element),
            f"{gettext(element.noun)}: {name_of(element, toolkit)}",
        )
        for name in PLACES
        for element in getattr(design, name)
    ]


def _lists(toolkit: Toolkit) -> dict[str, str]:
    return {each.id: gettext(each.title) for each in toolkit.vocabularies}


def _number(shape: Shape, said: dict[str, Any]) -> forms.Field:
    if shape.many:
        return inputs.Numbers(**said)
    if shape.base is int:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        return forms.IntegerField(required=False, min_value=0, max_value=10**12, widget=widget,
                                  **said)  # fmt: skip
    return Number(required=False, max_digits=18, decimal_places=6, widget=forms.TextInput(), **said)


def _choices(shape: Shape, design: Design, toolkit: Toolkit) -> dict[str, str]:
    if shape.refers:
        return named(design, shape.refers, toolkit)
    if shape.choices:
        return {word: label_of(word, shape, toolkit) for word in shape.choices}
    return terms(shape.words, toolkit)


def _choice(
    labels: dict[str, str], shape: Shape, info: FieldInfo, said: dict[str, Any]
) -> forms.Field:
    if shape.many:
        return KeepsUnknown(choices=list(labels.items()), required=False, **said,
                            widget=forms.CheckboxSelectMultiple)  # fmt: skip
    few = 0 < len(labels) <= 5 and not shape.refers
    required = info.is_required()
    empty = [] if required and few else [("", gettext("Not said") if few else "")]
    choices = [*labels.items(), *empty] if few else [*empty, *labels.items()]
    widget = forms.RadioSelect if few else forms.Select
    return forms.ChoiceField(choices=choices, required=required, widget=widget, **said)


class KeepsUnknown(forms.MultipleChoiceField):
    """Ticked words; those that the list does not know are kept as they are, for a file may say more."""

    def bind_known(self, values: tuple[str, ...]) -> None:
        known = {str(value) for value, _label in self.choices}
        self.choices = [*self.choices, *((v, v) for v in values if v not in known)]

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(super().clean(value))


def _text(shape: Shape, info: FieldInfo, said: dict[str, Any]) -> forms.Field:
    if shape.many:
        return inputs.Lines(**said)
    rows = 5 if (info.json_schema_extra or {}).get("long") else 2  # type: ignore[union-attr]
    attrs = {"dir": "auto"}
    widget = forms.Textarea({"rows": rows, **attrs}) if shape.long else forms.TextInput(attrs)
    return inputs.Prose(required=info.is_required(), max_length=shape.length, widget=widget, **said)
