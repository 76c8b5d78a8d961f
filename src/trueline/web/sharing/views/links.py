"""Links to a version of a document: making and ending them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from trueline.web.documents.access import ALL, READING, in_document
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import Choice, Filter, page_of
from trueline.web.sharing import actions
from trueline.web.sharing.forms import ShareForm
from trueline.web.sharing.models import ShareLink

HERE = "share"
MADE = "link-made"
"""The session's key for a link just made, until it has been shown."""


class Links(EditView):
    """The links to this document, and a form for another, to the version as it is now."""

    permission = "share"
    archived = READING
    template = "sharing/links.html"
    here = HERE

    def get_form(self, data: Any = None) -> ShareForm:
        return ShareForm(data)

    def save(self, form: ShareForm) -> ShareLink:
        link, secret = actions.share(
            self.record.revisions.get(number=self.record.revision),
            by=self.request.user,
            expires=form.expires,
            note=form.cleaned_data["note"] or form.cleaned_data["guest"],
            guest=form.cleaned_data["guest"],
            with_review=form.cleaned_data["with_review"],
        )
        self.request.session[MADE] = [str(link.pk), secret]
        return link

    def success_url(self, saved: ShareLink) -> str:
        return reverse("sharing:links", args=[self.record.pk])

    def get_context(self, form: ShareForm) -> dict[str, Any]:
        query = self.request.GET
        opens = Choice(
            "open", _("Opens"), [("yes", pgettext("link", "Open")), ("no", _("Ended or withdrawn"))]
        )
        link_filter = Filter.of(query, opens)
        links = link_filter.holding(actions.links_to(self.record), "note", "created_by__name")
        is_open = Q(withdrawn=None, expires__gt=timezone.now())
        if link_filter.chosen("open"):
            links = links.filter(is_open if link_filter.chosen("open") == "yes" else ~is_open)
        return {"filter": link_filter, "page": page_of(links, query), "made": self._just_made()}

    def _just_made(self) -> str:
        """The whole address of a link made a moment ago, this once."""
        session = self.request.session
        if self.request.method != "GET" or MADE not in session:
            return ""
        link_id, secret = session[MADE]
        if not ShareLink.objects.filter(pk=link_id, revision__document=self.record).exists():
            return ""
        del session[MADE]
        return self.request.build_absolute_uri(reverse("sharing:shared", args=[secret]))


class Withdraw(EditView):
    """Ask, then end a link; that of an archived document as well."""

    permission = "share"
    archived = ALL
    template = "sharing/withdraw.html"
    here = HERE
    link: ShareLink

    def load(self, link_id: str) -> None:
        self.link = link_to(self.workspace, link_id)

    def save(self, form: Any) -> None:
        actions.withdraw(self.link, by=self.request.user)

    def message_for(self, saved: None) -> str:
        return _("The link is withdrawn. It opens nothing any more.")

    def success_url(self, saved: None) -> str:
        return reverse("sharing:links", args=[self.record.pk])

    def get_context(self, form: Any) -> dict[str, Any]:
        return {"link": self.link}


@in_document(permission="share")
@require_POST
def keep(request: HttpRequest, workspace: Workspace, link_id: str) -> HttpResponse:
    """Look after a link that a colleague made."""
    link = link_to(workspace, link_id)
    if link.is_open():
        actions.keep(link, by=request.user)
        say(request, _("You look after this link now. It stays open."))
    return redirect("sharing:links", workspace.record.pk)


def link_to(workspace: Workspace, link_id: str) -> ShareLink:
    """A link to this document. Raises Http404."""
    links = ShareLink.objects.select_related("revision__document")
    return get_object_or_404(links, pk=link_id, revision__document=workspace.record)
