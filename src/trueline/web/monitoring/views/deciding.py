"""Pages on which an owner decides on figures, and locks a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trueline.design import DESIGN
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import say
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import page_of
from trueline.web.monitoring.actions import deciding, entering
from trueline.web.monitoring.assigned import tell_of_evidence
from trueline.web.monitoring.display import DisplayedMeasurement, displayed
from trueline.web.monitoring.models import Measurement, MeasurementState
from trueline.web.monitoring.queries import measurements_in
from trueline.web.monitoring.views.entering import PeriodView

APPROVE, RETURN = "approve", "return"


@dataclass
class Line:
    """A figure that waits, and what was chosen for it."""

    displayed: DisplayedMeasurement
    choice: str = ""
    reason: str = ""
    error: str = ""
    seen: str = ""

    @property
    def pk(self) -> int:
        return self.displayed.measurement.pk


class Decisions:
    """The form: for each figure nothing, approval, or return with a reason."""

    def __init__(
        self, lines: list[DisplayedMeasurement], data: Mapping[str, str] | None = None
    ) -> None:
        self.is_bound = data is not None
        self.lines = [Line(each, seen=each.seen) for each in lines]
        if data is None:
            return
        for line in self.lines:
            line.choice = data.get(f"choice-{line.pk}", "")
            line.reason = data.get(f"reason-{line.pk}", "").strip()
            line.seen = data.get(f"seen-{line.pk}", "")
            if line.choice == RETURN and not line.reason:
                line.error = _("Say what is to be looked at again.")

    @property
    def errors(self) -> list[tuple[str, str]]:
        return [
            (f"reason-{line.pk}", f"{line.displayed.measurement.label}: {line.error}")
            for line in self.lines
            if line.error
        ]

    def is_valid(self) -> bool:
        return self.is_bound and not self.errors

    @property
    def decisions(self) -> list[deciding.Decision]:
        return [
            deciding.Decision(line.pk, line.seen, line.reason if line.choice == RETURN else "")
            for line in self.lines
            if line.choice in (APPROVE, RETURN)
        ]


class Decide(PeriodView):
    """Approves or returns what was handed in for a period, page by page."""

    page: Page[Measurement]
    permission = "manage"
    template = "monitoring/decide.html"

    def get_form(self, data: Any = None) -> Decisions:
        waiting = measurements_in(self.period).filter(state=MeasurementState.SUBMITTED)
        self.page = page_of(waiting, self.request.GET)
        decidable = (
            self.page if data is None else [one for one in waiting if f"seen-{one.pk}" in data]
        )
        return Decisions([displayed(one, self.workspace.toolkit) for one in decidable], data)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except entering.Locked:
            return self.refuse_locked()
        except entering.EditConflict:
            say(
                request,
                _("Somebody changed or decided on one of these meanwhile. Look at them anew."),
                level=messages.warning,
            )
            return HttpResponseRedirect(request.get_full_path())

    def save(self, form: Decisions) -> None:
        deciding.decide(self.period, form.decisions, by=self.request.user)

    def message_for(self, saved: None) -> str:
        return _("Saved.")

    def success_url(self, saved: None) -> str:
        """To the first that still wait: those that were decided on have left their page."""
        return self.request.path

    def get_context(self, form: Decisions) -> dict[str, Any]:
        measurements = [line.displayed.measurement for line in form.lines]
        tell_of_evidence(measurements, self.record, self.scope)
        return {"period": self.period, "page": self.page}


@in_document(permission="manage", only=DESIGN.name)
@require_POST
def lock(request: HttpRequest, workspace: Workspace, period_id: int) -> HttpResponse:
    """Lock a period, or unlock it."""
    period = get_object_or_404(workspace.record.reporting_periods.all(), pk=period_id)
    period.document = workspace.record
    locked = request.POST.get("lock") == "yes"
    deciding.lock(period, by=request.user, locked=locked)
    if locked:
        say(request, _("Locked: no figure of this period changes until it is unlocked."))
    else:
        say(request, _("Unlocked."))
    here = reverse("monitoring:calendar", args=[workspace.record.pk])
    page = request.POST.get("page", "")
    return redirect(f"{here}?page={page}#period-{period.pk}" if page.isdecimal() else here)
