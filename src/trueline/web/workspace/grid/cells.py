"""Cells as text; and what a text in a cell means, asked where it is not clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.utils.translation import gettext

from trueline.document import Document, Money
from trueline.document.field_spec import FieldSpec
from trueline.document.fields import is_empty
from trueline.language import day as day_in_words
from trueline.language import language_names
from trueline.language import number as number_in_words
from trueline.language.parsing import (
    DateOrder,
    DecimalSign,
    Parsed,
    Span,
    Sum,
    parse_country,
    parse_date,
    parse_money,
    parse_number,
)
from trueline.reports.values import COUNTRIES, Wording, word_choices, word_label
from trueline.toolkit import Toolkit
from trueline.web.workspace.forms.fields import LAST_DAY
from trueline.web.workspace.forms.inputs import YES_NO
from trueline.web.workspace.grid.columns import Column

LONGEST_OFFER = 12
"""Names that a message offers where none fits."""


class Unread(ValueError):
    """Raised if the text of a cell can't be read. `choices`: its possible values, each with its label."""

    def __init__(self, message: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.choices = tuple(choices)


MARKS = ";؛,،\n"
"""Signs between several values in a cell."""
BETWEEN_VALUES = f" {MARKS}"
PLAIN_SPACES = str.maketrans("\u00a0\u202f", "  ")
"""French labels have spaces that do not break; whoever types one writes a plain space."""


@dataclass(frozen=True)
class Reader:
    """Reads cells of one document. `sign` and `order` say how numbers and days are written in them."""

    document: Document
    toolkit: Toolkit
    sign: DecimalSign = ""
    order: DateOrder = ""
    _names: dict[str, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.document, self.toolkit)

    @cached_property
    def currency(self) -> str:
        """The currency of a sum without one: the only one of the document, if there is but one."""
        budget = getattr(self.document, "budget", None)
        return budget.currency if isinstance(budget, Money) else ""

    def choices(self, spec: FieldSpec) -> Mapping[str, str]:
        """The values that a field may take, with their names; none where it takes any text."""
        if spec.refers:
            return self.wording.names(spec.refers)
        if spec.names == "vocabulary":
            return {each.id: gettext(each.title) for each in self.toolkit.vocabularies}
        if spec.names == "language":
            return language_names()
        if spec.base is bool:
            return {value: str(label) for value, label in YES_NO if value}
        return dict(word_choices(spec, self.toolkit))

    def text_of(self, value: Any, spec: FieldSpec) -> str:
        """A value as its cell shows it, and as it is read again."""
        if is_empty(value):
            return ""
        if isinstance(value, tuple):
            between = "; " if spec.base is not str or spec.refers or self._of(spec) else "\n"
            return between.join(self.text_of(each, spec) for each in value)
        if isinstance(value, bool):
            return str(dict(YES_NO)["yes" if value else "no"])
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Money):
            return f"{value.currency} {plain(value.amount)}"
        if isinstance(value, int | Decimal):
            return plain(Decimal(value))
        labels = self._of(spec) if spec.refers or spec.names else {}
        if labels:
            return labels.get(value, value)
        return word_label(value, spec, self.toolkit) if spec.words or spec.choices else str(value)

    def _of(self, spec: FieldSpec) -> dict[str, str]:
        key = f"{spec.refers} {spec.names} {spec.words} {spec.choices} {spec.base is bool}"
        if key not in self._names:
            self._names[key] = dict(self.choices(spec))
        return self._names[key]

    def read(self, text: str, column: Column, picked: str = "") -> Any:
        """Reads a text. `picked` is the choice that was made where it could mean several things.

        Raises Unread.
        """
        spec, text = column.spec, text.strip()
        if not text:
            if spec.required and column.slot is None:
                raise Unread(gettext("This is needed."))
            return () if spec.many else None if spec.optional else spec.default
        if not spec.many:
            return self._one(text, spec, picked)
        many = [self._one(each, spec, "") for each in self._parted(text, spec)]
        return tuple(dict.fromkeys(many))

    def _parted(self, text: str, spec: FieldSpec) -> Iterator[str]:
        """The values in a text. Names may hold the marks between them; free texts stand one to a line."""
        if spec.base is str and not (spec.refers or self._of(spec)):
            yield from filter(None, map(str.strip, text.split("\n")))
            return
        text = text.translate(PLAIN_SPACES)
        folded_names = (name.translate(PLAIN_SPACES).casefold() for name in self._of(spec).values())
        names = sorted(folded_names, key=len, reverse=True)
        while text := text.strip(BETWEEN_VALUES):
            whole = next((name for name in names if _begins_with(text, name)), "")
            first = text[: len(whole)] or re.split(f"[{MARKS}]", text, maxsplit=1)[0]
            yield first.strip()
            text = text[len(first) :]

    def _one(self, text: str, spec: FieldSpec, picked: str) -> Any:
        if spec.base is Money:
            return self._money(text, picked)
        if spec.base is date:
            return self._day(text, spec, picked)
        if spec.base in (int, Decimal):
            return self._number(text, spec, picked)
        names_by_value = self._of(spec)
        if names_by_value or spec.refers:
            return self._value_of(text, spec, names_by_value)
        if spec.length and len(text) > spec.length:
            raise Unread(
                gettext("%(count)s letters; %(most)s is the most.")
                % {"count": len(text), "most": spec.length}
            )
        return text

    def _number(self, text: str, spec: FieldSpec, picked: str) -> Any:
        whole = spec.base is int
        read = parse_number(text, decimals=0 if whole else None, decimal_sign=self.sign)
        value = _one_of(read, picked, plain, number_in_words)
        if value is None:
            raise Unread(gettext("Write a number, such as 1200."))
        if whole and (value < 0 or value != value.to_integral_value()):
            raise Unread(gettext("Write a whole number, such as 12."))
        return int(value) if whole else value

    def _day(self, text: str, spec: FieldSpec, picked: str) -> date:
        last = spec.name in LAST_DAY

        def of(span: Span) -> date:
            return span.last if last else span.first

        span = _one_of(
            parse_date(text, order=self.order),
            picked,
            lambda each: of(each).isoformat(),
            lambda each: day_in_words(of(each)),
        )
        if span is None:
            raise Unread(gettext("Write a day, such as 2027-03-31."))
        return of(span)

    def _money(self, text: str, picked: str) -> Money:
        read = parse_money(text, currency=self.currency, decimal_sign=self.sign)
        value = _one_of(read, picked, _plain_sum, _sum_in_words)
        if value is None:
            raise Unread(gettext("Write an amount and a currency, such as EUR 1200."))
        if not value.currency:
            raise Unread(gettext("Say in which currency, such as EUR 1200."))
        return Money(amount=value.amount, currency=value.currency)

    def _value_of(self, text: str, spec: FieldSpec, names_by_value: Mapping[str, str]) -> Any:
        wanted = comparable(text)
        values = [
            v for v, name in names_by_value.items() if wanted in (comparable(v), comparable(name))
        ]
        if not values and spec.words == COUNTRIES:
            values = list(parse_country(text).readings)
        if len(values) == 1:
            return values[0] == "yes" if spec.base is bool else values[0]
        if values:
            raise Unread(gettext("More than one is called so: open the form to choose."))
        if spec.names == "vocabulary":
            return text
        raise Unread(_offer(text, names_by_value))


