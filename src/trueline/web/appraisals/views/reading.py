"""The reading screen: the document on one side, the questions on the other."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trueline.web.appraisals import pictures
from trueline.web.appraisals.access import in_proposal
from trueline.web.appraisals.actions import reading as actions
from trueline.web.appraisals.clarifications import answered_on
from trueline.web.appraisals.drafting import documents_among
from trueline.web.appraisals.findings import findings_on, other_findings
from trueline.web.appraisals.forms.appraising import AnswerForm, FindingsForm
from trueline.web.appraisals.models import ProposalFile, RoundQuestion
from trueline.web.appraisals.panel import own_answers
from trueline.web.appraisals.passages import Passage, files_of, marked_in, passages_for
from trueline.web.appraisals.standing import Standing
from trueline.web.appraisals.texts import Screens, start_of, text_of

PLACE = ("file", "screen", "view", "page")
"""The parameter for the part of the document that is shown, in addresses and forms."""


@in_proposal(permission="comment", needs="sees_proposal")
@require_safe
def overview(request: HttpRequest, standing: Standing) -> HttpResponse:
    """All questions with what the visitor answered; from here a reading is handed in."""
    reading, one = standing.reading, standing.proposal
    if reading is None:
        return redirect("appraisals:proposal", one.pk)
    answers = own_answers(reading)
    lines = [(each, answers.get(each.pk)) for each in one.round.questions.all()]
    answered_count = sum(answer is not None and bool(answer.verdict) for _question, answer in lines)
    files = files_of(one)
    findings = other_findings(files, reading)
    context = {
        "round": one.round,
        "standing": standing,
        "reading": reading,
        "lines": lines,
        "done": answered_count,
        "left": len(lines) - answered_count,
        "beside": len(findings),
        "opined": sum(bool(each.opinions) for each in findings),
        "may_draft": bool(documents_among(files)),
    }
    return render(request, "appraisals/overview.html", context)


@in_proposal(permission="comment", needs="reads")
@require_POST
def hand_in(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Hand the reading in."""
    assert standing.reading is not None
    try:
        actions.hand_in(standing.reading, by=request.user)
        messages.success(request, _("Handed in. You see what others found once all have."))
    except actions.Unanswered as left:
        first = left.questions[0]
        messages.warning(request, _("Not handed in: some questions have no answer yet."))
        return redirect("appraisals:read", standing.proposal.pk, first.pk)
    return redirect("appraisals:overview", standing.proposal.pk)


