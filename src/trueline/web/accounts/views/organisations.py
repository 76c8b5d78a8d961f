"""An organisation: its members for everybody in it, its settings for owners."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.web.accounts import queries
from trueline.web.accounts.access import for_people, in_organisation
from trueline.web.accounts.actions import organisations
from trueline.web.accounts.forms import DeleteOrganisationForm, OrganisationForm
from trueline.web.accounts.models import Organisation
from trueline.web.accounts.protection import instance_audit, notices
from trueline.web.accounts.protection.reauthentication import confirmed, way_to_confirm
from trueline.web.accounts.roles import EXPLAINED, Role
from trueline.web.audit.models import Action
from trueline.web.lists import Choice, Filter, page_of


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        created = organisations.create(
            by=request.user,
            name=form.cleaned_data["name"],
            time_zone=form.cleaned_data["time_zone"],
        )
        messages.success(request, _("%(name)s is set up.") % {"name": created})
        return redirect("accounts:organisation", created.pk)
    return render(request, "accounts/new_organisation.html", {"form": form})


@in_organisation(permission="read")
@require_safe
def organisation(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Who is in it, and in which role: a page at a time of those looked for."""
    role = Choice("role", _("Role"), list(Role.choices))
    member_filter = Filter.of(request.GET, role)
    members = member_filter.holding(queries.members_of(organisation), "user__name", "user__email")
    if member_filter.chosen("role"):
        members = members.filter(role=member_filter.chosen("role"))
    return render(
        request,
        "accounts/organisation.html",
        {
            "organisation": organisation,
            "here": "members",
            "filter": member_filter,
            "page": page_of(members, request.GET),
            "roles": [(role.label, EXPLAINED[role]) for role in Role],
        },
    )


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Its name, its export, its end."""
    form = OrganisationForm(request.POST or None, instance=organisation)
    if request.method == "POST" and form.is_valid():
        organisations.rename(
            by=request.user,
            organisation=organisation,
            name=form.cleaned_data["name"],
            time_zone=form.cleaned_data["time_zone"],
        )
        messages.success(request, _("Saved."))
        return redirect("accounts:settings", organisation.pk)
    organisation.refresh_from_db()
    return render(
        request,
        "accounts/settings.html",
        {
            "organisation": organisation,
            "form": form,
            "here": "settings",
            "confirm": way_to_confirm(
                request, reverse("accounts:settings", args=[organisation.pk])
            ),
        },
    )


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def delete(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Explain the deletion, and delete the organisation once its name is typed."""
    form = DeleteOrganisationForm(organisation, request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, owners = organisation.name, list(queries.owners_of(organisation))
        organisations.delete(by=request.user, organisation=organisation)
        instance_audit.note(request, Action.DELETED_AN_ORGANISATION, about=request.user)
        notices.tell_all(request, owners, "organisation_deleted", organisation=name)
        messages.success(request, _("%(name)s is deleted, with all its work.") % {"name": name})
        return redirect("home")
    return render(
        request, "accounts/delete_organisation.html", {"organisation": organisation, "form": form}
    )
