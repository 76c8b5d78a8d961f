"""Legal reviews side by side, item by item: two countries on one route, or one country over the years.

Law and practice stand apart in each cell, and each treaty with the day of which it is known. Reviews
stand in the order of their titles; nothing is counted.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trueline.language import day, gettext
from trueline.language.terms import APPLIED, PROVIDED, RATIFICATION
from trueline.legal import CHECKLISTS, Item, LegalReview, Provision, Treaty
from trueline.reports.layout.rows_workbook import Rows, rows_workbook
from trueline.reports.printable import printable_text
from trueline.reports.titles import title_of

CELL_FIELDS = ("status", "as_of", "in_law", "in_practice")
"""The fields that make the text of a cell."""


@dataclass(frozen=True)
class SideBySide:
    """For each list the names of its items, and for each item a cell of each review."""

    reviews: tuple[LegalReview, ...]
    rows: tuple[tuple[str, str, tuple[Item | None, ...]], ...]


def side_by_side(reviews: Sequence[LegalReview]) -> SideBySide:
    """Every item that one of the reviews has, in the order of the toolkit."""
    ordered = tuple(sorted(reviews, key=lambda each: (each.title.casefold(), str(each.law_day))))
    rows = []
    for holder in CHECKLISTS:
        names: dict[str, None] = {}
        for review in ordered:
            names |= dict.fromkeys(each.key_value for each in getattr(review, holder))
        for key in names:
            cells = tuple(
                next((each for each in getattr(review, holder) if each.key_value == key), None)
                for review in ordered
            )
            name = printable_text(next(each.name for each in cells if each))
            rows.append((holder, name, cells))
    return SideBySide(ordered, tuple(rows))


def differing(comparison: SideBySide) -> SideBySide:
    """The items on which the reviews do not all say the same."""
    rows = (row for row in comparison.rows if len({in_words(cell) for cell in row[2]}) > 1)
    return SideBySide(comparison.reviews, tuple(rows))


def head_of(comparison: SideBySide) -> list[str]:
    """The table's headings: list and item, then each review with the day of its law."""
    columns = []
    for review in comparison.reviews:
        title = printable_text(title_of(review, gettext("Untitled legal review")))
        as_of = gettext("law of {day}", day=day(review.law_day)) if review.law_day else ""
        columns.append(f"{title} ({as_of})" if as_of else title)
    return [gettext("List"), gettext("Item"), *columns]


def rows_of(comparison: SideBySide) -> list[list[str]]:
    """The cells in words. A line missing from a review is marked as missing, never as “no”."""
    words: dict[tuple[object, ...], str] = {}
    return [
        [LegalReview.field_title(holder), name, *(_cell(cell, words) for cell in cells)]
        for holder, name, cells in comparison.rows
    ]


def _cell(item: Item | None, words: dict[tuple[object, ...], str]) -> str:
    """The result of `in_words`, cached: many cells are the same."""
    key = (type(item), *(getattr(item, name, None) for name in CELL_FIELDS))
    if key not in words:
        words[key] = in_words(item)
    return words[key]


def in_words(item: Item | None) -> str:
    """A review's entry on an item, law and practice separately."""
    if item is None:
        return gettext("Not in this review")
    if isinstance(item, Treaty):
        if item.status is None:
            return gettext("Not looked up yet")
        status = RATIFICATION.label(item.status)
        return (
            gettext("{status}, as of {day}", status=status, day=item.as_of)
            if item.as_of
            else status
        )
    if not isinstance(item, Provision) or item.in_law is None:
        return gettext("Not judged yet")
    law = gettext("In law: {said}", said=PROVIDED.within(item.in_law))
    practice = APPLIED.within(item.in_practice) if item.in_practice else gettext("not looked at")
    return f"{law}. {gettext('In practice: {said}', said=practice)}."


def note() -> str:
    """The note that belongs to the table."""
    return gettext(
        "What the law provides and what is applied stand apart. Unknown is neither yes nor no. Nothing is"
        " counted, and countries are not ranked."
    )


def side_by_side_workbook(comparison: SideBySide) -> bytes:
    """The table as a workbook."""
    sheet = Rows(
        gettext("Legal reviews"), head_of(comparison), rows_of(comparison), [note()], keys=2
    )
    return rows_workbook(sheet)


def side_by_side_json(comparison: SideBySide) -> str:
    """The same for programs; what a review does not say is null."""
    data = {
        "reviews": [
            {
                "title": r.title,
                "countries": list(r.countries),
                "law_day": r.law_day and str(r.law_day),
            }
            for r in comparison.reviews
        ],
        "items": [
            {"list": holder, "item": name, "reviews": [_data(each) for each in cells]}
            for holder, name, cells in comparison.rows
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _data(item: Item | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {name: getattr(item, name) for name in CELL_FIELDS if hasattr(item, name)}
