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

from trueline.web.accounts.access import View, enter, reachable, required
from trueline.web.accounts.roles import May
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import Conflict


def in_design(*, may: May) -> Callable[[View], View]:
    """A view within a design, for members of its organisation who may do this.

    The address carries `design_id`; the view gets the `DesignRecord`.
    """

    def decorated(view: View) -> View:
        @wraps(view)
        def inner(
            request: HttpRequest, design_id: uuid.UUID, *args: Any, **kwargs: Any
        ) -> HttpResponse:
            records = DesignRecord.objects.select_related("organisation")
            record = reachable(records, request.user).filter(pk=design_id).first()
            if record is None:
                raise Http404
            enter(request, required(request.user, record.organisation_id, may))
            try:
                return view(request, record, *args, **kwargs)
            except Conflict:  # views that can show both versions do so themselves
                messages.warning(request, _("Somebody removed this while you were writing"))
                return redirect("designs:overview", record.pk)

        guarded = login_required(inner)
        guarded.access = f"design:{may}"  # type: ignore[attr-defined]
        return guarded

    return decorated
