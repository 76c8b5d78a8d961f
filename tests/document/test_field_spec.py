"""What a declared field is, for forms, pages and reports: one reading of each annotation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from trueline.design import Design
from trueline.document import Document, Element, Money, Part
from trueline.document.field_spec import field_specs, form_fields, is_of_a_kind, own_fields
from trueline.document.fields import (
    Amount,
    Day,
    ElementId,
    Line,
    Text,
    Whole,
    field,
    models_below,
    prose,
    required_id,
)


class Base(Element):
    id: ElementId = required_id()
    title: Line = field("Name", "What it is called.", "")


class Red(Base):
    kind: Literal["red"] = field("Kind", "Its colour.", ...)
    heat: Whole | None = field("Heat", "How hot.")


class Blue(Base):
    kind: Literal["blue", "navy"] = field("Kind", "Its colour.", ...)


class Inner(Part):
    note: Text = prose("Note", "More.", asks="foundations.expertise")


class Holder(Document):
    line: Line = field("Line", "Short.", "")
    text: Text = prose("Text", "Long.")
    days: tuple[Day, ...] = field("Days", "Several.", ())
    amount: Amount | None = field("Amount", "One.")
    money: Money | None = field("Money", "With a currency.")
    choice: Literal["a", "b"] | None = field("Choice", "One of two.")
    choices: tuple[Literal["a", "b"], ...] = field("Choices", "Any of two.", ())
    links: tuple[ElementId, ...] = field("Links", "Others.", (), refers="reds blues")
    country: Line = field("Country", "Where.", "", words="country")
    place: Line = field("Place", "Where in it.", "", names="place")
    inner: Inner = field("Inner", "A part.", Inner())
    optional: Inner | None = field("Optional", "Another.")
    reds: tuple[Red, ...] = field("Reds", "One kind.", ())
    both: tuple[Red | Blue, ...] = field("Both", "Two kinds.", ())


SPECS = field_specs(Holder)


@pytest.mark.parametrize(
    ("name", "base", "many", "optional"),
    [
        ("line", str, False, False),
        ("days", date, True, False),
        ("amount", Decimal, False, True),
        ("money", Money, False, True),
        ("choice", str, False, True),
        ("choices", str, True, False),
        ("inner", Inner, False, False),
        ("optional", Inner, False, True),
        ("reds", Red, True, False),
    ],
)
def test_the_type_of_one_value_and_how_many_there_are(name, base, many, optional):
    spec = SPECS[name]
    assert (spec.base, spec.many, spec.optional) == (base, many, optional)


def test_words_and_what_they_come_from():
    assert SPECS["choice"].choices == SPECS["choices"].choices == ("a", "b")
    assert SPECS["country"].words == "country"
    assert SPECS["links"].refers == ("reds", "blues")
    assert SPECS["place"].names == "place"
    assert field_specs(Inner)["note"].asks == "foundations.expertise"


def test_how_long_a_text_may_be_and_how_it_is_written():
    line, text, note = SPECS["line"], SPECS["text"], field_specs(Inner)["note"]
    assert (line.length, line.long, line.prose) == (500, False, False)
    assert (text.length, text.long, text.prose) == (20_000, True, True)
    assert note.prose


def test_what_is_needed_and_what_stands_there_otherwise():
    red = field_specs(Red)
    assert (red["id"].required, red["kind"].required) == (True, True)
    assert (red["heat"].required, red["heat"].default) == (False, None)
    assert SPECS["links"].default == ()


def test_lists_of_elements_parts_and_money_are_told_apart():
    assert SPECS["reds"].is_list
    assert SPECS["both"].is_list
    assert not SPECS["links"].is_list
    assert SPECS["inner"].is_part
    assert not SPECS["money"].is_part
    assert "reds" not in form_fields(Holder)
    assert {"line", "money", "inner"} <= form_fields(Holder).keys()


def test_a_list_of_several_kinds_names_each():
    assert dict(SPECS["both"].kinds) == {"red": Red, "blue": Blue, "navy": Blue}
    assert dict(SPECS["reds"].kinds) == {}
    assert (is_of_a_kind(Red), is_of_a_kind(Blue)) == (True, False)
    assert own_fields(Red) == ("kind", "heat")


@pytest.mark.parametrize("model", models_below(Design), ids=lambda model: model.__name__)
def test_every_field_of_a_design_has_words_and_a_type_that_forms_know(model):
    for name, spec in field_specs(model).items():
        assert spec.title, name
        assert spec.help, name
        assert isinstance(spec.base, type)
        known = (str, int, bool, date, Decimal)
        assert issubclass(spec.base, (*known, Part)), f"{name} is a {spec.base}"
