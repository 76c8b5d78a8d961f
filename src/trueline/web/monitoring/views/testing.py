"""Pages on tests before and after: a list is added up as it arrives, and its totals are kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from trueline.design import DESIGN
from trueline.exchange.test_results import LARGEST, Totals, with_mark
from trueline.files import FileProblems, Problem
from trueline.limits import OverLimit
from trueline.review.personal_data import tells_of_somebody
from trueline.sandbox import read_in_sandbox
from trueline.toolkit import Toolkit
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.removed_rows import rows_to_keep, undo_of_removal
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import page_of
from trueline.web.monitoring.actions import testing
from trueline.web.monitoring.models import MonitoredIndicator
from trueline.web.monitoring.test_results import DisplayedTest
from trueline.web.typed import DayField, NumberField

MOST_PROBLEMS = 20
READER = "trueline.exchange.test_results:plain_totals"


@in_document(permission="read", only=DESIGN.name)
@require_safe
def tests(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Each test with its totals, the newest first."""
    rows = workspace.record.test_results.select_related("indicator", "saved_by")
    page = page_of(rows, request.GET)
    context = {"page": page, "shown": [DisplayedTest(each) for each in page]}
    return workspace.page(request, "monitoring/tests.html", context)


class TestForm(forms.Form):
    """The title and days of a test, and the list, of which only totals are kept."""

    __test__ = False
    title = forms.CharField(
        label=gettext_lazy("What was tested"),
        max_length=200,
        help_text=gettext_lazy("Such as: knowledge of signs, course for inspectors, 2026."),
    )
    indicator = forms.ChoiceField(label=gettext_lazy("Indicator"), required=False)
    before = DayField(label=gettext_lazy("Tested before, on"), required=True)
    after = DayField(label=gettext_lazy("Tested after, on"), required=True)
    passes_from = NumberField(
        label=gettext_lazy("Passed from a score of"),
        required=False,
        help_text=gettext_lazy(
            "Then it is counted who passed before and after. Leave it empty for answers of yes and no,"
            " or to keep the sums of scores alone."
        ),
    )
    results = forms.FileField(  # by this name it is never laid into a file: `uploading.py`
        label=gettext_lazy("The list (.csv)"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt"}),
        help_text=gettext_lazy("Columns: code, before, after. At most 900 kB."),
    )

    def __init__(
        self, record: DocumentRecord, toolkit: Toolkit, data: Any = None, files: Any = None
    ) -> None:
        super().__init__(data, files)
        self.toolkit = toolkit
        self.totals: Totals | None = None
        self.indicators = {
            str(each.pk): each for each in record.monitored_indicators.filter(retired=None)
        }
        none = ("", _("None in particular"))
        indicators = ((key, each.label) for key, each in self.indicators.items())
        self.fields["indicator"].choices = [none, *indicators]

    @property
    def chosen_indicator(self) -> MonitoredIndicator | None:
        return self.indicators.get(self.cleaned_data["indicator"])

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if tells_of_somebody(title, self.toolkit):
            raise forms.ValidationError(
                _("This reads as if somebody could be known by it. Name the test alone.")
            )
        return title

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("before") and data.get("after") and data["after"] <= data["before"]:
            self.add_error("after", _("This is not after the first test."))
        if data.get("results") and not self.errors:
            self._add_up(data)
        return data

    def _add_up(self, data: dict[str, Any]) -> None:
        """Read the list in a process of its own, which gives back totals and no row."""
        file = data["results"]
        if file.size > LARGEST:
            self.add_error("results", _("The list is larger than 900 kB."))
            return
        try:
            totals = read_in_sandbox(
                READER, with_mark(file.read(), data["passes_from"]), "results.csv"
            )
            self.totals = Totals.from_data(totals)
        except FileProblems as error:
            for problem in error.problems[:MOST_PROBLEMS]:
                self.add_error("results", _in_words(problem))


def _in_words(problem: Problem) -> str:
    row = _("Row %(line)s:") % {"line": problem.line} if problem.line else ""
    return " ".join(part for part in (row, problem.message, problem.hint) if part)


class Add(EditView):
    """A list that is added up and forgotten."""

    only = DESIGN.name
    template = "monitoring/add_test.html"

    def get_form(self, data: Any = None) -> TestForm:
        files = None if data is None else self.request.FILES
        return TestForm(self.record, self.workspace.toolkit, data, files)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except OverLimit as refused:
            say(request, str(refused), level=messages.warning)
            return HttpResponseRedirect(self.success_url(None))

    def save(self, form: TestForm) -> bool:
        values = form.cleaned_data
        assert form.totals is not None  # a form without them is not valid
        _result, changed = testing.keep_totals(
            self.record,
            form.totals,
            title=values["title"],
            before=values["before"],
            after=values["after"],
            indicator=form.chosen_indicator,
            passes_from=values["passes_from"],
            by=self.request.user,
        )
        return changed

    def message_for(self, saved: bool) -> str:
        if saved:
            return _("The totals are kept. Nothing of the list is.")
        return _("Nothing was changed: these totals are kept already.")

    def success_url(self, saved: bool | None) -> str:
        return reverse("monitoring:tests", args=[self.record.pk])


@in_document(permission="edit", only=DESIGN.name)
@require_POST
def remove(request: HttpRequest, workspace: Workspace, test_id: int) -> HttpResponse:
    """Take out the totals of a test."""
    one = get_object_or_404(workspace.record.test_results.all(), pk=test_id)
    one.document = workspace.record
    removed, back = rows_to_keep([one]), reverse("monitoring:tests", args=[workspace.record.pk])
    testing.remove(one, by=request.user)
    undo = undo_of_removal(
        request,
        removed,
        back=back,
        record=workspace.record,
        subject=("measurement", workspace.record.pk),
    )
    say(request, _("Removed."), undo=undo)
    return redirect(back)
