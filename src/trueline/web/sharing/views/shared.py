"""A version of a document as those see it who were sent a link. No account is needed."""

from __future__ import annotations

import uuid
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from trueline.document import kind_named
from trueline.review import emptiness, review
from trueline.review.order import in_order
from trueline.web.accounts.access import View, open_to_all
from trueline.web.accounts.protection.networks import network_of
from trueline.web.documents import exports
from trueline.web.documents.reading.page import reading_page
from trueline.web.documents.tasks import Wish, ask_for_export
from trueline.web.library.edition import toolkit_in_use
from trueline.web.sharing.actions import document_shown, link_with
from trueline.web.sharing.models import ShareLink
from trueline.web.tasks.actions import Asker, TooMany
from trueline.web.tasks.downloads import VISITORS, handed_over, progress, waited_for
from trueline.web.tasks.queries import request_of


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
    return render(request, "sharing/ended.html", {"link": link}, status=410)


@by_link
def shared(request: HttpRequest, link: ShareLink, *, secret: str) -> HttpResponse:
    """The version to read, with its review where the link says so."""
    revision, document, toolkit = link.revision, document_shown(link), toolkit_in_use()
    page = reading_page(revision, document, toolkit, request.GET.get("chapter", ""))
    with_review = link.with_review and page.ends
    kind = kind_named(revision.document.kind)
    findings = in_order(review(document, toolkit, on=revision.at.date())) if with_review else ()
    context = {
        "link": link,
        "secret": secret,
        "document": document,
        "title": document.title or gettext(kind.labels.untitled),
        "revision": revision,
        "organisation": revision.document.organisation,
        "exports": exports.offered(document.kind, with_review=link.with_review),
        "reading": page.html,
        "with_review": with_review,
        "findings": findings,
        "emptiness": emptiness(document, findings),
    }
    return render(request, "sharing/shared.html", context)


@by_link
def export(request: HttpRequest, link: ShareLink, name: str, *, secret: str) -> HttpResponse:
    """A file made of the version. The review is in it only where the link says so."""
    try:
        asked = ask_for_export(
            link.revision,
            Wish(
                name,
                link.revision.at.date(),
                with_review=link.with_review,
                offers_review=link.with_review,
            ),
            title=document_shown(link).title,
            owner=str(link.pk),
            asker=Asker.visitor(link.pk, network_of(request)),
        )
    except TooMany:
        return render(request, "sharing/busy.html", {"secret": secret}, status=503)
    if asked is None:
        raise Http404
    if not waited_for(asked, patience=VISITORS).file.made:
        return redirect("sharing:shared-file", secret, asked.pk)
    if not _opens(link_with(secret)):  # it may have ended while the file was made
        return _ended(request, link)
    return handed_over(asked)


@by_link
def file(request: HttpRequest, link: ShareLink, job_id: uuid.UUID, *, secret: str) -> HttpResponse:
    """The file once it is made, and until then how it is coming along."""
    asked = request_of(job_id, owner=str(link.pk))
    if asked is None:
        raise Http404
    if asked.file.made:
        return handed_over(asked)
    context = {**progress(asked), "secret": secret}
    return render(request, "sharing/file.html", context)
