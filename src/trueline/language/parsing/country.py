"""Countries and areas by code or name, in several languages; never the nearest one."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from trueline.language.parsing.parsed import Parsed, parsed
from trueline.language.parsing.signs import plain_words

KOSOVO = "XK"
"""In use, though ISO 3166 has no code for it."""
NAMES_IN = ("en", "fr", "es", "pt", "ar", "ru", "de", "zh")
"""Languages whose names of countries are known."""
_IN_ISO = {"zh": "zh_CN"}
ARTICLES = ("the", "la", "le", "les", "el", "los", "las", "l", "a", "o", "os", "as", "die", "der")
ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(codes.split())
        for name, codes in {
            "bosnia": "BA",
            "bosnie": "BA",
            "brunei": "BN",
            "burma": "MM",
            "cape verde": "CV",
            "china hong kong special administrative region": "HK",
            "china macao special administrative region": "MO",
            "congo": "CD CG",
            "congo brazzaville": "CG",
            "congo kinshasa": "CD",
            "corea": "KP KR",
            "coree": "KP KR",
            "cote divoire": "CI",
            "czech republic": "CZ",
            "d r congo": "CD",
            "democratic republic of the congo": "CD",
            "dprk": "KP",
            "dr congo": "CD",
            "drc": "CD",
            "east timor": "TL",
            "gambia the": "GM",
            "holland": "NL",
            "hollande": "NL",
            "ivory coast": "CI",
            "korea": "KP KR",
            "kosovo united nations security council resolution 1244 1999": "XK",
            "ksa": "SA",
            "lao pdr": "LA",
            "macedonia": "MK",
            "netherlands kingdom of the": "NL",
            "rdc": "CD",
            "republic of korea": "KR",
            "rok": "KR",
            "russia": "RU",
            "saint martin": "MF SX",
            "saint siege": "VA",
            "santa sede": "VA",
            "swaziland": "SZ",
            "turkey": "TR",
            "u k": "GB",
            "u s": "US",
            "u s a": "US",
            "uae": "AE",
            "uk": "GB",
            "united states virgin islands": "VI",
            "usa": "US",
            "vatican": "VA",
            "virgin islands": "VG VI",
            "wallis and futuna islands": "WF",
            "كوت ديفوار": "CI",
        }.items()
    }
)
"""Names in use, by the United Nations too, that the lists lack, and those that more than one country goes by."""


_SAINT = re.compile(r"^st ")


def country_codes() -> tuple[str, ...]:
    """The code of every country and area: ISO 3166-1, and XK."""
    import pycountry

    return tuple(sorted({KOSOVO, *(each.alpha_2 for each in pycountry.countries)}))


def parse_country(text: str) -> Parsed[str]:
    """The code of a country by its code of two or three letters, or by its name as it is written."""
    written = " ".join(text.split())
    if written.isupper() and len(written) in (2, 3) and written in _codes():
        return Parsed(text, (_codes()[written],))
    name = _SAINT.sub("saint ", plain_words(written.replace("&", " and ")))
    first, _, rest = name.partition(" ")
    codes = _names().get(name) or (_names().get(rest) if first in ARTICLES else None)
    return parsed(text, codes or ())


def countries_beginning(text: str) -> tuple[str, ...]:
    """The codes of all that have a name, in any language, in which a word begins so; whole names first."""
    begun = plain_words(text)
    if not begun:
        return ()
    first: dict[str, None] = {}
    later: dict[str, None] = {}
    for name, codes in _names().items():
        if name.startswith(begun):
            first.update(dict.fromkeys(codes))
        elif f" {begun}" in name:
            later.update(dict.fromkeys(codes))
    return tuple(first | later)


@cache
def _codes() -> Mapping[str, str]:
    import pycountry

    long = {each.alpha_3: each.alpha_2 for each in pycountry.countries}
    return MappingProxyType({**long, **{code: code for code in country_codes()}})


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    codes_by_name: dict[str, dict[str, None]] = {}
    for code, name in _each_name():
        swapped = " ".join(reversed(name.split(", ", 1)))
        for form in {
            plain_words(name),
            plain_words(swapped),
            *map(plain_words, re.split(r" \(|, ", name)[:1]),
        }:
            if form:
                codes_by_name.setdefault(form, {})[code] = None
    return MappingProxyType(
        {name: tuple(codes) for name, codes in codes_by_name.items()} | dict(ALSO)
    )


def _each_name() -> Iterator[tuple[str, str]]:
    """As ISO has them, in English and as translated there, and as Babel has them."""
    import pycountry
    from babel import Locale

    translations = [lambda name: name, *_translations_of_iso()]
    for country in pycountry.countries:
        for kind in ("name", "official_name", "common_name"):
            if name := getattr(country, kind, ""):
                for translated in translations:
                    yield country.alpha_2, translated(name)
    codes = set(country_codes())
    for language in NAMES_IN:
        for code, name in Locale(language).territories.items():
            if code in codes:
                yield code, name


def _translations_of_iso() -> Iterator[Callable[[str], str]]:
    """Functions that translate ISO's names: these include the full names that Babel lacks."""
    import pycountry

    for language in NAMES_IN:
        yield gettext.translation(
            "iso3166-1", pycountry.LOCALES_DIR, [_IN_ISO.get(language, language)], fallback=True
        ).gettext