@in_proposal(permission="comment", needs="reads")
@require_http_methods(["GET", "HEAD", "POST"])
def findings(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Findings on a design that bear on no question of the round."""
    one, reading = standing.proposal, standing.reading
    assert reading is not None
    form = FindingsForm(other_findings(files_of(one), reading), request.POST or None)
    if request.method == "POST" and form.is_valid():
        with suppress(actions.HandedIn):
            actions.opine(reading, form.opinions)
            messages.success(request, _("Saved."))
        return redirect("appraisals:overview", one.pk)
    context = {"round": one.round, "standing": standing, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/findings.html", context, status=status)


@in_proposal(permission="comment", needs="reads")
@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, standing: Standing, question_id: int) -> HttpResponse:
    """One question beside the document."""
    one, reading = standing.proposal, standing.reading
    assert reading is not None
    question = get_object_or_404(one.round.questions, pk=question_id)
    files = files_of(one)
    passages = passages_for(files, question, reading)
    findings = findings_on(files, question, reading)
    if request.method == "POST":
        form = AnswerForm(findings, request.POST)
        return _save_answer(request, standing, question, files, passages, form)
    answer = reading.answers.filter(question=question).first()
    initial = {name: getattr(answer, name) for name in actions.FIELDS} if answer else None
    form = AnswerForm(findings, initial=initial)
    return _page(request, standing, question, files, passages, form)


def _save_answer(
    request: HttpRequest,
    standing: Standing,
    question: RoundQuestion,
    files: list[ProposalFile],
    passages: list[Passage],
    form: AnswerForm,
) -> HttpResponse:
    reading = standing.reading
    assert reading is not None
    if form.is_valid():
        near = _chosen(files, request.POST.get("file", ""), passages)
        marks = marked_in(passages, request.POST, form.cleaned_data["quote"], near)
        if marks is None:
            form.add_error(
                "quote", _("These words stand nowhere in the document. Copy them as they are.")
            )
        else:
            try:
                actions.answer(reading, question, form.cleaned_data, marks, form.opinions)
            except actions.HandedIn:
                return redirect("appraisals:overview", standing.proposal.pk)
            return redirect(_next(standing, question, request.POST))
    return _page(request, standing, question, files, passages, form, status=422)


def _next(standing: Standing, question: RoundQuestion, data: Any) -> str:
    """The address after a saved answer: the next question without one, else what is left; or stay."""
    key = standing.proposal.pk
    if "stay" in data:
        position = {name: data[name] for name in PLACE if data.get(name)}
        return reverse("appraisals:read", args=[key, question.pk], query=position or None)
    assert standing.reading is not None
    left = actions.unanswered(standing.reading)
    onward = [each for each in left if each.position > question.position] or left
    if onward:
        view = {"view": data["view"]} if data.get("view") else None
        return reverse("appraisals:read", args=[key, onward[0].pk], query=view)
    return reverse("appraisals:overview", args=[key])


def _page(
    request: HttpRequest,
    standing: Standing,
    question: RoundQuestion,
    files: list[ProposalFile],
    passages: list[Passage],
    form: AnswerForm,
    *,
    status: int = 200,
) -> HttpResponse:
    one = standing.proposal
    questions = list(one.round.questions.all())
    place = next(n for n, each in enumerate(questions) if each.pk == question.pk)
    context = {
        "round": one.round,
        "standing": standing,
        "question": question,
        "number": place + 1,
        "count": len(questions),
        "before": questions[place - 1] if place else None,
        "after": questions[place + 1] if place + 1 < len(questions) else None,
        "passages": passages,
        "clarifications": answered_on(one, question),
        "form": form,
        "files": files,
        "waits": any(each.state == "waiting" for each in files),
        **_document(request, files, passages),
    }
    return render(request, "appraisals/read.html", context, status=status)


def _document(
    request: HttpRequest, files: list[ProposalFile], passages: list[Passage]
) -> dict[str, Any]:
    """The requested document, as text or as pictures; by default the one with the best passage."""
    query = request.GET or request.POST
    file = _chosen(files, query.get("file", ""), passages)
    if file is None:
        return {"file": None, "linked": [(each, "") for each in passages]}
    here = [(n, each) for n, each in enumerate(passages, 1) if each.file.pk == file.pk]
    paged = pictures.has_pages(file)
    context = {"file": file, "paged": paged}
    marks = [(each.start, each.end, n) for n, each in here]
    if paged and query.get("view") == "pages":
        best = here[0][1].page if here else 1
        page = pictures.page_shown(
            file, _number(query.get("page", ""), best), passages, by=request.user
        )
        context |= {"page": page}
        if page.problem:  # its words are there all the same
            screens = Screens(text_of(file))
            screen = screens.holding(start_of(screens.text, page.number))
            context |= {"blocks": list(screens.blocks(screen, marks))}
    else:
        screens = Screens(text_of(file))
        best = screens.holding(here[0][1].start) if here else 1
        screen = min(_number(query.get("screen", ""), best), len(screens.bounds))
        context |= {
            "blocks": list(screens.blocks(screen, marks)),
            "screen": screen,
            "screens": len(screens.bounds),
        }
    return {**context, "linked": _passages_with_links(context, passages)}


def _number(text: str, otherwise: int) -> int:
    return max(int(text[:6]), 1) if text.isdecimal() else otherwise


def _passages_with_links(
    context: dict[str, Any], passages: list[Passage]
) -> list[tuple[Passage, str]]:
    """Each passage with the address of its place: on this page, or where it is shown."""
    linked = []
    page = context.get("page")
    screens: dict[int, Screens] = {}
    for each in passages:
        is_open = each.file.pk == context["file"].pk
        if page and is_open and each.page == page.number:
            query: dict[str, Any] = {}
        elif page and pictures.has_pages(each.file):
            query = {"file": each.file.pk, "view": "pages", "page": each.page}
        else:
            key = each.file.pk
            screens[key] = screens.get(key) or Screens(text_of(each.file))
            screen = screens[key].holding(each.start)
            is_shown = is_open and screen == context.get("screen")
            query = {} if is_shown else {"file": key, "screen": screen}
        linked.append((each, f"?{urlencode(query)}" if query else ""))
    return linked


def _chosen(files: list[ProposalFile], wanted: str, passages: list[Passage]) -> ProposalFile | None:
    ready = [each for each in files if each.state == ProposalFile.State.READY]
    chosen = next((each for each in ready if str(each.pk) == wanted), None)
    best = passages[0].file if passages else None
    return chosen or best or (ready[0] if ready else None)
