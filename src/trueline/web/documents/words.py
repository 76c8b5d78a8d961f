"""The words that a person reads for a value of the document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from babel import Locale
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext

from trueline.document import Document, Element, Money, resolve
from trueline.document.field_spec import FieldSpec, field_specs
from trueline.review import all_rules
from trueline.toolkit import Toolkit, Vocabulary

COUNTRIES = "country"
SPECIAL_WORDS = {
    "baseline-endline": "Baseline and endline",
    "follow-up": "Follow-up",
    "half-yearly": "Half-yearly",
    "low-level": "Low-level",
    "yes-no": "Yes or no",
    "justice": "Criminal justice",
    "legal": "Legal framework",
    "plans": "National plans",
}
"""Words whose hyphen is part of them, or that say too little by themselves."""


def label_of(word: str, spec: FieldSpec, toolkit: Toolkit) -> str:
    """What a word of a list is called: its term in the vocabulary, else the word itself."""
    return terms(spec.words, toolkit).get(word) or in_words(word)


def in_words(word: str) -> str:
    """`not-known` as “Not known”, in the language of the page."""
    return gettext(plain_words(word))


def plain_words(word: str) -> str:
    """`not-known` as “Not known”, in English: what translations know it by."""
    if word in SPECIAL_WORDS:
        return SPECIAL_WORDS[word]
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


def names_in(document: Document, lists: tuple[str, ...], toolkit: Toolkit) -> dict[str, str]:
    """Names by id of everything in some lists of the document, wherever these lists stand."""
    known = document.elements_by_list
    return {
        element.key_value: name_of(element, toolkit)
        for element in (each for name in lists for each in known.get(name, ()))
    }


def name_in(document: Document, lists: tuple[str, ...], id: str, toolkit: Toolkit) -> str:
    """The name of one of them; "" where none has this id."""
    for name in lists:
        for element in document.elements_by_list.get(name, ()):
            if element.key_value == id:
                return name_of(element, toolkit)
    return ""


def name_of(element: Element, toolkit: Toolkit) -> str:
    """What an element is called on a page; a kind, question or rule by its words."""
    if element.named == element.key and element.key != "id":
        return _word_named(element, toolkit) or element.name
    if element.named == "id":
        return gettext(element.noun)
    named_by = getattr(element, element.named)
    return day_in_words(named_by) if isinstance(named_by, date) else element.name


def _word_named(element: Element, toolkit: Toolkit) -> str:
    """The word by which an element is known: a term of its list, a question, a rule."""
    word = str(getattr(element, element.key))
    listed = terms(field_specs(type(element))[element.key].words, toolkit)
    return listed.get(word) or title_of(word, toolkit)


def title_of(id: str, toolkit: Toolkit) -> str:
    """The title of an entry of the toolkit or of a rule; "" where there is none of this id."""
    if id in toolkit:
        return str(getattr(toolkit[id], "title", "") or id)
    rule = all_rules().get(id)
    return rule.title if rule else ""


def place_in_words(address: str, document: Document, toolkit: Toolkit) -> str:
    """What stands at an address, or the question of the toolkit that has this id; else as it is."""
    if address in toolkit:
        return title_of(address, toolkit)
    try:
        place = resolve(document, address.partition("].")[0] + "]" if "]." in address else address)
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


def value_in_words(value: Any, spec: FieldSpec, document: Document, toolkit: Toolkit) -> str:
    """One value as a page shows it."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, date):
        return day_in_words(value)
    if spec.names == "place":
        return place_in_words(str(value), document, toolkit)
    if spec.names == "language":
        return languages().get(str(value), str(value))
    if spec.names == "vocabulary":
        return list_in_words(str(value), toolkit)
    if isinstance(value, Money):
        return f"{value.currency} {number_format(value.amount, force_grouping=True)}"
    if isinstance(value, (int, Decimal)):
        return str(number_format(value))
    if spec.refers:
        return name_in(document, spec.refers, value, toolkit) or str(value)
    if spec.choices or spec.words:
        return label_of(str(value), spec, toolkit)
    return str(value)
