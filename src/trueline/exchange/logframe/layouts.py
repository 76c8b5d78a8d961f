"""Recognises the donor's form of a logframe, by what only that form has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from trueline.exchange.logframe.facts import is_fact_sheet
from trueline.exchange.logframe.headings import plain
from trueline.language import gettext_noop as _
from trueline.office import Grid

if TYPE_CHECKING:
    from trueline.exchange.logframe.table import TableReader

_SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("prm", ("progress towards target", "beginning of q1")),
    ("prm", ("cumulative and progress",)),
    ("fcdo", ("impact weighting",)),
    ("fcdo", ("impact indicator", "milestone 1")),
    ("fcdo", ("outcome indicator", "milestone 1")),
    ("fcdo", ("output indicator", "milestone 1")),
    ("eu", ("results chain", "current value")),
    ("eu", ("results chain", "sources and means of verification")),
    ("eu", ("results chain", "source and mean")),
    ("eu", ("chaine de resultats", "valeur actuelle")),
    ("iom", ("data source and collection method", "assumptions")),
    ("un", ("means of verification", "responsible", "baseline", "milestone")),
    ("usaid-pmp", ("definition", "frequency", "lop target")),
    ("usaid-pmp", ("indicator", "definition", "data source", "frequency", "baseline")),
    ("giz", ("zielsystem",)),
    ("giz", ("modulziel",)),
    ("giz", ("module objective",)),
    ("giz", ("oberziel",)),
    ("classic", ("verification", "assumption")),
)

NAMES = {
    "eu": _("EU (Annex C / e3d)"),
    "fcdo": _("FCDO results framework"),
    "usaid-pmp": _("USAID performance management plan"),
    "usaid-pirs": _("USAID indicator reference sheets"),
    "prm": _("PRM monitoring table"),
    "iom": _("IOM results matrix"),
    "un": _("UN results framework"),
    "giz": _("BMZ/GIZ matrix"),
    "classic": _("four columns"),
}


def layout_of(
    grids: Sequence[Grid], used: Sequence[int], readers: Mapping[int, TableReader]
) -> str:
    """The layout's name in short, "" where it is none that is known."""
    if all(
        readers[number].first_headings is None and is_fact_sheet(grids[number]) for number in used
    ):
        return "usaid-pirs"
    words = plain(
        " ".join(
            cell.text[:100] for number in used for _, _, cell in list(grids[number].cells())[:120]
        )
    )
    # `plain` keeps the first letters of a text alone, which is where headings stand.
    for name, signs in _SIGNS:
        if all(sign in words for sign in signs):
            return name
    headings = {
        heading.role for number in used for heading in readers[number].body.columns.values()
    }
    return (
        "classic"
        if {"objective", "indicator", "source", "assumptions"} == headings - {None, "level"}
        else ""
    )
