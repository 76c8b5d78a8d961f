"""Prints an import in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trueline.cli.printing import console
from trueline.language import gettext, ngettext

if TYPE_CHECKING:
    from trueline.exchange.logframe import CellFate, ImportedDesign, Logframe
    from trueline.exchange.plan_table import PlanRead

LONGEST = 70
LISTED = 40


def print_report(table: Logframe, imported: ImportedDesign) -> None:
    """The rows with their levels, what is doubtful, and what became of the cells."""
    from rich.text import Text

    from trueline.exchange.logframe import doubtful_numbers, undated
    from trueline.exchange.logframe.layouts import NAMES
    from trueline.language.terms import LEVEL

    out = console()
    out.print(Text(imported.design.title or gettext("A logframe without a title"), style="bold"))
    where = gettext("From {place}", place=table.place)
    form = gettext(NAMES.get(table.layout, ""))
    out.print(f"{where} ({form})" if form else where, markup=False)
    out.print()
    for row in table.rows:
        if not row.objective:
            continue
        level = f"{LEVEL.label(row.level)} {row.number}".strip()
        count = len(row.indicators)
        indicators = ngettext("{count} indicator", "{count} indicators", count) if count else ""
        line = Text(f"{level}: ", style="bold").append(
            _short(row.objective), style="default not bold"
        )
        out.print(
            line.append(f"  {indicators}", style="dim") if indicators else line, soft_wrap=True
        )
    out.print()
    for doubt in table.doubts:
        out.print(doubt, markup=False, soft_wrap=True)
    for label in undated(table):
        sentence = gettext(
            "No day is named for “{label}”: its values are kept as comments. Give one with --due"
            ' "{label}=2028-12-31".',
            label=label,
        )
        out.print(sentence, markup=False, soft_wrap=True)
    for one in doubtful_numbers(table):
        first, second = (f"{reading.normalize():f}" for reading in one.readings[:2])
        sentence = gettext(
            "“{text}” at {place} can be {first} or {second}: it is kept as words. Say which with"
            ' --number "{text}={first}" or --number "{text}={second}".',
            text=one.text,
            place=one.place,
            first=first,
            second=second,
        )
        out.print(sentence, markup=False, soft_wrap=True)
    _print_cells(imported.cells)


def print_plan(read: PlanRead) -> None:
    """The activities that were read by objective, what each column holds, and what became of the cells."""
    from rich.text import Text

    from trueline.plan import Plan

    out, plan = console(), read.plan
    out.print(Text(plan.title or gettext("A plan without a title"), style="bold"))
    for place, columns in read.columns:
        held = "; ".join(
            f"{' '.join(text.split())} = {holds or '?'}" for text, holds in columns if text
        )
        out.print(f"{place}: {held}", markup=False, soft_wrap=True)
    out.print()
    objectives = {objective.id: objective.statement for objective in plan.objectives}
    heading = ""
    for activity in plan.activities:
        objective = objectives.get(activity.objective or "", "")
        if objective and objective != heading:
            heading = objective
            out.print(Text(_short(objective), style="bold"), soft_wrap=True)
        lead = f"  {activity.lead}" if activity.lead else ""
        out.print(Text(f"  {_short(activity.title)}").append(lead, style="dim"), soft_wrap=True)
    out.print()
    counts = (
        (name, len(getattr(plan, name))) for name in ("objectives", "activities", "indicators")
    )
    out.print(", ".join(f"{Plan.field_title(name)}: {count}" for name, count in counts))
    _print_cells(read.cells)


def _print_cells(cells: tuple[CellFate, ...]) -> None:
    out = console()
    counts = {
        fate: sum(cell.fate == fate for cell in cells) for fate in ("placed", "comment", "unplaced")
    }
    out.print(
        gettext(
            "{placed} cells found a place, {comment} are kept as comments, {unplaced} are not placed.",
            **counts,
        ),
        soft_wrap=True,
    )
    for fate, title in (
        ("comment", gettext("Kept as comments")),
        ("unplaced", gettext("Not placed")),
    ):
        cells_of_fate = [cell for cell in cells if cell.fate == fate]
        if cells_of_fate:
            out.print(f"{title}:", markup=False)
        for cell in cells_of_fate[:LISTED] if fate == "comment" else cells_of_fate:
            why = f" ({cell.what})" if fate == "unplaced" and cell.what else ""
            out.print(f"  {cell.place}: {_short(cell.text)}{why}", markup=False, soft_wrap=True)
        if fate == "comment" and len(cells_of_fate) > LISTED:
            out.print(
                f"  {gettext('and {count} more', count=len(cells_of_fate) - LISTED)}", markup=False
            )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
