"""Rounds of an organisation: what is called for, what counts, who reads."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.models import Organisation
from trueline.web.appraisals.access import in_round, standing_in
from trueline.web.appraisals.actions import applying, assigning, calling
from trueline.web.appraisals.forms.calling import (
    AssessorsForm,
    CalibrationForm,
    QuestionsForm,
    RoundForm,
    ScoreForm,
)
from trueline.web.appraisals.models import Round
from trueline.web.appraisals.preparing import preparing_in
from trueline.web.appraisals.score import formula
from trueline.web.lists import Filter, page_of


@in_organisation(permission="read")
@require_safe
def rounds(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """All rounds, the newest first."""
    round_filter = Filter.of(request.GET)
    page = page_of(round_filter.holding(organisation.rounds.all(), "title"), request.GET)
    context = {"organisation": organisation, "here": "rounds", "filter": round_filter, "page": page}
    return render(request, "appraisals/rounds.html", context)


@in_organisation(permission="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Begin a round."""
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        round = calling.begin(organisation, form.cleaned_data, by=request.user)
        messages.success(
            request, _("The round has been created. Nobody outside sees it until you open it.")
        )
        return redirect("appraisals:questions", round.pk)
    context = {"organisation": organisation, "form": form}
    return render(request, "appraisals/new.html", context, status=_status(form))


def _status(form: object) -> int:
    return 422 if getattr(form, "is_bound", False) else 200


@in_round(permission="read")
@require_safe
def round_page(request: HttpRequest, round: Round) -> HttpResponse:
    """The call; for those who take part, the proposals that they may see."""
    mine = [each for each in standing_in(round, request) if each.takes_part]
    if "comment" not in request.permissions:
        mine = []
    proposal_filter = Filter.of(request.GET)
    proposals = [each for each in mine if not each.proposal.is_calibration]
    context = {
        "round": round,
        "filter": proposal_filter,
        "proposals": proposals,
        "questions": round.questions.count(),
        "calibration": [each for each in mine if each.proposal.is_calibration],
        "page": page_of(
            [each for each in proposals if each.matches(proposal_filter.words)], request.GET
        ),
        "assessors": round.assessors.filter(until=None).select_related("user"),
        "criteria": round.criteria.all(),
        "preparing": preparing_in(round) if "edit" in request.permissions else None,
        "call": request.build_absolute_uri(reverse("appraisals:call", args=[round.pk])),
    }
    return render(request, "appraisals/round.html", context)


@in_round(permission="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, round: Round) -> HttpResponse:
    """Put the call otherwise."""
    form = RoundForm(request.POST or None, round=round)
    if request.method == "POST" and form.is_valid():
        calling.change(round, form.cleaned_data, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("appraisals:round", round.pk)
    context = {"round": round, "form": form}
    return render(request, "appraisals/change.html", context, status=_status(form))


@in_round(permission="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, round: Round) -> HttpResponse:
    """Say which questions count; once the call is open, read which do."""
    if round.opened:
        status = 409 if request.method == "POST" else 200
        context = {"round": round, "questions": round.questions.all()}
        return render(request, "appraisals/questions_fixed.html", context, status=status)
    form = QuestionsForm(round, request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        calling.choose_questions(round, data["chosen"], data["own"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("appraisals:round", round.pk)
    context = {"round": round, "form": form}
    return render(request, "appraisals/questions.html", context, status=_status(form))


@in_round(permission="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def own_score(request: HttpRequest, round: Round) -> HttpResponse:
    """Define the funder's own score; once the call is open, show its formula."""
    round_questions = list(round.questions.all())
    context = {
        "round": round,
        "formula": formula(round, round_questions),
        "questions": round_questions,
    }
    if round.opened:
        status = 409 if request.method == "POST" else 200
        return render(request, "appraisals/own_score.html", context, status=status)
    form = ScoreForm(round, request.POST or None)
    if request.method == "POST" and form.is_valid():
        calling.define_score(round, form.points, form.weights, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("appraisals:round", round.pk)
    context["form"] = form
    return render(request, "appraisals/own_score.html", context, status=_status(form))


@in_round(permission="edit")
@require_POST
def open_call(request: HttpRequest, round: Round) -> HttpResponse:
    """Open the call, if there is something to ask."""
    if round.questions.exists():
        calling.open_call(round, by=request.user)
        messages.success(request, _("The call is open. Give its address to applicants."))
    else:
        messages.warning(request, _("Choose the questions that count first."))
    return redirect("appraisals:round", round.pk)


@in_round(permission="manage")
@require_POST
def finish(request: HttpRequest, round: Round) -> HttpResponse:
    """End the round."""
    calling.finish(round, by=request.user)
    messages.success(request, _("The round is finished."))
    return redirect("appraisals:round", round.pk)


@in_round(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, round: Round) -> HttpResponse:
    """Explain and confirm the deletion of a round."""
    if request.method == "POST":
        organisation = round.organisation_id
        calling.delete(round, by=request.user)
        messages.success(request, _("The round is deleted, with its proposals."))
        return redirect("appraisals:rounds", organisation)
    return render(request, "appraisals/delete.html", {"round": round})


@in_round(permission="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def assessors(request: HttpRequest, round: Round) -> HttpResponse:
    """Name who reads, of the members who may."""
    named = list(round.assessors.available())
    members = calling.who_may_read(round.organisation)
    initial = {"people": [str(each.user_id) for each in named]}
    form = AssessorsForm(members, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        calling.name_assessors(round, form.cleaned_data["people"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("appraisals:round", round.pk)
    context = {"round": round, "form": form}
    return render(request, "appraisals/assessors.html", context, status=_status(form))


@in_round(permission="edit")
@require_POST
def assign_by_load(request: HttpRequest, round: Round) -> HttpResponse:
    """Give each proposal its assessors."""
    count = assigning.assign_by_load(round, standing_in(round, request), by=request.user)
    if count:
        messages.success(request, _("Assigned. Each assessor declares conflicts before reading."))
    else:
        messages.warning(
            request,
            _("Nothing was assigned: every proposal has its assessors, or nobody is left to read."),
        )
    return redirect("appraisals:round", round.pk)


@in_round(permission="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def calibration(request: HttpRequest, round: Round) -> HttpResponse:
    """Give the case by which assessors compare their measure, before anybody opens it."""
    case = round.proposals.filter(is_calibration=True).first()
    is_known = case is not None and case.declarations.exists()
    form = CalibrationForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and not is_known and form.is_valid():
        title, file = form.cleaned_data["title"], form.cleaned_data["file"]
        applying.give_calibration(round, title, file, by=request.user)
        messages.success(request, _("The case is given to all assessors. It does not count."))
        return redirect("appraisals:round", round.pk)
    context = {"round": round, "form": form, "case": case, "is_known": is_known}
    status = 409 if request.method == "POST" and is_known else _status(form)
    return render(request, "appraisals/calibration.html", context, status=status)
