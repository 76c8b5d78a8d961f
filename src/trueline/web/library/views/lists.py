"""Pages that list: the overview, evidence, further reading, terms."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trueline.web.library import queries
from trueline.web.library.edition import toolkit_in_use
from trueline.web.library.pages import library_page


@library_page
def overview(request: HttpRequest) -> HttpResponse:
    """The way in: the sections, and what else there is."""
    toolkit = toolkit_in_use()
    return render(
        request,
        "library/overview.html",
        {
            "toolkit": toolkit,
            "first": queries.shelves(toolkit, "I"),
            "second": queries.shelves(toolkit, "II"),
        },
    )


@library_page
def evidence(request: HttpRequest) -> HttpResponse:
    """All footnotes of the source."""
    return render(request, "library/evidence_list.html", {"toolkit": toolkit_in_use()})


@library_page
def reading(request: HttpRequest) -> HttpResponse:
    """Our guides, and further reading by topic."""
    toolkit = toolkit_in_use()
    return render(
        request, "library/reading.html", {"toolkit": toolkit, "topics": queries.reading(toolkit)}
    )


@library_page
def terms(request: HttpRequest) -> HttpResponse:
    """The lists of terms that designs are described with."""
    return render(request, "library/terms.html", {"toolkit": toolkit_in_use()})
