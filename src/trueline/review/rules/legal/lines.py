"""Where findings stand that are said once of several lines of a checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from trueline.legal import CHECKLISTS, Item, LegalReview, Provision
from trueline.review.finding import together

I = TypeVar("I", bound=Item)  # noqa: E741
Said = tuple[str, tuple[str, ...], list[I]]
"""`path` and `also_at` of a finding, and the lines that it is about."""


def provisions(
    review: LegalReview, fits: Callable[[Provision], bool], field: str
) -> Iterator[Said[Provision]]:
    """For each list, its provisions that fit, at one of their fields."""
    for holder in CHECKLISTS:
        own = [each for each in getattr(review, holder) if isinstance(each, Provision)]
        yield from _said(holder, [each for each in own if fits(each)], field)


def items(review: LegalReview, fits: Callable[[Item], bool], field: str) -> Iterator[Said[Item]]:
    """The same for every line that is judged: treaties and implementing rules too."""
    for holder in (*CHECKLISTS, "rules"):
        own: tuple[Item, ...] = getattr(review, holder)
        yield from _said(holder, [each for each in own if fits(each)], field)


def is_there(provision: Provision) -> bool:
    """Whether the law provides it, at least in part."""
    return provision.in_law in ("provided", "partly")


def _said(holder: str, lines: list[I], field: str) -> Iterator[Said[I]]:
    if lines:
        path, also_at = together(holder, lines, field)
        yield path, also_at, lines
