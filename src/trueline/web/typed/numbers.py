"""Numbers: 12.5 in English, 12,5 in French, ١٢٫٥ on an Arabic keyboard; 1.500 is asked."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_lazy

from trueline.language import number as number_in_words
from trueline.language.parsing import Parsed, parse_number
from trueline.language.parsing.signs import in_ascii
from trueline.web.typed.field import ReadField

MOST = 10**12
"""No number of people or of things reaches this."""
MOST_DECIMALS = 6


def as_shown(number: Decimal | int) -> str:
    """A number with the language's decimal sign and no thousands separators, read in one way only."""
    text = str(number_format(number))
    if not parse_number(text).is_ambiguous:
        return text
    shorter = text.rstrip("0")
    return f"{text}0" if shorter == text else str(number_format(Decimal(number).normalize()))


class NumberField(ReadField):
    """A number that may have decimals."""

    reads = "number"
    invalid = gettext_lazy("Write a number, such as 1200 or 12.5, in digits alone.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_value=None, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def read(self, text: str) -> Parsed[Decimal]:
        return parse_number(text)

    def plain(self, value: Decimal) -> str:
        return as_shown(value)

    def in_words(self, value: Decimal) -> str:
        return number_in_words(value)

    def check(self, value: Decimal) -> None:
        if abs(value) >= MOST:
            raise ValidationError(gettext("This number is too large. Is it one number?"))
        if -int(value.as_tuple().exponent) > MOST_DECIMALS:
            raise ValidationError(
                gettext("Write no more than %(count)s digits after the decimal sign."),
                params={"count": MOST_DECIMALS},
            )


class WholeNumberField(NumberField):
    """A number of people or things, of which 6.000 can only be six thousand; or a year."""

    invalid = gettext_lazy("Write a whole number, such as 1200, in digits alone.")

    def __init__(self, *, is_year: bool = False, **kwargs: Any) -> None:
        self.is_year = is_year
        self.reads = "year" if is_year else "whole"
        super().__init__(**kwargs)
        self.widget.attrs["inputmode"] = "numeric"

    def read(self, text: str) -> Parsed[Any]:
        parsed = parse_number(text, decimals=0)
        if any(each != each.to_integral_value() for each in parsed.readings):
            return Parsed(text)
        return Parsed(text, tuple(int(each) for each in parsed.readings))

    def in_words(self, value: Any) -> str:
        return str(value) if self.is_year else super().in_words(value)

    def check(self, value: Any) -> None:
        super().check(Decimal(value))
        if value < 0:
            raise ValidationError(gettext("Write a whole number of 0 or more."))


class NumbersField(ReadField):
    """Whole numbers, with commas of any script or spaces between."""

    reads = "numbers"
    invalid = gettext_lazy("Write whole numbers with commas between, such as 6, 12, 24.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_value=(), **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def read(self, text: str) -> Parsed[tuple[int, ...]]:
        """The numbers of a list; 6,120 can be two of them, or one."""
        written = in_ascii(text)
        words = [word for word in re.split(r"[\s,;؛]+", written) if word]
        if not words or not all(word.isdigit() for word in words):
            return Parsed(text)
        listed = tuple(int(word) for word in words)
        whole = parse_number(written, decimals=0).value if "," in written else None
        if whole is None or whole != whole.to_integral_value():
            return Parsed(text, (listed,))
        return Parsed(text, (listed, (int(whole),)))

    def plain(self, value: tuple[int, ...]) -> str:
        return ", ".join(map(str, value))

    def in_words(self, value: tuple[int, ...]) -> str:
        return "; ".join(map(number_in_words, value))
