"""Elements that say the same thing in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trueline.document import Element

_NOT_A_WORD = re.compile(r"[^\w%]+")
_MEASURED = re.compile(
    r"^(the )?(number|share|proportion|percentage|per ?cent|%|nombre|part|pourcentage|numero|número"
    r"|proporción|porcentaje) (of|de|des|du|d|de los|de las|del) "
)


def flat(text: str) -> str:
    """A statement in small letters, without signs."""
    return " ".join(_NOT_A_WORD.sub(" ", text.casefold()).split())


def of_what(text: str) -> str:
    """The same without that it is a number or a share."""
    return _MEASURED.sub("", flat(text))


def alike(elements: Iterable[Element]) -> list[list[Element]]:
    """Elements by what they say, together where it is the same; those that say nothing are left out."""
    groups: dict[str, list[Element]] = {}
    for element in elements:
        if said := flat(str(getattr(element, element.named))):
            groups.setdefault(said, []).append(element)
    return list(groups.values())
