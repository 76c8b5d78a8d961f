"""Reaching a document: found only through the organisations that a person belongs to."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import FilteredRelation, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from trueline.web.accounts.access import View, as_it_says, enter, require
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import Permission
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.places import step_url
from trueline.web.documents.store import Archived, Conflict, NoSuchRevision
from trueline.web.documents.workspace import Workspace
from trueline.web.idempotency.written import typed

ALL = frozenset(["GET", "HEAD", "POST"])
READING = frozenset(["GET", "HEAD"])
WHILE_ARCHIVED: frozenset[Permission] = frozenset(["read", "manage"])
"""Rights that stay while a document is archived; the others return when it is brought back."""


def in_document(
    *, permission: Permission, archived: frozenset[str] | None = None, only: str = ""
) -> Callable[[View], View]:
    """A view within a document, for members of its organisation who may do this.

    The address carries `document_id`; the view gets the `Workspace`. An archived document is read
    and exported, and nothing else: `archived` names the methods by which a view that asks for more
    than reading may still be called, such as that which brings it back. `only` names the kind of
    document that has this page; for others it is not there.
    """
    allowed = archived or (ALL if permission == "read" else frozenset())

    def decorated(view: View) -> View:
        @wraps(view)
        def inner(
            request: HttpRequest, document_id: uuid.UUID, *args: Any, **kwargs: Any
        ) -> HttpResponse:
            workspace = entered(request, document_id, permission)
            if only not in ("", workspace.record.kind):
                raise Http404
            with as_it_says(workspace.record.organisation, request.user):
                if workspace.record.archived and request.method not in allowed:
                    return archived_page(request, workspace)
                return answered(
                    request, workspace, lambda: view(request, workspace, *args, **kwargs)
                )

        guarded = login_required(inner)
        guarded.access = f"document:{permission}"
        guarded.only = only
        return guarded

    return decorated


def entered(request: HttpRequest, document_id: uuid.UUID, permission: Permission) -> Workspace:
    """The workspace of a document, for somebody who may do this there.

    Raises Http404 or PermissionDenied.
    """
    record, member = _record(request.user, document_id)
    require(member, permission)
    enter(request, member)
    if record.archived:
        request.permissions = _while_archived(request.permissions)
    return Workspace(record, request.user, request.permissions)


def _record(user: User, document_id: uuid.UUID) -> tuple[DocumentRecord, Membership]:
    """Found through a membership, which comes with it in one query; whether it may be used is asked of
    the membership itself."""
    mine = FilteredRelation(
        "organisation__memberships", condition=Q(organisation__memberships__user=user)
    )
    records = DocumentRecord.objects.annotate(mine=mine).filter(pk=document_id).order_by()
    for record in records.filter(mine__isnull=False).select_related("organisation", "mine"):
        member: Membership = record.mine
        member.user, member.organisation = user, record.organisation  # which are here already
        return record, member
    raise Http404


def answered(
    request: HttpRequest, workspace: Workspace, view: Callable[[], HttpResponse]
) -> HttpResponse:
    """The view's answer, or the one to what the store raised."""
    try:
        return view()
    except Archived:
        workspace.refresh()
        return archived_page(request, workspace)
    except NoSuchRevision:
        raise Http404 from None
    except Conflict:  # views that can show both versions do so themselves
        messages.warning(request, _("Somebody removed this while you were writing"))
        return redirect("documents:overview", workspace.record.pk)


def archived_page(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Says that the document is read-only and how it comes back, and keeps what somebody wrote."""
    back = step_url(workspace.record, workspace.kind.steps[0])
    context = {"written": typed(request), "back": back}
    return workspace.page(request, "documents/archived.html", context, status=409)


def _while_archived(permissions: dict[str, bool]) -> dict[str, bool]:
    """The permissions of somebody on an archived document; pages offer only these."""
    return {
        **{right: True for right in permissions if right in WHILE_ARCHIVED},
        "unarchive": "edit" in permissions,
    }
