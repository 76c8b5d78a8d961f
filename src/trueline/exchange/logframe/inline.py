"""A table without headings, whose cells bring theirs along: “Activities … Means … Cost …”."""

from __future__ import annotations

from collections.abc import Mapping

from trueline.exchange.logframe.body import Body
from trueline.exchange.logframe.items import coded, numbered_lines
from trueline.exchange.logframe.lists import segments
from trueline.exchange.logframe.row_cells import OF_ACTIVITY
from trueline.language import gettext
from trueline.office import Cell


def read_inline(body: Body, number: int, cells: Mapping[int, Cell]) -> None:
    """Read a row in which each cell holds a heading and what it heads."""
    parts = [(c, *part) for c, cell in cells.items() for part in segments(cell.text)]
    if not any(role == "activity" for _, role, _, _ in parts):
        return
    before = len(body.frame.rows)
    row, body.indicators = body.frame.row, []
    for column, role, _, text in parts:
        if role == "activity":
            listed = tuple(coded(one.text) if not one.code else one for one in numbered_lines(text))
            body.activities(number, "", listed)
            body.note(number, column, "placed", gettext("activities"))
    begun = body.frame.rows[before:]
    for column, role, heading, text in parts:
        if role == "activity" or not begun:
            continue
        body.frame.row = begun[0]
        if len(begun) == 1 and role in OF_ACTIVITY:
            begun[0].texts[role] = text
            body.note(number, column, "placed", heading)
        elif role in ("assumptions", "risks"):
            fate, what = body.add_assumptions(begun[0], role, text, as_risks=False)
            body.note(number, column, fate, what)
        else:
            of = f" ({begun[0].number or 1}–{begun[-1].number or len(begun)})" if begun[1:] else ""
            body.comment(f"{heading}{of}", text)
            body.note(number, column, "comment", gettext("comment"))
    body.frame.row = row
