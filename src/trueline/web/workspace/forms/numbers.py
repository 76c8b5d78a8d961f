"""Numbers as people write them: 12.5 in English, 12,5 in French, ١٢٫٥ on an Arabic keyboard."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import get_format, number_format

GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
SPACES = re.compile(r"[\s\u00a0\u202f٬'’]")
"""What stands between thousands and means nothing; the fourth is Arabic's own mark."""


class Number(forms.DecimalField):
    """A number, shown and understood in the way of the language; nothing that it shows is refused."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update(inputmode="decimal", autocomplete="off")

    def prepare_value(self, value: Any) -> Any:
        return as_shown(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(as_typed(value) if isinstance(value, str) else value)


def as_shown(number: Decimal | int) -> str:
    """A number with the language's decimal sign, and no thousands separators."""
    return str(number_format(number))


def as_typed(text: str) -> str:
    """A number with a decimal point, whatever way it was typed. Other text stays as it is.

    Where a comma could mean either, it means what it does in the language: `1,234` is a thousand
    and more in English, and little more than one in French.
    """
    written = SPACES.sub("", text).replace("٫", ".")
    if "," not in written:
        return written
    commas = get_format("DECIMAL_SEPARATOR") == ","
    if GROUPED.fullmatch(written) and not (
        commas and written.count(",") == 1 and "." not in written
    ):
        return written.replace(",", "")
    whole, _comma, rest = written.rpartition(",")
    return f"{whole.replace('.', '')}.{rest}"
