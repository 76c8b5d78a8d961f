"""A list of elements as a table: edited in place, pasted into, saved as one revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.document import Document, Element, parse_address, resolve
from trueline.document.field_spec import field_specs
from trueline.language import label
from trueline.language.parsing import DateOrder, DecimalSign
from trueline.reports.labels import place_label
from trueline.web.documents import store
from trueline.web.documents.edit_view import EditView
from trueline.web.documents.models import Action
from trueline.web.documents.places import anchor_of, edit_url, step_url
from trueline.web.workspace.grid.cells import Reader
from trueline.web.workspace.grid.columns import Column, columns_of, model_of
from trueline.web.workspace.grid.table import ElementGrid, ElementRow

ON_A_PAGE = 50
FEW_COLUMNS = 8
"""So many are shown of a list whose kind does not say which."""
EMPTY_ROWS = 3
MOST_OFFERED = 300
"""A list with more names than this is not sent with the page."""
SIGNS: dict[str, DecimalSign] = {"point": ".", "comma": ","}
ORDERS: dict[str, DateOrder] = {"dmy": "dmy", "mdy": "mdy"}


@dataclass(frozen=True)
class SavedRows:
    """The save, None if nothing changed, and how many rows it changed."""

    saved: store.Saved | None
    changed: int = 0
    added: int = 0
    removed: int = 0


class GridPage(EditView):
    """The table of one list."""

    template = "workspace/grid.html"
    address: str
    every: tuple[Column, ...]

    def load(self) -> HttpResponse | None:
        self.address = self.request.GET.get("of", "")
        holder, _dot, name = self.address.rpartition(".")
        part = self.workspace.part(holder)
        model = model_of(type(part), name) if part is not None else None
        if part is None or model is None:
            raise Http404
        self.model, self.title = model, _(field_specs(type(part))[name].title)
        self.inside = part.name if isinstance(part, Element) else ""
        self.elements: tuple[Element, ...] = getattr(part, name)
        self.every = columns_of(type(part), name, self.elements)
        self.here = self.workspace.step_of(self.address).slug
        return None

    @cached_property
    def chosen(self) -> list[Column]:
        """The columns that were chosen, else those that a list of this sort begins with."""
        names = set(self.request.GET.getlist("column"))
        if not names & {column.name for column in self.every}:
            names = set(self._usual())
        return [each for each in self.every if each.name in names or _is_needed(each)]

    def _usual(self) -> Sequence[str]:
        path = ".".join(s if isinstance(s, str) else s[0] for s in parse_address(self.address))
        if usual := self.workspace.pages.grids.get(path):
            return usual
        short = [each.name for each in self.every if each.width != "long"]
        return [self.model.named, *short[:FEW_COLUMNS]]

    @property
    def page(self) -> Page[Any]:
        return Paginator(self.elements, ON_A_PAGE).get_page(self.request.GET.get("page"))

    def get_form(self, data: Any = None) -> ElementGrid:
        sent = data or {}
        reader = Reader(
            self.workspace.document,
            self.workspace.toolkit,
            SIGNS.get(sent.get("sign", ""), ""),
            ORDERS.get(sent.get("order", ""), ""),
        )
        return ElementGrid(
            self.address, self.every, self.chosen, reader, base=self._base(sent), data=data
        )

    def _base(self, sent: Any) -> Document:
        """The document on which the submitted form is based."""
        seen = str(sent.get("seen", ""))
        if not (seen.isascii() and seen.isdigit()) or int(seen) == self.record.revision:
            document: Document = self.workspace.document
            return document
        return store.document_in(store.revision_of(self.record, int(seen)))

    def save(self, form: ElementGrid) -> SavedRows:
        """Saves, and says how many rows were changed, added and removed."""
        rows, removed = form.changed_rows, len(form.removed_rows)
        if not rows and not removed:
            return SavedRows(None)
        saved = store.save(
            self.record.pk,
            form.changes(),
            by=self.request.user,
            action=Action.CHANGED,
            address=self.address,
        )
        added = sum(row.element is None for row in rows)
        return SavedRows(saved, len(rows) - added, added, removed)

    def message_for(self, saved: SavedRows) -> str:
        counted = (
            (
                saved.changed,
                ngettext("%(count)s row changed.", "%(count)s rows changed.", saved.changed),
            ),
            (saved.added, ngettext("%(count)s row added.", "%(count)s rows added.", saved.added)),
            (
                saved.removed,
                ngettext("%(count)s row removed.", "%(count)s rows removed.", saved.removed),
            ),
        )
        counts = [text % {"count": count} for count, text in counted if count]
        return " ".join([_("Saved."), *counts]) if counts else _("Nothing was changed.")

    def changes_at(self, saved: Any) -> str:
        return self.address

    def undo_at(self, saved: SavedRows) -> str:
        last_save = saved.saved
        if last_save is None or last_save.revision == self.record.revision:
            return ""
        query = urlencode({"at": self.address, "back": self.request.get_full_path()})
        return f"{reverse('documents:undo', args=[self.record.pk, last_save.revision])}?{query}"

    def met(self, form: ElementGrid, conflict: store.Conflict) -> HttpResponse:
        """The current rows with the visitor's own texts in the cells: saving again keeps these."""
        keys = {row.key for row in map(form.row_of, conflict.rows) if row is not None}
        self.workspace.refresh()
        part = self.workspace.part(self.address.rpartition(".")[0])
        if part is None:
            raise conflict
        self.elements = resolve(self.workspace.document, self.address)
        again = ElementGrid(
            self.address,
            self.every,
            self.chosen,
            Reader(self.workspace.document, self.workspace.toolkit),
            base=form.base,
            data=form.data,
        )
        return self.show(again, status=409, conflict=True, met=keys)

    def get_context(self, form: ElementGrid) -> dict[str, Any]:
        page = self.page
        rows = form.sent_rows if form.is_bound else form.rows(list(page.object_list))
        step = self.workspace.step_of(self.address)
        back = step_url(self.record, step)
        names = {column.name for column in form.columns}
        return {
            "address": self.address,
            "title": self.title,
            "inside": self.inside,
            "noun": label(self.model.noun),
            "step": step,
            "back": f"{back}#{anchor_of(self.address)}",
            "rows": [(row, self._url(row)) for row in rows],
            "empty_rows": self._empty_rows(form, rows),
            "columns": form.columns,
            "choices": [(column, column.name in names) for column in self.every],
            "lists": dict(self._lists(form)),
            "seen": self.record.revision,
            "named": self._holders(form) if form.is_bound else [],
            "page": page,
            "query": self._query_without_page(),
        }

    def _holders(self, form: ElementGrid) -> list[tuple[int, str]]:
        """The elements that name the rows to be removed, each with the number of its row."""
        document, toolkit = self.workspace.document, self.workspace.toolkit
        return [
            (row.number, place_label(document, holder, toolkit).text)
            for row, holders in form.asks_of_removal
            for holder in holders
        ]

    def _url(self, row: ElementRow) -> str:
        if row.element is None:
            return ""
        holder = f"{self.address}[{row.key}]"
        return edit_url(self.record, holder)

    def _empty_rows(self, form: ElementGrid, rows: list[ElementRow]) -> list[ElementRow]:
        """A few rows to be filled in, and one more from which the page's script makes others."""
        new = sum(row.element is None for row in rows)
        first = len(self.elements) + new + 1
        return [
            form.empty_row(f"+{new + number + 1}", first + number) for number in range(EMPTY_ROWS)
        ]

    def _lists(self, form: ElementGrid) -> Any:
        """The names that the cells of a column may take, offered as one types."""
        for place, column in enumerate(form.columns):
            names = list(form.reader.choices(column.spec).values())
            if (0 < len(names) <= MOST_OFFERED and not column.fixed) or column.name == "kind":
                yield place, names

    def _query_without_page(self) -> str:
        query = self.request.GET.copy()
        query.pop("page", None)
        return f"{query.urlencode()}&"


def _is_needed(column: Column) -> bool:
    """Whether an element can't be added without it."""
    return column.spec.required and column.slot is None
