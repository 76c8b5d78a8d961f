"""Sums of money with the currency by code, sign or name."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.language.parsing import Sum, currencies, currency_decimals, parse_money


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("USD 6,000", "6000", "USD"),
        ("6.000 €", "6000", "EUR"),
        ("EUR 6.000", "6000", "EUR"),
        ("5.000 euros", "5000", "EUR"),
        ("US$ 2.5 million", "2500000", "USD"),
        ("2,5 M€", "2500000", "EUR"),
        ("TND 250,000.500", "250000.500", "TND"),
        ("12 000 dinars tunisiens", "12000", "TND"),
        ("INR 1,25,00,000", "12500000", "INR"),
        ("₹1,25,00,000", "12500000", "INR"),
        ("CHF 1'000.-", "1000", "CHF"),
        ("12.000,- €", "12000", "EUR"),
        ("JPY 1,000", "1000", "JPY"),
        ("٦٬٠٠٠ TND", "6000", "TND"),
        ("۶۰۰۰ IRR", "6000", "IRR"),
        ("KES 1,000/-", "1000", "KES"),
        ("3 millions de francs rwandais", "3000000", "RWF"),
    ],
)
def test_a_sum_that_is_clear(text: str, amount: str, currency: str) -> None:
    assert parse_money(text).value == Sum(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("$6,000", Sum(Decimal(6000), "USD")),
        ("Rs. 5,000.50", Sum(Decimal("5000.50"), "NPR")),
        ("500 dinars", Sum(Decimal(500), "JOD")),
        ("6 000 francs CFA", Sum(Decimal(6000), "XOF")),
        ("250,000 TND", Sum(Decimal("250"), "TND")),
        ("6.000", Sum(Decimal(6000), "")),
    ],
)
def test_a_sum_that_somebody_has_to_settle(text: str, among: Sum) -> None:
    found = parse_money(text)
    assert found.is_ambiguous
    assert among in found.readings


def test_the_currency_of_the_programme_settles_a_sign() -> None:
    assert parse_money("$6,000", currency="CAD").value == Sum(Decimal(6000), "CAD")
    assert parse_money("6.000", currency="EUR").value == Sum(Decimal(6000), "EUR")
    assert parse_money("USD 5", currency="EUR").value == Sum(Decimal(5), "USD")


@pytest.mark.parametrize(
    "text", ["", "EUR", "about ten", "EUR USD 5", "5 EUR per client", "5 quatloos"]
)
def test_what_is_no_sum(text: str) -> None:
    assert parse_money(text).readings == ()


@given(st.sampled_from(currencies()), st.integers(0, 10**15))
def test_every_currency_keeps_its_decimals(currency: str, units: int) -> None:
    decimals = currency_decimals(currency)
    amount = Decimal(units).scaleb(-decimals)
    written = f"{currency} {amount:,.{decimals}f}"
    assert Sum(amount, currency) in parse_money(written).readings
    assert parse_money(written, decimal_sign=".").value == Sum(amount, currency)
