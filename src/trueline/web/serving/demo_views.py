"""The way into a demonstration: a link that lets a visitor choose a person to act as."""

from __future__ import annotations

import hmac

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from trueline.web.accounts.access import open_to_all, repeatable
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import EXPLAINED
from trueline.web.monitoring.models import MonitoredIndicator
from trueline.web.serving.demo_folder import demo_secret

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@repeatable
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Choose a person to act as. Not found outside a demonstration, or with another secret."""
    demo_key = demo_secret(settings.INSTANCE.folder) if settings.INSTANCE.demo else ""
    if not demo_key or not hmac.compare_digest(demo_key.encode(), secret.encode()):
        raise Http404
    members = Membership.objects.select_related("user", "organisation").order_by(
        "organisation__created", "pk"
    )
    if request.method == "POST":
        chosen = request.POST.get("person", "")
        person = next((member.user for member in members if str(member.user_id) == chosen), None)
        if person is None:
            raise Http404
        logout(request)
        login(request, person, backend=BACKEND)
        return redirect(_first_page(person))
    people = [(member, EXPLAINED[member.role]) for member in members]
    return render(request, "accounts/demo.html", {"people": people})


def _first_page(person: User) -> str:
    """The figures of their organisation where it has any, else the start page."""
    measured = MonitoredIndicator.objects.filter(
        retired=None, document__organisation__memberships__user=person
    )
    organisation = measured.values_list("document__organisation", flat=True).first()
    return reverse("monitoring:portfolio", args=[organisation]) if organisation else reverse("home")
