"""A finding of a programme, written down for the organisation's own pack."""

from __future__ import annotations

import re
from typing import Any, get_args

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from trueline.design import DESIGN
from trueline.language import base_language
from trueline.language.term_types import Direction
from trueline.language.terms import DIRECTION
from trueline.reports.measuring.findings import Finding, pack_file, slug
from trueline.review.personal_data import tells_of_somebody
from trueline.toolkit import Toolkit
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.claims import overclaims
from trueline.web.monitoring.ranges import range_in, reportable

PACK_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class FindingForm(forms.Form):
    """The entry of a pack, in the words of whoever found it."""

    title = forms.CharField(
        label=gettext_lazy("In under ten words"),
        max_length=120,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    statement = forms.CharField(
        label=gettext_lazy("What was found"),
        help_text=gettext_lazy(
            "What the figures show, and not more. Nothing by which somebody could be known; no count"
            " of fewer than 11 people."
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    direction = forms.ChoiceField(
        label=gettext_lazy("What sort of finding it is"),
        help_text=gettext_lazy("Choose one that says no more than your evidence does."),
        initial="finding",
    )
    follows = forms.CharField(
        label=gettext_lazy("What follows for the next design"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    section = forms.ChoiceField(label=gettext_lazy("Section of the toolkit"))
    pack = forms.CharField(
        label=gettext_lazy("Short name of your pack"),
        help_text=gettext_lazy("Lower-case letters, digits and hyphens, such as acme."),
        max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )

    def __init__(self, data: Any, *, toolkit: Toolkit, initial: dict[str, str]) -> None:
        super().__init__(data, initial=initial)
        self.toolkit = toolkit
        directions = [(each, DIRECTION.label(each)) for each in get_args(Direction)]
        sections = [(each.id, f"{each.number}. {each.title}") for each in toolkit.sections]
        self.fields["direction"].choices = directions
        self.fields["section"].choices = sections

    def clean_pack(self) -> str:
        pack = str(self.cleaned_data["pack"]).strip()
        if not PACK_ID.fullmatch(pack):
            raise forms.ValidationError(_("Write lower-case letters, digits and hyphens alone."))
        return pack

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("title", "statement", "follows"):
            if tells_of_somebody(cleaned.get(name, ""), self.toolkit):
                self.add_error(
                    name, _("Somebody could be known by this. Say it without names and contacts.")
                )
        return cleaned


@in_document(permission="read", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Ask for a finding; answer with a file for the folder of one's own pack. Nothing is kept here."""
    record, today = workspace.record, timezone.localdate()
    lines = reportable(record, today)
    if not lines:
        return workspace.page(request, "monitoring/export.html")
    first, last = range_in(lines, {}).days
    initial = {"pack": slug(record.organisation.name), "direction": "finding"}
    form = FindingForm(request.POST or None, toolkit=workspace.toolkit, initial=initial)
    claims: list[Any] = []
    if request.method == "POST" and form.is_valid():
        texts = {str(form.fields[each].label): form.cleaned_data[each] for each in ("statement",)}
        claims = overclaims(record, texts, last, workspace.toolkit)
        if not claims:
            basis = _("Approved figures of the programme “%(title)s”, %(first)s to %(last)s.") % {
                "title": record.label,
                "first": first.isoformat(),
                "last": last.isoformat(),
            }
            return _file(request, workspace, form.cleaned_data, basis)
    context = {"form": form, "claims": claims}
    status = 422 if request.method == "POST" else 200
    return workspace.page(request, "monitoring/finding.html", context, status=status)


def _file(
    request: HttpRequest, workspace: Workspace, values: dict[str, Any], basis: str
) -> HttpResponse:
    record = workspace.record
    content = pack_file(
        Finding(
            values["title"],
            values["statement"],
            values["direction"],
            values["follows"],
            values["section"],
            basis,
        ),
        pack=values["pack"],
        name=record.organisation.name,
        language=base_language(record.language) if record.language else base_language(),
        on=timezone.localdate(),
    )
    record_event(
        Action.EXPORTED,
        by=request.user,
        organisation=record.organisation_id,
        subject="measurement",
        subject_id=record.pk,
        export="finding",
    )
    headers = {"Content-Disposition": content_disposition_header(True, f"{values['pack']}.zip")}
    return HttpResponse(content, content_type="application/zip", headers=headers)
