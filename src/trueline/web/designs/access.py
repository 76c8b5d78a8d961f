"""Reaching a design: found only through the organisations that a person belongs to."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from trueline.web.accounts.access import View, enter, reachable, required
from trueline.web.accounts.roles import May
from trueline.web.designs.models import DesignRecord


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
            return view(request, record, *args, **kwargs)

        guarded = login_required(inner)
        guarded.access = f"design:{may}"  # type: ignore[attr-defined]
        return guarded

    return decorated
