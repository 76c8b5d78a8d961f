"""Pages that belong to no app: choices of look and language, and errors."""

from __future__ import annotations

import sys
from datetime import date

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST, require_safe

from trueline.web import patience
from trueline.web.accounts.access import open_to_all, repeatable
from trueline.web.accounts.models import User
from trueline.web.accounts.second_step_rule import SecondStepNeeded
from trueline.web.config.alone import drawn_alone
from trueline.web.config.context import THEMES, YEAR
from trueline.web.config.database_trouble import database_trouble
from trueline.web.config.style_samples import samples
from trueline.web.config.uploads import too_large
from trueline.web.idempotency import interrupted


@open_to_all
def style(request: HttpRequest) -> HttpResponse:
    """The design system, each component shown."""
    return render(request, "style.html", samples())


TESTED = date(2026, 11, 26)
"""The day on which what the statement says was last looked at as a whole."""


@open_to_all
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "accessibility.html", {"tested": TESTED})


@repeatable
@open_to_all
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Store the choice of light, dark or the device's theme in a cookie."""
    response = HttpResponseRedirect(_back(request))
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie(
            settings.THEME_COOKIE_NAME,
            theme,
            max_age=YEAR,
            path=settings.COOKIE_PATH,
            samesite="Lax",
            secure=settings.INSTANCE.https,
        )
    else:
        response.delete_cookie(settings.THEME_COOKIE_NAME, path=settings.COOKIE_PATH)
    return response


@repeatable
@open_to_all
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language in a cookie, and with the account if there is one."""
    response = HttpResponseRedirect(_back(request))
    language = request.POST.get("language", "")
    if check_for_language(language) and language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=YEAR,
            path=settings.COOKIE_PATH,
            samesite="Lax",
            secure=settings.INSTANCE.https,
        )
        if request.user.is_authenticated:
            User.objects.filter(pk=request.user.pk).update(language=language)
    return response


def _back(request: HttpRequest) -> str:
    """The page that the visitor came from, if it is one of ours."""
    next_url = request.POST.get("next", "") or request.headers.get("Referer", "")
    allowed = url_has_allowed_host_and_scheme(
        next_url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return next_url if allowed else reverse("home")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, SessionInterrupted):  # signed out elsewhere, in this very moment
        return redirect(
            f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"
        )
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)):
        return too_large(request)
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, SecondStepNeeded):
        context = {"organisation": exception.organisation}
        return render(request, "accounts/second_step_needed.html", context, status=403)
    return render(request, "errors/403.html", {"reason": str(exception)}, status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: most often left open for long, or cookies are blocked."""
    if interrupted.is_interrupted(request):
        return interrupted.ask_to_sign_in(request)
    if again := interrupted.offer_again(request):
        return again
    return render(request, "errors/form_expired.html", status=403)


def too_many_attempts(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/429.html", status=429)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    error = sys.exc_info()[1]
    if error is not None and patience.is_trouble(error):
        return database_trouble(request, error)
    return HttpResponse(drawn_alone("errors/500.html"), status=500)
