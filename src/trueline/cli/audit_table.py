"""Several plans or legal reviews in one table, on a terminal and in files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from trueline.cli.printing import console


@dataclass(frozen=True)
class AuditTable:
    """A table of rows, and how to write it as a file."""

    head: list[str]
    rows: list[list[str]]
    note: str
    json: Callable[[], str]
    workbook: Callable[[], bytes]
    picture: Callable[[], str] | None = None


def table_of(documents: Sequence[Any]) -> AuditTable | None:
    """The table of documents that are all of one kind which has one."""
    kinds = {document.kind for document in documents}
    if kinds == {"plan"}:
        from trueline.reports.plan import meta
        from trueline.reports.plan.meta_picture import meta_picture
        from trueline.review.plan_audit.meta import meta_review
        from trueline.toolkit import load_toolkit

        review = meta_review(documents, load_toolkit())
        return AuditTable(
            meta.meta_head(review),
            [*meta.meta_rows(review)],
            meta.meta_note(),
            lambda: meta.meta_json(review),
            lambda: meta.meta_workbook(review),
            lambda: meta_picture(review),
        )
    if kinds == {"legal"}:
        from trueline.reports.legal import side_by_side

        comparison = side_by_side.side_by_side(documents)
        return AuditTable(
            side_by_side.head_of(comparison),
            side_by_side.rows_of(comparison),
            side_by_side.note(),
            lambda: side_by_side.side_by_side_json(comparison),
            lambda: side_by_side.side_by_side_workbook(comparison),
        )
    return None


def with_programmes(document: Any, others: Sequence[Any]) -> AuditTable | None:
    """A plan or a legal review with the programme designs that work on it; None for another document."""
    from trueline.reports.layout.rows_workbook import rows_workbook
    from trueline.reports.legal.taken_up import taken_up_table
    from trueline.reports.linked_tables import in_words, sheet
    from trueline.reports.plan.tables import alignment_table

    designs = [each for each in others if each.kind == "design"]
    if document.kind == "plan":
        table = alignment_table(document, [each.title for each in designs])
    elif document.kind == "legal":
        table = taken_up_table(document, designs)
    else:
        return None
    return AuditTable(
        list(table.head),
        [[in_words(cell) for cell in row] for row in table.rows],
        table.note,
        lambda: "",
        lambda: rows_workbook(sheet(table, document.title)),
    )


def print_table(table: AuditTable) -> None:
    """The table, then what has to be read with it."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, pad_edge=False)
    for name in table.head:
        grid.add_column(Text(name))
    for row in table.rows:
        grid.add_row(*map(Text, row))
    out = console() if sys.stdout.isatty() else Console(width=160)
    out.print(grid)
    out.print()
    out.print(table.note, markup=False, soft_wrap=True)
