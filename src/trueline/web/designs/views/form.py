"""Filling a donor's own form from a design."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import DESIGN
from trueline.files import FileProblems, Problem
from trueline.office.filling import ENDINGS
from trueline.reports.design.forms import fill_form, form_values
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.uploads.reading import in_turn


@in_document(permission="read", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Ask for the form; answer with the same, filled. Nothing of it is kept."""
    if request.method != "POST":
        return _page(request, workspace)
    file = request.FILES.get("file")
    try:
        if file is None or file.size > settings.UPLOAD_LIMIT:
            raise FileProblems([Problem("", _("Choose a file of at most 5 MB."))])
        read = in_turn(request, workspace.record.organisation_id)
        document, toolkit = workspace.document, workspace.toolkit
        filled_form = fill_form(document, toolkit, file.read(), file.name, read=read)
    except FileProblems as error:
        return _page(request, workspace, status=422, problems=error.problems)
    if filled_form.unknown and "anyway" not in request.POST:
        return _page(request, workspace, status=422, unknown=filled_form.unknown)
    headers = {"Content-Disposition": content_disposition_header(True, file.name)}
    return HttpResponse(
        filled_form.content, content_type="application/octet-stream", headers=headers
    )


def _page(
    request: HttpRequest, workspace: Workspace, status: int = 200, **more: object
) -> HttpResponse:
    values = form_values(workspace.document, workspace.toolkit)
    names = [name for name, value in values.items() if isinstance(value, str)]
    names += [f"{name}.{each}" for name, fields in LISTS.items() for each in fields]
    context = {"endings": ",".join(ENDINGS), "names": names, **more}
    return workspace.page(request, "designs/form.html", context, here="theory", status=status)


LISTS = {
    "result": ("code", "level", "statement", "assumptions"),
    "indicator": ("code", "statement", "result", "definition", "unit", "baseline", "target"),
    "activity": ("code", "title", "description", "lead", "dates", "budget"),
}
"""Names within rows that the page explains; the how-to has all."""