def comparable(text: str) -> str:
    """A text without case, and with one plain space where it has any."""
    return " ".join(text.split()).casefold()


def _begins_with(text: str, name: str) -> bool:
    """Whether a text begins with this name, and the name ends there."""
    folded = text.casefold()
    rest = folded.removeprefix(name).lstrip(" ")
    return folded.startswith(name) and len(folded) == len(text) and rest[:1] in ("", *MARKS)


def _one_of(read: Parsed[Any], picked: str, plain: Any, in_words: Any) -> Any:
    """The one meaning of a text, or the one picked of several. Raises Unread to ask."""
    if not read.is_ambiguous:
        return read.value
    choices = [(plain(each), in_words(each)) for each in read.readings]
    for each, (written, _words) in zip(read.readings, choices, strict=True):
        if written == picked:
            return each
    raise Unread(
        gettext("“%(text)s” can be read in more than one way.") % {"text": read.text}, choices
    )


def _offer(text: str, names_by_value: Mapping[str, str]) -> str:
    """The message for an unknown name, with the nearest one, or all where they are few."""
    names = {comparable(name): name for name in names_by_value.values()}
    near = get_close_matches(comparable(text), names, n=1)
    if near:
        return gettext("“%(text)s” is not in the list. Did you mean “%(near)s”?") % {
            "text": text,
            "near": names[near[0]],
        }
    if 0 < len(names) <= LONGEST_OFFER:
        return gettext("“%(text)s” is not in the list: %(names)s.") % {
            "text": text,
            "names": "; ".join(names.values()),
        }
    return gettext("“%(text)s” is not in the list.") % {"text": text}


def plain(value: Decimal) -> str:
    """A number without a mark between thousands, that can be read in one way only."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}0" if parse_number(text).is_ambiguous else text


def _plain_sum(value: Sum) -> str:
    return f"{value.currency} {plain(value.amount)}"


def _sum_in_words(value: Sum) -> str:
    return f"{value.currency} {number_in_words(value.amount)}"
