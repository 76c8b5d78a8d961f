"""Documents of one kind in an organisation, chosen to stand beside each other on one page."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict

from trueline.web.accounts.models import Organisation
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_of

LISTED = 200
"""Of so many titles somebody can choose; words narrow them down."""


@dataclass(frozen=True)
class Beside:
    """What can be chosen, and what an address chose: `of` by id, `q` for words of titles.

    Where nothing is chosen, it is the first of the list. Archived ones and templates are left aside.
    """

    organisation: Organisation
    kind: str
    most: int
    query: QueryDict

    @cached_property
    def words(self) -> str:
        """The words that titles have to hold."""
        return self.query.get("q", "").replace("\0", "").strip()[:LISTED]

    @cached_property
    def records(self) -> list[DocumentRecord]:
        """What can be chosen, by title. One query."""
        records = DocumentRecord.objects.filter(
            organisation=self.organisation, kind=self.kind, archived=None, is_template=False
        )
        for word in self.words.split():
            records = records.filter(title__icontains=word)
        return list(records.order_by("title", "pk").defer("content")[:LISTED])

    @cached_property
    def chosen(self) -> list[DocumentRecord]:
        """What was chosen of it, no more than `most`."""
        asked = {_id(text) for text in self.query.getlist("of")} - {None}
        found = [each for each in self.records if each.pk in asked]
        return (found or self.records)[: self.most]

    @cached_property
    def documents(self) -> list[Any]:
        """The documents of what was chosen."""
        return [document for _record, document in _read(self.chosen)]

    def read(self, most: int) -> list[tuple[DocumentRecord, Any]]:
        """The first of what can be chosen, with their documents."""
        return list(_read(self.records[:most]))

    @property
    def choices(self) -> list[tuple[DocumentRecord, bool]]:
        """Each that can be chosen, and whether it is."""
        chosen = {each.pk for each in self.chosen}
        return [(each, each.pk in chosen) for each in self.records]

    @property
    def left_out(self) -> int:
        """How many could be chosen and are not shown."""
        return len(self.records) - len(self.chosen)

    @property
    def asked(self) -> str:
        """The same choice as the beginning of a query string."""
        query = QueryDict(mutable=True)
        query.setlist("of", [str(each.pk) for each in self.chosen])
        return query.urlencode()


def _read(records: list[DocumentRecord]) -> Iterator[tuple[DocumentRecord, Any]]:
    whole = DocumentRecord.objects.in_bulk([each.pk for each in records])
    return ((each, document_of(whole[each.pk])) for each in records if each.pk in whole)


def _id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
