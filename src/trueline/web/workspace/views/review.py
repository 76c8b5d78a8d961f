"""The review page: all findings to be worked through; setting one aside, or giving it to a colleague."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.language import wording_key
from trueline.reports.review.wording import own_names_line, sorts_line
from trueline.review import emptiness, nothing_to_review, rules_of, summarised, waivers_of
from trueline.web.accounts.models import User
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.actions import assigning, editing
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.notes import Note
from trueline.web.documents.places import anchor_of
from trueline.web.documents.summaries import ListCards, ListState
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.forms.assignment import AssignmentForm
from trueline.web.workspace.forms.waiver import WaiverForm
from trueline.web.workspace.views.step import cards_of
from trueline.web.workspace.worklist import ME, NoteFilter, Worklist

WAIVED_FOR = timedelta(days=182)
"""How long a finding is set aside unless somebody says otherwise."""


@in_document(permission="read")
@require_safe
def review(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """All findings, or those that match the filter, heaviest first."""
    lists = ListCards(workspace, cards_of(workspace), ListState.of(request))
    work = Worklist(workspace, NoteFilter.of(request.GET, workspace), request.user)
    context = {
        "work": work,
        "waived": sum(note.finding.waiver is not None for note in workspace.notes.all),
        "own_names": own_names_line(workspace.notes.findings),
        "sorts": sorts_line(summarised(workspace.notes.findings)),
        "findings": _findings(request, work),
        "decided": lists.list_at("next_steps"),
        "waivers": lists.list_at("waivers"),
        "today": timezone.localdate(),
    }
    return workspace.page(request, "workspace/review.html", context, here="review")


def _findings(request: HttpRequest, work: Worklist) -> SafeString:
    """The matching notes, cached by revision, day and assignments."""
    workspace, record = work.workspace, work.workspace.record
    standing_at = request.GET.get("at", "")
    key = (
        "review",
        record.pk,
        record.revision,
        hash(record.content),
        timezone.localdate(),
        wording_key(),
        workspace.related.key,
        "edit" in workspace.permissions,
        work.filter,
        work.user.pk if work.filter.person == ME else None,
        tuple(
            (each.pk, each.person_id, str(each.person), each.due)
            for each in work.assignments.values()
        ),
    )

    def make() -> SafeString:
        notes = workspace.notes
        context = {
            "deciding": work.resolved_at(work.deciding, standing_at),
            "parts": [(sort, work.resolved_at(topics, standing_at)) for sort, topics in work.parts],
            "open": work.resolved_at(work.open, standing_at),
            "waived": [] if work.filter.filters else [n for n in notes.all if n.finding.waiver],
            "nothing": nothing_to_review(workspace.document),
            "emptiness": emptiness(workspace.document, notes.findings),
            "workspace": workspace,
            "filter": work.filter,
            "standing_at": standing_at,
        }
        return render_to_string("workspace/review_findings.html", context, request)

    return make() if standing_at else cached_fragment(key, make)


@in_document(permission="read")
@require_safe
def next_finding(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """From a save back to the list: to the note that comes next, or to the same if it still stands."""
    work = Worklist(workspace, NoteFilter.of(request.GET, workspace), request.user)
    rule, place = request.GET.get("finding", ""), request.GET.get("at", "")
    if rule not in rules_of(workspace.record.kind):
        raise Http404
    of_open = request.GET.get("open") == "1"
    queue = work.queue(of_open=of_open)
    page = reverse("workspace:review", args=[workspace.record.pk])
    query = work.filter.filters
    same = [note for note in queue if note.finding.rule == rule and note.finding.is_at(place)]
    if not queue:
        say(request, _("That was the last of them."))
        return redirect(f"{page}?{urlencode(query)}" if query else page)
    note = same[0] if same else queue[min(_number(request, "n"), len(queue) - 1)]
    left, of = len(queue), max(len(queue), _number(request, "of"))
    values = {"left": left, "of": of}
    if same:
        reason = _("Saved. This still stands. %(left)s of %(of)s left.") % values
        say(request, reason, at=note.key, level=messages.info)
    else:
        say(request, _("Resolved. %(left)s of %(of)s left. This comes next.") % values, at=note.key)
    return redirect(f"{page}?{urlencode({**query, 'at': note.key})}#{note.anchor}")


def _number(request: HttpRequest, name: str) -> int:
    """A number of the address; 0 where there is none."""
    value = request.GET.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 6 else 0


def note_at(workspace: Workspace, rule: str, place: str) -> Note | None:
    """The note of a rule at a place; a note on several places is found at any of them.

    Raises Http404 where the kind has no such rule.
    """
    if rule not in rules_of(workspace.record.kind):
        raise Http404
    of_rule = [note for note in workspace.notes.all if note.finding.rule == rule]
    fitting = [note for note in of_rule if note.finding.is_at(place)]
    exact = (note for note in fitting if note.finding.path == place)
    return next(exact, next(iter(fitting), None))


class Waive(EditView):
    """Ask why and until when, then set the finding aside. It stays in the review, marked as such."""

    template = "workspace/waive.html"
    here = "review"
    note: Note

    def load(self) -> HttpResponse | None:
        self.rule, self.at = (self.request.GET.get(name, "") for name in ("rule", "at"))
        note = note_at(self.workspace, self.rule, self.at)
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
        waivers = waivers_of(self.note.finding, self.workspace.document.waivers)
        element = waivers[0].element if waivers else self.at
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


class Assign(EditView):
    """Ask a colleague to see to a note, perhaps by a day."""

    template = "workspace/assign.html"
    here = "review"
    note: Note

    def load(self) -> HttpResponse | None:
        query = self.request.GET
        note = note_at(self.workspace, query.get("rule", ""), query.get("at", ""))
        if note is None:
            reason = _("That advice no longer applies, so there is nothing to see to.")
            say(self.request, reason, level=messages.info)
            return redirect("workspace:review", self.record.pk)
        self.note = note
        return None

    def get_form(self, data: Any = None) -> AssignmentForm:
        assignment = assigning.assignment_of(self.record, self.note.finding)
        return AssignmentForm(assigning.who_may_be_asked(self.record), assignment, data)

    def save(self, form: AssignmentForm) -> User | None:
        person: User | None = form.cleaned_data["person"]
        assigning.assign(
            self.record,
            self.note.finding,
            by=self.request.user,
            person=person,
            due=form.cleaned_data["due"],
        )
        return person

    def message_for(self, saved: User | None) -> str:
        if saved is None:
            return _("Nobody is asked to see to this any more.")
        return _("%(name)s finds this on their start page.") % {"name": saved}

    def changes_at(self, saved: User | None) -> str:
        return self.note.key

    def success_url(self, saved: User | None) -> str:
        page = reverse("workspace:review", args=[self.record.pk])
        return f"{page}?{urlencode({'at': self.note.key})}#{self.note.anchor}"

    def get_context(self, form: AssignmentForm) -> dict[str, Any]:
        return {"note": self.note}
