"""Tables of a document on a page: each entry leads to the line that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trueline.reports.linked_tables import Table
from trueline.web.documents.places import edit_url
from trueline.web.documents.workspace import Workspace


@dataclass(frozen=True)
class LinkedTable:
    """A table with the place of each of its entries; "" where it has none."""

    table: Table
    rows: list[list[list[tuple[str, str, bool]]]]


def with_links(workspace: Workspace, tables: Iterable[Table]) -> list[LinkedTable]:
    """Tables whose entries lead to the lines that they stand for."""

    def place(address: str) -> str:
        return edit_url(workspace.record, address) if address else ""

    return [
        LinkedTable(
            table,
            [
                [[(e.text, place(e.address), e.is_sum) for e in cell] for cell in row]
                for row in table.rows
            ],
        )
        for table in tables
    ]
