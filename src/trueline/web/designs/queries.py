"""Reading designs, a function for each screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import ALLOWED
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.designs.models import DesignRecord, Revision
from trueline.web.designs.queries_comments import comments_by_address as comments_by_address


@dataclass(frozen=True)
class Group:
    """An organisation that a person belongs to, and its designs, newest change first."""

    member: Membership
    designs: list[DesignRecord]
    archived: list[DesignRecord]

    @property
    def may(self) -> dict[str, bool]:
        """What the person may do there."""
        return dict.fromkeys(ALLOWED[self.member.role], True)


def designs_by_organisation(user: User) -> list[Group]:
    """What a person can reach, by organisation. Two queries."""
    current = DesignRecord.objects.defer("document")
    members = (
        memberships_in_time(user)
        .select_related("organisation")
        .prefetch_related(Prefetch("organisation__design_records", current))
        .order_by("organisation__name")
    )
    return [_group(member, list(member.organisation.design_records.all())) for member in members]


def _group(member: Membership, records: list[DesignRecord]) -> Group:
    in_use = [record for record in records if record.archived is None]
    return Group(member, in_use, [record for record in records if record.archived])


def last_author(record: DesignRecord, address: str) -> User | None:
    """Who last saved the element at an address, if they still have an account. One query."""
    found = Revision.objects.filter(design=record, address=address).select_related("author").first()
    return found.author if found else None


def titles_by_id(ids: Iterable[str]) -> dict[str, str]:
    """Titles of designs that are still there, for the audit. One query."""
    found = DesignRecord.objects.filter(pk__in=list(ids)).values_list("pk", "title")
    return {str(key): title for key, title in found}
