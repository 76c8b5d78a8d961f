"""Members of an organisation: their roles, and their leaving."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.web.accounts import queries
from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.actions import members, new_passwords
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.forms import KeepForm, MemberForm
from trueline.web.accounts.grants import open_grants
from trueline.web.accounts.models import Membership, Organisation
from trueline.web.accounts.protection import notices
from trueline.web.accounts.protection.ownership import confirm_ownership, tell_of_ownership
from trueline.web.accounts.protection.reauthentication import confirm_identity, way_to_confirm
from trueline.web.accounts.roles import Role


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, organisation: Organisation, member_id: int) -> HttpResponse:
    """A member's role, to be changed."""
    membership = _member(organisation, member_id)
    form = MemberForm(
        membership, request.user, request.POST or None, initial={"role": membership.role}
    )
    if request.method == "POST" and form.is_valid():
        role, was = Role(form.cleaned_data["role"]), membership.role
        confirm_ownership(request, was, role)
        try:
            members.change_role(
                by=request.user, member=membership, role=role, keep_open=form.grants_to_keep
            )
        except Refused as refused:
            form.add_error("role", str(refused))
        else:
            tell_of_ownership(request, membership, was, role)
            messages.success(request, _("Saved."))
            return redirect("accounts:organisation", organisation.pk)
    return render(
        request,
        "accounts/member.html",
        {"organisation": organisation, "membership": membership, "form": form},
    )


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest, organisation: Organisation, member_id: int) -> HttpResponse:
    """A link by which a member who can't sign in chooses a new password, shown this once."""
    membership, link = _member(organisation, member_id), ""
    why_not = new_passwords.refusal(request.user, membership)
    if request.method == "POST" and not why_not:
        confirm_identity(request)
        path = new_passwords.give_password_link(by=request.user, member=membership)
        link = request.build_absolute_uri(path)
        notices.tell_by(
            request,
            membership.user,
            "password_link_given",
            organisation=organisation,
            who=request.user,
        )
    context = {
        "organisation": organisation,
        "membership": membership,
        "refusal": why_not,
        "made": link,
        "confirm": way_to_confirm(request, request.path),
    }
    response = render(request, "accounts/new_password.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, organisation: Organisation, member_id: int) -> HttpResponse:
    """Show what ends with a membership, choose what to keep, and end it."""
    membership = _member(organisation, member_id)
    form = KeepForm(membership, request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        confirm_ownership(request, membership.role)
        try:
            members.remove(by=request.user, member=membership, keep_open=form.grants_to_keep)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("accounts:member", organisation.pk, member_id)
        tell_of_ownership(request, membership, membership.role, None)
        messages.success(request, _("%(name)s is no longer a member.") % {"name": membership.user})
        mine = membership.user_id == request.user.pk
        return redirect("home") if mine else redirect("accounts:organisation", organisation.pk)
    return render(
        request,
        "accounts/remove_member.html",
        {
            "organisation": organisation,
            "membership": membership,
            "form": form,
            "ending": [
                one
                for one in open_grants(membership)
                if not (one.keepable and "keep" in form.fields)
            ],
        },
    )


@in_organisation(permission="read", leaving=True)
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Leave an organisation oneself."""
    refusal = ""
    if request.method == "POST":
        confirm_ownership(request, request.member.role)
        try:
            members.remove(by=request.user, member=request.member)
        except Refused as refused:
            refusal = str(refused)
        else:
            tell_of_ownership(request, request.member, request.member.role, None)
            messages.success(request, _("You have left %(name)s.") % {"name": organisation})
            return redirect("home")
    return render(
        request,
        "accounts/leave.html",
        {"organisation": organisation, "refusal": refusal, "ending": open_grants(request.member)},
    )


leave.access = "organisation:leave"  # type: ignore[attr-defined] # every member may, whatever the role


def _member(organisation: Organisation, member_id: int) -> Membership:
    membership = queries.members_of(organisation).filter(pk=member_id).first()
    if membership is None:
        raise Http404
    return membership
