"""The button that puts back what somebody removed last."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trueline.limits import OverLimit
from trueline.web.accounts.access import for_people, required
from trueline.web.documents.access import archived_page, entered
from trueline.web.documents.edit_view import say
from trueline.web.documents.removed_rows import SESSION_KEY, NotPutBack, put_rows_back


@for_people
@require_POST
def put_back(request: HttpRequest) -> HttpResponse:
    """Put it back, if the visitor still may."""
    removed = request.session.pop(SESSION_KEY, None)
    if removed is None:
        say(request, _("There is nothing to undo any more."), level=messages.warning)
        return redirect("home")
    organisation = uuid.UUID(removed["organisation"]) if removed.get("organisation") else None
    if removed["document"]:
        workspace = entered(request, uuid.UUID(removed["document"]), removed["permission"])
        if workspace.record.archived:
            return archived_page(request, workspace)
        organisation = workspace.record.organisation_id
    elif organisation:
        required(request.user, organisation, removed["permission"])
    try:
        put_rows_back(
            removed, by=request.user, organisation=organisation, document=removed["document"]
        )
    except (NotPutBack, OverLimit) as refused:
        say(request, str(refused), level=messages.warning)
    else:
        say(request, _("It is there again."))
    return redirect(removed["back"])
