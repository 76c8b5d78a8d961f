"""Numbers, dates, money and lists as the reader's language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.lists import format_list

from trueline.language import (
    dates,
    day,
    forms,
    joined,
    lower_first,
    money,
    month,
    number,
    override,
    quoted,
    territories,
)
from trueline.language.locales import locale

SPRING, AUTUMN = date(2027, 3, 3), date(2028, 10, 31)


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("en", 12, "12"),
        ("en", 1234567, "1,234,567"),
        ("en", -1000, "-1,000"),
        ("en", Decimal("1234.50"), "1,234.5"),
        ("en", Decimal("12500"), "12,500"),
        ("en", Decimal("0.000001"), "0.000001"),
        ("en", Decimal("0"), "0"),
        ("fr", Decimal("1234.50"), "1\u202f234,5"),
        ("es", Decimal("12345.5"), "12.345,5"),
    ],
)
def test_numbers(language: str, value: Decimal | int, said: str) -> None:
    with override(language):
        assert number(value) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "EUR 12,000.5"), ("fr", "12\u202f000,5 EUR"), ("es", "12.000,5 EUR")],
)
def test_money_stands_by_the_code_of_its_currency(language: str, said: str) -> None:
    with override(language):
        assert money(Decimal("12000.50"), "EUR").replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("language", "said", "short"),
    [
        ("en", "3 March 2027", "Mar 2027"),
        ("fr", "3 mars 2027", "mars 2027"),
        ("ar", "3 مارس 2027", "مارس 2027"),
        ("tlh", "3 March 2027", "Mar 2027"),
    ],
)
def test_days_and_months(language: str, said: str, short: str) -> None:
    with override(language):
        assert day(SPRING) == said
        assert month(SPRING) == short


def test_a_span_as_far_as_it_is_known() -> None:
    assert dates(SPRING, AUTUMN) == "3 March 2027 to 31 October 2028"
    assert dates(SPRING, None) == "From 3 March 2027"
    assert dates(None, AUTUMN) == "Until 31 October 2028"
    assert dates(None, None) == ""


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists(items: list[str], said: str) -> None:
    assert joined(items) == said


def test_lists_in_other_words() -> None:
    assert joined(["a", "b", "c"], "or") == "a, b or c"
    with override("fr"):
        assert joined(["a", "b", "c"]) == "a, b et c"


@pytest.mark.parametrize("text", ["Fees end", "Fees end.", "Fees\n  end"])
def test_quotations(text: str) -> None:
    assert quoted(text) == "“Fees end”"
    assert quoted("Do they pay?") == "“Do they pay?”"
    assert quoted("") == "“”"


def test_quotations_are_short_on_one_line_and_without_their_full_stop() -> None:
    assert quoted("Inspectors\n act. ") == "“Inspectors act”"
    said = quoted("word " * 100)
    assert len(said) < 170
    assert said.endswith("word …”")
    assert lower_first("Not known") == "not known"
    assert lower_first("") == ""


def test_countries_are_named_in_the_language() -> None:
    with override("fr"):
        assert territories()["NP"] == "Népal"


LANGUAGES_OF_READERS = ("en", "fr", "ar", "es", "pseudo")


@pytest.mark.parametrize("language", LANGUAGES_OF_READERS)
@pytest.mark.parametrize("kept", ["nothing", "before", "damaged"])
def test_lists_and_days_are_as_babel_writes_them(
    language: str, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRUELINE_CACHE", str(tmp_path))
    forms._forms.cache_clear()
    with override(language):
        if kept != "nothing":
            joined(["a", "b"])
            forms._forms.cache_clear()
        if kept == "damaged":
            for file in tmp_path.iterdir():
                file.write_bytes(file.read_bytes()[:40])
        items = ["water", "{light}", "air", "fire", "earth"]
        for length in range(2, 6):
            few = items[:length]
            assert joined(few) == format_list(few, "standard", locale())
            assert joined(few, "or") == format_list(few, "or", locale())
        for month_ in range(1, 13):
            value = date(2031, month_, month_ + 3)
            assert day(value) == format_date(value, "long", locale=locale())
