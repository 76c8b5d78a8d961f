"""Asking applicants, deciding, writing the letter, and following conditions."""

from __future__ import annotations

import uuid
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trueline.web.accounts.access import repeatable
from trueline.web.appraisals import letters
from trueline.web.appraisals.access import in_proposal
from trueline.web.appraisals.actions import deciding
from trueline.web.appraisals.forms.deciding import ClarifyForm, ConditionForm, DecideForm
from trueline.web.appraisals.mails import is_written_to
from trueline.web.appraisals.models import Condition, Decision
from trueline.web.appraisals.panel import panel_of
from trueline.web.appraisals.standing import Standing
from trueline.web.documents.edit_view import say
from trueline.web.tasks.actions import Asker, TooMany
from trueline.web.tasks.downloads import (
    file_or_page,
    progress,
    request_or_404,
    too_many,
    wait_for_file,
    with_refresh,
)

REMOVED = "removed condition"
"""Under which a session keeps the condition that was taken out last, with its proposal."""


@in_proposal(permission="edit", needs="steers")
@require_http_methods(["GET", "HEAD", "POST"])
def clarify(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Ask the applicant to clear something up, about a question or a passage."""
    one = standing.proposal
    initial = {name: request.GET.get(name, "")[:2000] for name in ("question", "quote")}
    form = ClarifyForm(one, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        deciding.ask(one, form.cleaned_data, by=request.user, passage=form.passage)
        message = (
            _("Asked. The question is on the applicant’s page, and they are told by mail.")
            if is_written_to(one)
            else _("Asked. The question is on the applicant’s page; let them know.")
        )
        messages.success(request, message)
        return redirect("appraisals:proposal", one.pk)
    context = {"round": one.round, "standing": standing, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/clarify.html", context, status=status)


@in_proposal(permission="manage", needs="sees_panel")
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Decide, with reasons, and write the letter."""
    one = standing.proposal
    if one.is_calibration:
        raise Http404
    decision = _decision_of(standing)
    lines = panel_of(one)
    initial = (
        {name: getattr(decision, name) for name in ("outcome", "reason", "letter")}
        if decision
        else {}
    )
    form = DecideForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        letter = data["letter"] or letters.beginning(one, data["outcome"], lines)
        try:
            deciding.decide(
                one, outcome=data["outcome"], reason=data["reason"], letter=letter, by=request.user
            )
            messages.success(request, _("Saved. The applicant sees nothing before you issue it."))
        except deciding.Issued:
            messages.warning(request, _("The letter is issued already, and stays as it is."))
        return redirect("appraisals:decide", one.pk)
    context = {
        "round": one.round,
        "standing": standing,
        "form": form,
        "decision": decision,
        "conditions": decision.conditions.all() if decision else (),
        "condition": ConditionForm(),
        "gaps": [each for each in lines if each.outcome and each.outcome.verdict != "addressed"],
        "open": sum(each.outcome is None for each in lines),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/decide.html", context, status=status)


def _decision_of(standing: Standing) -> Decision | None:
    decisions = Decision.objects.select_related("proposal__round__organisation")
    return decisions.filter(proposal=standing.proposal).first()


def _decision_or_404(standing: Standing) -> Decision:
    decision = _decision_of(standing)
    if decision is None:
        raise Http404
    return decision


@in_proposal(permission="manage", needs="sees_panel")
@require_POST
def issue(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Let the applicant see the letter."""
    deciding.issue(_decision_or_404(standing), by=request.user)
    messages.success(request, _("Issued. The applicant sees the letter on their page."))
    return redirect("appraisals:decide", standing.proposal.pk)


@in_proposal(permission="manage", needs="sees_panel")
@require_POST
def condition(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Set a condition."""
    form, decision = ConditionForm(request.POST), _decision_or_404(standing)
    if not form.is_valid():
        context = {"round": standing.proposal.round, "standing": standing, "form": form}
        return render(request, "appraisals/condition.html", context, status=422)
    try:
        text, due = form.cleaned_data["text"], form.cleaned_data["due"]
        deciding.set_condition(decision, text, due, by=request.user)
        messages.success(request, _("Saved."))
    except deciding.Issued:
        messages.warning(request, _("The letter is issued already, and stays as it is."))
    return redirect("appraisals:decide", standing.proposal.pk)


@in_proposal(permission="manage", needs="sees_panel")
@require_POST
def remove_condition(request: HttpRequest, standing: Standing, condition_id: int) -> HttpResponse:
    """Take a condition out before the letter is issued."""
    one, key = _condition(standing, condition_id), standing.proposal.pk
    try:
        deciding.remove_condition(one, by=request.user)
        request.session[REMOVED] = [str(key), one.text, one.due and one.due.isoformat()]
        say(request, _("Removed."), undo=reverse("appraisals:put-condition-back", args=[key]))
    except deciding.Issued:
        messages.warning(request, _("The letter is issued already, and stays as it is."))
    return redirect("appraisals:decide", key)


@in_proposal(permission="manage", needs="sees_panel")
@require_POST
def put_condition_back(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Set the condition again that the visitor took out last."""
    key, text, due = request.session.pop(REMOVED, ["", "", None])
    if key != str(standing.proposal.pk):
        messages.warning(request, _("There is nothing to undo any more."))
        return redirect("appraisals:decide", standing.proposal.pk)
    try:
        deciding.set_condition(
            _decision_or_404(standing),
            text,
            date.fromisoformat(due) if due else None,
            by=request.user,
        )
        messages.success(request, _("It is there again."))
    except deciding.Issued:
        messages.warning(request, _("The letter is issued already, and stays as it is."))
    return redirect("appraisals:decide", standing.proposal.pk)


@in_proposal(permission="manage", needs="sees_panel")
@require_POST
def find_met(request: HttpRequest, standing: Standing, condition_id: int) -> HttpResponse:
    """Find that a condition is met."""
    deciding.find_met(_condition(standing, condition_id), by=request.user)
    messages.success(request, _("Saved."))
    return redirect("appraisals:decide", standing.proposal.pk)


def _condition(standing: Standing, condition_id: int) -> Condition:
    conditions = Condition.objects.select_related("decision__proposal__round")
    return get_object_or_404(conditions, pk=condition_id, decision__proposal=standing.proposal)


@repeatable
@in_proposal(permission="manage", needs="sees_panel")
@require_POST
def letter(request: HttpRequest, standing: Standing) -> HttpResponse:
    """The letter as Word or PDF: at once, or from a page that waits for it."""
    decision, name = _decision_or_404(standing), request.POST.get("export", "")
    if name not in letters.KINDS or not decision.letter:
        raise Http404
    asker = Asker.member(request.user, standing.proposal.round.organisation_id)
    try:
        file_request = letters.ask_for_letter(
            decision, name, owner=_owner(request, standing), asker=asker
        )
    except TooMany as refused:
        messages.error(request, too_many(refused))
        return redirect("appraisals:decide", standing.proposal.pk)
    wait = reverse("appraisals:letter-job", args=[standing.proposal.pk, file_request.pk])
    return file_or_page(wait_for_file(file_request), wait)


@in_proposal(permission="manage", needs="sees_panel")
@require_safe
def letter_job(request: HttpRequest, standing: Standing, job_id: uuid.UUID) -> HttpResponse:
    """Shows how a letter is coming along. When it is ready, the page leads to it."""
    one, file_request = standing.proposal, request_or_404(job_id, owner=_owner(request, standing))
    address = reverse("appraisals:letter-file", args=[one.pk, file_request.pk])
    context = {
        **progress(file_request),
        "address": address,
        "round": one.round,
        "standing": standing,
    }
    response = render(request, "appraisals/letter_job.html", context)
    return with_refresh(response, file_request, then=address)


@in_proposal(permission="manage", needs="sees_panel")
@require_safe
def letter_file(request: HttpRequest, standing: Standing, job_id: uuid.UUID) -> HttpResponse:
    """The finished letter."""
    file_request = request_or_404(job_id, owner=_owner(request, standing))
    wait = reverse("appraisals:letter-job", args=[standing.proposal.pk, file_request.pk])
    return file_or_page(file_request, wait)


def _owner(request: HttpRequest, standing: Standing) -> str:
    return f"{request.user.pk} {standing.proposal.pk} letter"
