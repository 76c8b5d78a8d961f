"""The documents that somebody can reach as a table, by kind or all together; views of it that are kept."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.document import kind_named, kinds
from trueline.web.accounts.access import for_people
from trueline.web.accounts.queries import memberships_of
from trueline.web.documents.edit_view import say
from trueline.web.documents.kind_pages import pages_of
from trueline.web.documents.models import SavedFilter
from trueline.web.documents.portfolio import files, filters
from trueline.web.documents.portfolio.table import Portfolio, PortfolioFilter
from trueline.web.documents.removed_rows import rows_to_keep, undo_of_removal
from trueline.web.tables import csv_text

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@for_people
@require_safe
def any_kind(request: HttpRequest) -> HttpResponse:
    """The list of the first kind, for those who shorten the address of a document."""
    return redirect("documents:list", kinds()[0].name)


@for_people
@require_safe
def documents(request: HttpRequest, kind: str) -> HttpResponse:
    """The documents of a kind of the organisations that the visitor belongs to."""
    context = portfolio_context(request, kind=kind)
    context |= {"kind": kind_named(kind), "beside": pages_of(kind).of_organisation}
    return render(request, "documents/list.html", context)


def portfolio_context(request: HttpRequest, *, kind: str = "") -> dict[str, Any]:
    """The context of the table, on a page of one kind or on that of all."""
    portfolio = Portfolio(request.user, PortfolioFilter.of(request.GET, kind=kind))
    there = {one.pk for one in portfolio.memberships}
    waiting = [one for one in memberships_of(request.user) if one.pk not in there]
    return {
        "portfolio": portfolio,
        "page": portfolio.page(request.GET.get("page")),
        "here": request.path,
        "filters": filters.filters_of(request.user, kind),
        "waiting": waiting,
        "many_kinds": not kind and len(kinds()) > 1,
        "kinds": kinds(),
    }


def _portfolio(request: HttpRequest) -> Portfolio:
    return Portfolio(request.user, PortfolioFilter.of(request.GET))


@for_people
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The rows that were asked for as CSV."""
    text = csv_text(files.columns(), files.lines(_portfolio(request)))
    return _file(text, "text/csv; charset=utf-8", "csv")


@for_people
@require_safe
def as_workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    return _file(files.workbook(_portfolio(request)), WORKBOOK, "xlsx")


def _file(content: str | bytes, media_type: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="portfolio.{ending}"'
    return response


@for_people
@require_POST
def keep_filter(request: HttpRequest) -> HttpResponse:
    """Keep what the table shows under a name; the same name once more puts it in its place."""
    kind = request.POST.get("kind", "")
    kind = kind if kind in {each.name for each in kinds()} else ""
    query = QueryDict(request.POST.get("query", "")[: filters.LONGEST_QUERY])
    filter_ = PortfolioFilter.of(query, kind=kind)
    saved = filters.keep(
        request.user, name=request.POST.get("name", ""), kind=kind, query=filter_.query
    )
    say(request, _("Kept. You find it above the table.") if saved else _("Give it a name first."))
    return redirect(f"{_page_of(kind)}?{filter_.query}")


@for_people
@require_POST
def remove_filter(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Forget a view of the table that was kept."""
    saved = get_object_or_404(SavedFilter, pk=filter_id, user=request.user)
    rows, back = rows_to_keep([saved]), _page_of(saved.kind)
    saved.delete()
    undo = undo_of_removal(request, rows, back=back)
    say(request, _("Removed from the list of what you keep."), undo=undo)
    return redirect(back)


def _page_of(kind: str) -> str:
    """The page that the table of a kind stands on; that of all kinds is the start."""
    return reverse("documents:list", args=[kind]) if kind else reverse("home")


@for_people
@require_safe
def moved(request: HttpRequest, kind: str, document_id: uuid.UUID, rest: str = "") -> HttpResponse:
    """Addresses of version 0.1.0 lead to where the page is now."""
    query = request.GET.copy()
    if "activity" in query:
        query["item"] = query.pop("activity")[0]
    page = f"{reverse('documents:overview', args=[document_id])}{rest}"
    return redirect(f"{page}?{query.urlencode()}" if query else page, permanent=True)
