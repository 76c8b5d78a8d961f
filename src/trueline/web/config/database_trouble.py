"""While the database does not answer, pages that need none work; others explain it and keep the form."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.urls import resolve

from trueline.web import patience
from trueline.web.config.alone import drawn_alone
from trueline.web.idempotency.written import is_secret, typed

RETRY_AFTER = "10"


class DatabaseTroubleMiddleware:
    """Stands outside of all that knows the visitor, who is looked up in the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if patience.is_short() and _needs_no_database(request):
            return self._for_anybody(request)
        with patience.turn():
            response = self.get_response(request)
        if not hasattr(request, "database_trouble"):
            patience.answered()
            return response
        return self._for_anybody(request) if _needs_no_database(request) else response

    def _for_anybody(self, request: HttpRequest) -> HttpResponse:
        """A page as visitors see it who have not signed in; not to be kept."""
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        for cached in ("_cached_user", "_acached_user", "session", "user"):
            request.__dict__.pop(cached, None)
        request.without_database = True
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        return response


def _needs_no_database(request: HttpRequest) -> bool:
    if request.method not in ("GET", "HEAD"):
        return False
    try:
        view = resolve(request.path_info).func
    except Http404:
        return False
    return getattr(view, "needs_no_database", False)


def database_trouble(request: HttpRequest, error: BaseException) -> HttpResponse:
    """Says that the database does not answer, and keeps what somebody wrote, to be sent again."""
    patience.note(error)
    request.database_trouble = True
    request.user = AnonymousUser()  # who else looks at the answer need not ask again
    written, hidden = _form(request)
    context = {"written": written, "hidden": hidden, "again": request.get_full_path()}
    response = HttpResponse(drawn_alone("errors/503.html", context), status=503)
    response["Retry-After"] = RETRY_AFTER
    response["Cache-Control"] = "no-store"
    return response


def _form(request: HttpRequest) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The typed values, and all fields to send the form again, if they may be shown."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return [], []
    try:
        fields = [(name, one) for name in request.POST for one in request.POST.getlist(name)]
        files = bool(request.FILES)
    except (UnreadablePostError, SuspiciousOperation):
        return [], []
    visible = [(name, value) for name, value in typed(request) if not is_secret(name)]
    whole = not files and not any(is_secret(name) for name, _value in fields)
    return visible, fields if whole else []
