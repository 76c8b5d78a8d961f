"""The review page: all findings, all open questions, what was decided; and setting aside."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.review import all_rules, emptiness, nothing_to_review, summarised, waivers_of
from trueline.web.designs import edits
from trueline.web.designs.access import in_design
from trueline.web.designs.forms.aside_form import AsideForm
from trueline.web.designs.kept_html import kept_html
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.views.step import folding
from trueline.web.designs.workspace.briefs import list_card
from trueline.web.designs.workspace.cards import Cards
from trueline.web.designs.workspace.notes import Note, Notes, notes_on
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.steps import STEPS, step_of
from trueline.web.library.edition import toolkit_in_use

OPEN = "answers.open-questions"
"""The rule that lists what is not answered yet."""


@in_design(may="read")
@require_safe
def review(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Everything the review says, by step, with what was set aside, decided, and is still open."""
    notes, design = notes_on(record), design_of(record)
    cards = Cards(record, design, toolkit_in_use(), notes)
    return design_page(
        request, record, "review", "designs/review.html",
        {
            "notes": notes,
            "summary": summarised(note.finding for note in notes.all),
            "found": _found(record, notes, request.may),
            "decided": list_card(cards, design, "next_steps", folding(request)),
            "waivers": list_card(cards, design, "waivers", folding(request)),
        },
    )  # fmt: skip


def _found(record: DesignRecord, notes: Notes, may: dict[str, bool]) -> SafeString:
    """Everything that is noted; put on paper once for each revision and day."""
    key = ("review", record.pk, record.revision, timezone.localdate(), get_language(),
           "edit" in may)  # fmt: skip

    def made() -> SafeString:
        advice = [note for note in notes.standing if note.finding.rule != OPEN]
        context = {
            "groups": _by_step(advice),
            "open": [note for note in notes.standing if note.finding.rule == OPEN],
            "aside": [note for note in notes.all if note.finding.waiver],
            "nothing": nothing_to_review(design_of(record)),
            "emptiness": emptiness(design_of(record), [note.finding for note in notes.all]),
            "record": record,
            "request": {"may": may},
        }
        return render_to_string("designs/review_found.html", context)

    return kept_html(key, made)


def _by_step(notes: list[Note]) -> list[tuple[object, list[Note]]]:
    order = {step.slug: place for place, step in enumerate(STEPS)}
    ranked = sorted(notes, key=lambda note: order[step_of(note.finding.path).slug])
    groups = groupby(ranked, key=lambda note: step_of(note.finding.path))
    return [(step, list(found)) for step, found in groups]


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Ask why and until when, then set the finding aside. It stays in the review, said to be so."""
    rule, at = request.GET.get("rule", ""), request.GET.get("at", "")
    if rule not in all_rules():
        raise Http404
    of_rule = [note for note in notes_on(record).all if note.finding.rule == rule]
    fitting = [note for note in of_rule if note.finding.is_at(at)]
    note = next((note for note in fitting if note.finding.path == at), next(iter(fitting), None))
    if note is None:
        messages.info(
            request, _("That advice no longer applies, so there is nothing to set aside.")
        )
        return redirect("designs:review", record.pk)
    waiver = note.finding.waiver
    initial = {"until": timezone.localdate() + timedelta(days=182)}
    initial |= {"why": waiver.why, "until": waiver.until} if waiver else {}
    form = AsideForm(request.POST or None, initial=initial)
    if form.is_valid():
        given = waivers_of(note.finding, design_of(record).waivers)
        element = given[0].element if given else at
        edits.set_aside(record, by=request.user, rule=rule, element=element, **form.cleaned_data)
        messages.success(request, _("Set aside. It stays in the review, with your reason."))
        return redirect("designs:review", record.pk)
    return design_page(
        request, record, "review", "designs/set_aside.html", {"form": form, "note": note},
        status=422 if form.errors else 200,
    )  # fmt: skip
