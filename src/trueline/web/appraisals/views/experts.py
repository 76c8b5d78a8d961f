"""Assessors' own expertise."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.web.accounts.access import for_people
from trueline.web.appraisals.actions.assigning import say_expertise
from trueline.web.appraisals.forms.expertise import ExpertiseForm
from trueline.web.appraisals.models import Expertise


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def expertise(request: HttpRequest) -> HttpResponse:
    """Edit one's own expertise."""
    own_expertise = Expertise.objects.filter(user=request.user).first()
    form = ExpertiseForm(own_expertise, request.POST or None)
    if request.method == "POST" and form.is_valid():
        say_expertise(form.values, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("appraisals:expertise")
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/expertise.html", {"form": form}, status=status)
