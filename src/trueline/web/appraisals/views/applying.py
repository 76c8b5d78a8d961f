"""Pages of applicants: the call, and their proposal."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.web.accounts.access import for_people, open_to_all, reachable
from trueline.web.accounts.models import User
from trueline.web.appraisals.access import by_account, by_link
from trueline.web.appraisals.actions import accepting, applying
from trueline.web.appraisals.comparing import comparison
from trueline.web.appraisals.forms.applying import ApplyForm, FileForm, TextForm, VersionForm
from trueline.web.appraisals.models import Condition, Decision, Proposal, Round
from trueline.web.appraisals.promises import is_funded
from trueline.web.appraisals.score import formula
from trueline.web.documents.models import Submission
from trueline.web.documents.store import document_of
from trueline.web.lists import Filter, page_of

MOST_VERSIONS = 100


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, call_id: uuid.UUID) -> HttpResponse:
    """The call, with the form to submit a proposal."""
    rounds = Round.objects.select_related("organisation").exclude(opened=None)
    round = get_object_or_404(rounds, pk=call_id)
    bound = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ApplyForm(_versions(request), *bound, initial=_initial(request))
    if request.method == "POST":
        try:
            applying.require_open(round, by=_visitor(request))
            if form.is_valid():
                return _hand_in(request, round, form)
        except applying.TooLate:
            form.add_error(None, _("The deadline has passed, so nothing was handed in."))
    questions = list(round.questions.all())
    context = {
        "round": round,
        "form": form,
        "criteria": round.criteria.all(),
        "questions": questions,
        "formula": formula(round, questions),
    }
    status = 422 if request.method == "POST" else 200
    response = render(request, "appraisals/call.html", context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _visitor(request: HttpRequest) -> User | None:
    """The user who asks, None for somebody without an account."""
    return request.user if request.user.is_authenticated else None


def _versions(request: HttpRequest) -> list[Submission]:
    """Submitted versions that the visitor may share."""
    if not request.user.is_authenticated:
        return []
    through = "revision__document__organisation"
    mine = reachable(Submission.objects, request.user, through=through)
    shares = {f"{through}__memberships__user": request.user}
    roles = {f"{through}__memberships__role__in": ["owner", "editor"]}
    versions = mine.filter(withdrawn=None, **shares, **roles).select_related("revision__document")
    return list(versions.defer("revision__packed", "revision__document__content")[:MOST_VERSIONS])


def _initial(request: HttpRequest) -> dict[str, Any]:
    user = request.user
    if not user.is_authenticated:
        return {}
    return {"contact": user.name, "email": user.email, "time_zone": user.time_zone}


def _hand_in(request: HttpRequest, round: Round, form: ApplyForm) -> HttpResponse:
    proposal, secret = applying.hand_in(
        round,
        form.cleaned_data,
        by=_visitor(request),
        file=form.cleaned_data["file"],
        submission=form.submission,
    )
    messages.success(
        request,
        _("Handed in. Keep the address of this page: it is the only way back to %(receipt)s.")
        % {"receipt": proposal.receipt},
    )
    return redirect("appraisals:application", secret)


@for_people
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    """The visitor's own proposals."""
    asked = Filter.of(request.GET)
    mine = request.user.proposals.select_related("round__organisation", "decision")
    matching = asked.holding(mine, "title", "round__title", "round__organisation__name")
    page = page_of(matching.order_by("-received"), request.GET)
    context = {"filter": asked, "page": page}
    return render(request, "appraisals/applications.html", context)


