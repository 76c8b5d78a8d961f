"""Reaching a design: found only through the organisations that a person belongs to."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from trueline.web.accounts.access import View, enter, required
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import May
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import Archived, Conflict
from trueline.web.designs.workspace.page import archived_page

ALL = frozenset(["GET", "HEAD", "POST"])
READING = frozenset(["GET", "HEAD"])
WHILE_ARCHIVED: frozenset[May] = frozenset(["read", "manage"])
"""Rights that stay while a design is archived; the others return when it is brought back."""


def _record(user: User, design_id: uuid.UUID) -> DesignRecord:
    """Found through a membership; whether it may be used is asked of the membership itself."""
    mine = DesignRecord.objects.filter(organisation__memberships__user=user)
    record = mine.select_related("organisation").filter(pk=design_id).first()
    if record is None:
        raise Http404
    return record


def in_design(*, may: May, archived: frozenset[str] | None = None) -> Callable[[View], View]:
    """A view within a design, for members of its organisation who may do this.

    The address carries `design_id`; the view gets the `DesignRecord`. An archived design is read
    and exported, and nothing else: `archived` names the methods by which a view that asks for more
    than reading may still be called, such as that which brings it back.
    """
    allowed = archived or (ALL if may == "read" else frozenset())

    def decorated(view: View) -> View:
        @wraps(view)
        def inner(
            request: HttpRequest, design_id: uuid.UUID, *args: Any, **kwargs: Any
        ) -> HttpResponse:
            record = _record(request.user, design_id)
            enter(request, required(request.user, record.organisation_id, may))
            if record.archived:
                request.may = _while_archived(request.may)
                if request.method not in allowed:
                    return archived_page(request, record)
            try:
                return view(request, record, *args, **kwargs)
            except Archived:
                record.refresh_from_db()
                return archived_page(request, record)
            except Conflict:  # views that can show both versions do so themselves
                messages.warning(request, _("Somebody removed this while you were writing"))
                return redirect("designs:overview", record.pk)

        guarded = login_required(inner)
        guarded.access = f"design:{may}"  # type: ignore[attr-defined]
        return guarded

    return decorated


def _while_archived(may: dict[str, bool]) -> dict[str, bool]:
    """What somebody may do with an archived design; pages offer only that."""
    return {
        **{right: True for right in may if right in WHILE_ARCHIVED},
        "bring_back": "edit" in may,
    }
