"""Pages that are drawn without the visitor, who is looked up in the database: that may have failed."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi


def drawn_alone(template: str, context: dict[str, Any] | None = None) -> str:
    """The rendered page, in the visitor's language."""
    direction = "rtl" if get_language_bidi() else "ltr"
    defaults = {"LANGUAGE_CODE": get_language(), "direction": direction, "home": reverse("home")}
    return render_to_string(template, defaults | (context or {}))
