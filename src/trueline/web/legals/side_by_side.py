"""The pages of legal reviews side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from trueline.legal import LEGAL
from trueline.reports.exports.export import XLSX
from trueline.reports.legal.side_by_side import (
    differing,
    head_of,
    note,
    rows_of,
    side_by_side,
    side_by_side_workbook,
)
from trueline.reports.values import COUNTRIES, terms_in
from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.models import Organisation
from trueline.web.documents.selection import Selection
from trueline.web.legals.suggestions import SuggestedComparison, on_one_route, over_the_years
from trueline.web.library.edition import toolkit_in_use

MOST = 12
"""Reviews on a page, a column each; others follow on further pages."""
READ = 24
"""Reviews of the list that are read to see which are worth comparing."""


@in_organisation(permission="read")
@require_safe
def page(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The selected reviews item by item, or all page by page, with suggestions of what to compare."""
    selection = _selection(request, organisation)
    comparison = side_by_side(selection.documents)
    only = "differs" in request.GET
    read = selection.read(READ)
    names = terms_in(COUNTRIES, toolkit_in_use())

    def with_names(suggested: SuggestedComparison) -> tuple[list[str], SuggestedComparison]:
        return [names.get(code, code) for code in suggested.countries], suggested

    context = {
        "organisation": organisation,
        "selection": selection,
        "most": MOST,
        "looked_among": READ if len(selection.records) > READ else 0,
        "only": only,
        "head": head_of(comparison),
        "rows": rows_of(differing(comparison) if only else comparison),
        "note": note(),
        "years": [with_names(each) for each in over_the_years(read)],
        "routes": [with_names(each) for each in on_one_route(read)],
    }
    return render(request, "legals/side_by_side.html", context)


@in_organisation(permission="read")
@require_safe
def workbook(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The same table as a workbook, all pages in one."""
    selection = _selection(request, organisation)
    comparison = side_by_side(selection.documents_of_every)
    comparison = differing(comparison) if "differs" in request.GET else comparison
    response = HttpResponse(side_by_side_workbook(comparison), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="law-side-by-side.xlsx"'
    return response


def _selection(request: HttpRequest, organisation: Organisation) -> Selection:
    return Selection(organisation, LEGAL.name, MOST, request.GET, in_pages=True)
