"""Serves pages of the library: to everybody, read only, kept for a while by browsers."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from trueline.web.accounts.access import View, open_to_all

MAX_AGE = 600
"""Seconds for which a visitor's own browser may show a page again without asking."""


def library_page(view: View) -> View:
    """A page of the library. What it says changes with the installed edition alone.

    The frame around it changes with look, language and account, all of which are cookies. While the
    database does not answer, it is shown without the account.
    """

    @open_to_all
    @require_safe
    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200 and not request.user.is_authenticated:
            response.setdefault("Cache-Control", f"private, max-age={MAX_AGE}")
            patch_vary_headers(response, ("Cookie", "Accept-Language"))
        return response

    served.needs_no_database = True  # type: ignore[attr-defined]
    return served
