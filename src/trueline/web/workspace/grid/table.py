"""A list as a table that is filled in, and what is to be saved of it.

Only cells that differ from what their editor was shown count as changed. `seen` is the revision that
was shown; two people who change different rows both succeed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import gettext
from pydantic import ValidationError

from trueline.document import (
    Document,
    Element,
    add_elements,
    element_address,
    references_to,
    resolve,
    set_fields,
)
from trueline.document.fields import is_empty
from trueline.web.documents.actions.editing import removal
from trueline.web.documents.store import Change, fingerprint
from trueline.web.workspace.grid.cells import Reader, Unread
from trueline.web.workspace.grid.columns import Column, changed_values, model_of
from trueline.web.workspace.grid.pasting import MOST_ROWS, headed, rows_of

NEW = "+"
"""Begins the key of a row that is not in the document yet."""
BETWEEN = "|"
"""Stands between the key of a row and the name of a column in the name of a cell."""


@dataclass
class Cell:
    """A cell as it is shown: its text, what is wrong with it, and what it may mean."""

    column: Column
    name: str
    id: str
    text: str = ""
    picked: str = ""
    error: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    theirs: str | None = None
    is_fixed: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it shows an error, a choice, or what others saved."""
        return bool(self.error or self.choices) or self.theirs is not None


@dataclass
class ElementRow:
    """A row as it is shown. `element` stands in the document; None for a new one."""

    key: str
    number: int
    element: Element | None
    cells: list[Cell]
    error: str = ""
    changed: dict[Column, Any] = field(default_factory=dict)
    removed: bool = False


