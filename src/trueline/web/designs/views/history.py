"""What happened to a design: revisions, what changed between two, and going back to one."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from trueline.web.designs import store
from trueline.web.designs.access import in_design
from trueline.web.designs.changes import ReadableChange, changes
from trueline.web.designs.models import DesignRecord, Revision
from trueline.web.designs.naming import named
from trueline.web.designs.queries_history import history as history_of
from trueline.web.designs.reading_page import reading_page
from trueline.web.designs.restoring import restore as restore_revision
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.places import place_url
from trueline.web.library.edition import toolkit_in_use

CHANGES_ON_A_PAGE = 100


@in_design(may="read")
@require_safe
def history(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """All revisions, newest first."""
    design = store.design_of(record)
    shown = history_of(record, design, toolkit_in_use(), request.GET.get("page", "1"))
    return design_page(request, record, "", "designs/history.html", {"history": shown})


@in_design(may="read")
@require_safe
def compare(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """What changed between two revisions; named in either order, the older one comes first."""
    numbers = sorted(_number(request.GET.get(name)) for name in ("older", "newer"))
    older, newer = (_revision(record, number) for number in numbers)
    found = changes(store.design_in(older), store.design_in(newer), toolkit_in_use())
    page = Paginator(found, CHANGES_ON_A_PAGE).get_page(request.GET.get("page"))
    if "edit" in request.may:
        page.object_list = [_linked(record, change) for change in page.object_list]
    return design_page(
        request, record, "", "designs/compare.html",
        {"older": older, "newer": newer, "changes": page,
         "query": f"older={older.number}&newer={newer.number}&"},
    )  # fmt: skip


def _linked(record: DesignRecord, change: ReadableChange) -> ReadableChange:
    """The change with the way to its place, if that still stands in the design."""
    design = store.design_of(record)
    if change.address and named(design, change.address, toolkit_in_use()).there:
        return replace(change, url=place_url(record, design, change.address))
    return change


@in_design(may="read")
@require_safe
def revision(request: HttpRequest, record: DesignRecord, number: int) -> HttpResponse:
    """The design as it stood after one save, to read."""
    found = _revision(record, number)
    then = store.design_in(found)
    page = reading_page(found, then, toolkit_in_use(), request.GET.get("chapter", ""))
    return design_page(
        request, record, "", "designs/revision.html",
        {"revision": found, "then": then, "reading": page.html},
    )  # fmt: skip


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest, record: DesignRecord, number: int) -> HttpResponse:
    """Ask, then make an earlier revision the present one."""
    found = _revision(record, number)
    if request.method == "POST":
        saved = restore_revision(record, number=number, by=request.user)
        said = gettext("The design is as it was in revision %(number)s. This is revision %(now)s.")
        messages.success(request, said % {"number": number, "now": saved.revision})
        return redirect("designs:history", record.pk)
    found_changes = changes(store.design_of(record), store.design_in(found), toolkit_in_use())
    return design_page(
        request, record, "", "designs/restore.html",
        {"revision": found, "count": len(found_changes), "changes": found_changes[:20]},
    )  # fmt: skip


def _revision(record: DesignRecord, number: int) -> Revision:
    found = record.revisions.select_related("author").filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _number(text: str | None) -> int:
    """A revision's number from a query string. Raises Http404."""
    if text and text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise Http404
