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


def by_key(element: Element) -> str:
    """To put elements in an order that does not depend on where they stand."""
    return element.key_value


def alike(elements: Iterable[Element]) -> list[list[Element]]:
    """Elements by what they say, together where it is the same; those that say nothing are left out.

    Those that say the same come by their key, not by where they stand, so that a finding about them
    keeps its address when a team puts its list in another order.
    """
    groups: dict[str, list[Element]] = {}
    for element in elements:
        if words := flat(str(getattr(element, element.named))):
            groups.setdefault(words, []).append(element)
    return [sorted(group, key=by_key) for group in groups.values()]
