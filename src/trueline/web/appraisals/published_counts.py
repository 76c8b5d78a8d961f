"""Counts that may be passed on: each round’s are held back by itself, and only then added up.

So whoever subtracts one note from another, with a round less, learns no more of that round than a note
about it alone would have said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

FEWEST = 3
"""So many stand on either side of a number, or it is held back."""


@dataclass(frozen=True)
class PublishedCount:
    """At least `least` and at most `most`, of `of`."""

    least: int = 0
    most: int = 0
    of: int = 0

    def __add__(self, other: PublishedCount) -> PublishedCount:
        return PublishedCount(self.least + other.least, self.most + other.most, self.of + other.of)

    def __str__(self) -> str:
        if self.least == self.most:
            return _("%(count)s of %(of)s") % {"count": self.least, "of": self.of}
        if not self.least:
            return _("fewer than %(count)s of %(of)s") % {"count": self.most + 1, "of": self.of}
        if self.most == self.of:
            return _("more than %(count)s of %(of)s") % {"count": self.least - 1, "of": self.of}
        return _("%(least)s to %(most)s of %(of)s") % {
            "least": self.least,
            "most": self.most,
            "of": self.of,
        }


def published_count(count: int, of: int) -> PublishedCount:
    """A number of one round, held back where it would give away what was found of one proposal."""
    if count < FEWEST:
        return PublishedCount(0, min(FEWEST - 1, of), of)
    if of - count < FEWEST:
        return PublishedCount(of - FEWEST + 1, of, of)
    return PublishedCount(count, count, of)


def published_sum(by_round: Iterable[tuple[int, int]]) -> PublishedCount:
    """The same over rounds, each given as its number and of how many."""
    return sum((published_count(count, of) for count, of in by_round), PublishedCount())
