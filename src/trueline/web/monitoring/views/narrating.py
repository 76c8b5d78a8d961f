"""The page on which a team writes about a range of periods, for the results report."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.design import DESIGN
from trueline.web.documents.edit_view import EditView
from trueline.web.monitoring.actions.narrating import Changed, narrate
from trueline.web.monitoring.claims import overclaims
from trueline.web.monitoring.models import Narrative
from trueline.web.monitoring.narratives import FIELDS, LETTERS, carried_over, filled_in
from trueline.web.monitoring.ranges import Range, range_in, reportable
from trueline.web.monitoring.snapshots import digest
from trueline.web.typed.pasted import Prose


class NarrativeForm(forms.Form):
    """A text for each field; `seen` is what stood there when somebody began to write."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        for name, (label, help_text) in FIELDS.items():
            self.fields[name] = Prose(
                label=label,
                help_text=help_text,
                required=False,
                max_length=LETTERS,
                widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
            )


class Narrate(EditView):
    """Writes what happened in these periods, in words. Claims in it are held against the figures."""

    only = DESIGN.name
    template = "monitoring/narrative.html"
    message = _("Saved.")
    range: Range

    def load(self) -> HttpResponse | None:
        self.lines = reportable(self.record, timezone.localdate())
        if not self.lines:
            return self.workspace.page(self.request, "monitoring/export.html")
        self.range = range_in(self.lines, self.request.GET.dict())
        first, last = self.range.days
        self.narrative = self.record.narratives.filter(first=first, last=last).first()
        return None

    def get_form(self, data: Any = None) -> NarrativeForm:
        present = self.narrative.texts if self.narrative else {}
        self.before: Narrative | None = None
        initial = {**present, "seen": digest(present)}
        if self.narrative is None:
            self.before = carried_over(self.record, self.range.days[1])
            initial |= self.before.texts if self.before else {}
        return NarrativeForm(data, initial)

    def save(self, form: NarrativeForm) -> Narrative:
        texts = {name: form.cleaned_data[name] for name in FIELDS}
        seen = form.cleaned_data["seen"]
        return narrate(self.record, *self.range.days, texts, seen=seen, by=self.request.user)

    def post(self, request: Any) -> HttpResponse:
        try:
            return super().post(request)
        except Changed as changed:
            data = request.POST.copy()
            data["seen"] = digest(changed.texts)
            return self.show(self.get_form(data), status=409, theirs=filled_in(changed.texts))

    def success_url(self, saved: Narrative) -> str:
        address = reverse("monitoring:narrative", args=[self.record.pk])
        return f"{address}?{urlencode(self.range.query)}"

    def get_context(self, form: NarrativeForm) -> dict[str, Any]:
        texts = self.narrative.texts if self.narrative else {}
        return {
            "lines": self.lines,
            "range": self.range,
            "before": self.before,
            "is_saved": self.narrative is not None,
            "claims": self._overclaims(texts, self.range.days[1]),
        }

    def _overclaims(self, texts: dict[str, str], last: date) -> list[Any]:
        return overclaims(self.record, dict(filled_in(texts)), last, self.workspace.toolkit)
