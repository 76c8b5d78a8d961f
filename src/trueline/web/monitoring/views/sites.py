"""Pages on which owners divide a programme by sites, and say who enters whose figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from trueline.design import DESIGN
from trueline.language import joined_by_semicolons, label
from trueline.limits import OverLimit
from trueline.web.accounts.models import Membership
from trueline.web.accounts.queries import members_of
from trueline.web.accounts.roles import roles_that
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.removed_rows import rows_to_keep, undo_of_removal
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import page_of
from trueline.web.monitoring.actions import dividing
from trueline.web.monitoring.assigned import MAY
from trueline.web.monitoring.models import (
    FigureAssignment,
    Measurement,
    MonitoredIndicator,
    ReportingSite,
)
from trueline.web.typed import DayField


@in_document(permission="manage", only=DESIGN.name)
@require_safe
def sites(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The sites of a programme, and who its figures are assigned to."""
    record = workspace.record
    names = {each.key: each.label for each in record.monitored_indicators.filter(retired=None)}
    assigned = record.figure_assignments.select_related("member__user", "site")
    context = {
        "sites": [
            (each, _names_in_line(each.indicators, names)) for each in record.reporting_sites.all()
        ],
        "page": page_of(assigned, request.GET),
        "names": names,
        "whole": joined_by_semicolons(each.label for each in _reported_as_a_whole(record)),
    }
    context["assigned"] = [
        (each, _names_in_line(each.indicators, names)) for each in context["page"]
    ]
    return workspace.page(request, "monitoring/sites.html", context)


def _names_in_line(keys: Iterable[str], names: dict[str, str]) -> str:
    return joined_by_semicolons(names.get(key, key) for key in keys)


def _reported_as_a_whole(record: DocumentRecord) -> list[MonitoredIndicator]:
    """Indicators that sites were to report on, and that are reported for the programme as a whole."""
    if not record.reporting_sites.exists():
        return []
    entered = Measurement.objects.filter(
        ~Q(state="due"), indicator=OuterRef("pk"), site=None, occasion__in=dividing.DIVIDED
    )
    return list(record.monitored_indicators.filter(Exists(entered), retired=None))


class IndicatorsField(forms.MultipleChoiceField):
    """Some of the indicators that are measured now; none of them means all."""

    def __init__(self, record: DocumentRecord, **more: Any) -> None:
        measured = record.monitored_indicators.filter(retired=None)
        super().__init__(
            label=label("Indicators"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[(each.key, each.label) for each in measured],
            help_text=_("Without a choice, all of them."),
            **more,
        )


class SiteForm(forms.Form):
    """The name of a site, its indicators, and since when it reports."""

    name = forms.CharField(
        label=gettext_lazy("Name of the site"),
        max_length=80,
        help_text=gettext_lazy("As your partners call it. It stands in reports and templates."),
    )
    begins = DayField(
        label=gettext_lazy("Reports since"),
        required=True,
        help_text=gettext_lazy("The first period that it tells of ends on this day or later."),
    )
    closed = DayField(
        label=gettext_lazy("Reports until"),
        required=False,
        help_text=gettext_lazy("Leave it empty while the site reports."),
    )

    def __init__(self, record: DocumentRecord, site: ReportingSite, data: Any = None) -> None:
        initial = {name: getattr(site, name) for name in ("name", "begins", "closed", "indicators")}
        super().__init__(data, initial=initial)
        self.others = record.reporting_sites.exclude(pk=site.pk)
        self.fields["indicators"] = IndicatorsField(record)

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if self.others.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("There is a site of this name already."))
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("begins") and data.get("closed") and data["closed"] < data["begins"]:
            self.add_error("closed", _("This is before it began."))
        return data


class SiteView(EditView):
    """A page about one site."""

    only = DESIGN.name
    permission = "manage"
    template = "monitoring/site.html"
    site: ReportingSite

    def get_form(self, data: Any = None) -> SiteForm:
        return SiteForm(self.record, self.site, data)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except OverLimit as refused:
            say(request, str(refused), level=messages.warning)
            return HttpResponseRedirect(self.success_url(None))

    def save(self, form: SiteForm) -> None:
        for name, value in form.cleaned_data.items():
            setattr(self.site, name, value)
        dividing.save_site(self.record, self.site, by=self.request.user)

    def message_for(self, saved: None) -> str:
        return _("Saved.")

    def success_url(self, saved: None) -> str:
        return reverse("monitoring:sites", args=[self.record.pk])

    def get_context(self, form: Any) -> dict[str, Any]:
        return {"site": self.site}


