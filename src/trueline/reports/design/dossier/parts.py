"""Tables and facts out of the parts of a design; labels are those of the fields."""

from __future__ import annotations

from collections.abc import Sequence

from trueline.document import Part
from trueline.language import gettext
from trueline.reports.layout.blocks import Block, Missing, Table
from trueline.reports.values import Wording


def nothing_yet(matter: str) -> Missing:
    """Say that the design is silent on a matter."""
    return Missing(gettext("The design says nothing of {matter} yet.", matter=matter))


def table_of(
    wording: Wording,
    model: type[Part],
    parts: Sequence[Part],
    names: Sequence[str],
    shares: Sequence[float],
) -> Table:
    """A row for each part, a column for each of the fields named."""
    head = tuple(model.field_title(name) for name in names)
    rows = tuple(tuple(wording.field(part, name) for name in names) for part in parts)
    return Table(head, rows, tuple(shares))


def table_or_nothing(
    wording: Wording,
    model: type[Part],
    parts: Sequence[Part],
    names: Sequence[str],
    shares: Sequence[float],
    matter: str,
) -> Block:
    """The table, or a sentence where there is nothing to put into it."""
    if not parts:
        return nothing_yet(matter)
    return table_of(wording, model, parts, names, shares)
