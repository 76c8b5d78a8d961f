"""Dates in the orders and words in which people write them."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from trueline.language.parsing import Span, parse_date

LAST_DAY = date(2027, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2027-12-31",
        "2027/12/31",
        "31/12/2027",
        "12/31/2027",
        "31.12.2027",
        "31-12-2027",
        "31 Dec 27",
        "31 December 2027",
        "December 31, 2027",
        "Friday, 31st December 2027",
        "31 décembre 2027",
        "31 de diciembre de 2027",
        "31 de dezembro de 2027",
        "31 декабря 2027 г.",
        "٣١/١٢/٢٠٢٧",
        "31 ديسمبر 2027",
        "31 كانون الأول 2027",
        "by 31 December 2027",
        "2027-12-31T00:00:00",
        "2027-12-31 00:00:00",
    ],
)
def test_one_day(text: str) -> None:
    value = parse_date(text).value
    assert value is not None
    assert value.day == LAST_DAY


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Dec 2027", date(2027, 12, 1), LAST_DAY),
        ("Dec-27", date(2027, 12, 1), LAST_DAY),
        ("12/2027", date(2027, 12, 1), LAST_DAY),
        ("2027-12", date(2027, 12, 1), LAST_DAY),
        ("T4 2027", date(2027, 10, 1), LAST_DAY),
        ("2027", date(2027, 1, 1), LAST_DAY),
        ("2026-2027", date(2026, 1, 1), LAST_DAY),
        ("Q4 2027", date(2027, 10, 1), LAST_DAY),
        ("2027 T4", date(2027, 10, 1), LAST_DAY),
        ("S2 2027", date(2027, 7, 1), LAST_DAY),
    ],
)
def test_a_month_a_quarter_or_a_year_is_the_whole_of_it(text: str, first: date, last: date) -> None:
    value = parse_date(text).value
    assert value == Span(first, last)
    assert value.day is None


def test_an_order_that_nobody_said_is_left_open_and_one_that_is_known_settles_it() -> None:
    days = [span.day for span in parse_date("3/4/2027").readings]
    assert days == [date(2027, 4, 3), date(2027, 3, 4)]
    assert parse_date("3/4/2027", order="mdy").readings == (Span(days[1], days[1]),)
    assert parse_date("31/12/2027", order="mdy").value == Span(LAST_DAY, LAST_DAY)
    assert len(parse_date("01/02/03").readings) == 3
    assert parse_date("3.4.2027").value == Span(days[0], days[0])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "27 Dec",
        "Dec 27",
        "2027-02-30",
        "FY2027",
        "Month 12",
        "31",
        "12500",
        "0027-01-01",
        "soon",
        "5/2027/3",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text).readings == ()


@pytest.mark.parametrize("language", ["en", "en_GB", "fr", "es", "pt", "ar", "ru", "de"])
@pytest.mark.parametrize("form", ["long", "medium", "short"])
@given(days=st.integers(0, 20_000))
def test_what_a_language_writes_is_among_its_readings(language: str, form: str, days: int) -> None:
    day = date(2001, 1, 1) + timedelta(days)
    written = format_date(day, form, locale=language)
    assert Span(day, day) in parse_date(written).readings


@given(st.text(max_size=100))
def test_any_text_is_read_or_not(text: str) -> None:
    assert all(span.first <= span.last for span in parse_date(text).readings)
