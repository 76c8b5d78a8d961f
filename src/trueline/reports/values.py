"""Values of a document as a reader sees them: words instead of codes, names instead of ids.

Read by pages, reports and commands alike. Zero, missing and not applicable are three things: a
value of 0 is said, an empty field is "".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from trueline.document import Document, Element, Money, Part, outermost, resolve
from trueline.document.field_spec import FieldSpec, field_specs
from trueline.document.fields import is_empty
from trueline.language import (
    base_language,
    day,
    get_language,
    gettext,
    language_names,
    money,
    number,
    territories,
)
from trueline.language.terms import KIND, plain, terms_of
from trueline.review import all_rules
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import months, vocabulary_title

COUNTRIES = "country"
NAMED_BY_THE_UN = frozenset({"TW", "XK"})
"""Areas that keep the name of the United Nations in every language, where other lists differ."""
LONG = 40
"""Values of a list that are longer than this are parted by semicolons."""


class Wording:
    """Puts the values of one document into words."""

    def __init__(self, document: Document, toolkit: Toolkit) -> None:
        self.document = document
        self.toolkit = toolkit

    def filled(self, part: Part, *, without: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
        """Label and value of each filled field, in the order of the form.

        Fields that hold parts of their own are left to the caller.
        """
        rows = (
            (gettext(spec.title), self.value(getattr(part, name), spec))
            for name, spec in field_specs(type(part)).items()
            if not (name == "id" or name in without or spec.is_part or spec.is_list)
        )
        return tuple((label, words) for label, words in rows if words)

    def field(self, part: Part, name: str) -> str:
        """One field of a part in words; "" where it is empty."""
        return self.value(getattr(part, name), field_specs(type(part))[name])

    def value(self, value: Any, spec: FieldSpec) -> str:
        """A value in words, as its field declares it; several of them as one text."""
        if is_empty(value):
            return ""
        if not isinstance(value, tuple):
            return self.single(value, spec)
        if isinstance(value[0], int):
            return gettext("{months} after", months=months(tuple(sorted(value))))
        texts = self.values(value, spec)
        return "; ".join(texts) if any(len(text) > LONG for text in texts) else ", ".join(texts)

    def values(self, value: Any, spec: FieldSpec) -> tuple[str, ...]:
        """Each of the values of a field in words; of one that holds a single value, that one."""
        values = value if isinstance(value, tuple) else (value,)
        return tuple(self.single(one, spec) for one in values)

    def single(self, value: Any, spec: FieldSpec) -> str:
        """One value of a field in words."""
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        if isinstance(value, Money):
            return money(value.amount, value.currency)
        if isinstance(value, date):
            return day(value)
        if isinstance(value, int | Decimal):
            return str(value) if spec.is_year else number(value)
        return self._text(str(value), spec)

    def _text(self, text: str, spec: FieldSpec) -> str:
        match spec.names:
            case "place":
                return self.place(text)
            case "language":
                return language_names().get(text, text)
            case "vocabulary":
                return vocabulary_title(self.toolkit, text)
        if spec.refers:
            element = self._referred(text, spec.refers)
            return name_of(element, self.toolkit) if element else gettext("no longer there")
        return word_label(text, spec, self.toolkit) if spec.words or spec.choices else text

    def place(self, address: str) -> str:
        """The label of the place at an address, or of the toolkit's question with this id; else the text itself."""
        if address in self.toolkit:
            return title_of(address, self.toolkit)
        try:
            place = resolve(self.document, outermost(address))
        except (KeyError, ValueError):
            return address
        return name_of(place, self.toolkit) if isinstance(place, Element) else address

    def name(self, element: Element) -> str:
        """The name of an element."""
        return name_of(element, self.toolkit)

    def names(self, lists: tuple[str, ...]) -> dict[str, str]:
        """Names by id of everything in some lists, wherever in the document these stand."""
        elements_by_list = self.document.elements_by_list
        return {
            element.key_value: name_of(element, self.toolkit)
            for element in (each for name in lists for each in elements_by_list.get(name, ()))
        }

    def _referred(self, id: str, lists: tuple[str, ...]) -> Element | None:
        return next(
            filter(None, (self.document.elements_by_key.get((name, id)) for name in lists)), None
        )


def word_label(word: str, spec: FieldSpec, toolkit: Toolkit) -> str:
    """The label of a word in a field; an unknown word is returned as it is."""
    labels = terms_in(spec.words, toolkit)
    if label := labels.get(word) or labels.get(word.lower()):
        return label
    terms = KIND if spec.choices == (word,) else terms_of(spec.choices)
    return terms.label(word) if terms else plain(word)


def word_choices(spec: FieldSpec, toolkit: Toolkit) -> Iterator[tuple[str, str]]:
    """The words that a field may take, with their labels."""
    if spec.choices:
        return ((word, word_label(word, spec, toolkit)) for word in spec.choices)
    return iter(terms_in(spec.words, toolkit).items())


def terms_in(vocabulary: str, toolkit: Toolkit) -> Mapping[str, str]:
    """Labels by id of a list of the vocabulary; none where the list is not there."""
    return _terms_in(vocabulary, toolkit, get_language())


@lru_cache(maxsize=256)
def _terms_in(vocabulary: str, toolkit: Toolkit, language: str) -> Mapping[str, str]:
    """Put together once for each language: a page asks for the same few lists again and again."""
    if not vocabulary or vocabulary not in toolkit:
        return MappingProxyType({})
    labels = {term.id: term.label for term in toolkit.terms(vocabulary)}
    if vocabulary != COUNTRIES:
        return MappingProxyType({id: gettext(label) for id, label in labels.items()})
    names = territories() if base_language(language) != toolkit.head.language else {}
    by_code = {id.upper(): label for id, label in labels.items()}
    return MappingProxyType(
        {
            code: gettext(label) if code in NAMED_BY_THE_UN else names.get(code, label)
            for code, label in by_code.items()
        }
    )


def name_of(element: Element, toolkit: Toolkit) -> str:
    """The name of an element; of a kind, question or rule its title, of a link its sort."""
    if element.named == "id":
        return element.sort
    value = getattr(element, element.named)
    if isinstance(value, date):
        return day(value)
    if element.named != element.key:
        return element.name
    spec = field_specs(type(element))[element.key]
    if spec.words or spec.choices:
        return word_label(str(value), spec, toolkit)
    return title_of(str(value), toolkit) or element.name


def title_of(id: str, toolkit: Toolkit) -> str:
    """The title of an entry of the toolkit or of a rule; "" where there is none of this id."""
    if id in toolkit:
        return str(getattr(toolkit[id], "title", "") or id)
    rule = all_rules().get(id)
    return rule.title if rule else ""
