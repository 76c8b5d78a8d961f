"""The comments in which the visitor was named."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.web.accounts.access import for_people
from trueline.web.comments.mentions import mark_seen, mentions_of
from trueline.web.lists import Choice, Filter, page_of


@for_people
@require_safe
def mentions(request: HttpRequest) -> HttpResponse:
    """The mentions of the visitor that they look for, newest first."""
    seen = Choice("seen", _("Seen"), [("no", _("Not seen yet")), ("yes", _("Seen"))])
    mention_filter = Filter.of(request.GET, seen)
    mentions_asked_for = mention_filter.holding(
        mentions_of(request.user), "comment__text", "comment__document__title"
    )
    if mention_filter.chosen("seen"):
        mentions_asked_for = mentions_asked_for.filter(
            seen__isnull=mention_filter.chosen("seen") == "no"
        )
    context = {"filter": mention_filter, "page": page_of(mentions_asked_for, request.GET)}
    return render(request, "comments/mentions.html", context)


@for_people
@require_POST
def open_mention(request: HttpRequest, mention_id: int) -> HttpResponse:
    """Go to the thread, and note that the mention was seen."""
    mention = get_object_or_404(mentions_of(request.user), pk=mention_id)
    mark_seen(request.user, mention.pk)
    comment = mention.comment
    thread = comment.parent or comment
    show = "?show=all" if thread.resolved else ""
    address = reverse("comments:list", args=[comment.document_id])
    return redirect(f"{address}{show}#comment-{thread.pk}")


@for_people
@require_POST
def all_seen(request: HttpRequest) -> HttpResponse:
    """Note that all mentions were seen."""
    mark_seen(request.user)
    return redirect("comments:mentions")
