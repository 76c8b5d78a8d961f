"""How an indicator went, as rows of a table: the way from start to end, and what happened on it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Row = dict[str, object]
LATE = "Came three months late: the book had stayed in the other office."


def months(first: str, last: str) -> list[str]:
    """The months from one to another, as they are written in a table."""
    (year, month), end, found = map(int, first.split("-")), last, []
    while (label := f"{year}-{month:02}") <= end:
        found.append(label)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def parts(letter: str, first: str, last: str) -> list[str]:
    """The quarters (Q) or halves (H) from one to another."""
    many = 4 if letter == "Q" else 2
    every = [f"{year}-{letter}{part}" for year in range(2027, 2031) for part in range(1, many + 1)]
    return every[every.index(first) : every.index(last) + 1]


@dataclass(frozen=True)
class Story:
    """How an indicator went: from where to where, and what happened on the way.

    `start` and `end` are per cent of `out_of` where that is given, means of `asked` where that is,
    else counts of a period. `told` holds what does not follow the way, `gaps` why there is no figure.
    """

    indicator: str
    periods: Sequence[str]
    start: float
    end: float
    out_of: tuple[int, int] | None = None
    asked: tuple[int, int] | None = None
    women: float | None = None
    """The share of women, where women and men are told apart."""
    told: dict[str, float] = field(default_factory=dict)
    gaps: dict[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    """Periods of which nobody said anything at all."""
    not_due: frozenset[str] = frozenset()
    """Periods in which there was nothing to count, as `gaps` says why."""
    notes: dict[str, str] = field(default_factory=dict)
    once: dict[str, tuple[str, float, int]] = field(default_factory=dict)
    """By day: "baseline" or "follow-up", per cent, and out of how many; 0 for a count."""

    def rows(self, chance: random.Random) -> Iterator[Row]:
        """What was told of it, in the order of time."""
        for day, (occasion, per_cent, out_of) in sorted(self.once.items()):
            if occasion == "baseline":
                yield from self._of_day(day, occasion, per_cent, out_of)
        steps = max(1, len(self.periods) - 1)
        for number, period in enumerate(self.periods):
            level = self.start + (self.end - self.start) * number / steps
            level += chance.uniform(-0.06, 0.06) * max(level, 4)
            level = self.told.get(period, level)
            if period in self.silent:
                continue
            row: Row = {"indicator": self.indicator, "period": period}
            if period in self.gaps:
                state = "not applicable" if period in self.not_due else "missing"
                yield {**row, "state": state, "note": self.gaps[period]}
                continue
            note = {"note": self.notes[period]} if period in self.notes else {}
            if self.asked:
                yield {**row, **note, "mean": round(level), "n": chance.randint(*self.asked)}
                continue
            whole = chance.randint(*self.out_of) if self.out_of else 0
            yield from self._told({**row, **note}, level, whole, chance)
        for day, (occasion, per_cent, out_of) in sorted(self.once.items()):
            if occasion == "follow-up":
                yield from self._of_day(day, occasion, per_cent, out_of)

    def _told(self, row: Row, level: float, whole: int, chance: random.Random) -> Iterator[Row]:
        counted = round(max(level, 0) * whole / 100) if whole else round(max(level, 0))
        yield {**row, **self._figure(counted, whole)}
        if self.women is None:
            return
        women_asked = round(whole * self.women)
        share = min(max(self.women + chance.uniform(-0.05, 0.05), 0), 1)
        women = round(counted * share)
        if whole:
            women = min(women, women_asked, counted)
            women = max(women, counted - (whole - women_asked))
        group = {name: row[name] for name in ("indicator", "period")}
        yield {**group, "sex": "female", **self._figure(women, women_asked)}
        yield {**group, "sex": "male", **self._figure(counted - women, whole - women_asked)}

    def _figure(self, counted: int, whole: int) -> Row:
        if self.out_of:
            return {"numerator": counted, "denominator": whole}
        return {"value": counted}

    def _of_day(self, day: str, occasion: str, per_cent: float, out_of: int) -> Iterator[Row]:
        row = {"indicator": self.indicator, "period": day, "occasion": occasion}
        if not out_of:
            yield {**row, "value": round(per_cent)}
            return
        yield {**row, "numerator": round(per_cent * out_of / 100), "denominator": out_of}


@dataclass(frozen=True)
class Words:
    """What is told in words, period by period."""

    indicator: str
    told: dict[str, str]

    def rows(self, chance: random.Random) -> Iterator[Row]:
        """A row for each text."""
        for period, text in self.told.items():
            yield {"indicator": self.indicator, "period": period, "text": text}
