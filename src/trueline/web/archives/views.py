"""Downloads of everything."""

from __future__ import annotations

import json
import tempfile

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from trueline.web.accounts import queries
from trueline.web.accounts.access import for_people, in_organisation
from trueline.web.accounts.models import Organisation
from trueline.web.accounts.protection import instance_audit, notices
from trueline.web.accounts.protection.reauthentication import confirmed
from trueline.web.archives.organisation import write_organisation
from trueline.web.archives.person import person_as_data
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action

IN_MEMORY = 10_000_000


@for_people
@require_POST
@confirmed
def personal(request: HttpRequest) -> HttpResponse:
    """What Trueline holds about the person who asks."""
    text = json.dumps(person_as_data(request.user), ensure_ascii=False, indent=2)
    record(Action.EXPORTED, by=request.user, organisation=None, subject="account")
    instance_audit.note(request, Action.EXPORTED_THE_ACCOUNT, about=request.user)
    notices.tell_by(request, request.user, "exported")
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="my-trueline-data.json"'
    return response


@in_organisation(may="manage")
@require_POST
@confirmed
def organisation(request: HttpRequest, organisation: Organisation) -> FileResponse:
    """All of an organisation's work in one zip."""
    stream = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (the response closes it)
    record(
        Action.EXPORTED,
        by=request.user,
        organisation=organisation.pk,
        subject="organisation",
        subject_id=organisation.pk,
    )
    write_organisation(organisation, stream)
    stream.seek(0)
    owners = queries.owners_of(organisation)
    instance_audit.note(request, Action.EXPORTED_AN_ORGANISATION, about=request.user)
    notices.tell_all(request, owners, "organisation_exported", organisation=organisation)
    name = f"{slugify(organisation.name) or 'organisation'}-{timezone.now():%Y-%m-%d}.zip"
    return FileResponse(stream, as_attachment=True, filename=name, content_type="application/zip")
