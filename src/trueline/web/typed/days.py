"""Days in any common order, read back in words; 03/04/2026 is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from trueline.language import day as day_in_words
from trueline.language.parsing import Parsed, Span, parse_date
from trueline.language.parsing.parsed import parsed
from trueline.web.typed.field import ReadField


class DayField(ReadField):
    """A day. `last`: whether a month or a year alone means its last day, not its first."""

    invalid = gettext_lazy("Write a day with its year, such as 31 March 2027 or 2027-03-31.")

    def __init__(self, *, last: bool = False, **kwargs: Any) -> None:
        self.last = last
        self.reads = "last-day" if last else "day"
        super().__init__(empty_value=None, **kwargs)
        self.widget.attrs["class"] = "day"

    def read(self, text: str) -> Parsed[date]:
        return parsed(text, map(self._day, parse_date(text).readings))

    def _day(self, span: Span) -> date:
        return span.last if self.last else span.first

    def plain(self, value: date) -> str:
        return value.isoformat()

    def in_words(self, value: date) -> str:
        return day_in_words(value)

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and not isinstance(day, date):
            raise ValidationError(self.refusal(str(value)), code="invalid")
        return day
