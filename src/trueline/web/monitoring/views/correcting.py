"""Pages on which figures that were handed in are corrected, taken back, or proposed to be others."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from trueline.design import DESIGN
from trueline.limits import REASON_LETTERS
from trueline.web.accounts.access import View
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.actions import entering, proposing
from trueline.web.monitoring.assigned import Scope, for_the_assigned, scope_of
from trueline.web.monitoring.display import displayed
from trueline.web.monitoring.grid import MeasurementGrid
from trueline.web.monitoring.models import Measurement, MeasurementState, ProposedCorrection
from trueline.web.monitoring.proposals import ProposalInWords
from trueline.web.typed.pasted import Prose


def _measurements(record: DocumentRecord, scope: Scope) -> QuerySet[Measurement]:
    rows = Measurement.objects.select_related("indicator", "period", "site")
    return scope.within(rows.filter(indicator__document=record))


def _measurement(workspace: Workspace, measurement_id: int) -> Measurement:
    rows = _measurements(workspace.record, scope_of(workspace))
    measurement: Measurement = get_object_or_404(rows, pk=measurement_id)
    measurement.period.document = workspace.record
    return measurement


class Correct(EditView):
    """One figure that was handed in or approved, to be put right with a reason."""

    only = DESIGN.name
    template = "monitoring/correct.html"
    measurement: Measurement
    reason = ""

    def load(self, measurement_id: int) -> HttpResponse | None:
        self.measurement = _measurement(self.workspace, measurement_id)
        if self.measurement.can_be_entered or self.measurement.period.locked:
            return HttpResponseRedirect(self.period_url())
        return None

    @property
    def is_proposed(self) -> bool:
        """Whether it is left to others to put it right."""
        return False

    def get_form(self, data: Any = None) -> MeasurementGrid:
        return MeasurementGrid([self.measurement], self.workspace.toolkit, data)

    def post(self, request: HttpRequest) -> HttpResponse:
        form, self.reason = self.get_form(request.POST), request.POST.get("reason", "").strip()
        problem = "" if self.reason else _("Say why it is corrected.")
        if len(self.reason) > REASON_LETTERS.most:
            problem = REASON_LETTERS.sentence(len(self.reason))
        if problem or not form.is_valid():
            return self.show(form, status=422, reason=self.reason, reason_error=problem)
        try:
            return self.done(self.save(form))
        except (entering.EditConflict, entering.Locked):
            say(
                request,
                _("Somebody changed this figure meanwhile. Nothing was saved; look at it anew."),
                level=messages.warning,
            )
            return HttpResponseRedirect(self.period_url())

    def save(self, form: MeasurementGrid) -> bool:
        return any(self.correct(entry) for entry in form.entries)

    def correct(self, entry: entering.Entry) -> bool:
        """Save the correction; False if nothing changed."""
        return entering.correct(self.measurement, entry, reason=self.reason, by=self.request.user)

    def message_for(self, saved: bool) -> str:
        if not saved:
            return _("Nothing was changed.")
        if self.is_proposed:
            return _("Proposed. The figure counts as it is until this is accepted.")
        return _("Corrected. It waits for approval again; what it said before is kept.")

    def success_url(self, saved: bool) -> str:
        return reverse("monitoring:indicator", args=[self.record.pk, self.measurement.indicator_id])

    def get_context(self, form: MeasurementGrid) -> dict[str, Any]:
        return {
            "measurement": self.measurement,
            "back": self.period_url(),
            "is_proposed": self.is_proposed,
        }

    def period_url(self) -> str:
        scope = scope_of(self.workspace)
        return scope.url("enter", self.record, self.measurement.period_id)


class CorrectAssigned(Correct):
    """The same for somebody the figure is assigned to: they propose corrections of what is approved.

    What waits for a decision already is replaced by whoever proposed it, and by nobody else.
    """

    waiting: ProposedCorrection | None = None

    @classmethod
    def guarded(cls, view: View) -> View:
        return for_the_assigned(view)

    @property
    def is_proposed(self) -> bool:
        return self.measurement.state == MeasurementState.APPROVED

    def load(self, measurement_id: int) -> HttpResponse | None:
        if elsewhere := super().load(measurement_id):
            return elsewhere
        self.waiting = proposing.open_proposal(self.measurement) if self.is_proposed else None
        if self.waiting and self.waiting.made_by_id != self.request.user.pk:
            message = _(
                "Somebody else has proposed a correction of this figure. It has to be decided on first."
            )
            say(self.request, message, level=messages.warning)
            return HttpResponseRedirect(self.period_url())
        return None

    def correct(self, entry: entering.Entry) -> bool:
        if not self.is_proposed:
            return super().correct(entry)
        replaced = self.request.POST.get("replaces", "")
        return proposing.propose(
            self.measurement,
            entry,
            reason=self.reason,
            by=self.request.user,
            replaces=int(replaced) if replaced.isdecimal() else None,
        )

    def get_context(self, form: MeasurementGrid) -> dict[str, Any]:
        return {**super().get_context(form), "waiting": self.waiting}

    def success_url(self, saved: bool) -> str:
        return self.period_url()


@for_the_assigned
@require_POST
def take_back(request: HttpRequest, workspace: Workspace, measurement_id: int) -> HttpResponse:
    """Make what the visitor handed in a draft again."""
    measurement = _measurement(workspace, measurement_id)
    back = scope_of(workspace).url("enter", workspace.record, measurement.period_id)
    try:
        proposing.take_back(measurement, by=request.user)
        say(request, _("Taken back. Put it right, and submit it again."))
    except entering.EditConflict:
        message = _("It was decided on meanwhile. Nothing was changed.")
        say(request, message, level=messages.warning)
    except entering.Locked:
        message = _("This period is locked. Nothing was saved; an owner can unlock it.")
        say(request, message, level=messages.warning)
    return HttpResponseRedirect(back)


@for_the_assigned
@require_POST
def withdraw(request: HttpRequest, workspace: Workspace, measurement_id: int) -> HttpResponse:
    """Withdraw the visitor's own proposal while it is undecided."""
    measurement = _measurement(workspace, measurement_id)
    withdrawn = proposing.withdraw(measurement, by=request.user)
    say(request, _("The proposal is withdrawn.") if withdrawn else _("Nothing was changed."))
    back = scope_of(workspace).url("enter", workspace.record, measurement.period_id)
    return HttpResponseRedirect(back)


