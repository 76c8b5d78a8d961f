"""Asking who it is once more, without losing what was being done.

allauth asks, and afterwards does what was interrupted. Here: a form with a query in its address is
done too, several interrupted tabs keep apart, and no password that was typed lies in a session.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import (
    STATE_SESSION_KEY,
    is_reauthentication_required,
)
from allauth.account.utils import url_str_to_user_pk
from allauth.core.exceptions import ReauthenticationRequired
from allauth.core.internal.httpkit import serialize_request
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from trueline.web.accounts.models import User
from trueline.web.accounts.protection import snapshots
from trueline.web.accounts.protection.elsewhere import confirmed_elsewhere, way_to_sign_in_again

INTERRUPTED = "interrupted-forms"
TABS = 5
PAGES = ("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn")
"""Addresses where allauth asks."""

View = Callable[..., HttpResponse]


def confirm_identity(request: HttpRequest) -> None:
    """Ask who it is unless that was answered within five minutes. Ends the view if it has to ask."""
    if not is_confirmed(request):
        raise ReauthenticationRequired


def is_confirmed(request: HttpRequest) -> bool:
    """Whether it was answered within five minutes, here or by the provider of an account elsewhere."""
    if request.user.is_authenticated and not get_adapter().get_reauthentication_methods(
        request.user
    ):
        return not way_to_sign_in_again(request.user, "") or confirmed_elsewhere(request)
    return not is_reauthentication_required(request, app="")


def way_to_confirm(request: HttpRequest, onward: str) -> str:
    """The URL of the page that asks for confirmation, with the way back; "" if none is needed."""
    return "" if is_confirmed(request) else _page_that_asks(request, onward)


def _page_that_asks(request: HttpRequest, onward: str) -> str:
    methods = get_adapter().get_reauthentication_methods(request.user)
    if not methods:
        return way_to_sign_in_again(request.user, onward)
    return f"{methods[0]['url']}?{urlencode({'next': onward})}"


def confirmed(view: View) -> View:
    """A view whose form is for somebody who confirmed lately that it is them."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            confirm_identity(request)
        return view(request, *args, **kwargs)

    return inner


class ReauthenticationMiddleware:
    """Keeps what was interrupted, by address; notes how somebody signs in before it may change."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        restored = getattr(request, "restored", "")
        interrupted = request.session.get(INTERRUPTED, {})
        if (
            restored in interrupted and STATE_SESSION_KEY not in request.session
        ):  # answered, and done
            request.session[INTERRUPTED] = {k: v for k, v in interrupted.items() if k != restored}
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if request.method != "POST" or not _is_allauths(view):
            return
        if user := _whose(request, kwargs):
            request.signed_in_as_before = snapshots.take(user)
        if request.resolver_match and request.resolver_match.url_name in PAGES:
            _restore_form(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ReauthenticationRequired) or request.user.is_anonymous:
            return None
        onward = request.get_full_path()
        if request.method == "POST":
            onward = request.path
        page = _page_that_asks(request, onward)
        if page and request.method == "POST":
            _keep(request)
        return HttpResponseRedirect(page) if page else None


def _is_allauths(view: Any) -> bool:
    return getattr(view, "view_class", view).__module__.startswith("allauth.")


def _whose(request: HttpRequest, kwargs: dict[str, Any]) -> User | None:
    """Whose way to sign in the form may change: the visitor's, or that of a link to a new password."""
    if request.user.is_authenticated:
        return request.user
    try:
        return User.objects.filter(pk=url_str_to_user_pk(kwargs.get("uidb36", ""))).first()
    except ValueError:
        return None


def _keep(request: HttpRequest) -> None:
    posted = request.POST.copy()
    for name in [name for name in posted if "password" in name]:
        del posted[name]
    request.POST = posted
    form = json.loads(serialize_request(request))
    form["META"].pop("HTTP_COOKIE", None)
    interrupted = {**request.session.get(INTERRUPTED, {}), request.path: json.dumps(form)}
    request.session[INTERRUPTED] = dict([*interrupted.items()][-TABS:])


def _restore_form(request: HttpRequest) -> None:
    """Let allauth find the form that was interrupted at the address it leads back to."""
    interrupted = request.session.get(INTERRUPTED, {})
    onward = request.POST.get("next") or request.GET.get("next", "")
    if onward in interrupted:
        request.session[STATE_SESSION_KEY] = {"request": interrupted[onward]}
        request.restored = onward
