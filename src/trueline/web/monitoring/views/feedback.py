"""Pages of the register of changes that clients' feedback led to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from trueline.design import DESIGN
from trueline.review.personal_data import tells_of_somebody
from trueline.toolkit import Toolkit
from trueline.web.accounts.access import repeatable
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.removed_rows import rows_to_keep, undo_of_removal
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import Choice, Filter, page_of
from trueline.web.monitoring.actions import feedback
from trueline.web.monitoring.claims import approved_design
from trueline.web.monitoring.feedback import Register, to_share, ways_of
from trueline.web.monitoring.models import ServiceChange
from trueline.web.monitoring.views.table_file import csv_file
from trueline.web.typed import DayField, WholeNumberField
from trueline.web.typed.pasted import Prose

LETTERS = 2000
MOST_PEOPLE = 1_000_000


class ChangeForm(forms.Form):
    """A request, how many made it, and its outcome. Nothing about a single person."""

    asked = forms.CharField(
        label=gettext_lazy("What was asked for"),
        max_length=300,
        help_text=gettext_lazy(
            "In your own words, put together from what several said. Nothing by which somebody could"
            " be known, and no quotation."
        ),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    ways = forms.MultipleChoiceField(
        label=gettext_lazy("Heard by"),
        choices=ServiceChange.Way.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    raised = WholeNumberField(
        label=gettext_lazy("Raised by how many"),
        required=False,
        help_text=gettext_lazy("A total. Leave it empty where nobody counted; that is not 0."),
    )
    heard = DayField(label=gettext_lazy("Heard by this day"), required=True)
    outcome = forms.ChoiceField(
        label=gettext_lazy("What became of it"),
        choices=ServiceChange.Outcome.choices,
        widget=forms.RadioSelect,
        initial=ServiceChange.Outcome.OPEN,
    )
    what = Prose(
        label=gettext_lazy("What was changed, or why not"),
        max_length=LETTERS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    decided = DayField(label=gettext_lazy("Decided on"), required=False)
    told_back = DayField(label=gettext_lazy("Told to those who asked, on"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, toolkit: Toolkit, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.toolkit = toolkit

    def clean_raised(self) -> int | None:
        raised = self.cleaned_data["raised"]
        if raised is not None and not 0 <= raised < MOST_PEOPLE:
            raise forms.ValidationError(_("People are counted in whole numbers from 0 up."))
        return None if raised is None else int(raised)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in ("asked", "what"):
            if tells_of_somebody(data.get(name, ""), self.toolkit):
                self.add_error(
                    name,
                    _(
                        "This reads as if somebody could be known by it. Take that out; totals alone belong here."
                    ),
                )
        outcome = data.get("outcome")
        if outcome in ("made", "refused") and "what" in data and not data["what"]:
            self.add_error("what", _("Say what was changed, or why it was not."))
        if outcome != "open" and "decided" in data and not data["decided"]:
            self.add_error("decided", _("Write the day on which that was decided."))
        return data


@in_document(permission="read", only=DESIGN.name)
@require_safe
def register(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Requests of clients, the newest first, with a count by outcome."""
    changes = list(workspace.record.service_changes.select_related("saved_by"))
    register_of_requests = Register(changes, workspace.toolkit, approved_design(workspace.record))
    became = Choice("outcome", _("What became of it"), ServiceChange.Outcome.choices)
    request_filter = Filter.of(request.GET, became)
    page = page_of(
        _filtered(workspace.record, request_filter) if request_filter else changes, request.GET
    )
    context = {
        "register": register_of_requests,
        "filter": request_filter,
        "page": page,
        "lines": [(each, ways_of(each)) for each in page],
        "category": workspace.toolkit.category("support.improvement"),
    }
    return workspace.page(request, "monitoring/feedback.html", context)


def _filtered(record: DocumentRecord, request_filter: Filter) -> QuerySet[ServiceChange]:
    changes = request_filter.holding(record.service_changes.all(), "asked", "what")
    outcome = request_filter.chosen("outcome")
    return changes.filter(outcome=outcome) if outcome else changes


@repeatable
@in_document(permission="read", only=DESIGN.name)
@require_POST
def file(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The register as CSV, small numbers held back."""
    record = workspace.record
    text = to_share(record.service_changes.all())
    return csv_file(request, record, text, ending="feedback.csv")


class Add(EditView):
    """A request that is entered."""

    only = DESIGN.name
    template = "monitoring/enter_feedback.html"

    def get_form(self, data: Any = None) -> ChangeForm:
        return ChangeForm(self.workspace.toolkit, data, {"heard": timezone.localdate()})

    def save(self, form: ChangeForm) -> None:
        feedback.add(self.record, form.cleaned_data, by=self.request.user)

    def message_for(self, saved: None) -> str:
        return _("Saved.")

    def success_url(self, saved: None) -> str:
        return reverse("monitoring:register", args=[self.record.pk])


class Change(Add):
    """Edit or delete a request."""

    one: ServiceChange

    def load(self, change_id: int) -> None:
        self.one = get_object_or_404(self.record.service_changes.all(), pk=change_id)

    def get_form(self, data: Any = None) -> ChangeForm:
        values = {name: getattr(self.one, name) for name in (*feedback.FIELDS, "version")}
        return ChangeForm(self.workspace.toolkit, data, values)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            if "remove" in request.POST:
                return self._remove(request.POST.get("version", ""))
            return super().post(request)
        except feedback.EditConflict:
            data = request.POST.copy()
            data["version"] = str(self.one.version)
            return self.show(self.get_form(data), status=409, theirs=(self.one, ways_of(self.one)))

    def _remove(self, version: str) -> HttpResponse:
        seen = int(version) if version.isdecimal() else 0
        removed, back = rows_to_keep([self.one]), self.success_url(None)
        feedback.remove(self.record, self.one, version=seen, by=self.request.user)
        undo = undo_of_removal(
            self.request,
            removed,
            back=back,
            record=self.record,
            subject=("measurement", self.record.pk),
        )
        say(self.request, _("Removed."), undo=undo)
        return HttpResponseRedirect(back)

    def save(self, form: ChangeForm) -> None:
        version = form.cleaned_data["version"] or 0
        feedback.change(
            self.record, self.one, form.cleaned_data, version=version, by=self.request.user
        )

    def get_context(self, form: ChangeForm) -> dict[str, Any]:
        return {"one": self.one}
