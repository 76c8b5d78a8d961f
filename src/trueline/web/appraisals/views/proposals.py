"""A proposal as its funder sees it: declared towards, opened, checked, assigned."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trueline.web.appraisals import pictures
from trueline.web.appraisals.access import in_proposal, standing_in
from trueline.web.appraisals.actions import assigning, deciding
from trueline.web.appraisals.clarifications import clarifications_seen
from trueline.web.appraisals.comparing import comparison
from trueline.web.appraisals.conflicts import matches
from trueline.web.appraisals.drafting import documents_among
from trueline.web.appraisals.expertise import Suggestion, about, expertise_of, load_seen, suggested
from trueline.web.appraisals.forms.appraising import CheckForm, DeclareForm, ReasonForm
from trueline.web.appraisals.models import Assessor, Proposal, ProposalFile
from trueline.web.appraisals.standing import Standing
from trueline.web.appraisals.tasks import prepare_later
from trueline.web.attachments.downloads import file_response
from trueline.web.lists import page_of
from trueline.web.tasks.actions import TooMany


@in_proposal(permission="comment", needs="sees_proposal")
@require_safe
def proposal(request: HttpRequest, standing: Standing) -> HttpResponse:
    """A proposal and the next steps with it."""
    one = standing.proposal
    files = one.files.select_related("attachment", "replaces__attachment")
    files = files.defer("blocks", "passages", "replaces__blocks", "replaces__passages")
    readings = one.readings.counted().select_related("assessor__user")
    context = {
        "round": one.round,
        "standing": standing,
        "files": files,
        "waits": any(each.state == "waiting" for each in files if not each.removed),
        "may_draft": bool(documents_among(each for each in files if not each.removed)),
        "checks": one.checks.select_related("criterion") if standing.steers else (),
        "readings": readings if standing.sees_progress and standing.steers else (),
        "suggestions": _suggestions(request, standing) if standing.steers else (),
        "clarifications": clarifications_seen([standing], request.user),
        "decision": _decision(standing),
    }
    return render(request, "appraisals/proposal.html", context)


def _suggestions(request: HttpRequest, standing: Standing) -> list[Suggestion]:
    """Assessors who may be given it, by load and by what they know, as far as the visitor may see."""
    one = standing.proposal
    if not (free := _candidates(standing)):
        return []
    load = load_seen(standing_in(one.round, request))
    return suggested(free, about(one.round, [one])[one.pk], load, expertise_of(free))


def _candidates(standing: Standing) -> list[Assessor]:
    """To whom the visitor may give it. Whoever still reads it is not told who else does: those stay in
    the list, and to be given it twice changes nothing.
    """
    one = standing.proposal
    assessors = list(one.round.assessors.available().select_related("user"))
    fitting = {each.pk for each in assigning.candidates(one, assessors)}
    if standing.is_unfinished and standing.reading:
        others = one.readings.counted().exclude(pk=standing.reading.pk)
        fitting |= set(others.values_list("assessor", flat=True))
    return [each for each in assessors if each.pk in fitting]


def _decision(standing: Standing) -> object:
    return getattr(standing.proposal, "decision", None) if standing.sees_panel else None


@in_proposal(permission="comment", needs="takes_part")
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Say whether there is a conflict, knowing of the proposal only from whom it comes."""
    one = standing.proposal
    suggested = matches(one, request.user)
    form = DeclareForm(suggested, request.POST or None)
    if request.method == "POST" and not standing.is_conflicted and form.is_valid():
        conflict = form.cleaned_data["conflict"]
        assigning.declare(
            one,
            conflict="" if conflict == "none" else conflict,
            words=form.cleaned_data["words"],
            suggested=suggested,
            by=request.user,
        )
        if conflict == "none":
            return redirect("appraisals:proposal", one.pk)
        messages.success(request, _("Thank you. You will see nothing more of this proposal."))
        return redirect("appraisals:round", one.round_id)
    context = {"round": one.round, "standing": standing, "form": form, "suggested": suggested}
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/declare.html", context, status=status)


