"""The talk about a design: reading it, and adding to it."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trueline.document import parse_address
from trueline.web.designs import discussion
from trueline.web.designs.access import in_design
from trueline.web.designs.forms.comment_form import CommentForm
from trueline.web.designs.models import Comment, DesignRecord
from trueline.web.designs.naming import named
from trueline.web.designs.queries_comments import Spoken, Thread, by_place, threads
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.places import place_url
from trueline.web.library.edition import toolkit_in_use

LONGEST_ADDRESS = 500


@in_design(may="read")
@require_safe
def comments(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """All threads by place: those that are open, or with `?show=all` the settled ones too."""
    everything = request.GET.get("show") == "all"
    found = threads(record)
    shown = [thread for thread in found if everything or thread.is_open]
    return design_page(request, record, "", "designs/comments.html", {
        "places": _linked(request, record, shown),
        "everything": everything,
        "settled": sum(not thread.is_open for thread in found),
    })  # fmt: skip


@in_design(may="comment")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Begin a thread on the element that `?at=` names, or on the whole design."""
    address = request.GET.get("at", "")
    place = _place(record, address)
    form = CommentForm(request.POST or None, organisation=record.organisation)
    if request.method == "POST" and form.is_valid():
        made = discussion.comment(
            record, by=request.user, address=address, text=form.cleaned_data["text"],
            naming=form.named,
        )  # fmt: skip
        return _back(request, record, made)
    return _form(request, record, form, title=_("Comment"), place=place)


@in_design(may="comment")
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, record: DesignRecord, comment_id: int) -> HttpResponse:
    """Answer in a thread."""
    thread = _thread(record, comment_id)
    form = CommentForm(request.POST or None, organisation=record.organisation)
    if request.method == "POST" and form.is_valid():
        discussion.reply(thread, by=request.user, text=form.cleaned_data["text"], naming=form.named)
        return _back(request, record, thread)
    return _form(request, record, form, title=_("Reply"), answered=thread)


@in_design(may="comment")
@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: HttpRequest, record: DesignRecord, comment_id: int) -> HttpResponse:
    """Change a comment of one's own."""
    said = _comment(record, comment_id)
    discussion.require_rewordable(said, request.user)
    form = CommentForm(
        request.POST or None, organisation=record.organisation, initial={"text": said.text}
    )
    if request.method == "POST" and form.is_valid():
        discussion.reword(said, by=request.user, text=form.cleaned_data["text"], naming=form.named)
        return _back(request, record, said)
    return _form(request, record, form, title=_("Change your comment"))


@in_design(may="comment")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, record: DesignRecord, comment_id: int) -> HttpResponse:
    """Ask, then take a comment back."""
    said = _comment(record, comment_id)
    if request.method == "POST":
        discussion.remove(said, by=request.user, manages="manage" in request.may)
        messages.success(request, _("The comment is removed."))
        return redirect("designs:comments", record.pk)
    return design_page(request, record, "", "designs/comment_remove.html", {"comment": said})


@in_design(may="comment")
@require_POST
def resolve(request: HttpRequest, record: DesignRecord, comment_id: int) -> HttpResponse:
    """Settle a thread."""
    thread = _thread(record, comment_id)
    discussion.resolve(thread, by=request.user)
    return _back(request, record, thread)


@in_design(may="comment")
@require_POST
def reopen(request: HttpRequest, record: DesignRecord, comment_id: int) -> HttpResponse:
    """Take up a settled thread again."""
    thread = _thread(record, comment_id)
    discussion.reopen(thread, by=request.user)
    return _back(request, record, thread)


def _linked(request: HttpRequest, record: DesignRecord, shown: list[Thread]) -> list[Spoken]:
    """Threads by place; for those who edit, with the way to the place if it is still there."""
    design = design_of(record)
    places = by_place(record, design, toolkit_in_use(), shown)
    if "edit" not in request.may:
        return places
    return [
        replace(place, url=place_url(record, design, place.address))
        if place.there and place.address else place
        for place in places
    ]  # fmt: skip


def _form(request: HttpRequest, record: DesignRecord, form: CommentForm, **context: object):
    return design_page(
        request, record, "", "designs/comment_form.html",
        {"form": form, "next": request.POST.get("next") or request.GET.get("next", ""), **context},
        status=422 if form.is_bound and form.errors else 200,
    )  # fmt: skip


def _place(record: DesignRecord, address: str) -> str:
    """The place to be spoken of, in words. Raises Http404 where nothing stands there."""
    try:
        parse_address(address)
    except ValueError:
        raise Http404 from None
    found = named(design_of(record), address, toolkit_in_use())
    if not found.there or len(address) > LONGEST_ADDRESS:
        raise Http404
    return found.text


def _comment(record: DesignRecord, comment_id: int) -> Comment:
    found = Comment.objects.select_related("design__organisation", "author")
    return get_object_or_404(found, pk=comment_id, design=record)


def _thread(record: DesignRecord, comment_id: int) -> Comment:
    """The first comment of a thread, by its own number. Raises Http404."""
    found = Comment.objects.select_related("design__organisation", "author")
    return get_object_or_404(found, pk=comment_id, design=record, parent=None)


def _back(request: HttpRequest, record: DesignRecord, said: Comment) -> HttpResponse:
    """To the page that the visitor came from, else to the thread in the list of comments."""
    asked = request.POST.get("next", "")
    if asked and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return HttpResponseRedirect(asked)
    response = redirect("designs:comments", record.pk)
    show = "?show=all" if said.resolved else ""
    response["Location"] += f"{show}#comment-{said.parent_id or said.pk}"
    return response