class ElementGrid:
    """The rows of a list, bound to what was sent if there is any. In place of a form on its page."""

    fields: Mapping[str, Any] = {}

    def __init__(
        self,
        address: str,
        every: Sequence[Column],
        visible: Sequence[Column],
        reader: Reader,
        *,
        base: Document,
        data: Any = None,
    ) -> None:
        self.address, self.reader, self.base = address, reader, base
        self.every, self.columns = tuple(every), list(visible)
        self.data, self.is_bound = data, data is not None
        self.non_field_errors: list[str] = []
        self._failing: ElementRow | None = None
        self._posted = self._read_names()
        self.block = self._block()

    # What was sent

    def _read_names(self) -> dict[str, dict[str, str]]:
        """The texts that were sent, by row and column."""
        rows: dict[str, dict[str, str]] = {}
        for name in self.data or ():
            key, between, column = name.partition(BETWEEN)
            if between:
                text = self.data[name].replace("\r\n", "\n").replace("\0", "")
                rows.setdefault(key, {})[column] = text
        return rows

    def _block(self) -> str:
        """Rows of a pasted block become new rows; a block that does not fit stays as it is."""
        block = (self.data or {}).get("block", "")
        columns, rows = headed(rows_of(block), self.columns, self.every)
        if not rows:
            return ""
        widest = max(map(len, rows))
        if len(rows) > MOST_ROWS or widest > len(columns):
            self.non_field_errors.append(_too_large(len(rows), widest, len(columns)))
            return str(block)
        self.columns += [column for column in columns if column not in self.columns]
        first = 1 + max(
            (int(k[1:]) for k in self._posted if k[1:].isdigit() and k[0] == NEW), default=0
        )
        for number, row in enumerate(rows, start=first):
            self._posted[f"{NEW}{number}"] = {
                column.name: text for column, text in zip(columns, row, strict=False)
            }
        return ""

    # What is shown

    @property
    def elements(self) -> tuple[Element, ...]:
        return tuple(resolve(self.reader.document, self.address))

    def rows(self, elements: Sequence[Element]) -> list[ElementRow]:
        """The rows of some elements, then the new ones that were sent."""
        existing = [self._row(number, each) for number, each in elements_numbered(self, elements)]
        return [*existing, *self._new_rows(len(self.elements))]

    def _row(self, number: int, element: Element) -> ElementRow:
        key = element.key_value
        base_text = self._texts_in(self._in_base.get(key))
        sent = self._posted.get(key, {})
        row = ElementRow(key, number, element, [], removed=key in self._to_remove)
        for column in self.columns:
            cell = self._cell(key, number, column)
            cell.is_fixed = column.fixed
            cell.text = now = self.reader.text_of(column.value_in(element), column.spec)
            text = None if column.fixed else sent.get(column.name)
            if text is not None and text.strip() != (was := base_text(column).strip()):
                cell.text, cell.picked = text, self._picked_value(cell)
                cell.theirs = now if now.strip() != was else None
            row.cells.append(cell)
        return row

    @cached_property
    def _to_remove(self) -> frozenset[str]:
        """The keys of the rows that are ticked to be removed."""
        return frozenset(self.data.getlist("remove") if self.data else ())

    @cached_property
    def _in_base(self) -> dict[str, Element]:
        try:
            return {each.key_value: each for each in resolve(self.base, self.address)}
        except KeyError:
            return {}

    def _texts_in(self, element: Element | None) -> Any:
        def text(column: Column) -> str:
            value = column.value_in(element) if element else None
            return self.reader.text_of(value, column.spec)

        return text

    def _new_rows(self, before: int) -> Iterator[ElementRow]:
        keys = {each.key_value for each in self.elements}
        number = before
        for key, sent in self._posted.items():
            is_gone = key in self._in_base and key not in keys and self._differs(key, sent)
            if not (key.startswith(NEW) or is_gone) or not any(map(str.strip, sent.values())):
                continue
            number += 1
            row = ElementRow(f"{NEW}{number - before}", number, None, [])
            for column in self.columns:
                cell = self._cell(row.key, number, column)
                cell.text = sent.get(column.name, "")
                cell.picked = (self.data or {}).get(f"pick{BETWEEN}{key}{BETWEEN}{column.name}", "")
                row.cells.append(cell)
            if is_gone:
                row.error = gettext(
                    "Somebody removed this meanwhile. Saved once more, it is added anew."
                )
            yield row

    def _differs(self, key: str, sent: dict[str, str]) -> bool:
        base_text = self._texts_in(self._in_base[key])
        columns = [column for column in self.every if column.name in sent]
        return any(sent[c.name].strip() != base_text(c).strip() for c in columns)

    def empty_row(self, key: str, number: int) -> ElementRow:
        """A row to be filled in."""
        cells = [self._cell(key, number, column) for column in self.columns]
        return ElementRow(key, number, None, cells)

    def _cell(self, key: str, number: int, column: Column) -> Cell:
        place = self.columns.index(column)
        return Cell(column, f"{key}{BETWEEN}{column.name}", f"r{number}c{place}")

    def _picked_value(self, cell: Cell) -> str:
        return str((self.data or {}).get(f"pick{BETWEEN}{cell.name}", ""))

    @cached_property
    def sent_rows(self) -> list[ElementRow]:
        """Every row that was sent, of a bound table."""
        sent = [each for each in self.elements if each.key_value in self._posted]
        return self.rows(sent)

    # What it means

    def is_valid(self) -> bool:
        for row in self.sent_rows:
            if row.removed:
                continue
            for cell in row.cells:
                self._read(row, cell)
            self._require_keys(row)
        return not self.errors and not self.asks_of_removal

    @cached_property
    def asks_of_removal(self) -> list[tuple[ElementRow, list[str]]]:
        """The rows to be removed that others name, with the addresses of these, until that is answered."""
        if not self.removed_rows or "asked" in self.data:
            return []
        document, name = self.reader.document, self.address.rpartition(".")[2]
        holders_of = (
            (row, [place.rpartition(".")[0] for place in references_to(document, row.key, name)])
            for row in self.removed_rows
        )
        return [(row, list(dict.fromkeys(holders))) for row, holders in holders_of if holders]

    def _read(self, row: ElementRow, cell: Cell) -> None:
        before = self._texts_in(row.element)(cell.column)
        if cell.text.strip() == before.strip() and row.element is not None:
            return
        if cell.column.fixed and row.element is not None:
            return
        try:
            value = self.reader.read(cell.text, cell.column, cell.picked)
        except Unread as unread:
            cell.error, cell.choices = str(unread), unread.choices
            return
        if row.element is not None and value == cell.column.value_in(row.element):
            return
        if row.element is not None or not is_empty(value):
            row.changed[cell.column] = value

    def _require_keys(self, row: ElementRow) -> None:
        """An inner element is identified by its day, which is needed as soon as a field is filled."""
        cells = [cell for cell in row.cells if cell.column.slot is not None]
        for cell in cells:
            column = cell.column
            others = [c for c in cells if c.column.way[:2] == column.way[:2] and c is not cell]
            if (
                column.spec.required
                and not cell.text.strip()
                and any(c.text.strip() for c in others)
            ):
                cell.error = gettext("This is needed, where the cells beside it say something.")

    # Errors and questions

    @property
    def errors(self) -> list[Any]:
        """Everything that keeps it from being saved."""
        wrong = [cell for row in self.sent_rows for cell in row.cells if cell.error]
        rows = [row for row in self.sent_rows if row.error]
        return [*self.non_field_errors, *rows, *wrong] if self.is_bound else []

    @property
    def wrong_cells(self) -> list[tuple[ElementRow, Cell]]:
        return [(row, cell) for row in self.sent_rows for cell in row.cells if cell.error]

    @property
    def asks(self) -> bool:
        """Whether a number or day can be read in more than one way."""
        return any(cell.choices for row in self.sent_rows for cell in row.cells)

    def add_error(self, name: str | None, message: str) -> None:
        """Add an error of the document at the row that it is about."""
        if self._failing is None:
            self.non_field_errors.append(message)
        else:
            self._failing.error = message

    # What is saved

    @cached_property
    def changed_rows(self) -> list[ElementRow]:
        return [row for row in self.sent_rows if row.changed]

    @cached_property
    def removed_rows(self) -> list[ElementRow]:
        return [row for row in self.sent_rows if row.removed and row.element is not None]

    def changes(self) -> list[Change]:
        """A change for each row of the document, and one that adds all new ones."""
        new = [row for row in self.changed_rows if row.element is None]
        changes = [self._change(row, row.element) for row in self.changed_rows if row.element]
        changes += [self._removal(row) for row in self.removed_rows]
        return [*changes, self._addition(new)] if new else changes

    def _removal(self, row: ElementRow) -> Change:
        holder, _dot, name = self.address.rpartition(".")
        assert row.element is not None
        address = element_address(holder, name, self._in_base.get(row.key, row.element))
        seen = fingerprint(self.base, address, whole=True)
        return removal(address, seen, unlinked="unlink" in self.data)

    def row_of(self, change: int) -> ElementRow | None:
        """The row that a change is about; None for the one that adds."""
        rows = [row for row in self.changed_rows if row.element is not None]
        rows += self.removed_rows
        return rows[change] if change < len(rows) else None

    def _addition(self, rows: list[ElementRow]) -> Change:
        holder, _dot, name = self.address.rpartition(".")
        model = model_of(type(resolve(self.base, holder)), name)
        assert model is not None
        values = [changed_values(None, model, row.changed) for row in rows]

        def apply(document: Any) -> tuple[Any, str]:
            try:
                return add_elements(document, self.address, values), self.address
            except ValidationError:
                self._failing = self._first_refused(document, rows, values)
                raise

        return Change(self.address, apply)

    def _first_refused(
        self, document: Any, rows: list[ElementRow], values: list[dict[str, Any]]
    ) -> ElementRow | None:
        for row, each in zip(rows, values, strict=True):
            try:
                add_elements(document, self.address, [each])
            except ValidationError:
                return row
        return None

    def _change(self, row: ElementRow, element: Element) -> Change:
        holder, _dot, name = self.address.rpartition(".")
        before = self._in_base.get(row.key, element)
        address = element_address(holder, name, before)
        values = changed_values(before, type(before), row.changed)
        whole = any(column.slot is not None for column in row.changed)

        def apply(document: Any) -> tuple[Any, str]:
            try:
                return set_fields(document, address, values), address
            except ValidationError:
                self._failing = row
                raise

        return Change(address, apply, fingerprint(self.base, address, whole=whole), whole)


def elements_numbered(
    grid: ElementGrid, elements: Sequence[Element]
) -> Iterator[tuple[int, Element]]:
    """Some elements of a list with their numbers in the whole of it, from 1."""
    places = {each.key_value: number for number, each in enumerate(grid.elements, start=1)}
    return ((places[each.key_value], each) for each in elements)


def _too_large(rows: int, widest: int, columns: int) -> str:
    if rows > MOST_ROWS:
        return gettext("The block has %(rows)s rows. Paste %(most)s at a time at most.") % {
            "rows": rows,
            "most": MOST_ROWS,
        }
    return gettext(
        "The block has %(count)s columns, the table %(most)s. Choose more columns, or let the first"
        " row of the block name them as the table does."
    ) % {"count": widest, "most": columns}
