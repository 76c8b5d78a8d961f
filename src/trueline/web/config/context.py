"""The context of every page."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_bidi

from trueline.document import kinds
from trueline.web.accounts.shared_computer import SHARED
from trueline.web.idempotency.keys import drafts_of

THEMES = ("light", "dark")
YEAR = 365 * 24 * 3600


def site(request: HttpRequest) -> dict[str, Any]:
    """The theme a visitor chose, the direction of the language, which doors are open, and whose
    drafts the browser may keep."""
    theme = request.COOKIES.get(settings.THEME_COOKIE_NAME, "")
    return {
        "theme": theme if theme in THEMES else "",
        "theme_cookie": {
            "name": settings.THEME_COOKIE_NAME,
            "path": settings.COOKIE_PATH,
            "age": YEAR,
        },
        "direction": "rtl" if get_language_bidi() else "ltr",
        "instance": settings.INSTANCE,
        "document_kinds": kinds(),
        "drafts_of": partial(drafts_of, request),
        "keeps_drafts": lambda: not request.session.get(SHARED),
    }
