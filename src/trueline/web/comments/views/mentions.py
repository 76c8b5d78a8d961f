"""Where the visitor was named."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from trueline.web.accounts.access import for_people
from trueline.web.comments.mentions import mark_seen, mentions_of

ON_A_PAGE = 50


@for_people
@require_safe
def mentions(request: HttpRequest) -> HttpResponse:
    """All mentions of the visitor, newest first."""
    page = Paginator(mentions_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "comments/mentions.html", {"page": page})


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
