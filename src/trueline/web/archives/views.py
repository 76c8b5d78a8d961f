"""Downloads of everything."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from trueline.web.accounts import queries
from trueline.web.accounts.access import for_people, in_organisation, required
from trueline.web.accounts.models import Organisation
from trueline.web.accounts.protection import instance_audit, notices
from trueline.web.accounts.protection.reauthentication import confirmed
from trueline.web.archives.tasks import ask_for_archive, ask_for_own_data
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action
from trueline.web.tasks.actions import Asker, TooMany
from trueline.web.tasks.downloads import (
    file_or_progress,
    file_response,
    request_or_404,
    too_many,
    wait_for_file,
)


@for_people
@require_POST
@confirmed
def personal(request: HttpRequest) -> HttpResponse:
    """Download the visitor's own data: at once, or from a page that waits for it."""
    try:
        file_request = ask_for_own_data(request.user, owner=_own(request))
    except TooMany as refused:
        messages.error(request, too_many(refused))
        return redirect("accounts:account")
    record(Action.EXPORTED, by=request.user, organisation=None, subject="account")
    instance_audit.note(request, Action.EXPORTED_THE_ACCOUNT, about=request.user)
    notices.tell_by(request, request.user, "exported")
    if wait_for_file(file_request).file.made:
        return file_response(file_request)
    return redirect("archives:personal-file", file_request.pk)


@for_people
@require_safe
def personal_file(request: HttpRequest, job_id: uuid.UUID) -> HttpResponse:
    """The file once it is made, and until then how it is coming along."""
    file_request = request_or_404(job_id, owner=_own(request))
    return file_or_progress(request, file_request, "accounts/archive.html")


@in_organisation(permission="manage")
@require_POST
@confirmed
def organisation(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """All of an organisation's work in one zip: at once, or from a page that waits for it."""
    try:
        file_request = ask_for_archive(
            organisation,
            owner=_owner(request, organisation),
            asker=Asker.member(request.user, organisation.pk),
        )
    except TooMany as refused:
        messages.error(request, too_many(refused))
        return redirect("accounts:settings", organisation.pk)
    record(
        Action.EXPORTED,
        by=request.user,
        organisation=organisation.pk,
        subject="organisation",
        subject_id=organisation.pk,
    )
    owners = queries.owners_of(organisation)
    instance_audit.note(request, Action.EXPORTED_AN_ORGANISATION, about=request.user)
    notices.tell_all(request, owners, "organisation_exported", organisation=organisation)
    if wait_for_file(file_request).file.made:
        required(request.user, organisation.pk, "manage")  # it may have ended meanwhile
        return file_response(file_request)
    return redirect("archives:organisation-file", organisation.pk, file_request.pk)


@in_organisation(permission="manage")
@require_safe
def organisation_file(
    request: HttpRequest, organisation: Organisation, job_id: uuid.UUID
) -> HttpResponse:
    """The zip once it is made, and until then how it is coming along."""
    file_request = request_or_404(job_id, owner=_owner(request, organisation))
    return file_or_progress(
        request, file_request, "accounts/archive.html", organisation=organisation
    )


def _own(request: HttpRequest) -> str:
    return f"{request.user.pk} own data"


def _owner(request: HttpRequest, organisation: Organisation) -> str:
    return f"{request.user.pk} {organisation.pk}"
