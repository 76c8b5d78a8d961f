"""The outline of a document to be read, divided into pages; nothing is put into words yet.

A chapter of a thousand elements would be megabytes of HTML, and take seconds to make. So its elements
are weighed, and only those of the page that somebody opens become cards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from trueline.document import Element, Part
from trueline.document.field_spec import field_specs

LONGEST = 150_000
"""Characters of HTML that still travel as one page, packed into some 25 KB."""
WHOLE = 400_000
"""As many at most where somebody asks for all of it at once, packed into less than 60 KB."""
AROUND_A_PART = 900
"""Characters of HTML around the words of an element, measured on the worked examples."""


@dataclass(frozen=True)
class Stretch:
    """The elements of a list from `start` to before `stop`."""

    address: str
    start: int
    stop: int


@dataclass(frozen=True)
class Outline:
    """A chapter: the place of its step, its title, and what stretches of lists each page of it has.

    A page that has none holds what is no list. `weight` is about how many characters it is in HTML.
    """

    slug: str
    title: str
    pages: tuple[tuple[Stretch, ...], ...]
    weight: int

    @property
    def stretches(self) -> Iterator[Stretch]:
        """All of its lists, each in one stretch."""
        every = (stretch for page in self.pages for stretch in page)
        for address, group in groupby(every, key=lambda stretch: stretch.address):
            parts = list(group)
            yield Stretch(address, parts[0].start, parts[-1].stop)


def divided(
    lists: list[tuple[str, tuple[Element, ...]]],
) -> tuple[tuple[tuple[Stretch, ...], ...], int]:
    """The pages on which lists stand, one after the other, and the weight of all."""
    pages: list[list[Stretch]] = [[]]
    whole = here = 0
    for address, elements in lists:
        start = 0
        for place, element in enumerate(elements):
            weight = weight_of(element)
            if here and here + weight > LONGEST:
                if place > start:
                    pages[-1].append(Stretch(address, start, place))
                pages.append([])
                start, here = place, 0
            here += weight
            whole += weight
        pages[-1].append(Stretch(address, start, len(elements)))
    return tuple(tuple(page) for page in pages), whole


def weight_of(element: Element) -> int:
    """About how many characters of HTML an element is."""
    letters = len(element.model_dump_json(exclude_defaults=True))
    return letters + AROUND_A_PART * _parts_in(element)


def _parts_in(part: Part) -> int:
    """The part itself and the elements in it."""
    nested = (
        element
        for name, spec in field_specs(type(part)).items()
        if spec.is_list
        for element in getattr(part, name)
    )
    return 1 + sum(_parts_in(element) for element in nested)
