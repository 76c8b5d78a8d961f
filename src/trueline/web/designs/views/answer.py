"""Answering a question of the toolkit, and what follows from the answer."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import Design
from trueline.document import resolve
from trueline.toolkit import Question, Toolkit
from trueline.web.designs import edits, store
from trueline.web.designs.access import in_design
from trueline.web.designs.forms.answer_form import AnswerForm
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.queries import last_author
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.differences import answers_meet
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.places import answer_url, edit_url
from trueline.web.library.edition import toolkit_in_use

UNSETTLED = ("partly", "not-addressed", "not-known")
"""Answers after which the toolkit suggests something to do."""


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """The form for one answer. After saving, the page shows what the toolkit would do next."""
    design, toolkit = design_of(record), toolkit_in_use()
    question = _question(toolkit, request.GET.get("question", ""))
    activity = _activity(design, request.GET.get("activity"))
    given = next(
        (a for a in design.answers if (a.question, a.activity) == (question.id, activity)), None
    )
    data = request.POST if request.method == "POST" else None
    form = AnswerForm(question, given, design, toolkit, data)
    met: dict[str, object] = {}
    if form.is_valid():
        try:
            edits.answer(record, by=request.user, question=question.id, activity=activity,
                         values=form.cleaned_data, seen=request.POST.get("seen"))  # fmt: skip
        except store.Conflict as conflict:
            met = _met(record, conflict, form)
        else:
            messages.success(request, _("Your answer is saved."))
            follows = "#next" if form.cleaned_data["stance"] in UNSETTLED else ""
            return redirect(answer_url(record, question.id, activity) + follows)
    name = next((a.name for a in design.activities if a.id == activity), "")
    return design_page(
        request, record, "activities" if activity else "review", "designs/answer.html",
        {
            "form": form, "seen": _seen(request, design, question, activity), "answer": given,
            "question": question, "activity": name,
            "offers": _offers(record, question, given.stance if given else None, activity),
            "lessons": [toolkit[id] for id in question.lessons],
            "asked": _neighbours(record, toolkit, question, activity), **met,
        },
        status=409 if met else 422 if form.errors else 200,
    )  # fmt: skip


def _met(record: DesignRecord, conflict: store.Conflict, form: AnswerForm) -> dict[str, object]:
    """What the page shows where somebody else answered meanwhile: both, the visitor's in the form."""
    record.refresh_from_db()
    try:
        theirs = resolve(conflict.theirs, conflict.address)
    except KeyError:
        theirs = None
    return {
        "conflict": answers_meet(theirs, form),
        "conflict_by": last_author(record, conflict.address),
        "seen": store.fingerprint(conflict.theirs, conflict.address),
    }


def _seen(request: HttpRequest, design: Design, question: Question, activity: str | None) -> str:
    """The fingerprint of the answer that the visitor began from, "" where there was none."""
    here = edits.answer_address(question.id, activity)
    return request.POST.get("seen", store.fingerprint(design, here))


def _question(toolkit: Toolkit, id: str) -> Question:
    found = toolkit.get(id)
    if not isinstance(found, Question):
        raise Http404
    return found


def _activity(design: Design, id: str | None) -> str | None:
    if id and id not in {activity.id for activity in design.activities}:
        raise Http404
    return id or None


def _offers(
    record: DesignRecord, question: Question, stance: str | None, activity: str | None
) -> list[dict[str, object]]:
    """What the toolkit would do about an answer that leaves something open, one click from done."""
    if stance not in UNSETTLED:
        return []
    about = f"activities[{activity}]" if activity else question.id
    back = answer_url(record, question.id, activity) + "#next"
    fitting = [r for r in question.responses if r.stance == stance] or list(question.responses)
    return [
        {
            "response": response,
            "known": any(step.step == response.step for step in design_of(record).next_steps),
            "step": _add_url(record, "next_steps", step=response.step, remedy=response.remedy,
                             about=about, back=back),
            "activity": _add_url(record, "activities", kind="other", title=response.step[:200],
                                 back=back)
            if response.remedy in ("add", "generate") else "",
        }
        for response in fitting
    ]  # fmt: skip


def _add_url(record: DesignRecord, to: str, **given: str) -> str:
    return f"{reverse('designs:add', args=[record.pk])}?{urlencode({'to': to, **given})}"


def _neighbours(
    record: DesignRecord, toolkit: Toolkit, question: Question, activity: str | None
) -> dict[str, str]:
    """Links to the question before and after, of the same section, and to the activity asked of."""
    same = [q.id for q in toolkit.questions(question.id.partition(".")[0])]
    place = same.index(question.id) if question.id in same else 0
    around = {
        "before": same[place - 1] if place else "",
        "after": "".join(same[place + 1 : place + 2]),
    }
    back = edit_url(record, f"activities[{activity}]") if activity else ""
    links = {way: answer_url(record, id, activity) if id else "" for way, id in around.items()}
    return links | {"activity": back}
