"""A language in which every string of the program is altered, to see which ones escape it.

Whoever sets `TRUELINE_LANGUAGE=en-xa` sees at once what is not marked for translation: it stands in
plain letters. Values, tags and what stands between backticks keep theirs.
"""

from __future__ import annotations

import re
from gettext import NullTranslations

PSEUDO = "en-xa"

_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćđéƒĝĥíĵķłḿńóṕɋŕšťúṽŵẋýžÁɃĆĐÉƑĜĤÍĴĶŁḾŃÓṔɊŔŠŤÚṼŴẊÝŽ",
)
_PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd%]|<[^<>]*>|&\w+;|`[^`]*`|https?://\S+")


def altered(text: str) -> str:
    """A text with no plain letter outside of what is kept.

    >>> altered("Set {name} aside")
    'Šéť {name} ášíđé'
    """
    placeholders = _PLACEHOLDER.findall(text)
    parts = [part.translate(_LETTERS) for part in _PLACEHOLDER.split(text)]
    return "".join(part for pair in zip(parts, [*placeholders, ""], strict=True) for part in pair)


class PseudoTranslations(NullTranslations):
    """Alters every message."""

    def gettext(self, message: str) -> str:
        return altered(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return altered(singular if count == 1 else plural)

    def pgettext(self, context: str, message: str) -> str:
        return altered(message)
