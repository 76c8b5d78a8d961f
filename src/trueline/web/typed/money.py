"""Sums of money: an amount as it is written anywhere, and beside it the currency from a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from trueline.document import Money
from trueline.language import currency_names
from trueline.language import money as money_in_words
from trueline.language.parsing import Parsed, Sum, currency_decimals, parse_money
from trueline.language.parsing.parsed import parsed
from trueline.web.typed.field import ReadField, ReadInput
from trueline.web.typed.numbers import MOST, as_shown

MOST_ASKED = 6
"""A sign that more currencies go by is asked for in the list of currencies."""


class SumField(ReadField):
    """The amount, which may name its currency itself. `currency` is the one of the list beside it."""

    reads = "money"
    invalid = gettext_lazy("Write an amount, such as 1200 or EUR 1,200.50.")

    def __init__(self, currency: str = "", **kwargs: Any) -> None:
        super().__init__(empty_value=None, **kwargs)
        self.currency = currency
        self.widget.attrs["inputmode"] = "text"

    def read(self, text: str) -> Parsed[Sum]:
        readings = parse_money(text, currency=self.currency).readings
        others = {each.currency for each in readings} - {self.currency}
        if self.currency and len(others) == 1:
            here = (Sum(each.amount, self.currency) for each in readings)
            return parsed(text, [*readings, *here])
        return parsed(text, () if self._names_too_many(readings) else readings)

    def _names_too_many(self, readings: Iterable[Sum]) -> bool:
        currencies = {each.currency for each in readings}
        return len(currencies) > MOST_ASKED or (
            bool(self.currency) and len(currencies - {self.currency}) > 1
        )

    def refusal(self, text: str) -> str:
        if any(each.currency for each in parse_money(text).readings):
            return gettext(
                "“%(text)s” names a sign that many currencies go by. Choose the currency in the list,"
                " and write the amount alone."
            ) % {"text": text}
        return super().refusal(text)

    def plain(self, value: Sum) -> str:
        return f"{value.currency} {as_shown(value.amount)}".strip()

    def in_words(self, value: Sum) -> str:
        if not value.currency:
            return gettext("%(amount)s, in which currency?") % {"amount": as_shown(value.amount)}
        return money_in_words(value.amount, value.currency)

    def check(self, value: Sum) -> None:
        if not value.currency:
            raise ValidationError(gettext("Say in which currency: choose it in the list."))
        if value.amount < 0:
            raise ValidationError(gettext("Write an amount of 0 or more."))
        if value.amount >= MOST * 10:
            raise ValidationError(gettext("This amount is too large. Is it one amount?"))
        most = currency_decimals(value.currency)
        if -int(value.amount.normalize().as_tuple().exponent) > most:
            raise ValidationError(
                gettext("%(currency)s has no more than %(count)s digits after the decimal sign.")
                if most
                else gettext("%(currency)s has no digits after the decimal sign."),
                params={"currency": value.currency, "count": most},
            )


class MoneyWidget(forms.MultiWidget):
    """An amount, and beside it the currency."""

    template_name = "forms/money.html"

    def __init__(self, choices: list[tuple[str, Any]], usual: str) -> None:
        self.usual = usual
        amount = ReadInput(attrs=SumField().widget.attrs)
        amount.field = SumField()
        super().__init__({"amount": amount, "currency": forms.Select(choices=choices)})

    def decompress(self, value: Any) -> list[Any]:
        if not isinstance(value, Money):
            return [None, self.usual]
        self._offer(value.currency)
        return [as_shown(value.amount), value.currency]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Adds the reading of the amount, which hangs on the currency that is chosen."""
        halves = value if isinstance(value, list) else self.decompress(value)
        self.widgets[0].field = SumField(halves[1] or "")
        self._offer(halves[1] or "")
        context: dict[str, Any] = super().get_context(name, halves, attrs)
        return context

    def _offer(self, currency: str) -> None:
        """A currency that is given already stands in the list."""
        select = self.widgets[1]
        offered = {
            code for _group, codes in select.choices if isinstance(codes, list) for code, _ in codes
        }
        if currency and currency not in offered:
            select.choices = [*select.choices, (currency, currency)]


class MoneyField(forms.MultiValueField):
    """An amount of money. `usual` is the currency that it is in, if none is named.

    An amount that is left empty is no sum, whatever currency stands beside it.
    """

    def __init__(self, *, usual: str = "", first: Iterable[str] = (), **kwargs: Any) -> None:
        widget = MoneyWidget(list(_choices(first or filter(None, [usual]))), usual)
        fields = (SumField(), forms.CharField(required=False))
        kwargs.setdefault("required", False)
        super().__init__(fields, widget=widget, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> Money | None:
        amount, currency = [*(value or []), None, None][:2]
        if not amount or not amount.strip():
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        code = (currency or "").strip().upper()
        if code and code not in currency_names():
            code = ""
        read = SumField(code).to_python(amount)
        return Money(amount=read.amount, currency=read.currency)

    def compress(self, values: Any) -> Any:
        raise NotImplementedError("Both halves are read together.")


def _choices(first: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """Every currency with its name, those of the document before all others."""
    names = currency_names()
    near = [code for code in dict.fromkeys(first) if code in names]
    yield "", ""
    if near:
        yield gettext("In this document"), [(code, f"{code}, {names[code]}") for code in near]
    rest = [(code, f"{code}, {name}") for code, name in names.items() if code not in near]
    yield gettext("All currencies"), rest
