"""Links by which a body writes its report without an account, and the page that one opens."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trueline.plan import PLAN
from trueline.web.accounts.access import View, open_to_all
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import say
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import page_of
from trueline.web.plans.actions import links as actions
from trueline.web.plans.actions.rounds import Met
from trueline.web.plans.forms import LinkForm, ProgressForm
from trueline.web.plans.models import BodyLink
from trueline.web.plans.views.bodies import BodyView, about, as_it_stands
from trueline.web.plans.views.rounds import report_of
from trueline.web.plans.writing import Writing

MADE = "progress-link-made"
"""The session's key for a link just made, until it has been shown."""


class Links(BodyView):
    """The links of one body, and a form for another."""

    permission = "share"
    template = "plans/links.html"

    def get_form(self, data: Any = None) -> LinkForm:
        return LinkForm(data, initial={"until": self.report.round.due})

    def save(self, form: LinkForm) -> None:
        link, secret = actions.make_link(self.report, by=self.request.user, expires=form.expires)
        self.request.session[MADE] = [str(link.pk), secret]

    def success_url(self, saved: None) -> str:
        return self.request.get_full_path()

    def get_context(self, form: LinkForm) -> dict[str, Any]:
        links = actions.links_to(self.report)
        return {
            "round": self.report.round,
            "report": self.report,
            "page": page_of(links, self.request.GET),
            "made": self._just_made(),
        }

    def _just_made(self) -> str:
        """The whole address of a link made a moment ago, this once."""
        session = self.request.session
        if self.request.method != "GET" or MADE not in session:
            return ""
        link_id, secret = session[MADE]
        if not self.report.links.filter(pk=link_id).exists():
            return ""
        del session[MADE]
        return self.request.build_absolute_uri(reverse("plans:by-link", args=[secret]))


@in_document(permission="share", only=PLAN.name)
@require_POST
def change_link(
    request: HttpRequest, workspace: Workspace, round_id: int, report_id: int, link_id: str
) -> HttpResponse:
    """End a link at once, or look after one that a colleague made."""
    report = report_of(workspace, round_id, report_id)
    link: BodyLink = get_object_or_404(report.links.all(), pk=link_id)
    link.report = report
    if "keep" in request.POST and link.is_open():
        actions.keep(link, by=request.user)
        say(request, _("You look after this link now. It stays open."))
    elif "withdraw" in request.POST:
        actions.withdraw(link, by=request.user)
        say(request, _("The link is withdrawn. It opens nothing any more."))
    return redirect("plans:links", workspace.record.pk, round_id, report_id)


def _for_body(view: View) -> View:
    """A view reached by the secret of a link; it gets the `BodyLink`, open.

    Neither the page nor its address goes anywhere: no index, no cache, and to others no referrer.
    """

    @open_to_all
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def inner(request: HttpRequest, secret: str) -> HttpResponse:
        link = actions.link_with(secret)
        if link is None:
            raise Http404
        record = link.report.round.document
        if link.is_open() and link.upheld and record.archived is None:
            response = view(request, link)
        else:
            response = render(request, "sharing/ended.html", {"link": link}, status=410)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "strict-origin"
        response["Cache-Control"] = "private, no-store"
        return response

    return inner


@_for_body
def by_link(request: HttpRequest, link: BodyLink) -> HttpResponse:
    """A body's own report: to write while it is asked or returned, else to read."""
    writing = Writing(link.report, request.GET)
    if not link.report.can_be_entered:
        return _page(request, link, writing, None)
    if request.method != "POST":
        return _page(request, link, writing, writing.form())
    form = writing.form(request.POST)
    if not form.is_valid():
        return _page(request, link, writing, form, status=422)
    try:
        message = writing.save(form, by=None)
    except Met:
        return _page(request, link, writing, as_it_stands(writing, request), status=409)
    say(request, message or _("Your report is handed in. Thank you."))
    return redirect(request.get_full_path())


def _page(
    request: HttpRequest,
    link: BodyLink,
    writing: Writing,
    form: ProgressForm | None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "link": link,
        "round": link.report.round,
        "report": link.report,
        "organisation": link.report.round.document.organisation,
        "title": writing.plan.title or _(PLAN.labels.untitled),
        "met": status == 409,
    }
    if form is None:
        context["progress"] = writing.progress()
    else:
        context |= {"form": form, **about(writing, form)}
    return render(request, "plans/by_link.html", context, status=status)
