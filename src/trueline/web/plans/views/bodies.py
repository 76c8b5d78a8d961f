"""The report of one body in a round: read, written by a member, accepted or returned."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.plan import PLAN
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.workspace import Workspace
from trueline.web.plans.actions import rounds as actions
from trueline.web.plans.forms import DecideForm, ProgressForm
from trueline.web.plans.models import BodyReport
from trueline.web.plans.views.rounds import report_of
from trueline.web.plans.writing import Writing


@in_document(permission="read", only=PLAN.name)
@require_safe
def body(request: HttpRequest, workspace: Workspace, round_id: int, report_id: int) -> HttpResponse:
    """The report of a body, and each time that it was handed in, accepted or returned."""
    report = report_of(workspace, round_id, report_id)
    writing = Writing(report, request.GET)
    context = {
        "round": report.round,
        "report": report,
        "counts": report.state in ("submitted", "accepted"),
        "progress": writing.progress(),
        "steps": report.steps.select_related("by"),
    }
    return workspace.page(request, "plans/body.html", context)


class BodyView(EditView):
    """A page on which something becomes of one body's report."""

    only = PLAN.name
    report: BodyReport

    def load(self, round_id: int, report_id: int) -> HttpResponse | None:
        self.report = report_of(self.workspace, round_id, report_id)
        return None

    def success_url(self, saved: Any) -> str:
        return self.address

    @property
    def address(self) -> str:
        return reverse("plans:body", args=[self.record.pk, self.report.round_id, self.report.pk])


class Enter(BodyView):
    """A member enters the report of a body."""

    template = "plans/enter.html"
    writing: Writing

    def load(self, round_id: int, report_id: int) -> HttpResponse | None:
        super().load(round_id, report_id)
        self.writing = Writing(self.report, self.request.GET)
        if not self.report.can_be_entered:
            say(
                self.request,
                _("This report is handed in, or its round is closed."),
                level=messages.info,
            )
            return HttpResponseRedirect(self.address)
        return None

    def get_form(self, data: Any = None) -> ProgressForm:
        return self.writing.form(data)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except actions.Met:
            return self.show(as_it_stands(self.writing, request), status=409, met=True)

    def save(self, form: ProgressForm) -> str:
        return self.writing.save(form, by=self.request.user)

    def message_for(self, saved: str) -> str:
        return saved or _("The report is handed in.")

    def success_url(self, saved: str) -> str:
        return self.request.get_full_path() if saved else self.address

    def get_context(self, form: ProgressForm) -> dict[str, Any]:
        return about(self.writing, form)


def as_it_stands(writing: Writing, request: HttpRequest) -> ProgressForm:
    """After two people met: the form with what was typed, at the version that stands now."""
    writing.report.refresh_from_db(fields=["version", "state"])
    data = request.POST.copy()
    data["version"] = str(writing.report.version)
    return writing.form(data, met=True)


def about(writing: Writing, form: ProgressForm) -> dict[str, Any]:
    """The context of a page with the form."""
    report = writing.report
    returned = report.steps.filter(state="returned").first()
    return {
        "round": report.round,
        "report": report,
        "page": writing.page,
        "rows": form.rows(writing.before),
        "returned": returned if report.state == BodyReport.State.RETURNED else None,
    }


class Decide(BodyView):
    """Accepts what a body handed in, or returns it with a reason."""

    template = "plans/decide.html"

    def get_form(self, data: Any = None) -> DecideForm:
        return DecideForm(data, initial={"version": self.report.version})

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except actions.Met:
            say(
                request,
                _("This changed while you were looking at it. Nothing was saved: look again."),
                level=messages.warning,
            )
            return HttpResponseRedirect(self.address)

    def save(self, form: DecideForm) -> str:
        values = form.cleaned_data
        if values["decision"] == "accept":
            actions.accept(self.report, version=values["version"], by=self.request.user)
            return _("Accepted.")
        actions.give_back(
            self.report, reason=values["reason"], version=values["version"], by=self.request.user
        )
        return _("Returned. The body’s link opens its report to be written again.")

    def message_for(self, saved: str) -> str:
        return saved

    def get_context(self, form: DecideForm) -> dict[str, Any]:
        progress = Writing(self.report, self.request.GET).progress()
        return {"round": self.report.round, "report": self.report, "progress": progress}
