"""A version of a document as those see it who were sent a link. No account is needed."""

from __future__ import annotations

import uuid
from functools import wraps
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from trueline.document import Document, kind_named
from trueline.reports.labels import place_label
from trueline.reports.review import Reviewed
from trueline.reports.review.open_questions import OpenQuestions
from trueline.review import emptiness
from trueline.review.order import in_order
from trueline.toolkit import Toolkit
from trueline.web.accounts.access import View, as_it_says, open_to_all
from trueline.web.accounts.protection.networks import network_of
from trueline.web.comments.queries import Thread
from trueline.web.documents import exports
from trueline.web.documents.edit_view import say
from trueline.web.documents.reading.page import reading_page
from trueline.web.documents.reviewing import findings_then
from trueline.web.documents.tasks import Wish, ask_for_export
from trueline.web.library.edition import toolkit_in_use
from trueline.web.sharing import guests
from trueline.web.sharing.actions import link_with, shared_document
from trueline.web.sharing.forms import GuestCommentForm
from trueline.web.sharing.guests import places_in, threads_of
from trueline.web.sharing.models import ShareLink
from trueline.web.tasks.actions import Asker, TooMany
from trueline.web.tasks.downloads import (
    VISITORS,
    file_or_progress,
    file_response,
    request_or_404,
    wait_for_file,
)

REMARKS_ON_A_PAGE = 50


def by_link(view: View, *, methods: tuple[str, ...] = ("GET", "HEAD")) -> View:
    """A view reached by the secret of a link; it gets the `ShareLink`, open.

    A link that ended says so, plainly; a secret that never was one is not found. Neither the page
    nor its address goes anywhere: no index, no cache, no referrer. Where a guest comments, a form has
    to say from which host it comes, and says no more.
    """

    @open_to_all
    @require_http_methods(methods)
    @wraps(view)
    def inner(request: HttpRequest, secret: str, *args: Any, **kwargs: Any) -> HttpResponse:
        link = link_with(secret)
        if link is None:
            raise Http404
        if _opens(link):
            with as_it_says(link.revision.document.organisation):
                response = view(request, link, *args, secret=secret, **kwargs)
        else:
            response = _ended_page(request, link)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "strict-origin" if link.guest else "no-referrer"
        response["Cache-Control"] = "private, no-store"
        return response

    return inner


def _opens(link: ShareLink | None) -> bool:
    return link is not None and link.is_open() and link.upheld


def _ended_page(request: HttpRequest, link: ShareLink) -> HttpResponse:
    return render(request, "sharing/ended.html", {"link": link}, status=410)


@by_link
def shared(request: HttpRequest, link: ShareLink, *, secret: str) -> HttpResponse:
    """The version to read, with its review if the link includes it."""
    return _page(request, link, secret)


def _page(
    request: HttpRequest, link: ShareLink, secret: str, form: Any = None, *, status: int = 200
) -> HttpResponse:
    revision, document, toolkit = link.revision, shared_document(link), toolkit_in_use()
    page = reading_page(revision, document, toolkit, request.GET, separate_contents=True)
    with_review = link.with_review and page.ends
    kind = kind_named(revision.document.kind)
    day = revision.at.date()
    findings = tuple(in_order(findings_then(revision, document, toolkit))) if with_review else ()
    reviewed = Reviewed(document, findings, toolkit, on=day)
    remarks = [each for each in findings if each.severity != "note" or each.waiver]
    talk: dict[str, Any] = {}
    if may_comment(link):
        talk = {
            "form": form or GuestCommentForm(places_in(document, toolkit)),
            "threads": _with_places(threads_of(link), document, toolkit),
        }
    context = {
        "link": link,
        "secret": secret,
        "document": document,
        "title": document.title or gettext(kind.labels.untitled),
        "revision": revision,
        "organisation": revision.document.organisation,
        "exports": exports.offered(document.kind, with_review=link.with_review),
        "reading": page.html,
        "whole": page.whole,
        "with_review": with_review,
        "contents": page.contents,
        "findings": Paginator(remarks, REMARKS_ON_A_PAGE).get_page(request.GET.get("remarks")),
        "remarks": _address_without(request, "remarks"),
        "emptiness": emptiness(document, findings),
        "open": OpenQuestions(reviewed) if page.ends else None,
        **talk,
    }
    return render(request, "sharing/shared.html", context, status=status)


