"""Documents of one kind in an organisation, selected to be compared side by side on one page."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from trueline.web.accounts.models import Organisation
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_of

LISTED = 200
"""At most this many titles are offered; words narrow them down."""


@dataclass(frozen=True)
class Selection:
    """Selectable records, and those that a query string selects: `of` by id, `q` by words of titles.

    `most` are shown at once. Without a selection these are the first of the list or, `in_pages`, all
    of it page by page. Archived documents and templates are left out.
    """

    organisation: Organisation
    kind: str
    most: int
    query: QueryDict
    in_pages: bool = False

    @cached_property
    def words(self) -> str:
        """The words that titles have to hold."""
        return self.query.get("q", "").replace("\0", "").strip()[:LISTED]

    @cached_property
    def records(self) -> list[DocumentRecord]:
        """The selectable records, by title. One query."""
        return list(self._matching.order_by("title", "pk").defer("content")[:LISTED])

    @cached_property
    def unlisted(self) -> int:
        """How many match and are not listed, since there are too many."""
        return self._matching.count() - LISTED if len(self.records) == LISTED else 0

    @property
    def _matching(self) -> QuerySet[DocumentRecord]:
        records = DocumentRecord.objects.filter(
            organisation=self.organisation, kind=self.kind, archived=None, is_template=False
        )
        for word in self.words.split():
            records = records.filter(title__icontains=word)
        return records

    @cached_property
    def selected(self) -> list[DocumentRecord]:
        """The documents that the query string names."""
        ids = {_id(text) for text in self.query.getlist("of")} - {None}
        return [each for each in self.records if each.pk in ids]

    @cached_property
    def page(self) -> Page[DocumentRecord]:
        """The page of documents that is shown."""
        every = self.every if self.in_pages else self.every[: self.most]
        return Paginator(every, self.most).get_page(self.query.get("page", "1"))

    @property
    def every(self) -> list[DocumentRecord]:
        """The selection, or all that can be selected."""
        return self.selected or self.records

    @property
    def visible_records(self) -> list[DocumentRecord]:
        """The records on the page, at most `most`."""
        return list(self.page.object_list)

    @cached_property
    def documents(self) -> list[Any]:
        """The documents that are shown."""
        return [document for _record, document in _read(self.visible_records)]

    @cached_property
    def documents_of_every(self) -> list[Any]:
        """The documents of every page."""
        return [document for _record, document in _read(self.every)]

    def read(self, most: int) -> list[tuple[DocumentRecord, Any]]:
        """The first of those that can be selected, with their documents."""
        return list(_read(self.records[:most]))

    @property
    def choices(self) -> list[tuple[DocumentRecord, bool]]:
        """Each that can be selected, and whether it is; where all are shown page by page, none is."""
        chosen = {each.pk for each in (self.selected if self.in_pages else self.visible_records)}
        return [(each, each.pk in chosen) for each in self.records]

    @property
    def left_out(self) -> int:
        """How many could be selected and are not shown."""
        return len(self.records) - len(self.every if self.in_pages else self.visible_records)

    @property
    def query_string(self) -> str:
        """The same selection as a query string."""
        query = QueryDict(mutable=True)
        query.setlist("of", [str(each.pk) for each in self._in_query])
        if self.words:
            query["q"] = self.words
        return query.urlencode()

    @property
    def other_pages(self) -> str:
        """The query string of another page, up to its number."""
        query = self.query.copy()
        query.pop("page", None)
        return f"{query.urlencode()}&" if query else ""

    @property
    def _in_query(self) -> list[DocumentRecord]:
        """A whole list is not named one by one: the address would become very long."""
        return self.selected if self.in_pages else self.visible_records


def _read(records: list[DocumentRecord]) -> Iterator[tuple[DocumentRecord, Any]]:
    whole = DocumentRecord.objects.in_bulk([each.pk for each in records])
    return ((each, document_of(whole[each.pk])) for each in records if each.pk in whole)


def _id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