@in_proposal(permission="manage", needs="steers")
@require_http_methods(["GET", "HEAD", "POST"])
def conflicts(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Lists declared conflicts; an owner may find that one is none, but not their own."""
    one = standing.proposal
    declared = one.declarations.conflicts().select_related("user", "dismissed_by")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        others = declared.exclude(pseudonym=request.user.pseudonym)
        chosen = request.POST.get("declaration", "")
        proposal = others.filter(pk=int(chosen)).first() if chosen.isdecimal() else None
        if proposal is None:
            raise Http404
        assigning.dismiss(proposal, form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("Dismissed. The reason is kept with it."))
        return redirect("appraisals:conflicts", one.pk)
    context = {"round": one.round, "standing": standing, "form": form, "declared": declared}
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/conflicts.html", context, status=status)


@in_proposal(permission="comment", needs="sees_proposal")
@require_safe
def file(request: HttpRequest, standing: Standing, sent_id: int) -> HttpResponse:
    """A file as the applicant sent it."""
    return file_response(_file(standing.proposal, sent_id).attachment)


@in_proposal(permission="comment", needs="sees_proposal")
@require_safe
def compare(request: HttpRequest, standing: Standing, sent_id: int) -> HttpResponse:
    """Changes between a file and the one that replaced it."""
    one = standing.proposal
    newer = get_object_or_404(
        one.files.select_related("attachment", "replaces__attachment"),
        pk=sent_id,
        replaces__isnull=False,
    )
    changes = comparison(newer.replaces, newer)
    context = {
        "round": one.round,
        "standing": standing,
        "older": newer.replaces,
        "newer": newer,
        "compared": changes is not None,
        "changes": page_of(changes or [], request.GET),
    }
    return render(request, "appraisals/compare.html", context)


@in_proposal(permission="comment", needs="sees_proposal")
@require_safe
def page_picture(
    request: HttpRequest, standing: Standing, sent_id: int, page_number: int
) -> HttpResponse:
    """A page of a file as a picture, drawn unless it was a moment ago."""
    one = _file(standing.proposal, sent_id)
    if not pictures.has_pages(one) or not 1 <= page_number <= one.pages:
        raise Http404
    try:
        picture = pictures.picture_in(pictures.ask_for_page(one, page_number, by=request.user))
    except pictures.CanNotBeDrawn as why:
        return HttpResponse(str(why), status=404, content_type="text/plain; charset=utf-8")
    except TooMany:
        picture = None
    if picture is None:
        return HttpResponse(status=503, headers={"Retry-After": "3", "Cache-Control": "no-store"})
    response = HttpResponse(picture.png, content_type="image/png")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


@in_proposal(permission="edit", needs="steers")
@require_POST
def prepare_again(request: HttpRequest, standing: Standing, sent_id: int) -> HttpResponse:
    """Have a file read once more by the program, that waits or could not be read."""
    one = _file(standing.proposal, sent_id)
    if one.state != ProposalFile.State.READY:
        ProposalFile.objects.filter(pk=one.pk).update(state=ProposalFile.State.WAITING)
        prepare_later(one)
    return redirect("appraisals:proposal", standing.proposal.pk)


def _file(proposal: Proposal, sent_id: int) -> ProposalFile:
    files = proposal.files.select_related("attachment").defer("blocks", "passages")
    return get_object_or_404(files, pk=sent_id)


@in_proposal(permission="edit", needs="steers")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Whether the proposal is eligible, criterion by criterion."""
    one = standing.proposal
    criteria = list(one.round.criteria.all())
    checks = {each.criterion_id: each for each in one.checks.all()}
    form = CheckForm(criteria, checks, request.POST or None)
    if request.method == "POST" and form.is_valid():
        deciding.check(one, form.values, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("appraisals:proposal", one.pk)
    context = {"round": one.round, "standing": standing, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/check.html", context, status=status)


@in_proposal(permission="edit", needs="steers")
@require_POST
def assign(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Give the proposal to one more assessor."""
    chosen = request.POST.get("assessor", "")
    allowed = {str(each.pk): each for each in _candidates(standing)}
    assessor: Assessor | None = allowed.get(chosen)
    if assessor is None:
        messages.warning(request, _("Choose who should read it."))
    else:
        assigning.assign(standing.proposal, assessor, by=request.user)
        messages.success(request, _("Assigned."))
    return redirect("appraisals:proposal", standing.proposal.pk)


@in_proposal(permission="edit", needs="steers")
@require_POST
def release(request: HttpRequest, standing: Standing, assigned_id: int) -> HttpResponse:
    """Let an assessor off who has not handed in."""
    if not standing.sees_progress:
        raise Http404
    readings = standing.proposal.readings.select_related("proposal__round")
    reading = get_object_or_404(readings, pk=assigned_id)
    if reading.submitted is None:
        assigning.release(reading, by=request.user)
        messages.success(request, _("Released."))
    return redirect("appraisals:proposal", standing.proposal.pk)
