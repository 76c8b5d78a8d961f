"""A document's history: revisions, changes between two, and restoring one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.document import Part, put_back, resolve
from trueline.reports.labels import place_label
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.actions.restoring import restore, restore_part
from trueline.web.documents.changes import ReadableChange, changes, changes_between
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.history import history as history_of
from trueline.web.documents.models import Revision
from trueline.web.documents.places import place_url
from trueline.web.documents.reading.page import reading_page
from trueline.web.documents.summaries import card_url
from trueline.web.documents.workspace import Workspace

CHANGES_ON_A_PAGE = 100
SHOWN_BEFORE_RESTORING = 20


@in_document(permission="read")
@require_safe
def history(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """All revisions, newest first."""
    history_page = history_of(workspace, request.GET)
    return workspace.page(request, "documents/history.html", {"history": history_page})


@in_document(permission="read")
@require_safe
def compare(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Changes between two revisions; given in either order, the older one comes first."""
    numbers = sorted(_number(request.GET.get(name)) for name in ("older", "newer"))
    older, newer = (store.revision_of(workspace.record, number) for number in numbers)
    every = changes_between(older, newer, workspace.toolkit)
    page = Paginator(every, CHANGES_ON_A_PAGE).get_page(request.GET.get("page"))
    if "edit" in workspace.permissions:
        page.object_list = [_linked(workspace, change) for change in page.object_list]
    query = f"older={older.number}&newer={newer.number}&"
    context = {"older": older, "newer": newer, "changes": page, "query": query}
    return workspace.page(request, "documents/compare.html", context)


def _linked(workspace: Workspace, change: ReadableChange) -> ReadableChange:
    """The change with the way to its place, if that still stands in the document."""
    document, address = workspace.document, change.address
    if address and place_label(document, address, workspace.toolkit).exists:
        return replace(change, url=place_url(workspace.record, document, address))
    return change


@in_document(permission="read")
@require_safe
def revision(request: HttpRequest, workspace: Workspace, number: int) -> HttpResponse:
    """The document as it stood after one save, to read."""
    stored_revision = store.revision_of(workspace.record, number)
    then = store.document_in(stored_revision)
    page = reading_page(stored_revision, then, workspace.toolkit, request.GET)
    context = {"revision": stored_revision, "then": then, "reading": page.html}
    return workspace.page(request, "documents/revision.html", context)


class Restore(EditView):
    """Ask, then make an earlier revision the present one."""

    template = "documents/restore.html"
    revision: Revision

    def load(self, number: int) -> None:
        self.revision = store.revision_of(self.record, number)

    def save(self, form: Any) -> store.Saved:
        return restore(self.record, number=self.revision.number, by=self.request.user)

    def message_for(self, saved: store.Saved) -> str:
        return _("All is as it was in revision %(number)s. This is revision %(now)s.") % {
            "number": self.revision.number,
            "now": saved.revision,
        }

    def undo_at(self, saved: store.Saved) -> str:
        if saved.revision == self.record.revision:  # nothing differed from the current version
            return ""
        return reverse("documents:restore", args=[self.record.pk, saved.revision - 1])

    def success_url(self, saved: store.Saved) -> str:
        return reverse("documents:history", args=[self.record.pk])

    def get_context(self, form: Any) -> dict[str, Any]:
        workspace = self.workspace
        then = store.document_in(self.revision)
        every = changes(workspace.document, then, workspace.toolkit)
        first_changes = every[:SHOWN_BEFORE_RESTORING]
        return {"revision": self.revision, "count": len(every), "changes": first_changes}


class RestorePart(EditView):
    """Ask, then put one element back to how a revision left it; nothing else changes."""

    template = "documents/restore_part.html"
    revision: Revision

    def load(self, number: int) -> HttpResponse | None:
        self.revision = store.revision_of(self.record, number)
        self.address = self.request.GET.get("at", "")
        self.then = store.document_in(self.revision)
        if not place_label(self.then, self.address, self.workspace.toolkit).exists:
            raise Http404
        if not isinstance(resolve(self.then, self.address), Part):
            raise Http404
        try:
            self.result = put_back(self.workspace.document, self.address, self.then)
        except KeyError:
            reason = _("What it stood in was removed, too. Bring that back first.")
            say(self.request, reason, level=messages.warning)
            return redirect("documents:history", self.record.pk)
        return None

    def save(self, form: Any) -> store.Saved:
        return restore_part(
            self.record, number=self.revision.number, address=self.address, by=self.request.user
        )

    def message_for(self, saved: store.Saved) -> str:
        return _("It is as it was in revision %(number)s. Everything else stays.") % {
            "number": self.revision.number
        }

    def changes_at(self, saved: store.Saved) -> str:
        return self.address

    def success_url(self, saved: store.Saved) -> str:
        return card_url(self.record, saved.document, self.address)

    def get_context(self, form: Any) -> dict[str, Any]:
        toolkit = self.workspace.toolkit
        return {
            "revision": self.revision,
            "place": place_label(self.then, self.address, toolkit),
            "changes": changes(self.workspace.document, self.result, toolkit),
        }


def _number(text: str | None) -> int:
    """A revision's number from a query string. Raises Http404."""
    if text and text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise Http404
