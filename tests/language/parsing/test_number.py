"""Numbers as people write them, and the ways in which they can be read."""

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from trueline.language.parsing import decimal_sign_of, parse_number


def numbers(*texts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(text) for text in texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6000", ["6000"]),
        ("6 000", ["6000"]),
        ("6\u202f000", ["6000"]),
        ("6\u00a0000,5", ["6000.5"]),
        ("1'000", ["1000"]),
        ("1234567'890", ["1234567890"]),
        ("1234567,890", ["1234567.890"]),
        ("1’234’567.25", ["1234567.25"]),
        ("1,25,00,000", ["12500000"]),
        ("1,25,00,000.50", ["12500000.50"]),
        ("1,234,567", ["1234567"]),
        ("1.234.567,5", ["1234567.5"]),
        ("250,000.500", ["250000.500"]),
        ("12,5", ["12.5"]),
        ("1,2345", ["1.2345"]),
        ("0,500", ["0.500"]),
        ("0.125", ["0.125"]),
        ("6,000", ["6000", "6"]),
        ("6.000", ["6000", "6"]),
        ("-3", ["-3"]),
        ("−3,5", ["-3.5"]),
        ("(5)", ["-5"]),
        ("45 %", ["45"]),
        ("12,5 pour cent", ["12.5"]),
        ("٤٥٪", ["45"]),
        ("١٬٢٥٠٫٥", ["1250.5"]),
        ("۶۰۰۰", ["6000"]),
        ("१,२५,०००", ["125000"]),
        ("1.2m", ["1200000"]),
        ("2,5 millones", ["2500000"]),
        ("3 lakh", ["300000"]),
        ("2 crore", ["20000000"]),
        ("12 34", []),
        ("1,234,56", []),
        ("1.234,567.8", []),
        ("250+", []),
        ("about 20", []),
        ("", []),
        ("9" * 61, []),
    ],
)
def test_what_a_number_can_mean(text: str, expected: list[str]) -> None:
    assert parse_number(text).readings == numbers(*expected)


def test_one_meaning_is_its_value_and_several_are_nobodys_guess() -> None:
    assert parse_number("6 000").value == 6000
    assert not parse_number("6 000").is_ambiguous
    assert parse_number("6.000").value is None
    assert parse_number("6.000").is_ambiguous
    assert parse_number("nobody").value is None
    assert not parse_number("nobody").is_ambiguous


@pytest.mark.parametrize("text", ["6.000", "6,000", "6 000"])
def test_people_are_whole(text: str) -> None:
    assert parse_number(text, decimals=0).value == 6000


def test_a_column_that_is_known_decides() -> None:
    assert parse_number("6.000", decimal_sign=",").value == 6000
    assert parse_number("6.000", decimal_sign=".").value == 6
    assert parse_number("12,5", decimal_sign=".").value == Decimal("12.5")


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["1.250", "7,5"], ","),
        (["1,250.75", "3"], "."),
        (["1,25,00,000"], "."),
        (["1.250", "3.000"], ""),
        (["7,5", "7.5"], ""),
        (["1 250", "text"], ""),
        ([], ""),
    ],
)
def test_the_sign_that_a_column_shows(texts: list[str], sign: str) -> None:
    assert decimal_sign_of(texts) == sign


@pytest.mark.parametrize(
    "language", ["en", "fr", "de", "de_CH", "es", "pt", "hi", "ar_EG", "fa", "bn"]
)
@given(value=st.decimals(-(10**9), 10**9, places=2))
def test_what_a_language_writes_is_among_its_readings(language: str, value: Decimal) -> None:
    written = format_decimal(value, locale=Locale.parse(language), numbering_system="default")
    assert value in parse_number(written).readings


@given(st.text(max_size=200))
def test_any_text_is_read_or_not(text: str) -> None:
    found = parse_number(text).readings
    assert len(found) == len(set(found)) < 3
