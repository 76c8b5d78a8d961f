"""The list of documents of somebody who reaches many: filtered, in pages, an organisation chosen first."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import QueryDict

from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents.models import DocumentRecord, State
from trueline.web.documents.queries import OrganisationDocuments

ON_A_PAGE = 50
MANY_DOCUMENTS, MANY_ORGANISATIONS = 50, 5
"""Beyond these the list is filtered and in pages."""
ARCHIVED = "archived"


@dataclass(frozen=True)
class Asked:
    """What somebody looks for: words of the title, a state or "archived", an organisation."""

    words: str = ""
    state: str = ""
    organisation: uuid.UUID | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Asked:
        """What the address asks; what means nothing is left out."""
        try:
            organisation = uuid.UUID(query.get("organisation", ""))
        except ValueError:
            organisation = None
        state = query.get("state", "")
        known = state in State.values or state == ARCHIVED
        return cls(query.get("q", "").strip()[:200], state if known else "", organisation)

    @property
    def query(self) -> str:
        """The same as the beginning of a query string, for ways to other pages."""
        said = {"q": self.words, "state": self.state, "organisation": self.organisation or ""}
        given = {name: str(value) for name, value in said.items() if value}
        return f"{urlencode(given)}&" if given else ""


@dataclass(frozen=True)
class LongList:
    """One page: documents by organisation, or organisations to choose from where there are many."""

    asked: Asked
    page: Page[Any]
    groups: list[OrganisationDocuments]
    choices: list[Membership]


def is_long(user: User, kind: str) -> bool:
    """Whether somebody reaches more than one page shows well. Two queries at most."""
    members = memberships_in_time(user)
    if members.count() > MANY_ORGANISATIONS:
        return True
    mine = DocumentRecord.objects.filter(kind=kind, organisation__memberships__in=members)
    return mine.count() > MANY_DOCUMENTS


def long_list(user: User, kind: str, asked: Asked, number: str | None) -> LongList:
    """The page of this number. Three queries, however much there is."""
    members = list(
        memberships_in_time(user)
        .select_related("organisation")
        .order_by("organisation__name", "organisation_id")
    )
    by_organisation = {member.organisation_id: member for member in members}
    choices = members if len(members) > MANY_ORGANISATIONS else []
    if choices and not asked.query:
        page = Paginator(choices, ON_A_PAGE).get_page(number)
        _count(page, kind)
        return LongList(asked, page, [], choices)
    page = Paginator(_records(by_organisation, kind, asked), ON_A_PAGE).get_page(number)
    groups = [
        OrganisationDocuments(by_organisation[key], *_apart(list(records)))
        for key, records in groupby(page, lambda record: record.organisation_id)
    ]
    return LongList(asked, page, groups, choices)


def _count(page: Page[Any], kind: str) -> None:
    """Say of each membership on a page how many documents are in use there."""
    here = [member.organisation_id for member in page]
    records = DocumentRecord.objects.filter(kind=kind, organisation__in=here, archived=None)
    counts = dict(records.order_by().values_list("organisation").annotate(Count("pk")))
    for member in page:
        member.documents = counts.get(member.organisation_id, 0)


def _records(
    members: dict[uuid.UUID, Membership], kind: str, asked: Asked
) -> QuerySet[DocumentRecord]:
    wanted = [asked.organisation] if asked.organisation in members else list(members)
    records = DocumentRecord.objects.filter(kind=kind, organisation__in=wanted).defer("content")
    if asked.state == ARCHIVED:
        records = records.exclude(archived=None)
    else:
        records = records.filter(archived=None)
        if asked.state:
            records = records.filter(state=asked.state)
    for word in asked.words.split():
        records = records.filter(title__icontains=word)
    return records.order_by("organisation__name", "organisation_id", "-changed", "pk")


def _apart(records: list[DocumentRecord]) -> tuple[list[DocumentRecord], list[DocumentRecord]]:
    """Those in use, and those that were archived."""
    in_use = [record for record in records if record.archived is None]
    return in_use, [record for record in records if record.archived]
