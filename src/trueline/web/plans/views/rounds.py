"""Rounds of progress: opened, seen whole, closed and opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.plan import PLAN
from trueline.plan.progress import answered_by_nobody, to_ask
from trueline.reports.plan.progress import changes_table, overdue_table
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.linked_tables import with_links
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import page_of
from trueline.web.plans.actions import rounds as actions
from trueline.web.plans.forms import RoundForm
from trueline.web.plans.models import BodyReport, ProgressRound
from trueline.web.plans.queries import progress_of
from trueline.web.plans.tasks import REPORTS


@dataclass(frozen=True)
class RoundLine:
    """A round in the list: how many bodies it has, how many answered, and whether it is overdue."""

    round: ProgressRound
    answered: int
    bodies: int
    overdue: bool


@in_document(permission="read", only=PLAN.name)
@require_safe
def rounds(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The rounds of a plan, the latest first."""
    today = timezone.localdate()
    page = page_of(workspace.record.progress_rounds.prefetch_related("reports"), request.GET)
    lines = []
    for each in page:
        states = [report.state for report in each.reports.all()]
        answered = sum(state in ("submitted", "accepted") for state in states)
        late = each.is_overdue(today) and answered < len(states)
        lines.append(RoundLine(each, answered, len(states), late))
    return workspace.page(request, "plans/rounds.html", {"page": page, "lines": lines})


class OpenRound(EditView):
    """Open a round: each body that leads activities is asked to report."""

    only = PLAN.name
    template = "plans/open_round.html"

    def get_form(self, data: Any = None) -> RoundForm:
        return RoundForm(self.record, data)

    def save(self, form: RoundForm) -> ProgressRound:
        return actions.open_round(
            self.record, self.workspace.document, by=self.request.user, **form.cleaned_data
        )

    def message_for(self, saved: ProgressRound) -> str:
        return _("The round is open. Send each body its link, or write what it tells you.")

    def success_url(self, saved: ProgressRound) -> str:
        return reverse("plans:round", args=[self.record.pk, saved.pk])

    def get_context(self, form: RoundForm) -> dict[str, Any]:
        plan = self.workspace.document
        return {"bodies": list(to_ask(plan, date.max)), "nobodys": answered_by_nobody(plan)}


@in_document(permission="read", only=PLAN.name)
@require_safe
def round_page(request: HttpRequest, workspace: Workspace, round_id: int) -> HttpResponse:
    """Shows how far a round is: by body, in numbers, since the round before, and what is overdue."""
    round, today = round_of(workspace, round_id), timezone.localdate()
    progress = progress_of(round, today)
    tables = [table for table in (changes_table(progress), overdue_table(progress)) if table.rows]
    reports = round.reports.prefetch_related("lines")
    context = {
        "round": round,
        "overdue": round.is_overdue(today),
        "reports": [(each, len(each.lines.all())) for each in reports],
        "facts": progress.facts,
        "before": progress.before,
        "tables": with_links(workspace, tables),
        "files": REPORTS.values(),
    }
    return workspace.page(request, "plans/round.html", context)


@in_document(permission="edit", only=PLAN.name)
@require_POST
def end(request: HttpRequest, workspace: Workspace, round_id: int) -> HttpResponse:
    """Close a round, or open it again."""
    round = round_of(workspace, round_id)
    if "reopen" in request.POST:
        actions.reopen(round, by=request.user)
        say(request, _("The round is open again."))
    else:
        actions.close(round, by=request.user)
        say(request, _("The round is closed. Nothing more can be written in it."))
    return redirect("plans:round", workspace.record.pk, round.pk)


def round_of(workspace: Workspace, round_id: int) -> ProgressRound:
    """A round of this plan. Raises Http404."""
    round = get_object_or_404(
        workspace.record.progress_rounds.select_related("revision"), pk=round_id
    )
    round.document = round.revision.document = workspace.record
    return round


def report_of(workspace: Workspace, round_id: int, report_id: int) -> BodyReport:
    """One body's report in a round of this plan. Raises Http404."""
    round = round_of(workspace, round_id)
    report: BodyReport = get_object_or_404(round.reports.all(), pk=report_id)
    report.round = round
    return report
