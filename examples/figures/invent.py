"""Invents the figures of worked examples: `python examples/figures/invent.py` writes them anew.

Nothing here was measured anywhere. The seed is fixed, so that the same figures come out each time.
They hold what figures of real programmes hold: months that nobody reported, figures that came late,
one that falls as it should, one that gets worse next door, and skills that were gone a year later.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from pathlib import Path

from story import LATE, Story, Words, months, parts
from two_years import TWO_YEARS

SEED = 2016
COLUMNS = (
    *("indicator", "period", "occasion", "value", "numerator", "denominator", "text", "state"),
    *("sex", "note"),
)
MEANS = ("mean", "n")

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

EXAMPLES = {
    "supply-chain-velmora-greenhouses": VELMORA,
    "cross-cutting-thailand-hotline": THAILAND,
    **TWO_YEARS,
}


def table_of(stories: Sequence[Story | Words]) -> str:
    """The figures of an example, as `trueline measure` reads them."""
    rows = [row for each in stories for row in each.rows(random.Random(f"{SEED} {each.indicator}"))]
    columns = [*COLUMNS, *(MEANS if any("mean" in row for row in rows) else ())]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write() -> None:
    """Writes a table for each example, beside this file."""
    for name, stories in EXAMPLES.items():
        path = Path(__file__).with_name(f"{name}.csv")
        path.write_text(table_of(stories), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
