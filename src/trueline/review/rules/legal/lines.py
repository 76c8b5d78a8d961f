"""The addresses of findings on several lines of a checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from trueline.legal import CHECKLISTS, Item, LegalReview, Provision
from trueline.review.finding import address_of_all

I = TypeVar("I", bound=Item)  # noqa: E741
LinesAtField = tuple[str, tuple[str, ...], list[I]]
"""`path` and `also_at` of a finding, and the lines that it is about."""


def provisions(
    review: LegalReview, fits: Callable[[Provision], bool], field: str
) -> Iterator[LinesAtField[Provision]]:
    """For each list, its provisions that fit, at one of their fields."""
    for holder in CHECKLISTS:
        own = [
            provision for provision in getattr(review, holder) if isinstance(provision, Provision)
        ]
        yield from _at_field(holder, [provision for provision in own if fits(provision)], field)


def items(
    review: LegalReview, fits: Callable[[Item], bool], field: str
) -> Iterator[LinesAtField[Item]]:
    """The same for every line that is judged: treaties and implementing rules too."""
    for holder in (*CHECKLISTS, "rules"):
        own: tuple[Item, ...] = getattr(review, holder)
        yield from _at_field(holder, [item for item in own if fits(item)], field)


def is_there(provision: Provision) -> bool:
    """Whether the law provides it, at least in part."""
    return provision.in_law in ("provided", "partly")


def _at_field(holder: str, lines: list[I], field: str) -> Iterator[LinesAtField[I]]:
    if lines:
        path, also_at = address_of_all(holder, lines, field)
        yield path, also_at, lines
