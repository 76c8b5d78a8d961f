"""The review page: all findings, all open questions, what was decided; and setting aside."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.reports.review.wording import sorts_line
from trueline.review import decisive, emptiness, nothing_to_review, rules_of, summarised, waivers_of
from trueline.review.finding import SORTS
from trueline.review.order import by_sort
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.actions import editing
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.notes import Note, Topic, topics_of
from trueline.web.documents.places import anchor_of
from trueline.web.documents.summaries import ListCards, ListState
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.forms.waiver import WaiverForm
from trueline.web.workspace.views.step import cards_of

WAIVED_FOR = timedelta(days=182)
"""How long a finding is set aside unless somebody says otherwise."""


@in_document(may="read")
@require_safe
def review(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Everything the review says: what decides, the rest by sort, what is open, set aside and decided."""
    lists = ListCards(workspace, cards_of(workspace), ListState.of(request))
    context = {
        "summary": (summary := summarised(workspace.notes.findings)),
        "sorts": sorts_line(summary),
        "findings": _findings(workspace),
        "decided": lists.list_at("next_steps"),
        "waivers": lists.list_at("waivers"),
    }
    return workspace.page(request, "workspace/review.html", context, here="review")


def _findings(workspace: Workspace) -> SafeString:
    """Everything that is noted; rendered once for each revision and day."""
    record, notes = workspace.record, workspace.notes
    key = (
        "review",
        record.pk,
        record.revision,
        hash(record.content),
        timezone.localdate(),
        get_language(),
        "edit" in workspace.may,
    )

    def make() -> SafeString:
        deciding, rest, opened = _in_order(notes.standing)
        context = {
            "deciding": deciding,
            "parts": [
                (sort, topics)
                for sort in SORTS
                if (topics := [t for t in rest if t.first.finding.sort == sort])
            ],
            "open": opened,
            "waived": [note for note in notes.all if note.finding.waiver],
            "nothing": nothing_to_review(workspace.document),
            "emptiness": emptiness(workspace.document, notes.findings),
            "workspace": workspace,
        }
        return render_to_string("workspace/review_findings.html", context)

    return cached_fragment(key, make)


def _in_order(notes: list[Note]) -> tuple[list[Topic], list[Topic], list[Topic]]:
    """What decides, the other errors and warnings by sort and weight, and what is open."""
    weighed = [note for note in notes if note.finding.severity != "note"]
    topics = topics_of(sorted(weighed, key=lambda note: by_sort(note.finding)))
    of_rule = {topic.first.finding.rule: topic for topic in reversed(topics)}
    deciding = [of_rule[finding.rule] for finding in decisive(note.finding for note in weighed)]
    rest = [topic for topic in topics if topic not in deciding]
    return deciding, rest, topics_of(n for n in notes if n.finding.severity == "note")


class Waive(EditView):
    """Ask why and until when, then set the finding aside. It stays in the review, said to be so."""

    template = "workspace/waive.html"
    here = "review"
    note: Note

    def load(self) -> HttpResponse | None:
        self.rule, self.at = (self.request.GET.get(name, "") for name in ("rule", "at"))
        if self.rule not in rules_of(self.record.kind):
            raise Http404
        of_rule = [n for n in self.workspace.notes.all if n.finding.rule == self.rule]
        fitting = [note for note in of_rule if note.finding.is_at(self.at)]
        exact = (note for note in fitting if note.finding.path == self.at)
        note = next(exact, next(iter(fitting), None))
        if note is None:
            reason = _("That advice no longer applies, so there is nothing to set aside.")
            say(self.request, reason, level=messages.info)
            return redirect("workspace:review", self.record.pk)
        self.note = note
        return None

    def get_form(self, data: Any = None) -> WaiverForm:
        waiver = self.note.finding.waiver
        initial: dict[str, Any] = {"until": timezone.localdate() + WAIVED_FOR}
        initial |= {"why": waiver.why, "until": waiver.until} if waiver else {}
        return WaiverForm(data, initial=initial)

    def save(self, form: WaiverForm) -> store.Saved:
        given = waivers_of(self.note.finding, self.workspace.document.waivers)
        element = given[0].element if given else self.at
        return editing.waive(
            self.record, by=self.request.user, rule=self.rule, element=element, **form.cleaned_data
        )

    def message_for(self, saved: store.Saved) -> str:
        return _("Set aside. It stays in the review, with your reason.")

    def changes_at(self, saved: store.Saved) -> str:
        return "waivers"

    def success_url(self, saved: store.Saved) -> str:
        return f"{reverse('workspace:review', args=[self.record.pk])}#{anchor_of('waivers')}"

    def get_context(self, form: WaiverForm) -> dict[str, Any]:
        return {"note": self.note}
