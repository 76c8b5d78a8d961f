"""From a declared field of a document to a field on a form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext

from trueline.document import Document, Money, elements_of, kind_of
from trueline.document.budget import currencies_in
from trueline.document.field_spec import FieldSpec
from trueline.language import language_names
from trueline.reports.labels import element_name
from trueline.reports.values import COUNTRIES, Wording, word_choices
from trueline.toolkit import Toolkit
from trueline.web.typed import (
    CountriesField,
    CountryField,
    DayField,
    MoneyField,
    NumberField,
    NumbersField,
    WholeNumberField,
)
from trueline.web.typed.pasted import Prose
from trueline.web.workspace.forms import inputs

LAST_DAY = ("due", "end")
"""Fields for which a month or year means its last day; for others it means the first."""


def form_field(spec: FieldSpec, document: Document, toolkit: Toolkit) -> forms.Field:
    """The form field of a declared field; a required one repeats its question as the error if left empty.

    What is written in it is in the document's language.
    """
    field = _field(spec, document, toolkit)
    if field.required and spec.help:
        field.error_messages["required"] = gettext("This is needed. %(help)s") % {
            "help": gettext(spec.help)
        }
    if spec.is_written and document.language and spec.names != "place":
        field.widget.attrs["lang"] = document.language
    return field


def _field(spec: FieldSpec, document: Document, toolkit: Toolkit) -> forms.Field:
    texts = {"label": spec.label, "help_text": gettext(spec.help) if spec.help else ""}
    if spec.base is bool:
        if spec.optional:
            return inputs.YesNo(**texts)
        return forms.BooleanField(required=False, **texts)
    if spec.base is Money:
        currencies = currencies_in(document)
        return MoneyField(usual=next(iter(currencies), ""), first=currencies, **texts)
    if spec.base is date:
        return DayField(last=spec.name in LAST_DAY, required=spec.required, **texts)
    if spec.base in (int, Decimal):
        return _number(spec, texts)
    if spec.names:
        return _reference_field(spec, document, toolkit, texts)
    labels = _choices(spec, document, toolkit)
    if spec.words == COUNTRIES:
        texts["help_text"] = _by_name(spec)
        return (CountriesField if spec.many else CountryField)(labels=labels, **texts)
    if labels or spec.choices or spec.refers:
        return _choice(labels, spec, texts)
    return _text(spec, texts)


def _by_name(spec: FieldSpec) -> str:
    """A file holds codes; on a page one writes names."""
    if spec.many:
        return gettext("Names with commas between, such as Nepal, Qatar.")
    return gettext("A name, such as Nepal.")


def _reference_field(
    spec: FieldSpec, document: Document, toolkit: Toolkit, texts: dict[str, Any]
) -> forms.Field:
    """A field that names something else by its id: a place, a language, a list."""
    if spec.names == "place":
        texts["help_text"] = gettext("The element or question that it answers.")
        choices = [("", ""), *_places(document, toolkit)]
        return inputs.ChoiceOrKnown(choices=choices, required=False, **texts)
    if spec.names == "language":
        choices = [("", ""), *language_names().items()]
        return inputs.ChoiceOrKnown(choices=choices, required=False, **texts)
    texts["help_text"] = gettext("One to a line, such as Sex or Age band; or in your own words.")
    return inputs.NamedLines(labels=_lists(toolkit), **texts)


def _places(document: Document, toolkit: Toolkit) -> list[tuple[str, str]]:
    """The places that a decision may be about, by address: the elements of the lists that steps show."""
    decisions = ("next_steps", "waivers", "sources")
    lists = {name for step in kind_of(document).steps for name in step.lists} - {*decisions}
    return [
        (address, f"{element.sort}: {element_name(document, element, toolkit)}")
        for address, element in elements_of(document)
        if address.rpartition("[")[0] in lists
    ]


def _lists(toolkit: Toolkit) -> dict[str, str]:
    return {each.id: gettext(each.title) for each in toolkit.vocabularies}


def _number(spec: FieldSpec, texts: dict[str, Any]) -> forms.Field:
    if spec.many:
        return NumbersField(**texts)
    if spec.base is int:
        return WholeNumberField(is_year=spec.name == "year", **texts)
    return NumberField(**texts)


def _choices(spec: FieldSpec, document: Document, toolkit: Toolkit) -> dict[str, str]:
    if spec.refers:
        return Wording(document, toolkit).names(spec.refers)
    return dict(word_choices(spec, toolkit))


def _choice(labels: dict[str, str], spec: FieldSpec, texts: dict[str, Any]) -> forms.Field:
    if spec.many:
        ticked = KeepsUnknown(
            choices=list(labels.items()),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **texts,
        )
        ticked.unknown = gettext("no longer there") if spec.refers else ""
        return ticked
    few = 0 < len(labels) <= 5 and not spec.refers
    empty = [] if spec.required and few else [("", gettext("Not said") if few else "")]
    choices = [*labels.items(), *empty] if few else [*empty, *labels.items()]
    widget = forms.RadioSelect if few else forms.Select
    return forms.ChoiceField(choices=choices, required=spec.required, widget=widget, **texts)


class KeepsUnknown(forms.MultipleChoiceField):
    """Ticked words. Unknown ones are kept as they are, since an imported file may hold more.

    `unknown` is what an id is called that names nothing any more; "" where the words speak for themselves.
    """

    unknown = ""

    choices: Any

    def bind_known(self, values: tuple[str, ...]) -> None:
        offered = {str(value) for value, _label in self.choices}
        more = ((value, self.unknown or value) for value in values if value not in offered)
        self.choices = [*self.choices, *more]

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(super().clean(value))


def _text(spec: FieldSpec, texts: dict[str, Any]) -> forms.Field:
    if spec.many:
        return inputs.Lines(**texts)
    attrs: dict[str, Any] = {"dir": "auto"}
    rows = 5 if spec.prose else 2
    widget = forms.Textarea({"rows": rows, **attrs}) if spec.long else forms.TextInput(attrs)
    return Prose(required=spec.required, max_length=spec.length, widget=widget, **texts)
