"""Documents of one kind in an organisation, chosen to stand beside each other on one page."""

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
"""Of so many titles somebody can choose; words narrow them down."""


@dataclass(frozen=True)
class Beside:
    """What can be chosen, and what an address chose: `of` by id, `q` for words of titles.

    `most` stand beside each other: where nothing is chosen, the first of the list, or, `in_pages`, all of
    it page by page. Archived ones and templates are left aside.
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
        """What can be chosen, by title. One query."""
        return list(self._matching.order_by("title", "pk").defer("content")[:LISTED])

    @cached_property
    def unlisted(self) -> int:
        """How many hold the words and are too many to be listed."""
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
    def asked_for(self) -> list[DocumentRecord]:
        """What was chosen of it by name."""
        asked = {_id(text) for text in self.query.getlist("of")} - {None}
        return [each for each in self.records if each.pk in asked]

    @cached_property
    def page(self) -> Page[DocumentRecord]:
        """Those that stand beside each other now, among the pages that there are."""
        every = self.every if self.in_pages else self.every[: self.most]
        return Paginator(every, self.most).get_page(self.query.get("page", "1"))

    @property
    def every(self) -> list[DocumentRecord]:
        """What was chosen, or all that can be."""
        return self.asked_for or self.records

    @property
    def chosen(self) -> list[DocumentRecord]:
        """What was chosen of it, no more than `most`."""
        return list(self.page.object_list)

    @cached_property
    def documents(self) -> list[Any]:
        """The documents of those that stand beside each other now."""
        return [document for _record, document in _read(self.chosen)]

    @cached_property
    def documents_of_every(self) -> list[Any]:
        """The documents of every page."""
        return [document for _record, document in _read(self.every)]

    def read(self, most: int) -> list[tuple[DocumentRecord, Any]]:
        """The first of what can be chosen, with their documents."""
        return list(_read(self.records[:most]))

    @property
    def choices(self) -> list[tuple[DocumentRecord, bool]]:
        """Each that can be chosen, and whether it is; where all stand on pages, none is."""
        chosen = {each.pk for each in (self.asked_for if self.in_pages else self.chosen)}
        return [(each, each.pk in chosen) for each in self.records]

    @property
    def left_out(self) -> int:
        """How many could be chosen and are not shown."""
        return len(self.records) - len(self.every if self.in_pages else self.chosen)

    @property
    def asked(self) -> str:
        """The same choice as a query string."""
        query = QueryDict(mutable=True)
        query.setlist("of", [str(each.pk) for each in self._named])
        if self.words:
            query["q"] = self.words
        return query.urlencode()

    @property
    def other_pages(self) -> str:
        """What stands in the address of another page before its number."""
        query = self.query.copy()
        query.pop("page", None)
        return f"{query.urlencode()}&" if query else ""

    @property
    def _named(self) -> list[DocumentRecord]:
        """All of a list need not be named one by one: their names would make a very long address."""
        return self.asked_for if self.in_pages else self.chosen


def _read(records: list[DocumentRecord]) -> Iterator[tuple[DocumentRecord, Any]]:
    whole = DocumentRecord.objects.in_bulk([each.pk for each in records])
    return ((each, document_of(whole[each.pk])) for each in records if each.pk in whole)


def _id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
