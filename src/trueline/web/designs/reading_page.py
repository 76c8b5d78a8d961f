"""The reading page of a revision, made once: a revision never changes."""

from __future__ import annotations

from collections import OrderedDict

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from trueline.toolkit import Toolkit
from trueline.web.designs.models import Revision
from trueline.web.designs.reading import reading
from trueline.web.designs.store import design_in

MOST_KEPT = 32

_kept: OrderedDict[tuple[object, ...], SafeString] = OrderedDict()
"""By design, revision and language; the one not asked for longest goes first."""


def reading_page(revision: Revision, toolkit: Toolkit) -> SafeString:
    """The chapters of a revision as HTML."""
    key = (revision.design_id, revision.number, get_language(), toolkit.head.edition)
    page = _kept.pop(key, None)
    if page is None:
        chapters = reading(revision.design, design_in(revision), toolkit)
        page = render_to_string("designs/reading.html", {"reading": chapters})
    _kept[key] = page
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return page