class DecisionForm(forms.Form):
    """Whether a proposed correction is taken over, and why not."""

    choice = forms.ChoiceField(
        label=gettext_lazy("What becomes of it"),
        choices=[
            ("accept", gettext_lazy("Take it over; the figure before stays in the history")),
            ("decline", gettext_lazy("Leave the figure as it is")),
        ],
        widget=forms.RadioSelect,
    )
    because = Prose(
        label=gettext_lazy("Why it is left as it is"),
        required=False,
        max_length=REASON_LETTERS.most,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("choice") == "decline" and not data.get("because"):
            self.add_error("because", _("Say why: whoever proposed it reads this."))
        return data


class DecideProposal(EditView):
    """Accept or decline a partner's correction of an approved figure."""

    only = DESIGN.name
    template = "monitoring/decide_proposal.html"
    proposal: ProposedCorrection

    def load(self, measurement_id: int) -> HttpResponse | None:
        measurement = _measurement(self.workspace, measurement_id)
        rows = measurement.proposed_corrections.select_related("made_by")
        proposal = rows.filter(outcome=proposing.Outcome.OPEN).first()
        if proposal is None:
            raise Http404
        self.proposal, proposal.measurement = proposal, measurement
        return None

    def get_form(self, data: Any = None) -> DecisionForm:
        return DecisionForm(data)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except entering.EditConflict:
            message = _(
                "The figure is another one by now. Nothing was taken over; look at it anew."
            )
            say(request, message, level=messages.warning)
        except entering.Locked:
            message = _("This period is locked. Nothing was saved; an owner can unlock it.")
            say(request, message, level=messages.warning)
        return HttpResponseRedirect(request.get_full_path())

    def save(self, form: DecisionForm) -> bool:
        by, values = self.request.user, form.cleaned_data
        if values["choice"] == "accept":
            approve = bool(self.workspace.permissions.get("manage"))
            proposing.accept(self.proposal, by=by, approve=approve)
            return True
        proposing.decline(self.proposal, because=values["because"], by=by)
        return False

    def message_for(self, saved: bool) -> str:
        if not saved:
            return _("The figure stays as it is. Whoever proposed another is told why.")
        if self.workspace.permissions.get("manage"):
            return _("Taken over and approved; what it said before is kept.")
        return _("Corrected. It waits for approval again; what it said before is kept.")

    def success_url(self, saved: bool) -> str:
        one = self.proposal.measurement
        indicator = reverse("monitoring:indicator", args=[self.record.pk, one.indicator_id])
        return f"{indicator}#measurement-{one.pk}"

    def get_context(self, form: DecisionForm) -> dict[str, Any]:
        measurement, toolkit = self.proposal.measurement, self.workspace.toolkit
        return {
            "displayed": displayed(measurement, toolkit),
            "proposal": ProposalInWords(self.proposal, toolkit),
            "back": reverse("monitoring:enter", args=[self.record.pk, measurement.period_id]),
        }