class AddSite(SiteView):
    """A site that is to report."""

    def load(self) -> HttpResponse | None:
        first = self.record.reporting_periods.order_by("start").first()
        self.site = ReportingSite(begins=first.start if first else timezone.localdate())
        return None


class ChangeSite(SiteView):
    """Change the name or indicators of a site, or close it."""

    def load(self, site_id: int) -> HttpResponse | None:
        self.site = get_object_or_404(self.record.reporting_sites.all(), pk=site_id)
        return None

    def post(self, request: HttpRequest) -> HttpResponse:
        if "remove" not in request.POST:
            return super().post(request)
        rows = rows_to_keep([self.site, *self.site.assignments.all()])
        back = self.success_url(None)
        try:
            dividing.remove_site(self.record, self.site, by=request.user)
        except dividing.HasFigures:
            reason = _("Figures of this site were entered. Close it by its last day; they stay.")
            say(request, reason, level=messages.warning)
            return HttpResponseRedirect(request.get_full_path())
        undo = undo_of_removal(
            request,
            rows,
            back=back,
            record=self.record,
            permission=self.permission,
            subject=(dividing.SITE, self.record.pk),
        )
        say(request, _("Removed."), undo=undo)
        return HttpResponseRedirect(back)


class AssignForm(forms.Form):
    """Assigns the figures of sites, and of indicators, to those who enter them."""

    member = forms.ChoiceField(label=gettext_lazy("Who"))
    site = forms.ChoiceField(label=gettext_lazy("Figures of"), required=False)

    def __init__(self, record: DocumentRecord, data: Any = None) -> None:
        super().__init__(data)
        may = members_of(record.organisation).filter(role__in=roles_that(MAY))
        self.members = {str(one.pk): one for one in may}
        self.sites = {str(one.pk): one for one in record.reporting_sites.all()}
        self.fields["member"].choices = [(key, str(one)) for key, one in self.members.items()]
        whole = ("", _("The programme as a whole"))
        self.fields["site"].choices = [whole, *((k, each.name) for k, each in self.sites.items())]
        self.fields["indicators"] = IndicatorsField(record)

    @property
    def chosen_member(self) -> Membership:
        return self.members[self.cleaned_data["member"]]

    @property
    def chosen_site(self) -> ReportingSite | None:
        return self.sites.get(self.cleaned_data["site"])


class Assign(EditView):
    """Letting somebody enter figures, and nothing else."""

    only = DESIGN.name
    permission = "manage"
    template = "monitoring/assign.html"

    def get_form(self, data: Any = None) -> AssignForm:
        return AssignForm(self.record, data)

    def save(self, form: AssignForm) -> FigureAssignment:
        return dividing.assign(
            self.record,
            form.chosen_member,
            form.chosen_site,
            form.cleaned_data["indicators"],
            by=self.request.user,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().post(request)
        except OverLimit as refused:
            say(request, str(refused), level=messages.warning)
            return HttpResponseRedirect(self.success_url(None))

    def message_for(self, saved: FigureAssignment) -> str:
        return _("%(who)s finds these figures on the page “Your reporting”.") % {
            "who": saved.member.user
        }

    def success_url(self, saved: FigureAssignment | None) -> str:
        return reverse("monitoring:sites", args=[self.record.pk])


@in_document(permission="manage", only=DESIGN.name)
@require_POST
def end(request: HttpRequest, workspace: Workspace, assignment_id: int) -> HttpResponse:
    """End an assignment. What was entered under it stays."""
    rows = workspace.record.figure_assignments.select_related("member__user", "document")
    assignment = get_object_or_404(rows, pk=assignment_id)
    removed, back = (
        rows_to_keep([assignment]),
        reverse("monitoring:sites", args=[workspace.record.pk]),
    )
    dividing.end(assignment, by=request.user)
    undo = undo_of_removal(
        request,
        removed,
        back=back,
        record=workspace.record,
        permission="manage",
        subject=(dividing.ASSIGNMENT, workspace.record.pk),
    )
    say(request, _("Ended. What was entered stays."), undo=undo)
    return redirect(back)
