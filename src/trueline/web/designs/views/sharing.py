"""Links to a version of a design: making and ending them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trueline.web.designs import sharing
from trueline.web.designs.access import ALL, READING, in_design
from trueline.web.designs.forms.share_form import ShareForm
from trueline.web.designs.models import DesignRecord, ShareLink
from trueline.web.designs.workspace.page import design_page

MADE = "link-made"
"""Where a session keeps a link just made, until it has been shown."""


@in_design(may="share", archived=READING)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """The links to this design, and a form for another, to the version as it is now."""
    form = ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        link, secret = sharing.share(
            record.revisions.get(number=record.revision), by=request.user, expires=form.expires,
            note=form.cleaned_data["note"], with_review=form.cleaned_data["with_review"],
        )  # fmt: skip
        request.session[MADE] = [str(link.pk), secret]
        return redirect("designs:share", record.pk)
    return design_page(
        request, record, "share", "designs/share.html",
        {"form": form, "links": sharing.links_to(record), "made": _just_made(request, record)},
        status=422 if form.is_bound else 200,
    )  # fmt: skip


@in_design(may="share", archived=ALL)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, record: DesignRecord, link_id: str) -> HttpResponse:
    """Ask, then end a link; that of an archived design as well."""
    link = _link(record, link_id)
    if request.method == "POST":
        sharing.withdraw(link, by=request.user)
        messages.success(request, _("The link is withdrawn. It opens nothing any more."))
        return redirect("designs:share", record.pk)
    return design_page(request, record, "share", "designs/share_withdraw.html", {"link": link})


@in_design(may="share")
@require_POST
def keep(request: HttpRequest, record: DesignRecord, link_id: str) -> HttpResponse:
    """Look after a link that a colleague made."""
    link = _link(record, link_id)
    if link.is_open():
        sharing.keep(link, by=request.user)
        messages.success(request, _("You look after this link now. It stays open."))
    return redirect("designs:share", record.pk)


def _link(record: DesignRecord, link_id: str) -> ShareLink:
    links = ShareLink.objects.select_related("revision__design")
    return get_object_or_404(links, pk=link_id, revision__design=record)


def _just_made(request: HttpRequest, record: DesignRecord) -> str:
    """The whole address of a link made a moment ago, this once."""
    if request.method != "GET" or MADE not in request.session:
        return ""
    link_id, secret = request.session[MADE]
    if not ShareLink.objects.filter(pk=link_id, revision__design=record).exists():
        return ""
    del request.session[MADE]
    return request.build_absolute_uri(reverse("designs:shared", args=[secret]))
