"""Digits, spaces and signs of all scripts, brought to those that numbers and dates are read in."""

from __future__ import annotations

import unicodedata
from functools import cache

SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r"
UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\ufeff"
)
SIGNS = str.maketrans(
    {
        **dict.fromkeys(SPACES, " "),
        **dict.fromkeys(UNSEEN, None),
        **dict.fromkeys("’‘ʼ`´′٬", "'"),
        **dict.fromkeys("−–—‐‑", "-"),
        "،": ",",
        "٪": "%",
    }
)
ARABIC_DECIMAL = "٫"


def in_ascii(text: str) -> str:
    """A text with digits of any script as 0 to 9, plain spaces, hyphens and apostrophes."""
    if not text.isascii():
        text = "".join(map(_digit, text.translate(SIGNS)))
    return " ".join(text.split())


@cache
def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


def plain_words(text: str) -> str:
    """Words in lower case without accents and punctuation, one space apart."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(letters).split())
