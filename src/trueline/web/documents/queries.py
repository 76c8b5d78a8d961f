"""Reading documents, a function for each screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import ALLOWED
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents.models import DocumentRecord, Revision


@dataclass(frozen=True)
class OrganisationDocuments:
    """An organisation that a person belongs to, and its documents, newest change first."""

    member: Membership
    documents: list[DocumentRecord]
    archived: list[DocumentRecord]

    @property
    def may(self) -> dict[str, bool]:
        """What the person may do there."""
        return dict.fromkeys(ALLOWED[self.member.role], True)


def documents_by_organisation(user: User, kind: str) -> list[OrganisationDocuments]:
    """What a person can reach of one kind, by organisation. Two queries."""
    current = DocumentRecord.objects.filter(kind=kind).defer("content")
    members = (
        memberships_in_time(user)
        .select_related("organisation")
        .prefetch_related(Prefetch("organisation__documents", current))
        .order_by("organisation__name")
    )
    return [_of_member(member, list(member.organisation.documents.all())) for member in members]


def _of_member(member: Membership, records: list[DocumentRecord]) -> OrganisationDocuments:
    in_use = [record for record in records if record.archived is None]
    return OrganisationDocuments(member, in_use, [record for record in records if record.archived])


def last_revision(record: DocumentRecord, address: str) -> Revision | None:
    """The last save of the element at an address, with its author. One query."""
    revisions = record.revisions.filter(address=address)
    return revisions.select_related("author").defer("packed").first()


def titles_by_id(ids: Iterable[str]) -> dict[str, str]:
    """Titles of documents that are still there, for the audit. One query."""
    records = DocumentRecord.objects.filter(pk__in=list(ids)).values_list("pk", "title")
    return {str(key): title for key, title in records}
