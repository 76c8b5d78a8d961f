"""An organisation's rule that its members sign in with a second step."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.web.accounts import queries
from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.actions import organisations
from trueline.web.accounts.forms import SecondStepForm
from trueline.web.accounts.models import Organisation
from trueline.web.accounts.protection import notices
from trueline.web.accounts.protection.reauthentication import confirmed


@in_organisation(permission="manage")
@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def second_step(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Whether it is required, with how many days of grace; who has none yet."""
    form = SecondStepForm(organisation, request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        days = form.cleaned_data["days"]
        organisations.require_second_step(by=request.user, organisation=organisation, days=days)
        if days is not None:
            without = queries.members_without_second_step(organisation)
            people = [member.user for member in without if member.user_id != request.user.pk]
            notices.tell_all(
                request, people, "second_step_asked", organisation=organisation, days=days
            )
        messages.success(request, _("Saved."))
        return redirect("accounts:second_step", organisation.pk)
    return render(
        request,
        "accounts/second_step.html",
        {
            "organisation": organisation,
            "form": form,
            "without": queries.members_without_second_step(organisation),
        },
    )
