"""Babel's data for the current language.

Babel is imported where it is first needed, since most commands begin without it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from trueline.language.context import ENGLISH, get_language
from trueline.language.pseudo import PSEUDO

if TYPE_CHECKING:
    from babel import Locale


def locale() -> Locale:
    """Babel's knowledge of the language that is spoken."""
    return _locale(get_language())


@functools.cache
def _locale(language: str) -> Locale:
    """English is written as in Britain; pseudo as in Greece, so that what is written by hand shows."""
    from babel import Locale, UnknownLocaleError

    if language == PSEUDO:
        return Locale("el")
    for code in (language, language.partition("-")[0]):
        try:
            parsed = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return Locale("en", "GB") if parsed.language == ENGLISH else parsed
    return Locale("en", "GB")


def base_language(language: str = "") -> str:
    """The base of a language tag, `fr` of `fr-CA`; without an argument, of the current language.

    The pseudo-language is a form of none, so that what stays in English is told apart in it too.
    """
    language = language or get_language()
    return language if language == PSEUDO else language.partition("-")[0]


def territories() -> Mapping[str, str]:
    """Countries and areas by their code, as the reader's language names them."""
    names: Mapping[str, str] = locale().territories
    return names


def language_names() -> Mapping[str, str]:
    """Languages by code as the reader's language names them, in the order of the names."""
    return _language_names(get_language())


@functools.cache
def _language_names(language: str) -> Mapping[str, str]:
    names_by_code = _locale(language).languages
    names = (
        (name[:1].upper() + name[1:], code)
        for code, name in names_by_code.items()
        if len(code) == 2
    )
    return MappingProxyType({code: name for name, code in sorted(names)})


def currency_names() -> Mapping[str, str]:
    """The currencies that sums can be in, by code, as the reader's language names them."""
    return _currency_names(get_language())


@functools.cache
def _currency_names(language: str) -> Mapping[str, str]:
    from trueline.language.parsing import currencies

    names_by_code = _locale(language).currencies
    return MappingProxyType(
        {code: names_by_code.get(code, code) for code in currencies() if code not in _NO_MONEY}
    )


_NO_MONEY = frozenset(
    [
        "XAD",
        "XAG",
        "XAU",
        "XBA",
        "XBB",
        "XBC",
        "XBD",
        "XDR",
        "XPD",
        "XPT",
        "XSU",
        "XTS",
        "XUA",
        "XXX",
    ]
)
"""ISO 4217 codes that nobody pays with: metals, units of account, and none."""


def direction() -> str:
    """The direction of the language: `ltr`, or `rtl` from right to left."""
    return direction_of(get_language())


@functools.cache
def direction_of(language: str) -> str:
    """The direction of a language: `ltr`, or `rtl` from right to left."""
    return str(_locale(language).text_direction)
