"""A plan as tables to print: what is done where, by whom, with which money, and what fits into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trueline.language import dates, day, gettext
from trueline.plan import Plan
from trueline.reports.audits.report import MADE_UP
from trueline.reports.layout.blocks import Cover, Document, Heading, Missing, Section
from trueline.reports.linked_tables import table_blocks
from trueline.reports.plan.tables import matrix_table, money_tables, work_table
from trueline.reports.titles import INVENTED, title_of


def tables_document(plan: Plan, *, on: date | None = None) -> Document:
    """The tables as blocks, on pages that lie on their side."""
    untitled, kind = gettext("Untitled plan"), gettext("Plan as tables")
    title = title_of(plan, untitled)
    facts = [
        (Plan.field_title("lead"), plan.lead or gettext("Not said yet")),
        (gettext("Dates"), dates(plan.start, plan.end) or gettext("Not said yet")),
    ]
    if on:
        facts.append((gettext("Date of these tables"), day(on)))
    return Document(
        title=f"{title}: {kind}",
        running=title,
        kind=kind,
        sections=tuple(_sections(plan)),
        cover=Cover(
            kind=f"{kind} · {gettext(INVENTED)}" if plan.invented else kind,
            title=plan.title or untitled,
            lead=plan.summary,
            facts=tuple(facts),
            note=gettext(MADE_UP) if plan.invented else "",
        ),
        on=on,
    )


def _sections(plan: Plan) -> Iterator[Section]:
    for table, shares in ((matrix_table(plan), (2, 2)), (work_table(plan), (2, 3, 3, 2))):
        widths = (*shares, *(2 for _ in table.head[len(shares) :]))
        blocks = tuple(table_blocks(table, widths)) if table.rows else ()
        nothing = (Missing(gettext("The plan has no activities yet.")),)
        yield Section(table.title, blocks or nothing, sheet="turned")
    money = [
        block
        for table in money_tables(plan)
        for block in (Heading(table.title), *table_blocks(table, (2, *(1 for _ in table.head[1:]))))
    ]
    missing = Missing(gettext("The plan names no sum of money yet."))
    yield Section(gettext("Costs and priorities"), tuple(money) or (missing,), sheet="turned")
