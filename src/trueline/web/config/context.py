"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_bidi

from trueline.document import kinds

THEMES = ("light", "dark")


def site(request: HttpRequest) -> dict[str, Any]:
    """The theme a visitor chose, the direction of the language, and which doors are open."""
    theme = request.COOKIES.get(settings.THEME_COOKIE_NAME, "")
    return {
        "theme": theme if theme in THEMES else "",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "instance": settings.INSTANCE,
        "document_kinds": kinds(),
    }
