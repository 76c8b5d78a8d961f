"""The reading page of a revision, made once: a revision never changes."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from trueline.toolkit import Toolkit
from trueline.web.designs.kept_html import kept_html
from trueline.web.designs.models import Revision
from trueline.web.designs.reading import reading
from trueline.web.designs.store import design_in


def reading_page(revision: Revision, toolkit: Toolkit) -> SafeString:
    """The chapters of a revision as HTML."""
    key = ("reading", revision.design_id, revision.number, get_language(), toolkit.head.edition)
    return kept_html(key, lambda: _made(revision, toolkit))


def _made(revision: Revision, toolkit: Toolkit) -> SafeString:
    chapters = reading(revision.design, design_in(revision), toolkit)
    return render_to_string("designs/reading.html", {"reading": chapters})
