"""A version of a design as those see it who were sent a link. No account is needed."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from trueline.reports import ExportRequest
from trueline.review import emptiness, review
from trueline.web.accounts.access import View, open_to_all
from trueline.web.designs import exporting
from trueline.web.designs.downloads import begun, handed_over
from trueline.web.designs.jobs import TooMany
from trueline.web.designs.models import ShareLink
from trueline.web.designs.reading_page import reading_page
from trueline.web.designs.sharing import design_shown, link_with
from trueline.web.library.edition import toolkit_in_use

LONGEST_WAIT = 15.0
"""Seconds for which somebody with a link waits for a file; a page to wait on would need an account."""


def by_link(view: View) -> View:
    """A view reached by the secret of a link; it gets the `ShareLink`, open.

    A link that ended says so, plainly; a secret that never was one is not found. Neither the page
    nor its address goes anywhere: no index, no cache, no referrer.
    """

    @open_to_all
    @require_safe
    @wraps(view)
    def inner(request: HttpRequest, secret: str, *args: Any, **kwargs: Any) -> HttpResponse:
        link = link_with(secret)
        if link is None:
            raise Http404
        if _opens(link):
            response = view(request, link, *args, secret=secret, **kwargs)
        else:
            response = _ended(request, link)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        response["Cache-Control"] = "private, no-store"
        return response

    return inner


def _opens(link: ShareLink | None) -> bool:
    return link is not None and link.is_open() and link.upheld


def _ended(request: HttpRequest, link: ShareLink) -> HttpResponse:
    return render(request, "designs/shared_ended.html", {"link": link}, status=410)


@by_link
def shared(request: HttpRequest, link: ShareLink, *, secret: str) -> HttpResponse:
    """The version to read, with its review where the link says so."""
    revision, design, toolkit = link.revision, design_shown(link), toolkit_in_use()
    on = revision.at.date()
    page = reading_page(revision, design, toolkit, request.GET.get("chapter", ""))
    with_review = link.with_review and page.ends
    findings = review(design, toolkit, on=on) if with_review else ()
    return render(request, "designs/shared.html", {
        "link": link, "secret": secret, "design": design, "revision": revision,
        "organisation": revision.design.organisation,
        "exports": exporting.offered(with_review=link.with_review),
        "reading": page.html, "with_review": with_review,
        "findings": findings, "emptiness": emptiness(design, findings),
    })  # fmt: skip


@by_link
def export(request: HttpRequest, link: ShareLink, name: str, *, secret: str) -> HttpResponse:
    """A file made of the version. The review is in it only where the link says so."""
    design, toolkit = design_shown(link), toolkit_in_use()
    on = link.revision.at.date()
    findings = review(design, toolkit, on=on) if link.with_review else None
    order = ExportRequest(design, toolkit, findings, on=on)
    file = exporting.file_of(order, name, with_review=link.with_review)
    if file is None:
        raise Http404
    try:
        job = begun(file, owner=str(link.pk), patience=LONGEST_WAIT)
    except TooMany:
        job = None
    if job is None or job.content is None:
        return render(request, "designs/shared_busy.html", {"secret": secret}, status=503)
    if not _opens(link_with(secret)):  # it may have ended while the file was made
        return _ended(request, link)
    return handed_over(job)
