"""The sign between a label and what it says, as each language sets it."""

from __future__ import annotations

from django.template import Library
from django.utils.translation import pgettext

register = Library()


@register.simple_tag
def colon() -> str:
    """A colon; French sets a space before it that no line is broken at."""
    return pgettext("between a label and what it says", ":")
