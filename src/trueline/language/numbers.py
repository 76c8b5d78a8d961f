"""Numbers and money as the reader's language writes them."""

from __future__ import annotations

from decimal import Decimal

from trueline.language.locales import locale


def number(value: Decimal | int) -> str:
    """A number with its thousands parted, and no trailing zeros."""
    if (isinstance(value, int) and abs(value) < 1000) or (0 <= value < 1000 and value % 1 == 0):
        return str(int(value))
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.######", locale=locale())


def money(amount: Decimal, currency: str) -> str:
    """An amount with the code of its currency, on the side where the language puts it."""
    from babel.numbers import format_currency

    standard = locale().currency_formats["standard"].pattern
    pattern = "¤¤ #,##0.##" if standard.lstrip("\u200e\u200f").startswith("¤") else "#,##0.## ¤¤"
    return format_currency(amount, currency, pattern, locale=locale(), currency_digits=False)
