"""Handing a version in, approving it, and taking it back."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trueline.web.documents.access import in_document
from trueline.web.documents.actions import submitting
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.forms.submission import SubmissionForm
from trueline.web.documents.models import Submission
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import Filter, page_of

HERE = "share"


class Submissions(EditView):
    """Submissions so far, and a form to submit the current version."""

    template = "documents/submissions.html"
    here = HERE

    def get_form(self, data: Any = None) -> SubmissionForm:
        return SubmissionForm(data)

    def save(self, form: SubmissionForm) -> Submission:
        return submitting.submit(self.record, by=self.request.user, **form.cleaned_data)

    def message_for(self, saved: Submission) -> str:
        return _("Submitted. An owner can approve it; what you change from now on is not in it.")

    def changes_at(self, saved: Submission) -> str:
        return f"submission-{saved.pk}"

    def success_url(self, saved: Submission) -> str:
        return submission_url(self.workspace, saved)

    def get_context(self, form: SubmissionForm) -> dict[str, Any]:
        query = self.request.GET
        submission_filter = Filter.of(query)
        submissions = submission_filter.holding(
            submitting.submissions_of(self.record), "name", "submitted_by__name"
        )
        return {"filter": submission_filter, "page": page_of(submissions, query)}


@in_document(permission="manage")
@require_POST
def approve(request: HttpRequest, workspace: Workspace, submission_id: uuid.UUID) -> HttpResponse:
    """Accept what was submitted."""
    submission = submission_to(workspace, submission_id)
    submitting.approve(workspace.record, submission, by=request.user)
    say(request, _("Approved."), at=f"submission-{submission.pk}")
    return redirect(submission_url(workspace, submission))


@in_document(permission="edit")
@require_POST
def withdraw(request: HttpRequest, workspace: Workspace, submission_id: uuid.UUID) -> HttpResponse:
    """Take back what was submitted."""
    submission = submission_to(workspace, submission_id)
    if submission.approved and "manage" not in workspace.permissions:
        raise PermissionDenied(_("What was approved can be withdrawn by an owner."))
    submitting.withdraw(workspace.record, submission, by=request.user)
    say(request, _("Withdrawn. That it was submitted is kept."), at=f"submission-{submission.pk}")
    return redirect(submission_url(workspace, submission))


def submission_url(workspace: Workspace, submission: Submission) -> str:
    """The URL of a submission in its list."""
    address = reverse("documents:submissions", args=[workspace.record.pk])
    return f"{address}#submission-{submission.pk}"


def submission_to(workspace: Workspace, submission_id: uuid.UUID) -> Submission:
    """A submission of this document. Raises Http404."""
    submissions = Submission.objects.select_related("revision")
    return get_object_or_404(submissions, pk=submission_id, revision__document=workspace.record)
