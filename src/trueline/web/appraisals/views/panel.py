"""Answers side by side: of one proposal, of one question, of a whole round."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.web.appraisals.access import in_proposal, in_round, standing_in
from trueline.web.appraisals.actions import deciding
from trueline.web.appraisals.findings import bearing_on, findings_of
from trueline.web.appraisals.forms.appraising import RemarkForm, VerdictForm
from trueline.web.appraisals.matrix import AT_ONCE, SIGNS, Matrix
from trueline.web.appraisals.models import Proposal, ProposalFile, Remedy, Round, Verdict
from trueline.web.appraisals.panel import agreement_in, panel_of
from trueline.web.appraisals.passages import files_of
from trueline.web.appraisals.standing import Standing
from trueline.web.lists import page_of


@in_proposal(permission="comment", needs="sees_panel")
@require_safe
def panel(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Each question with its answers; can be filtered to those on which assessors differ."""
    lines = panel_of(standing.proposal)
    open_ones = [each for each in lines if each.differs and each.consensus is None]
    visible_lines = open_ones if request.GET.get("show") == "open" else lines
    findings = findings_of(standing.proposal, files_of(standing.proposal))
    context = {
        "round": standing.proposal.round,
        "standing": standing,
        "lines": visible_lines,
        "findings": [each for each in findings if each.opinions],
        "open": len(open_ones),
        "only_open": visible_lines is open_ones,
        "decision": getattr(standing.proposal, "decision", None),
        "replaced": _replaced_since(standing.proposal),
    }
    return render(request, "appraisals/panel.html", context)


def _replaced_since(proposal: Proposal) -> list[ProposalFile]:
    """Files that came in the place of others once the first reading was in: not all read the same."""
    first = proposal.readings.filter(excused=None).aggregate(at=Min("submitted"))["at"]
    came = proposal.files.filter(added__gt=first, replaces__isnull=False, removed=None)
    return list(came.select_related("attachment").defer("blocks", "passages"))


@in_proposal(permission="comment", needs="sees_panel")
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, standing: Standing, question_id: int) -> HttpResponse:
    """One question: each answer, the discussion, and the consensus."""
    one = standing.proposal
    round_question = get_object_or_404(one.round.questions, pk=question_id)
    line = next(each for each in panel_of(one) if each.question.pk == round_question.pk)
    agreeing = "verdict" in request.POST
    initial = (
        {name: getattr(line.outcome, name) for name in ("verdict", "remedy", "reason")}
        if line.outcome
        else None
    )
    form = VerdictForm(request.POST if agreeing else None, initial=initial)
    talk = RemarkForm(request.POST if request.method == "POST" and not agreeing else None)
    bound = form if agreeing else talk
    if request.method == "POST" and bound.is_valid():
        if agreeing:
            deciding.agree(one, round_question, form.cleaned_data, by=request.user)
        else:
            deciding.remark(one, round_question, talk.cleaned_data["text"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("appraisals:panel-question", one.pk, round_question.pk)
    context: dict[str, Any] = {
        "round": one.round,
        "standing": standing,
        "line": line,
        "findings": bearing_on(round_question, findings_of(one, files_of(one))),
        "form": bound if bound.is_bound else form,
        "verdict": form,
        "talk": talk,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/panel_question.html", context, status=status)


@in_round(permission="comment")
@require_safe
def agreement(request: HttpRequest, round: Round) -> HttpResponse:
    """Shows how far assessors agree, question by question, on what the visitor may see."""
    standings = standing_in(round, request)
    counted = agreement_in(standings, calibration=False)
    context = {
        "round": round,
        "counted": counted,
        "calibration": agreement_in(standings, calibration=True),
        "proposals": sum(
            each.sees_panel and not each.proposal.is_calibration for each in standings
        ),
    }
    return render(request, "appraisals/agreement.html", context)


@in_round(permission="comment")
@require_safe
def matrix(request: HttpRequest, round: Round) -> HttpResponse:
    """The proposals side by side, by question and remedy."""
    round_matrix = Matrix(round, [each for each in standing_in(round, request) if each.takes_part])
    by, wanted = request.GET.get("by", ""), request.GET.get("from", "")
    numbered = list(enumerate(round_matrix.questions, 1))
    groups = [numbered[at : at + AT_ONCE] for at in range(0, len(numbered), AT_ONCE)]
    here = min(int(wanted[:3]), len(groups) - 1) if wanted.isdecimal() else 0
    page = page_of(round_matrix.sorted_by(by), request.GET)
    columns = slice(here * AT_ONCE, (here + 1) * AT_ONCE)
    context = {
        "round": round,
        "by": by,
        "here": here,
        "groups": [(at, group[0][0], group[-1][0]) for at, group in enumerate(groups)],
        "questions": groups[here] if groups else [],
        "remedies": [(each.value, each.label) for each in Remedy],
        "signs": [(SIGNS[each.value], each.label) for each in Verdict],
        "formula": round_matrix.formula,
        "page": page,
        "query": f"{urlencode({'by': by, 'from': here})}&",
        "rows": [(row, row.cells[columns]) for row in page],
    }
    return render(request, "appraisals/matrix.html", context)
