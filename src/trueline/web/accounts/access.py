"""Who may reach what. Everything that belongs to an organisation is fetched through here.

Each view says by a decorator who it is for, and a test walks all addresses for those that do not:
`open_to_all`, `for_people` (signed in), `in_organisation(permission=…)`, and in the designs app
`in_document(permission=…)`, which rests on `required`. An outsider learns nothing, not even that something
is there: 404. A member whose role does not allow it is told so: 403.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from trueline.language import own_names
from trueline.web.accounts.clocks import zone_in
from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.accounts.roles import ALLOWED, Permission, roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time, refuse_overdue

View = Callable[..., HttpResponse]
M = TypeVar("M", bound=Model)


def open_to_all(view: View) -> View:
    """Mark a view that needs no account."""
    view.access = "open"  # type: ignore[attr-defined]
    return view


def repeatable(view: View) -> View:
    """Mark a view that may be called as often as somebody likes, such as a choice of colours.

    A form that leads to any other counts once, however often it is sent (`web.idempotency`).
    """
    view.repeatable = True  # type: ignore[attr-defined]
    return view


def for_people(view: View) -> View:
    """A view for anybody who is signed in."""
    inner = login_required(view)
    inner.access = "people"
    return inner


def reachable(queryset: QuerySet[M], user: User, *, through: str = "organisation") -> QuerySet[M]:
    """Narrows a queryset to organisations that a person is a member of.

    Not what waits until they have a second step, nor where they only enter what they were assigned.
    """
    reading = memberships_in_time(user).filter(role__in=roles_that("read"))
    return queryset.filter(**{f"{through}__memberships__in": reading})


def membership(user: User, organisation_id: uuid.UUID) -> Membership | None:
    """Somebody's membership of an organisation, if there is one."""
    of_organisation = Membership.objects.select_related("organisation").order_by()
    for member in of_organisation.filter(user=user, organisation_id=organisation_id):
        member.user = user  # whom each page has looked up already
        return member
    return None


def required(
    user: User, organisation_id: uuid.UUID, permission: Permission, *, leaving: bool = False
) -> Membership:
    """The membership by which somebody may do something. Raises Http404 or PermissionDenied.

    To leave, nothing is required: neither a right nor a second step.
    """
    member = membership(user, organisation_id)
    if member is None:
        raise Http404
    return member if leaving else require(member, permission)


def require(member: Membership, permission: Permission) -> Membership:
    """The membership, if one may do something by it. Raises Http404 or PermissionDenied."""
    refuse_overdue(member)
    if permission not in ALLOWED[member.role]:
        if "read" not in ALLOWED[member.role]:
            raise Http404
        raise PermissionDenied(
            _(
                "You are a member of %(organisation)s as %(role)s, which does not include this."
                " An owner of the organisation can change that."
            )
            % {"organisation": member.organisation, "role": member.get_role_display()}
        )
    return member


def still_permitted(permission: Permission, *, organisation: str, user: str) -> Exists:
    """A condition on rows: whether the person whom the field `user` names may (still) do this.

    For what works under the right of somebody who is not there: a link, an invitation.
    """
    return Exists(
        Membership.objects.filter(
            organisation=OuterRef(organisation),
            user=OuterRef(user),
            user__is_active=True,
            role__in=roles_that(permission),
        )
    )


def in_organisation(*, permission: Permission, leaving: bool = False) -> Callable[[View], View]:
    """A view within an organisation, for members who may do this.

    The address carries `organisation_id`; the view gets `organisation`, and `request.member` says
    in which role the visitor is there.
    """

    def decorated(view: View) -> View:
        @wraps(view)
        def inner(
            request: HttpRequest, organisation_id: uuid.UUID, *args: Any, **kwargs: Any
        ) -> HttpResponse:
            member = required(request.user, organisation_id, permission, leaving=leaving)
            enter(request, member)
            with as_it_says(member.organisation, request.user):
                return view(request, member.organisation, *args, **kwargs)

        guarded = login_required(inner)
        guarded.access = f"organisation:{permission}"
        return guarded

    return decorated


@contextmanager
def as_it_says(organisation: Organisation, user: User | None = None) -> Iterator[None]:
    """By the clocks and the names of an organisation, while its work is shown to somebody."""
    with timezone.override(zone_in(organisation, user)), own_names(organisation.own_names):
        yield


def enter(request: HttpRequest, member: Membership) -> None:
    """Let templates know in which role the visitor is here: `request.member`, `request.permissions`."""
    request.member = member
    request.permissions = dict.fromkeys(ALLOWED[member.role], True)
