"""One's own account."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trueline.web.accounts import queries
from trueline.web.accounts.access import for_people
from trueline.web.accounts.actions import people
from trueline.web.accounts.adapter import forget_language, keep_language
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.forms import ProfileForm
from trueline.web.accounts.grants import open_grants
from trueline.web.accounts.models import User
from trueline.web.accounts.protection import instance_audit, notices
from trueline.web.accounts.protection.origins import of_request
from trueline.web.accounts.protection.reauthentication import (
    confirm_identity,
    confirmed,
    way_to_confirm,
)
from trueline.web.audit.models import Action
from trueline.web.lists import Filter, page_of


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Name, language, sign-in, and the organisations one belongs to."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        people.change_profile(by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        language, onward = form.cleaned_data["language"], redirect("accounts:account")
        return keep_language(onward, language) if language else forget_language(onward)
    membership_filter = Filter.of(request.GET)
    memberships = membership_filter.holding(
        queries.memberships_of(request.user), "organisation__name"
    )
    return render(
        request,
        "accounts/account.html",
        {
            "form": form,
            "filter": membership_filter,
            "page": page_of(memberships, request.GET),
            "confirm": way_to_confirm(request, reverse("accounts:account")),
        },
    )


@for_people
@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign out one of one's own devices. Signing out this one needs no confirmation."""
    here = request.session.session_key
    if not UserSession.objects.filter(pk=session_id, session_key=here).exists():
        confirm_identity(request)
    ended = people.end_session(by=request.user, session_id=session_id)
    if ended:
        instance_audit.note(request, Action.SIGNED_OUT_A_DEVICE, about=request.user)
        notices.tell_by(request, request.user, "sessions_ended")
    if ended and not request.session.exists(here):
        logout(request)
        messages.success(request, _("You are signed out."))
        return redirect("home")
    if ended:
        messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def delete(request: HttpRequest) -> HttpResponse:
    """Explain and confirm the deletion of the account."""
    refusal = ""
    if request.method == "POST":
        try:
            name, email, origin = request.user.name, request.user.email, of_request(request)
            people.delete_account(by=request.user)
            instance_audit.note(request, Action.DELETED_THE_ACCOUNT, about=request.user)
        except Refused as refused:
            refusal = str(refused)
        else:
            logout(request)
            notices.tell(User(name=name, email=email), "deleted", origin=origin)
            messages.success(request, _("Your account is deleted."))
            return redirect("home")
    return render(
        request,
        "accounts/delete_account.html",
        {
            "refusal": refusal,
            "waiting": queries.organisations_needing_an_owner(request.user),
            "ending": open_grants(*queries.memberships_of(request.user)),
            "going": queries.organisations_going_with(request.user),
        },
    )
