"""Forms in French and Arabic: what they show is understood when it comes back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.http import QueryDict
from django.utils.translation import override

from tests.web.workspace.test_forms import Sent
from trueline.design import Design, parse_design
from trueline.document import elements_of, resolve, set_fields
from trueline.toolkit import load_toolkit
from trueline.web.workspace.forms import form_for

TOOLKIT = load_toolkit()
WITH_NUMBERS = parse_design(
    """
    budget: {amount: 1234567.5, currency: EUR}
    countries: [CD, NP, US, BO]
    indicators: [{id: i1, statement: Share, unit: per cent, baseline: {value: 12.5},
                  targets: [{value: 1250.125, due: 2027-03-31}], follow_up_months: [6, 12]}]
    """
).document


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_form_sent_back_unchanged_changes_nothing(golden: Design, language: str) -> None:
    with override(language):
        for design in (golden, WITH_NUMBERS):
            for address in ["", "evaluation", *(address for address, _ in elements_of(design))]:
                part = design if not address else resolve(design, address)
                shown = form_for(type(part), design, TOOLKIT, part=part).as_div()
                form = form_for(type(part), design, TOOLKIT, part=part, data=Sent(shown).data)
                assert form.is_valid(), (address, form.errors)
                assert set_fields(design, address, form.values) == design, address


@pytest.mark.parametrize(
    ("language", "typed", "amount"),
    [
        ("en", "1,234,567.50", "1234567.50"),
        ("en", "1,234", "1234"),
        ("en", "12,5", "12.5"),
        ("fr", "12,50", "12.50"),
        ("fr", "1 234,5", "1234.5"),
        ("fr", "1\u202f234\u00a0567,5", "1234567.5"),
        ("fr", "1.234,50", "1234.50"),
        ("fr", "12.5", "12.5"),
        ("ar", "١٢٫٥", "12.5"),
        ("ar", "١٬٢٣٤", "1234"),
        ("ar", "1,234.5", "1234.5"),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(
    language: str, typed: str, amount: str
) -> None:
    sent = QueryDict(mutable=True)
    sent["budget_amount"], sent["budget_currency"] = typed, "EUR"
    with override(language):
        form = form_for(Design, WITH_NUMBERS, TOOLKIT, part=WITH_NUMBERS, data=sent)
        assert form.is_valid(), form.errors

    assert form.values["budget"].amount == Decimal(amount)


def test_lists_may_be_typed_with_the_commas_of_arabic() -> None:
    sent = QueryDict(mutable=True)
    sent["countries"] = "نيبال، قطر"
    with override("ar"):
        form = form_for(Design, WITH_NUMBERS, TOOLKIT, part=WITH_NUMBERS, data=sent)
        assert form.is_valid(), form.errors
    assert form.values["countries"] == ("NP", "QA")


def test_text_fields_take_the_direction_of_what_is_typed() -> None:
    shown = form_for(Design, WITH_NUMBERS, TOOLKIT, part=WITH_NUMBERS)
    assert 'dir="auto"' in str(shown["title"])
    assert 'dir="auto"' in str(shown["summary"])
