"""A form that came after its session had ended: kept until its person has signed in, then offered.

It lies in the session of this browser and names the person whom its one-time key was made for, so
that nobody else is shown it, here or elsewhere.
"""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from trueline.web.accounts.access import for_people
from trueline.web.idempotency.keys import FIELD, NOBODY, owner_of
from trueline.web.idempotency.written import HIDDEN_FIELDS, is_secret

SESSION_KEY = "interrupted"
"""The session's key for it."""
LASTS = 24 * 3600
LARGEST = 200_000
"""Letters of a form that are kept, its fields' names included."""


def is_interrupted(request: HttpRequest) -> bool:
    """Whether somebody wrote this form who is not signed in any more."""
    is_form = request.method == "POST" and not request.user.is_authenticated
    return is_form and owner_of(request.POST.get(FIELD, "")) not in ("", NOBODY)


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Store a form, and redirect to the page that explains why to sign in again."""
    onward = page_of(request)
    if _can_be_stored(request):
        request.session[SESSION_KEY] = {
            "owner": owner_of(request.POST[FIELD]),
            "path": request.get_full_path(),
            "page": onward,
            "at": time.time(),
            **_fields(request),
        }
        onward = reverse("resume")
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': onward})}")


def _fields(request: HttpRequest) -> dict[str, Any]:
    """Everything that was filled in, and of it what was typed."""
    own = ("csrfmiddlewaretoken", FIELD)
    pairs = [(n, v) for n, values in request.POST.lists() for v in values if n not in own]
    typed = [value for name, value in pairs if value and name not in HIDDEN_FIELDS]
    return {"fields": pairs, "typed": typed}


def _can_be_stored(request: HttpRequest) -> bool:
    names = [*request.POST]
    length = sum(len(n) + len(v) for n, values in request.POST.lists() for v in values)
    return length <= LARGEST and not request.FILES and not any(map(is_secret, names))


def page_of(request: HttpRequest) -> str:
    """The page with the form, as far as the browser sends it."""
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(came_from, allowed_hosts={request.get_host()}):
        parts = urlsplit(came_from)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return request.path


@for_people
def resume(request: HttpRequest) -> HttpResponse:
    """Offer the form that was interrupted to whoever wrote it. A script presses its button."""
    interrupted = request.session.get(SESSION_KEY)
    if interrupted is None:
        return redirect("home")
    if interrupted["owner"] != str(request.user.pk) or time.time() - interrupted["at"] > LASTS:
        del request.session[SESSION_KEY]
        return redirect("home")
    return render(request, "resume.html", {**interrupted, "is_pressed": True})


def offer_again(request: HttpRequest) -> HttpResponse | None:
    """A form whose token has changed since it was opened, to be sent once more by its person."""
    if owner_of(request.POST.get(FIELD, "")) != str(request.user.pk or NOBODY) or request.FILES:
        return None
    context = {"path": request.get_full_path(), "page": page_of(request), **_fields(request)}
    return render(request, "resume.html", context, status=403)


def forget(request: HttpRequest) -> None:
    """Forget an interrupted form that has been saved."""
    if SESSION_KEY in request.session:
        del request.session[SESSION_KEY]
