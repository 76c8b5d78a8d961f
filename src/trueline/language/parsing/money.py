"""Sums of money: an amount, and the currency by its code, sign or name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

from trueline.language.parsing.number import DecimalSign, parse_number
from trueline.language.parsing.parsed import Parsed, parsed
from trueline.language.parsing.signs import in_ascii, plain_words

NAMES_IN = ("en", "fr", "es", "pt", "ar", "ru")
"""Languages whose names of currencies are known."""
DECIMALS: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(
            [
                "BIF",
                "CLP",
                "DJF",
                "GNF",
                "ISK",
                "JPY",
                "KMF",
                "KRW",
                "PYG",
                "RWF",
                "UGX",
                "VND",
                "VUV",
                "XAF",
                "XOF",
                "XPF",
            ],
            0,
        ),
        **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
        "CLF": 4,
    }
)
"""Digits after the decimal sign (ISO 4217), where there are not two."""
DOLLARS = "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD"
PESOS = "ARS CLP COP CUP DOP MXN PHP UYU"
SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        sign: tuple(codes.split())
        for sign, codes in {
            "€": "EUR",
            "$": f"{DOLLARS} {PESOS}",
            "us$": "USD",
            "au$": "AUD",
            "a$": "AUD",
            "ca$": "CAD",
            "c$": "CAD",
            "nz$": "NZD",
            "hk$": "HKD",
            "s$": "SGD",
            "nt$": "TWD",
            "mx$": "MXN",
            "r$": "BRL",
            "n$": "NAD",
            "j$": "JMD",
            "tt$": "TTD",
            "ec$": "XCD",
            "£": "GBP EGP FKP GIP LBP SDG SHP SSP SYP",
            "¥": "CNY JPY",
            "kr": "DKK ISK NOK SEK",
            "₹": "INR",
            "rs": "INR LKR MUR NPR PKR SCR",
            "₨": "INR LKR MUR NPR PKR SCR",
            "fcfa": "XAF XOF",
            "cfa": "XAF XOF",
            "f cfa": "XAF XOF",
            "₣": "CHF",
            "fr": "CHF",
            "៛": "KHR",
            "฿": "THB",
            "₫": "VND",
            "₱": "PHP",
            "₦": "NGN",
            "₵": "GHS",
            "gh₵": "GHS",
            "₴": "UAH",
            "₺": "TRY",
            "₽": "RUB",
            "руб": "BYN RUB",
            "₾": "GEL",
            "₸": "KZT",
            "₩": "KRW",
            "৳": "BDT",
            "tk": "BDT",
            "rp": "IDR",
            "rm": "MYR",
            "ksh": "KES",
            "tsh": "TZS",
            "ush": "UGX",
            "د.ت": "TND",
            "dt": "TND",
        }.items()
    }
)
"""Signs for currencies in small letters, with every currency that each may mean."""


@dataclass(frozen=True)
class Sum:
    """An amount in a currency, by its ISO 4217 code; "" where none is named."""

    amount: Decimal
    currency: str


def currencies() -> tuple[str, ...]:
    """The code of every currency of ISO 4217."""
    import pycountry

    return tuple(sorted(each.alpha_3 for each in pycountry.currencies))


def currency_decimals(currency: str) -> int:
    """How many digits a currency has after the decimal sign: 2 for EUR, 3 for TND, 0 for XOF."""
    return DECIMALS.get(currency, 2)


def parse_money(text: str, *, currency: str = "", decimal_sign: DecimalSign = "") -> Parsed[Sum]:
    """Read a sum. `currency` is the one that is meant where the text names none, or only a sign.

    The decimals of the currency rule readings out: EUR 6.000 can only be six thousand.
    """
    split = _AROUND.fullmatch(in_ascii(text))
    if split is None or len(text) > 120:
        return Parsed(text)
    before, number, after = (part.strip() for part in split.groups())
    currency_name, number = _split_currency(before, number, after)
    codes = _codes_of(currency_name) if currency_name else [currency]
    if currency in codes:
        codes = [currency]
    return parsed(
        text,
        (
            Sum(amount, code)
            for code in codes
            for amount in parse_number(
                number,
                decimals=currency_decimals(code) if code else None,
                decimal_sign=decimal_sign,
            ).readings
        ),
    )


_AROUND = re.compile(r"([^\d(+-]*)([(+-]*\d(?:.*\d)?\)?)(.*)")
_CLOSING = re.compile(r"^[.,]?-+$|^/-$|^[.,]-")


def _split_currency(before: str, number: str, after: str) -> tuple[str, str]:
    """The name of the currency, and the number with a word such as million."""
    after = _CLOSING.sub("", after).strip()
    words = after.split()
    if words and parse_number(f"1 {words[0]}").readings:
        number, after = f"{number} {words[0]}", " ".join(words[1:]).removeprefix("de ").strip()
    elif after[:1].casefold() in ("k", "m") and after[1:].casefold() in SIGNS:
        number, after = f"{number} {after[0]}", after[1:]
    return " ".join(part for part in (before, after) if part), number


def _codes_of(name: str) -> list[str]:
    """The currencies that a code, sign or name can mean; of what is written twice, those in both."""
    whole = _lookup(name)
    if whole or " " not in name:
        return list(whole)
    first, *others = (set(_lookup(word)) for word in name.split())
    return sorted(first.intersection(*others))


def _lookup(name: str) -> tuple[str, ...]:
    code = name.upper()
    if len(code) == 3 and code in _all_codes():
        return (code,)
    sign = name.casefold()
    return SIGNS.get(sign) or SIGNS.get(sign.rstrip(".")) or _names().get(plain_words(name), ())


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(currencies())


def _each_name(locale: Any) -> Iterator[tuple[str, str]]:
    """A language's names of a currency, singular and plural: reais, рублей."""
    yield from locale.currencies.items()
    for code, forms in locale._data["currency_names_plural"].items():
        yield from ((code, name) for name in forms.values())


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Names of currencies, and the last or first word of several (dinar), with what it can mean."""
    from babel import Locale

    codes_by_name: dict[str, dict[str, None]] = {}
    for language in NAMES_IN:
        for code, name in _each_name(Locale(language)):
            if code in _all_codes():
                words = plain_words(name).split()
                for name_form in {" ".join(words), words[-1], words[0]}:
                    for form in (name_form, f"{name_form}s"):
                        codes_by_name.setdefault(form, {})[code] = None
    exact = {"euro": ("EUR",), "euros": ("EUR",)}
    return MappingProxyType({name: tuple(codes) for name, codes in codes_by_name.items()} | exact)
