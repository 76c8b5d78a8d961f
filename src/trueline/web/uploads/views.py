"""Shows how the reading of a file comes along, and goes on with it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from trueline.web.accounts.access import for_people
from trueline.web.tasks.downloads import progress
from trueline.web.tasks.queries import request_of
from trueline.web.uploads.reading import FIELD, owner_of, stored_form


@for_people
@require_safe
def reading(request: HttpRequest, reading_id: uuid.UUID) -> HttpResponse:
    """The place in the queue; once the file is read, the way on with what was sent beside it."""
    file_request = request_of(reading_id, owner=owner_of(str(request.user.pk)))
    form = stored_form(request, str(reading_id))
    if file_request is None or form is None:
        raise Http404
    context = {**progress(file_request), "form": form, "field": FIELD, "reading": file_request.pk}
    return render(request, "uploads/reading.html", context)
