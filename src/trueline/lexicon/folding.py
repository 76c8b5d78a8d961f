"""Texts as they are compared: without case, accents and punctuation, and the way back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ARABIC = str.maketrans("أإآٱىة", "اااايه")
"""Letters that Arabic writers use for one another."""

_TATWEEL = "\u0640"
_APART = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ı": "i", "ł": "l"}


@dataclass(frozen=True)
class Folded:
    """A text folded. `places[i]` is where letter `i` of `text` stands in the original."""

    text: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind a span of the folded text."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Lower case, no accents, one space for anything that is neither letter nor digit.

    Apostrophes and hyphens are such spaces: “hot-line” and “hot line” fold alike, as do “d’accueil”
    and “d'accueil”.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _letters(character) or ("",):
            if letter == "" or (letter == " " and (not letters or letters[-1] == " ")):
                continue
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), tuple(places))


def folded(text: str) -> str:
    """The text of `fold`, for those who need no way back."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return _SPACES.sub(" ", text.translate(_TABLE)).removeprefix(" ")


def folds_to_something(text: str) -> bool:
    """Whether anything of a text remains once it is folded, said at the first letter that does."""
    if (first := text[:1]).isascii() and first.isalnum():
        return True
    return any(_letters(character).strip() for character in text)


class _Letters(dict[int, str]):
    """Maps each character to what it folds to, looked up when it is met first."""

    def __missing__(self, code: int) -> str:
        result = self[code] = _letters(chr(code))
        return result


_SPACES = re.compile(" {2,}")
_TABLE = _Letters()
"""At most as many entries as there are characters."""


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    """Folds one character: to letters, a space, or nothing for a mark written over another."""
    if character == _TATWEEL:
        return ""
    lower = unicodedata.normalize("NFKD", character.lower()).casefold()
    decomposed = "".join(_APART.get(letter, letter) for letter in lower)
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    if decomposed and not letters:
        return ""
    folded = "".join(letter if letter.isalnum() else " " for letter in letters)
    return folded.translate(_ARABIC)