def _application(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """The applicant's page: receipt, possible changes, clarifications and the decision."""
    if request.method == "POST":
        return _run_action(request, proposal)
    return _application_page(request, proposal)


application = by_link(_application)
own_application = by_account(_application)


def _application_page(
    request: HttpRequest, proposal: Proposal, *, status: int = 200, **bound: Any
) -> HttpResponse:
    decision = getattr(proposal, "decision", None)
    issued = decision if decision and decision.issued else None
    context = {
        "one": proposal,
        "round": proposal.round,
        "files": proposal.files.filter(removed=None)
        .select_related("attachment", "replaces__attachment")
        .defer("blocks", "passages", "replaces__blocks", "replaces__passages"),
        "may_change": applying.may_change(proposal),
        "clarifications": proposal.clarifications.select_related("question", "proposal__round"),
        "decision": issued,
        **_conditions(request, proposal, issued),
        "may_share": _may_share(request, proposal),
        "adding": FileForm(proposal),
        "newer": VersionForm(versions) if (versions := _newer(request, proposal)) else None,
        "answering": TextForm(),
        **bound,
    }
    return render(request, "appraisals/application.html", context, status=status)


def _changes(request: HttpRequest, proposal: Proposal, sent_id: int) -> HttpResponse:
    """Changes between a document and the one that replaced it."""
    files = proposal.files.select_related("attachment", "replaces__attachment")
    newer = get_object_or_404(files, pk=sent_id, removed=None, replaces__isnull=False)
    changes = comparison(newer.replaces, newer)
    context = {
        "one": proposal,
        "older": newer.replaces,
        "newer": newer,
        "compared": changes is not None,
        "changes": page_of(changes or [], request.GET),
        "back": request.path.removesuffix(f"changes/{sent_id}/"),
    }
    return render(request, "appraisals/application_changes.html", context)


application_changes = by_link(_changes)
own_application_changes = by_account(_changes)


def _run_action(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    by = _visitor(request)
    actions = {
        "add": _add,
        "version": _version,
        "remove": _remove,
        "withdraw": _withdraw,
        "answer": _answer,
        "report": _report,
        "accept": _accept,
        "share-figures": _share_figures,
        "keep-figures": _share_figures,
    }
    act = actions.get(request.POST.get("act", ""))
    if act is None:
        return _application_page(request, proposal, status=422)
    try:
        refused = act(request, proposal, by)
    except applying.TooLate:
        messages.warning(request, _("It is too late for that: nothing was changed."))
        refused = None
    return refused or redirect(request.get_full_path())


def _add(request: HttpRequest, proposal: Proposal, by: Any) -> HttpResponse | None:
    applying.require_time(proposal, by=by)
    form = FileForm(proposal, request.POST, request.FILES)
    if not form.is_valid():
        return _application_page(request, proposal, status=422, form=form, adding=form)
    replaces = form.cleaned_data.get("replaces")
    applying.add_file(proposal, form.cleaned_data["file"], by=by, replaces=replaces)
    messages.success(request, _("The document is added."))
    return None


def _newer(request: HttpRequest, proposal: Proposal) -> list[Submission]:
    """Versions of the same work that the visitor could hand over in the place of the one before."""
    if proposal.document_id is None:
        return []
    return [
        each for each in _versions(request) if each.revision.document_id == proposal.document_id
    ]


def _version(request: HttpRequest, proposal: Proposal, by: Any) -> HttpResponse | None:
    applying.require_time(proposal, by=by)
    form = VersionForm(_newer(request, proposal), request.POST)
    if not form.is_valid():
        return _application_page(request, proposal, status=422, form=form, newer=form)
    applying.add_version(proposal, form.submission, by=by)
    messages.success(request, _("The new version has replaced the earlier one."))
    return None


def _remove(request: HttpRequest, proposal: Proposal, by: Any) -> None:
    files = proposal.files.filter(removed=None).select_related("attachment")
    applying.remove_file(proposal, get_object_or_404(files, pk=_number(request)), by=by)
    messages.success(request, _("The document has been removed."))


def _withdraw(request: HttpRequest, proposal: Proposal, by: Any) -> None:
    applying.withdraw(proposal, by=by)
    messages.success(
        request, _("Your proposal has been withdrawn, and its documents have been deleted.")
    )


def _answer(request: HttpRequest, proposal: Proposal, by: Any) -> HttpResponse | None:
    unanswered = proposal.clarifications.filter(answered=None).select_related("proposal__round")
    clarification = get_object_or_404(unanswered, pk=_number(request))
    form = TextForm(request.POST)
    if not form.is_valid():
        return _application_page(
            request, proposal, status=422, form=form, answering=form, at=clarification.pk
        )
    applying.answer(clarification, form.cleaned_data["text"], by=by)
    messages.success(request, _("Your answer is sent."))
    return None


def _report(request: HttpRequest, proposal: Proposal, by: Any) -> HttpResponse | None:
    conditions = Condition.objects.filter(
        decision__proposal=proposal, decision__issued__isnull=False, met=None
    ).select_related("decision__proposal__round")
    condition = get_object_or_404(conditions, pk=_number(request))
    form = TextForm(request.POST)
    if not form.is_valid():
        return _application_page(
            request, proposal, status=422, form=form, answering=form, at_condition=condition.pk
        )
    applying.report(condition, form.cleaned_data["text"], by=by)
    messages.success(request, _("Your report is sent."))
    return None


def _conditions(
    request: HttpRequest, proposal: Proposal, issued: Decision | None
) -> dict[str, Any]:
    """The conditions, and for those who may act for the design what became of them there."""
    conditions = list(issued.conditions.all()) if issued else []
    may_act = bool(conditions) and is_funded(proposal) and _may_act(request, proposal)
    steps = {}
    if may_act and any(each.step for each in conditions):
        steps = {each.id: each for each in document_of(proposal.document).next_steps}
    return {
        "conditions": [(each, steps.get(each.step)) for each in conditions],
        "to_accept": bool(issued and conditions and is_funded(proposal) and not issued.accepted),
        "to_take_up": may_act and any(not each.step and not each.met for each in conditions),
    }


def _accept(request: HttpRequest, proposal: Proposal, by: Any) -> None:
    decision = getattr(proposal, "decision", None)
    if decision is None or not is_funded(proposal) or not decision.conditions.exists():
        raise Http404
    accepting.accept(decision, by=by)
    messages.success(request, _("Accepted."))


def _may_act(request: HttpRequest, proposal: Proposal) -> bool:
    """Whether the visitor may act for the design that was handed in."""
    by = request.user if request.user.is_authenticated else None
    return accepting.may_act_for(proposal.document, by)


def _may_share(request: HttpRequest, proposal: Proposal) -> bool:
    """Whether the visitor may share figures with the funder; for an archived design, only stop sharing."""
    if not is_funded(proposal) or proposal.from_home:
        return False
    by = request.user if request.user.is_authenticated else None
    may = accepting.may_speak_for if proposal.figures_shared else accepting.may_act_for
    return may(proposal.document, by)


def _share_figures(request: HttpRequest, proposal: Proposal, by: Any) -> None:
    if not _may_share(request, proposal):
        raise Http404
    shared = request.POST["act"] == "share-figures"
    accepting.share_figures(proposal, shared=shared, by=by)
    messages.success(
        request,
        _("Shared. You can end it here at any time.")
        if shared
        else _("The funder no longer sees where your indicators stand."),
    )


def _number(request: HttpRequest) -> int:
    """The row that a button is about. Raises Http404."""
    text = request.POST.get("which", "")
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)