def _address_without(request: HttpRequest, name: str) -> str:
    """The query string of a list's other pages, up to the page number."""
    query = request.GET.copy()
    query.pop(name, None)
    return f"{query.urlencode()}&{name}=" if query else f"{name}="


def _with_places(
    threads: list[Thread], document: Document, toolkit: Toolkit
) -> list[tuple[str, Thread]]:
    return [
        (place_label(document, each.address, toolkit).text if each.address else "", each)
        for each in threads
    ]


def may_comment(link: ShareLink) -> bool:
    """Whether the guest of a link may say something: one is named, and the document is worked on."""
    return bool(link.guest) and link.revision.document.archived is None


def _comment(request: HttpRequest, link: ShareLink, *, secret: str) -> HttpResponse:
    """Begin a thread as the guest of the link."""
    if not may_comment(link):
        raise Http404
    form = GuestCommentForm(places_in(shared_document(link), toolkit_in_use()), request.POST)
    if not form.is_valid():
        return _page(request, link, secret, form, status=422)
    values = form.cleaned_data
    new_comment = guests.comment(
        link, address=values["about"], quote=values["quote"], text=values["text"]
    )
    return _redirect_to_comment(request, secret, new_comment.pk)


def _reply(request: HttpRequest, link: ShareLink, comment_id: int, *, secret: str) -> HttpResponse:
    """Answer in a thread that the guest began. What can't be kept stands in the form below, to go on."""
    if not may_comment(link):
        raise Http404
    thread = get_object_or_404(link.threads, pk=comment_id)
    form = GuestCommentForm(places_in(shared_document(link), toolkit_in_use()), request.POST)
    form.full_clean()
    if "text" in form.errors:
        return _page(request, link, secret, form, status=422)
    new_comment = guests.reply(link, thread, text=form.cleaned_data["text"])
    return _redirect_to_comment(request, secret, new_comment.pk)


comment = by_link(_comment, methods=("POST",))
reply = by_link(_reply, methods=("POST",))


def _redirect_to_comment(request: HttpRequest, secret: str, comment_id: int) -> HttpResponse:
    say(request, gettext("Your comment is saved."), at=f"comment-{comment_id}")
    return redirect(f"{reverse('sharing:shared', args=[secret])}#comment-{comment_id}")


@by_link
def export(request: HttpRequest, link: ShareLink, name: str, *, secret: str) -> HttpResponse:
    """An export of the version. It includes the review only if the link does."""
    try:
        file_request = ask_for_export(
            link.revision,
            Wish(
                name,
                link.revision.at.date(),
                with_review=link.with_review,
                offers_review=link.with_review,
            ),
            title=shared_document(link).title,
            owner=str(link.pk),
            asker=Asker.visitor(link.pk, network_of(request)),
        )
    except TooMany:
        return render(request, "sharing/busy.html", {"secret": secret}, status=503)
    if file_request is None:
        raise Http404
    if not wait_for_file(file_request, patience=VISITORS).file.made:
        return redirect("sharing:shared-file", secret, file_request.pk)
    if not _opens(link_with(secret)):  # it may have ended while the file was made
        return _ended_page(request, link)
    return file_response(file_request)


@by_link
def file(request: HttpRequest, link: ShareLink, job_id: uuid.UUID, *, secret: str) -> HttpResponse:
    """The file once it is made, and until then how it is coming along."""
    file_request = request_or_404(job_id, owner=str(link.pk))
    return file_or_progress(request, file_request, "sharing/file.html", secret=secret)
