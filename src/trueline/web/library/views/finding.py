"""Finding things: by words, and indicators by what they measure."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trueline.language.terms import ENTRY, LEVEL, MEASURE, MEASURES
from trueline.toolkit import search as hits_for
from trueline.toolkit.search import understood_as
from trueline.web.library import indicator_filter
from trueline.web.library.edition import toolkit_in_use
from trueline.web.library.pages import library_page
from trueline.web.lists import page_of

ALL = 2_000
"""As many as could ever match; pages show them a few at a time."""
LONGEST = 200
KINDS = ("lesson", "question", "category", "indicator", "evidence", "resource", "term")
"""Kinds that a search can be narrowed to."""


@library_page
def search(request: HttpRequest) -> HttpResponse:
    """Search results, best first, with the words marked."""
    toolkit = toolkit_in_use()
    words = request.GET.get("words", "").strip()[:LONGEST]
    section, kind = request.GET.get("section", ""), request.GET.get("kind", "")
    hits = hits_for(toolkit, words, section=section or None, kind=kind or None, limit=ALL)
    page = page_of(hits, request.GET)
    query = urlencode({"words": words, "section": section, "kind": kind})
    return render(
        request,
        "library/search.html",
        {
            "toolkit": toolkit,
            "words": words,
            "chosen_section": section,
            "chosen_kind": kind,
            "kinds": {kind: ENTRY.label(kind) for kind in KINDS},
            "understood_as": understood_as(toolkit, words),
            "page": page,
            "query": f"{query}&",
        },
    )


@library_page
def indicators(request: HttpRequest) -> HttpResponse:
    """The indicators, narrowed by what they measure; each choice has an address of its own."""
    toolkit = toolkit_in_use()
    chosen = indicator_filter.chosen_from(request.GET)
    groups = indicator_filter.matching_groups(toolkit, chosen)
    sections = [section for section in toolkit.sections if toolkit.categories(section.id)]
    return render(
        request,
        "library/indicators.html",
        {
            "toolkit": toolkit,
            "chosen": chosen,
            "groups": groups,
            "count": sum(len(group.indicators) for group in groups),
            "sections": sections,
            "categories": [(section, toolkit.categories(section.id)) for section in sections],
            "levels": dict(LEVEL.choices()),
            "measures": dict(MEASURE.choices()),
            "measured": dict(MEASURES.choices()),
        },
    )
