"""Invents the figures of two worked examples: `python examples/figures/invent.py` writes them anew.

Nothing here was measured anywhere. The seed is fixed, so that the same figures come out each time.
They hold what figures of real programmes hold: months that nobody reported, figures that came late,
one that falls as it should, one that gets worse next door, and skills that were gone a year later.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SEED = 2016
COLUMNS = (
    *("indicator", "period", "occasion", "value", "numerator", "denominator", "text", "state"),
    *("sex", "note"),
)
Row = dict[str, object]


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

    `start` and `end` are per cent of `out_of` where that is given, else counts of a period. `told`
    holds per cent or counts that do not follow the way, `gaps` why there is no figure.
    """

    indicator: str
    periods: Sequence[str]
    start: float
    end: float
    out_of: tuple[int, int] | None = None
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
    """By day: "baseline" or "follow-up", per cent, and out of how many."""

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


LATE = "Came three months late: the book had stayed in the other office."

VELMORA: tuple[Story | Words, ...] = (
    Story("i-terms", ["2027", "2028"], 0, 0, told={"2027": 2, "2028": 3}),
    Story(
        "i-notice",
        parts("Q", "2027-Q1", "2028-Q4"),
        *(13, 46),
        (2100, 3900),
        told={"2028-Q3": 29},
        notes={
            "2028-Q3": "One chain cut its orders in the heat of August and paid for none of it."
        },
    ),
    Story(
        "i-three-days",
        months("2027-09", "2028-12"),
        *(18, 74),
        (14, 46),
        gaps={"2028-08": "No crews are hired while the houses are cleared."},
        not_due=frozenset(["2028-08"]),
        silent=frozenset(["2028-02"]),
        notes={"2028-04": LATE},
    ),
    Story("i-named", parts("H", "2027-H1", "2028-H2"), 5, 19, (41000, 52000), women=0.4),
    Story(
        "i-visits",
        parts("H", "2028-H1", "2028-H2"),
        *(8, 21),
        (46, 64),
        gaps={"2028-H1": "The inspectorate began to note its reasons in July."},
    ),
    Story(
        "i-owed",
        ["2027", "2028"],
        *(55, 43),
        (300, 300),
        women=0.4,
        once={"2028-03-01": ("follow-up", 51, 274), "2029-03-01": ("follow-up", 42, 241)},
    ),
    Story("i-alta", ["2027", "2028"], 57, 66, (150, 150)),
    Words(
        "i-origins",
        {
            "2027-Q2": "Buses from the hill towns, as before.",
            "2027-Q4": "Two buses from beyond the southern border, for the first time.",
            "2028-Q2": "Five of twelve buses from beyond the southern border.",
            "2028-Q4": "Seven of twelve; their pickers had not heard of the hall.",
        },
    ),
)

QUARTERS = parts("Q", "2027-Q1", "2029-Q4")
HALVES = parts("H", "2027-H1", "2029-H2")
YEARS = ["2027", "2028", "2029"]
LINE_DOWN = "The line was down for two weeks, and calls were not written up."
NO_COURSE = "No course was held: the last inspectors were trained in December 2028."

THAILAND: tuple[Story | Words, ...] = (
    Story("i-reached", months("2027-06", "2029-12"), 90, 310, women=0.3),
    Story("i-families", ["2028", "2029"], 22, 38, (120, 120)),
    Story(
        "i-calls",
        months("2027-06", "2029-12"),
        *(9, 24),
        gaps={"2028-10": LINE_DOWN},
        silent=frozenset(["2029-05"]),
    ),
    Story("i-as-wanted", parts("Q", "2027-Q2", "2029-Q4"), 52, 71, (22, 48)),
    Story("i-visits", parts("Q", "2028-Q1", "2029-Q4"), 60, 118),
    Story(
        "i-skill",
        YEARS,
        *(61, 67),
        (32, 42),
        gaps={"2029": NO_COURSE},
        not_due=frozenset(["2029"]),
        once={"2029-12-31": ("follow-up", 17, 29)},
    ),
    Story("i-in-post", YEARS, 0, 0, told={"2027": 0, "2028": 27, "2029": 14}),
    Story("i-offices", HALVES, 0, 0, told=dict(zip(HALVES, (0, 1, 2, 2, 3, 4), strict=True))),
    Story("i-mediator", months("2027-06", "2029-12"), 31, 66, (40, 95)),
    Story("cases-owners", ["2028", "2029"], 16, 27, (19, 26)),
    Story("i-housed", parts("Q", "2027-Q2", "2029-Q4"), 44, 77, (24, 51)),
    Story("i-claims", HALVES, 10, 24, (38, 66), gaps={"2027-H1": "The clinic opened in August."}),
    Story("i-papers", parts("H", "2027-H1", "2029-H2"), 210, 540, women=0.45),
    Story("i-know", YEARS, 17, 36, (400, 400), women=0.3),
    Story("i-early", HALVES, 25, 38, (52, 96)),
    Story("i-private", QUARTERS, 6, 49, (58, 120), silent=frozenset(["2028-Q2"])),
    Story("i-by-need", QUARTERS, 34, 63, (31, 60), notes={"2028-Q4": LATE}),
    Story("i-missed", YEARS, 69, 58, (84, 110), women=0.35),
    Story("i-pay", YEARS, 29, 43, (260, 300)),
    Story("i-settled", parts("H", "2028-H2", "2029-H2"), 38, 51, (26, 40)),
    Story("landings-moved", HALVES, 22, 37),
    Story("visits-odd-hours", QUARTERS, 41, 66),
    Story("papers-back", parts("Q", "2028-Q1", "2029-Q4"), 9, 5),
    Words(
        "crew-origin",
        {
            "2027": "Mostly Mon and Tanintharyi, as in the survey before.",
            "2028": "More crew from Rakhine; fewer from Mon.",
            "2029": "One in five from Rakhine, many without papers.",
        },
    ),
)

EXAMPLES = {"supply-chain-velmora-greenhouses": VELMORA, "cross-cutting-thailand-hotline": THAILAND}


def table_of(stories: Sequence[Story | Words]) -> str:
    """The figures of an example, as `trueline measure` reads them."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    for story in stories:
        writer.writerows(story.rows(random.Random(f"{SEED} {story.indicator}")))
    return out.getvalue()


def write() -> None:
    """Writes a table for each example, beside this file."""
    for name, stories in EXAMPLES.items():
        path = Path(__file__).with_name(f"{name}.csv")
        path.write_text(table_of(stories), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
