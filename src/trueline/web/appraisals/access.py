"""Reaching rounds and proposals: through the organisation that called, or as the applicant."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, Literal

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from trueline.web.accounts.access import View, enter, for_people, open_to_all, required
from trueline.web.accounts.link_secrets import digest
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import Permission
from trueline.web.appraisals.models import Proposal, Round
from trueline.web.appraisals.standing import Standing, standing_of

Needs = Literal["takes_part", "sees_proposal", "reads", "sees_panel", "steers"]


def in_round(*, permission: Permission) -> Callable[[View], View]:
    """A view within a round, for members of its organisation who may do this; it gets the `Round`."""

    def decorated(view: View) -> View:
        @wraps(view)
        def inner(
            request: HttpRequest, call_id: uuid.UUID, *args: Any, **kwargs: Any
        ) -> HttpResponse:
            round = _of_members(Round.objects, "organisation", request.user, call_id)
            enter(request, required(request.user, round.organisation_id, permission))
            return view(request, round, *args, **kwargs)

        guarded = login_required(inner)
        guarded.access = f"organisation:{permission}"
        return guarded

    return decorated


def in_proposal(*, permission: Permission, needs: Needs) -> Callable[[View], View]:
    """A view within a proposal; it gets the `Standing` of the visitor, which has to allow it.

    Whoever has not declared yet is led to do so; whoever has a conflict finds nothing.
    """

    def decorated(view: View) -> View:
        @wraps(view)
        def inner(
            request: HttpRequest, proposal_id: uuid.UUID, *args: Any, **kwargs: Any
        ) -> HttpResponse:
            proposals = Proposal.objects.select_related("round__organisation")
            proposal = _of_members(proposals, "round__organisation", request.user, proposal_id)
            member = required(request.user, proposal.round.organisation_id, permission)
            enter(request, member)
            manages = "edit" in request.permissions
            standing = standing_of(proposal, request.user, manages=manages)
            if not standing.takes_part or (standing.is_conflicted and needs != "takes_part"):
                raise Http404
            if standing.declaration is None and needs != "takes_part":
                return redirect("appraisals:declare", proposal.pk)
            if not getattr(standing, needs):
                raise Http404
            return view(request, standing, *args, **kwargs)

        guarded = login_required(inner)
        guarded.access = f"organisation:{permission}"
        return guarded

    return decorated


def _of_members(rows: Any, through: str, user: User, key: uuid.UUID) -> Any:
    mine = rows.filter(**{f"{through}__memberships__user": user})
    row = mine.select_related(through).filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def by_link(view: View) -> View:
    """A view for the applicant who has the link; it gets the `Proposal`."""

    @open_to_all
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def inner(request: HttpRequest, secret: str, **kwargs: Any) -> HttpResponse:
        application = _applications().filter(digest=digest(secret)).first()
        if application is None:
            raise Http404
        return _private(view(request, application, **kwargs))

    return inner


def by_account(view: View) -> View:
    """The same for somebody who was signed in when they applied."""

    @for_people
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def inner(request: HttpRequest, application_id: uuid.UUID, **kwargs: Any) -> HttpResponse:
        application = _applications().filter(pk=application_id, by=request.user).first()
        if application is None:
            raise Http404
        return _private(view(request, application, **kwargs))

    return inner


def _applications() -> Any:
    applications = Proposal.objects.select_related(
        "round__organisation", "decision", "document"
    ).defer("document__content")
    return applications.filter(is_calibration=False)


def _private(response: HttpResponse) -> HttpResponse:
    """The page and its address go nowhere: no index, no cache, no referrer."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "strict-origin"
    response["Cache-Control"] = "private, no-store"
    return response


def standing_in(round: Round, request: HttpRequest) -> list[Standing]:
    """The visitor's standing towards each proposal of a round that was not taken back."""
    from trueline.web.appraisals.standing import standings

    proposals = round.proposals.filter(withdrawn=None)
    return standings(proposals, request.user, manages="edit" in request.permissions)
