"""The words that a person reads for a value of the document."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from babel import Locale
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext

from trueline.design import Design
from trueline.document import Element, Money, elements_of, resolve
from trueline.review import all_rules
from trueline.toolkit import Toolkit, Vocabulary
from trueline.web.designs.forms.shapes import Shape

COUNTRIES = "country"
SAID = {
    "baseline-endline": "Baseline and endline", "follow-up": "Follow-up",
    "half-yearly": "Half-yearly", "low-level": "Low-level", "yes-no": "Yes or no",
    "justice": "Criminal justice", "legal": "Legal framework", "plans": "National plans",
}  # fmt: skip
"""Words whose hyphen is part of them, or that say too little by themselves."""


def label_of(word: str, shape: Shape, toolkit: Toolkit) -> str:
    """What a word of a list is called: its term in the vocabulary, else the word itself."""
    return terms(shape.words, toolkit).get(word) or in_words(word)


def in_words(word: str) -> str:
    """`not-known` as “Not known”, in the language of the page."""
    return gettext(plain_words(word))


def plain_words(word: str) -> str:
    """`not-known` as “Not known”, in English: what translations know it by."""
    if word in SAID:
        return SAID[word]
    plain = word.replace("-", " ")
    return plain[:1].upper() + plain[1:]


def terms(vocabulary: str, toolkit: Toolkit) -> Mapping[str, str]:
    """Labels by id of a list of the vocabulary; none where the list is not there."""
    return _terms(vocabulary, toolkit, get_language() or "")


@lru_cache(maxsize=256)
def _terms(vocabulary: str, toolkit: Toolkit, language: str) -> Mapping[str, str]:
    """Put together once for each language: a page asks for the same few lists again and again."""
    if not vocabulary or vocabulary not in toolkit:
        return MappingProxyType({})
    if vocabulary == COUNTRIES:
        return MappingProxyType(_countries(toolkit, language))
    return MappingProxyType({term.id: gettext(term.label) for term in toolkit.terms(vocabulary)})


def _countries(toolkit: Toolkit, language: str) -> dict[str, str]:
    """Countries by code as ISO writes it, named as Unicode's list does in other languages."""
    known = {term.id.upper(): term.label for term in toolkit.terms(COUNTRIES)}
    if not language or language.startswith(toolkit.head.language):
        return known
    names = Locale.parse(language, sep="-").territories
    return {code: names.get(code, label) for code, label in known.items()}


def named(design: Design, lists: tuple[str, ...], toolkit: Toolkit) -> dict[str, str]:
    """Names by id of everything in some lists of the design, wherever these lists stand."""
    known = _by_list(design)
    return {
        element.key_value: name_of(element, toolkit)
        for element in (each for name in lists for each in known.get(name, ()))
    }


def name_in(design: Design, lists: tuple[str, ...], id: str, toolkit: Toolkit) -> str:
    """The name of one of them; "" where none has this id."""
    for name in lists:
        for element in _by_list(design).get(name, ()):
            if element.key_value == id:
                return name_of(element, toolkit)
    return ""


def _by_list(design: Design) -> dict[str, list[Element]]:
    """The elements of a design by the name of their list, gathered once for each design."""
    known = _gathered.get(id(design))
    if known and known[0]() is design:
        return known[1]
    found: dict[str, list[Element]] = {}
    for address, element in elements_of(design):
        found.setdefault(address.rpartition("[")[0].rpartition(".")[2], []).append(element)
    key = id(design)
    _gathered[key] = (weakref.ref(design, lambda _gone: _gathered.pop(key, None)), found)
    return found


_gathered: dict[int, tuple[weakref.ref[Design], dict[str, list[Element]]]] = {}
"""By identity, since comparing designs would cost more than gathering."""


def name_of(element: Element, toolkit: Toolkit) -> str:
    """What an element is called on a page; a kind, question or rule by its words."""
    if element.named == element.key and element.key != "id":
        return word_named(element.key_value.partition("@")[0], toolkit) or element.name
    if element.named == "id":
        return gettext(element.noun)
    named_by = getattr(element, element.named)
    return day_in_words(named_by) if isinstance(named_by, date) else element.name


def word_named(word: str, toolkit: Toolkit) -> str:
    """A kind of displacement or way of pressing by its label, a question or rule by its title."""
    if word in toolkit:
        return str(getattr(toolkit[word], "title", "") or word)
    for vocabulary in ("displacement-kind", "strategy"):
        if label := terms(vocabulary, toolkit).get(word):
            return label
    rule = all_rules().get(word)
    return rule.title if rule else ""


def place_in_words(address: str, design: Design, toolkit: Toolkit) -> str:
    """What stands at an address, or the question of the toolkit that has this id; else as it is."""
    if address in toolkit:
        return word_named(address, toolkit)
    try:
        place = resolve(design, address.partition("].")[0] + "]" if "]." in address else address)
    except (KeyError, ValueError):
        return address
    return name_of(place, toolkit) if isinstance(place, Element) else address


def list_in_words(id: str, toolkit: Toolkit) -> str:
    """The title of a list of the vocabulary; else the word itself."""
    found = toolkit.get(id)
    return gettext(found.title) if isinstance(found, Vocabulary) else id


def languages() -> Mapping[str, str]:
    """Languages by code, by their names in the language of the page, in the order of the names."""
    return _languages(get_language() or "en")


@lru_cache(maxsize=16)
def _languages(language: str) -> Mapping[str, str]:
    known = Locale.parse(language, sep="-").languages
    named = ((name[:1].upper() + name[1:], code) for code, name in known.items() if len(code) == 2)
    return MappingProxyType({code: name for name, code in sorted(named)})


def day_in_words(day: date) -> str:
    return date_format(day, "j F Y")


def value_in_words(value: Any, shape: Shape, design: Design, toolkit: Toolkit) -> str:
    """One value as a page shows it."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, date):
        return day_in_words(value)
    if shape.names == "place":
        return place_in_words(str(value), design, toolkit)
    if shape.names == "language":
        return languages().get(str(value), str(value))
    if shape.names == "vocabulary":
        return list_in_words(str(value), toolkit)
    if isinstance(value, Money):
        return f"{value.currency} {number_format(value.amount, force_grouping=True)}"
    if isinstance(value, (int, Decimal)):
        return str(number_format(value))
    if shape.refers:
        return name_in(design, shape.refers, value, toolkit) or str(value)
    if shape.choices or shape.words:
        return label_of(str(value), shape, toolkit)
    return str(value)
