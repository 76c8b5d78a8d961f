"""Programmes that carry a plan: what nobody carries, who works outside it, and which reports refer to it.

A programme is tied to an activity by its title, as the activity names it. Nothing is guessed from
what the two are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from unicodedata import bidirectional

from trueline.plan.activity import Activity
from trueline.plan.plan import Plan

_BETWEEN = re.compile(r"(?<=[.!?…。؟])\s+|\n+")
"""Signs between two sentences."""
REPORTS_LOOKED_AT = 400
"""So many of the latest programmes, where an organisation has hundreds."""


@dataclass(frozen=True)
class CarriedProgramme:
    """A programme and the activities that name it. `is_among_programmes`: it is one of those looked at."""

    programme: str
    activities: tuple[Activity, ...]
    is_among_programmes: bool


@dataclass(frozen=True)
class Report:
    """A programme's narrative report on the days from `first` to `last`."""

    programme: str
    first: date
    last: date
    text: str


@dataclass(frozen=True)
class Reference:
    """A report that names the plan, and the sentences in which it does."""

    report: Report
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Alignment:
    """`programmes` come in the order of the plan, then those that stand outside it."""

    programmes: tuple[CarriedProgramme, ...]
    carried_by_nobody: tuple[Activity, ...]

    @property
    def outside(self) -> tuple[str, ...]:
        """The programmes that no activity names."""
        return tuple(each.programme for each in self.programmes if not each.activities)


def alignment(plan: Plan, programmes: Iterable[str]) -> Alignment:
    """The plan beside the titles of programmes. Business as usual needs none to carry it."""
    titles = {_key(title): title for title in programmes if title}
    by_programme: dict[str, list[Activity]] = {}
    names: dict[str, str] = {}
    for activity in plan.activities:
        for programme in activity.carried_by:
            key = _key(programme)
            by_programme.setdefault(key, []).append(activity)
            names.setdefault(key, titles.get(key, programme))
    tied = [
        CarriedProgramme(names[key], tuple(by_programme[key]), key in titles)
        for key in by_programme
    ]
    outside = [
        CarriedProgramme(title, (), True)
        for key, title in titles.items()
        if key not in by_programme
    ]
    nobody = tuple(
        each for each in plan.activities if not each.carried_by and each.work != "business-as-usual"
    )
    return Alignment((*tied, *outside), nobody)


def references(plan: Plan, reports: Iterable[Report]) -> tuple[Reference, ...]:
    """The reports that name the plan by its title, each with the sentences in which it does.

    A title of one word is a name only as it is written: “the plan” says nothing of which.
    """
    words = plan.title.split()
    if not words:
        return ()
    spelt = _key if len(words) > 1 else _single_spaced
    title = spelt(plan.title)
    candidates = (
        Reference(each, tuple(s for s in _BETWEEN.split(each.text) if _names(spelt(s), title)))
        for each in reports
    )
    return tuple(each for each in candidates if each.sentences)


def _names(sentence: str, title: str) -> bool:
    """Whether a title stands in a sentence as whole words.

    Before an Arabic word its article and prepositions may stand.
    """
    joins = bidirectional(title[0]) == "AL"
    at = sentence.find(title)
    while at >= 0:
        end = at + len(title)
        begins = joins or not sentence[at - 1 : at].isalnum()
        if begins and not sentence[end : end + 1].isalnum():
            return True
        at = sentence.find(title, at + 1)
    return False


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def _key(text: str) -> str:
    return _single_spaced(text).casefold()
