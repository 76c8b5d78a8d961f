"""Values of a design as a reader sees them: words instead of codes, names instead of ids.

Zero, missing and not applicable are three things: a value of 0 is said, an empty field is "".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from pydantic.fields import FieldInfo

from trueline.design import Design
from trueline.document import Element, Money, Part, elements_of
from trueline.document.fields import extra, part_fields
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import months

_HYPHENATED = {
    "baseline-endline": "at baseline and endline",
    "half-yearly": "half-yearly",
    "follow-up": "follow-up",
    "yes-no": "yes or no",
    "low-level": "low-level",
}
"""Codes whose hyphen is part of the word, or that say too little."""
_OUTSIDE_VOCABULARY = ("displacement-kind", "strategy")


def day(value: date) -> str:
    """A day as people write it."""
    return f"{value.day} {value:%B} {value.year}"


def dates(start: date | None, end: date | None) -> str:
    """From when to when, as far as it is known."""
    if start and end:
        return f"{day(start)} to {day(end)}"
    if start:
        return f"From {day(start)}"
    return f"Until {day(end)}" if end else ""


def number(value: Decimal | int) -> str:
    """A number with thousands parted, and no noughts that say nothing."""
    said = f"{value:,f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def money(value: Money) -> str:
    """An amount with its currency."""
    return f"{value.currency} {number(value.amount)}"


def plain_word(word: str) -> str:
    """`not-known` as “Not known”."""
    said = _HYPHENATED.get(word) or word.replace("-", " ")
    return said[:1].upper() + said[1:]


class Wording:
    """Puts the values of one design into words."""

    def __init__(self, design: Design, toolkit: Toolkit) -> None:
        self.design = design
        self.toolkit = toolkit

    def filled(self, part: Part, *, without: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
        """Label and value of each field that says something, in the order of the form.

        Fields that hold parts of their own are left to the caller.
        """
        skipped = {
            "id",
            *without,
            *(name for name in part_fields(type(part)) if not _money(part, name)),
        }
        rows = (
            (info.title or name, self.value(getattr(part, name), info))
            for name, info in type(part).model_fields.items()
            if name not in skipped
        )
        return tuple((label, said) for label, said in rows if said)

    def field(self, part: Part, name: str) -> str:
        """One field of a part in words; "" where it says nothing."""
        return self.value(getattr(part, name), type(part).model_fields[name])

    def value(self, value: Any, info: FieldInfo) -> str:
        """A value in words, as its field declares it."""
        if value is None or value == "" or value == ():
            return ""
        if isinstance(value, tuple):
            return self._list(value, info)
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, Money):
            return money(value)
        if isinstance(value, date):
            return day(value)
        if isinstance(value, int | Decimal):
            return number(value)
        return self._text(str(value), info)

    def _list(self, values: tuple[Any, ...], info: FieldInfo) -> str:
        if isinstance(values[0], int):
            return f"{months(tuple(sorted(values)))} after"
        said = [self.value(value, info) for value in values]
        return "; ".join(said) if any(len(one) > 40 for one in said) else ", ".join(said)

    def _text(self, value: str, info: FieldInfo) -> str:
        if lists := extra(info, "refers"):
            return self._named(value, str(lists).split())
        if vocabulary := extra(info, "words"):
            return self.term(str(vocabulary), value)
        return plain_word(value) if _is_code(info) else value

    def term(self, vocabulary: str, word: str) -> str:
        """What a word of a vocabulary is called; the word itself where it is not in the list."""
        known = self._terms(vocabulary)
        return known.get(word) or known.get(word.lower()) or plain_word(word)

    def _terms(self, vocabulary: str) -> Mapping[str, str]:
        if vocabulary not in self._known:
            terms = self.toolkit.terms(vocabulary) if vocabulary in self.toolkit else ()
            self._known[vocabulary] = {term.id: term.label for term in terms}
        return self._known[vocabulary]

    @cached_property
    def _known(self) -> dict[str, Mapping[str, str]]:
        return {}

    def _named(self, id: str, lists: list[str]) -> str:
        for name in lists:
            if found := self._elements.get((name, id)):
                return self.name(found)
        return id

    def name(self, element: Element) -> str:
        """What an element is called."""
        if element.named == element.key and element.key != "id":
            for vocabulary in _OUTSIDE_VOCABULARY:
                if label := self._terms(vocabulary).get(element.key_value):
                    return label
            return plain_word(element.key_value)
        return element.name

    @cached_property
    def _elements(self) -> Mapping[tuple[str, str], Element]:
        found: dict[tuple[str, str], Element] = {}
        for address, element in elements_of(self.design):
            name = address.rpartition("[")[0].rpartition(".")[2]
            found.setdefault((name, element.key_value), element)
        return found


def _money(part: Part, name: str) -> bool:
    return isinstance(getattr(part, name), Money)


def _is_code(info: FieldInfo) -> bool:
    """Whether a field takes words of a fixed list."""
    return "Literal" in repr(info.annotation)
