"""Pages on which figures are entered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.design import DESIGN
from trueline.web.accounts.access import View
from trueline.web.documents.edit_view import EditView, say
from trueline.web.lists import page_of
from trueline.web.monitoring.actions import entering
from trueline.web.monitoring.assigned import Scope, for_the_assigned, scope_of, tell_of_evidence
from trueline.web.monitoring.display import DisplayedMeasurement, displayed
from trueline.web.monitoring.grid import MeasurementGrid, MeasurementRow, what_to_explain
from trueline.web.monitoring.models import Measurement, MeasurementState, ReportingPeriod
from trueline.web.monitoring.proposals import tell_of_proposals
from trueline.web.monitoring.queries import measurements_in
from trueline.web.monitoring.series import readings_of
from trueline.web.monitoring.snapshots import fingerprint

PREVIOUS = (MeasurementState.SUBMITTED, MeasurementState.APPROVED)


class PeriodView(EditView):
    """A page about one period of a programme."""

    only = DESIGN.name
    period: ReportingPeriod
    period_id: int
    scope: Scope

    def load(self, period_id: int) -> HttpResponse | None:
        periods = self.record.reporting_periods.all()
        self.period = get_object_or_404(periods, pk=period_id)
        self.period.document = self.record
        self.scope = scope_of(self.workspace)
        return None

    def due(self) -> QuerySet[Measurement]:
        """Lists what is due in the period, as far as the visitor enters it."""
        return self.scope.within(measurements_in(self.period))

    def refuse_locked(self) -> HttpResponse:
        """Say that nothing was saved since the period is locked."""
        say(
            self.request,
            _("This period is locked. Nothing was saved; an owner can unlock it."),
            level=messages.warning,
        )
        return HttpResponseRedirect(self.request.get_full_path())


class Enter(PeriodView):
    """The figures of a period, page by page: to enter, to hand in, and those handed in already.

    A form that comes back is about the rows that it holds, also where other rows stand on its page by then.
    """

    template = "monitoring/enter.html"
    page: Page[Measurement]

    def get_form(self, data: Any = None) -> MeasurementGrid:
        every = self.due()
        self.page = page_of(every, self.request.GET)
        self.measurements = list(self.page)
        if data is not None:
            sent = {name.partition(":")[0] for name in data}
            self.measurements = [
                one
                for one in every
                if f"m{one.pk}" in sent or (one in self.measurements and not one.can_be_entered)
            ]
        open_ones = [] if self.period.locked else self.measurements
        rows = [one for one in open_ones if one.can_be_entered]
        return MeasurementGrid(rows, self.workspace.toolkit, data)

    def post(self, request: HttpRequest) -> HttpResponse:
        if self.period.locked:
            return self.refuse_locked()
        form = self.get_form(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            return self.done(self.save(form))
        except entering.Locked:
            return self.refuse_locked()
        except entering.EditConflict as conflict:
            return self._both(conflict)

    def save(self, form: MeasurementGrid) -> tuple[int, int, int]:
        """How many figures changed, were handed in, and wait for a note."""
        changed = entering.enter(self.period, form.entries, by=self.request.user)
        if "submit" not in self.request.POST:
            return len(changed), 0, 0
        entered = [one for one in self.due() if one.can_be_entered and entering.says_something(one)]
        ready = [one for one in entered if one.note or not _questions(one)]
        handed_in = entering.submit(self.period, [one.pk for one in ready], by=self.request.user)
        return len(changed), len(handed_in), len(entered) - len(handed_in)

    def message_for(self, saved: tuple[int, int, int]) -> str:
        changed, handed_in, waiting = saved
        parts = [
            ngettext("%(count)s figure saved.", "%(count)s figures saved.", changed)
            % {"count": changed}
        ]
        if handed_in:
            parts.append(
                ngettext("%(count)s submitted.", "%(count)s submitted.", handed_in)
                % {"count": handed_in}
            )
        if waiting:
            parts.append(
                ngettext(
                    "%(count)s is not submitted: the note has to say how it comes about.",
                    "%(count)s are not submitted: the note has to say how they come about.",
                    waiting,
                )
                % {"count": waiting}
            )
        return " ".join(parts)

    def get_context(self, form: MeasurementGrid) -> dict[str, Any]:
        handed_in = [one for one in self.measurements if one.state in PREVIOUS]
        tell_of_evidence(self.measurements, self.record, self.scope)
        tell_of_proposals(handed_in, self.workspace.toolkit, newest=True)
        locked = [one for one in self.measurements if self.period.locked and one not in handed_in]
        return {
            "period": self.period,
            "handed_in": self._displayed(handed_in),
            "locked": self._displayed(locked),
            "to_decide": self.period.measurements.filter(state=MeasurementState.SUBMITTED).exists(),
            "page": self.page,
            "back": self.scope.back(self.record),
            "take_in": self.scope.url("take-in", self.record, self.period.pk),
        }

    def _displayed(self, measurements: Iterable[Measurement]) -> list[DisplayedMeasurement]:
        return [displayed(one, self.workspace.toolkit) for one in measurements]

    def _both(self, conflict: entering.EditConflict) -> HttpResponse:
        """The versions of others beside what was typed, for the figures that both changed."""
        form = self.get_form(self.request.POST)
        there = {row.measurement.pk for row in form.rows}
        for row in form.rows:
            if row.measurement.pk in conflict.measurements:
                _show_theirs(row, displayed(row.measurement, self.workspace.toolkit))
        gone = [one for one in self.measurements if one.pk in conflict.measurements - there]
        return self.show(form, status=409, written=True, decided=self._displayed(gone))


class EnterAssigned(Enter):
    """The same for somebody with some of the figures assigned: those, and no others."""

    @classmethod
    def guarded(cls, view: View) -> View:
        return for_the_assigned(view)

    def load(self, period_id: int) -> HttpResponse | None:
        super().load(period_id)
        if not self.due().exists():
            raise Http404
        return None


def _show_theirs(row: MeasurementRow, theirs: DisplayedMeasurement) -> None:
    row.theirs = [(_("All"), theirs.whole), *theirs.groups]
    row.seen = fingerprint(row.snapshot)


def _questions(measurement: Measurement) -> list[str]:
    meaning = measurement.indicator.meaning
    return what_to_explain(readings_of(measurement, meaning), meaning)
