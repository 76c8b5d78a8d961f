"""Values of a design as a reader sees them: words instead of codes, names instead of ids.

Zero, missing and not applicable are three things: a value of 0 is said, an empty field is "".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from trueline.design import Design
from trueline.document import Element, Money, Part, elements_of
from trueline.document.fields import extra, part_fields
from trueline.language import day, get_language, gettext, money, number, territories
from trueline.language.terms import KIND, plain, terms_of
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import months

COUNTRIES = "country"
_OUTSIDE_VOCABULARY = ("displacement-kind", "strategy")


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
            (part.field_title(name), self.value(getattr(part, name), info))
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
            return gettext("Yes") if value else gettext("No")
        if isinstance(value, Money):
            return money(value.amount, value.currency)
        if isinstance(value, date):
            return day(value)
        if isinstance(value, int | Decimal):
            return number(value)
        return self._text(str(value), info)

    def _list(self, values: tuple[Any, ...], info: FieldInfo) -> str:
        if isinstance(values[0], int):
            return gettext("{months} after", months=months(tuple(sorted(values))))
        said = [self.value(value, info) for value in values]
        return "; ".join(said) if any(len(one) > 40 for one in said) else ", ".join(said)

    def _text(self, value: str, info: FieldInfo) -> str:
        if lists := extra(info, "refers"):
            return self._named(value, str(lists).split())
        if vocabulary := extra(info, "words"):
            return self.term(str(vocabulary), value)
        words = words_of(info)
        return word_label(value, words) if words else value

    def term(self, vocabulary: str, word: str) -> str:
        """What a word of a vocabulary is called; the word itself where it is not in the list."""
        known = self._terms(vocabulary)
        return known.get(word) or known.get(word.lower()) or plain(word)

    def _terms(self, vocabulary: str) -> Mapping[str, str]:
        if vocabulary not in self._known:
            terms = self.toolkit.terms(vocabulary) if vocabulary in self.toolkit else ()
            labels = {term.id: gettext(term.label) for term in terms}
            if vocabulary == COUNTRIES and get_language() != self.toolkit.head.language:
                labels |= {code: territories().get(code.upper(), labels[code]) for code in labels}
            self._known[vocabulary] = labels
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
            return plain(element.key_value)
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


def words_of(info: FieldInfo) -> tuple[str, ...]:
    """The words of a fixed list that a field takes, or none."""
    return next(_literals(info.annotation), ())


def _literals(annotation: Any) -> Iterator[tuple[str, ...]]:
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from _literals(inner)


def word_label(word: str, words: tuple[str, ...]) -> str:
    """What a word is called; `words` are those of its list, or the one that tells a kind."""
    terms = KIND if words == (word,) else terms_of(words)
    return terms.label(word) if terms else plain(word)
