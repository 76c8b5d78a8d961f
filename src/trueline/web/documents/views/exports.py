"""The page of a document's exports."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.views.decorators.http import require_http_methods, require_safe

from trueline.language import base_language
from trueline.reports import ExportRequest
from trueline.web.accounts.access import repeatable
from trueline.web.documents import exports
from trueline.web.documents.access import in_document
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.forms.export import ExportForm
from trueline.web.documents.tasks import Wish, ask_for_export
from trueline.web.documents.workspace import Workspace
from trueline.web.tasks.actions import Asker
from trueline.web.tasks.downloads import (
    download,
    file_or_page,
    progress,
    request_or_404,
    with_refresh,
)
from trueline.web.tasks.models import FileRequest

HERE = "share"


@repeatable
@in_document(permission="read")
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The exports and their options; a button makes and downloads one."""
    form = ExportForm(request.POST or None, initial={"language": _first_language(workspace)})
    if request.method == "POST" and form.is_valid():
        return _export(request, workspace, form)
    offered = exports.offered(workspace.record.kind)
    context = {
        "form": form,
        "groups": exports.groups(offered),
        "all": exports.ALL,
        "untranslated": _untranslated(workspace),
    }
    status = 422 if form.is_bound else 200
    return workspace.page(request, "documents/export.html", context, here=HERE, status=status)


def _untranslated(workspace: Workspace) -> SafeString:
    """Untranslated strings of exports by language, cached by revision."""
    record = workspace.record
    key = ("untranslated", record.pk, record.revision, hash(record.content), get_language())

    def make() -> SafeString:
        export_request = ExportRequest(workspace.document, workspace.toolkit)
        untranslated = exports.untranslated(export_request, settings.LANGUAGES)
        return render_to_string("documents/untranslated.html", {"untranslated": untranslated})

    return cached_fragment(key, make)


def _export(request: HttpRequest, workspace: Workspace, form: ExportForm) -> HttpResponse:
    name, record = request.POST.get("export", ""), workspace.record
    language = form.cleaned_data["language"] or get_language()

    def ask() -> FileRequest | None:
        with override(language):
            return ask_for_export(
                record.revisions.select_related("document").get(number=record.revision),
                _wish(name, form),
                title=record.title,
                owner=_owner(workspace),
                asker=Asker.member(request.user, record.organisation_id),
            )

    return download(
        request,
        ask,
        organisation=record.organisation_id,
        permission="read",
        busy=reverse("documents:export", args=[record.pk]),
        wait=lambda file_request: reverse(
            "documents:export-job", args=[record.pk, file_request.pk]
        ),
        subject=record.kind,
        subject_id=record.pk,
        export=name,
        revision=record.revision,
    )


def _first_language(workspace: Workspace) -> str:
    """The language of the document, where files can be made in it; else that of the pages."""
    language = workspace.document.language
    written = base_language(language) if language else ""
    return written if written in dict(settings.LANGUAGES) else get_language() or "en"


def _wish(name: str, form: ExportForm) -> Wish:
    return Wish(
        name,
        timezone.localdate(),
        paper=form.cleaned_data["paper"] or "a4",
        with_review=form.cleaned_data["with_review"],
        is_member=True,
    )


@in_document(permission="read")
@require_safe
def job(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """The progress of a file. When it is ready, the page redirects to it."""
    file_request = request_or_404(job_id, owner=_owner(workspace))
    address = reverse("documents:export-file", args=[workspace.record.pk, file_request.pk])
    context = {**progress(file_request), "address": address}
    response = workspace.page(request, "documents/export_job.html", context, here=HERE)
    return with_refresh(response, file_request, then=address)


@in_document(permission="read")
@require_safe
def job_file(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """The finished file."""
    file_request = request_or_404(job_id, owner=_owner(workspace))
    wait = reverse("documents:export-job", args=[workspace.record.pk, file_request.pk])
    return file_or_page(file_request, wait)


def _owner(workspace: Workspace) -> str:
    return f"{workspace.user.pk} {workspace.record.pk}"
