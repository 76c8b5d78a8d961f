"""Quotes a plan in its own words."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.review import audits
from trueline.review.audits import Answer

SILENT = gettext_noop("{label}: the plan does not say.")


def in_words(label: str, text: str, ref: str = "") -> Answer:
    """The text of a field of the plan, under its label; or that it says nothing."""
    return audits.in_words(label, text, ref, silent=SILENT)
