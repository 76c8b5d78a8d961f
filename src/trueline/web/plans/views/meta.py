"""The plans of an organisation beside each other: by criterion, as page, workbook and picture."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from trueline.plan import PLAN
from trueline.reports.exports.export import XLSX
from trueline.reports.plan.meta import meta_head, meta_note, meta_rows, meta_workbook
from trueline.reports.plan.meta_picture import meta_picture
from trueline.reports.printable import printable
from trueline.review.plan_audit.meta import MetaReview, meta_review
from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.models import Organisation
from trueline.web.documents.selection import Selection
from trueline.web.library.edition import toolkit_in_use

MOST = 50
"""Plans that stand in one table."""


def _meta_review(selection: Selection) -> MetaReview:
    return meta_review(map(printable, selection.documents), toolkit_in_use())


@in_organisation(permission="read")
@require_safe
def page(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The table and the picture of the selected plans, or of all."""
    selection = Selection(organisation, PLAN.name, MOST, request.GET)
    review = _meta_review(selection) if selection.records else None
    context = {
        "organisation": organisation,
        "selection": selection,
        "review": review,
        "most": MOST,
        "head": meta_head(review) if review else (),
        "rows": [*meta_rows(review)] if review else (),
        "note": meta_note(),
        "picture": mark_safe(meta_picture(review)) if review else "",
    }
    return render(request, "plans/meta.html", context)


@in_organisation(permission="read")
@require_safe
def workbook(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The same table as a workbook."""
    review = _meta_review(Selection(organisation, PLAN.name, MOST, request.GET))
    return _file(meta_workbook(review), XLSX, "meta-review.xlsx")


@in_organisation(permission="read")
@require_safe
def picture(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The picture as a file of its own."""
    review = _meta_review(Selection(organisation, PLAN.name, MOST, request.GET))
    return _file(meta_picture(review).encode(), "image/svg+xml", "meta-review.svg")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
