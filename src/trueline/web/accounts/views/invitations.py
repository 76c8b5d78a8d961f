"""Inviting people, and being invited."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trueline.web.accounts import queries
from trueline.web.accounts.access import in_organisation, open_to_all
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.adapter import INVITATION
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.forms import InvitationForm
from trueline.web.accounts.models import Organisation
from trueline.web.accounts.protection.ownership import confirm_ownership
from trueline.web.accounts.roles import EXPLAINED, Role
from trueline.web.lists import Filter, page_of

NEW = "invitation-made"
"""The session's key for a link's organisation and secret, from making it to showing it once."""


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Invitations that were made; a form for a new one; the link of the one just made."""
    form = InvitationForm(request.POST or None, initial={"role": Role.EDITOR})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        confirm_ownership(request, data["role"])
        _invitation, secret = invitations.invite(
            by=request.user,
            organisation=organisation,
            role=Role(data["role"]),
            note=data["note"],
            days=data["days"],
        )
        request.session[NEW] = [str(organisation.pk), secret]
        return redirect("accounts:invitations", organisation.pk)
    invitation_filter = Filter.of(request.GET)
    invited = invitation_filter.holding(
        queries.invitations_of(organisation), "note", "created_by__name", "used_by__name"
    )
    return render(
        request,
        "accounts/invitations.html",
        {
            "organisation": organisation,
            "here": "invitations",
            "form": form,
            "link": _just_made(request, organisation),
            "filter": invitation_filter,
            "page": page_of(invited, request.GET),
        },
    )


def _just_made(request: HttpRequest, organisation: Organisation) -> str:
    """The whole address of an invitation to this organisation made a moment ago, this once."""
    made_for, secret = request.session.get(NEW, ("", ""))
    if request.method != "GET" or made_for != str(organisation.pk):
        return ""
    del request.session[NEW]
    return request.build_absolute_uri(reverse("accounts:join", args=[secret]))


@in_organisation(permission="manage")
@require_POST
def withdraw(
    request: HttpRequest, organisation: Organisation, invitation_id: uuid.UUID
) -> HttpResponse:
    invitation = get_object_or_404(organisation.invitations, pk=invitation_id)
    invitations.withdraw(by=request.user, invitation=invitation)
    messages.success(request, _("The link of that invitation no longer works."))
    return redirect("accounts:invitations", organisation.pk)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """Show and accept an invitation. Those without an account sign up from here and come back."""
    invitation = queries.invitation_by(secret)
    if invitation is None:
        return render(request, "accounts/invitation_gone.html", status=404)
    if request.method != "POST" or not request.user.is_authenticated:
        if not request.user.is_authenticated:
            request.session[INVITATION] = secret
        return render(
            request,
            "accounts/join.html",
            {"invitation": invitation, "explained": EXPLAINED[invitation.role]},
        )
    try:
        member = invitations.accept(by=request.user, invitation=invitation)
    except Refused as refused:
        messages.info(request, str(refused))
        return redirect("home")
    request.session.pop(INVITATION, None)
    messages.success(request, _("Welcome to %(name)s.") % {"name": member.organisation})
    return redirect("home")
