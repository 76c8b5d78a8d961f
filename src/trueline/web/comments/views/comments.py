"""The talk about a document: reading it, and adding to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.document import Element, parse_address
from trueline.document.field_spec import field_specs
from trueline.reports.labels import place_label
from trueline.web.comments import actions
from trueline.web.comments.forms import CommentForm
from trueline.web.comments.models import Comment
from trueline.web.comments.queries import (
    PlaceThreads,
    Thread,
    by_place,
    in_order_of_places,
    threads,
)
from trueline.web.documents.access import in_document
from trueline.web.documents.cards import Cards
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.places import place_url
from trueline.web.documents.removed_rows import rows_to_keep, undo_of_removal
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import Filter, page_of

LONGEST_ADDRESS = 500


@in_document(permission="read")
@require_safe
def comments(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Threads by place, a page at a time: those that are open, or with `?show=all` all of them."""
    everything = request.GET.get("show") == "all"
    thread_filter, every = Filter.of(request.GET), threads(workspace.record)
    visible = [
        thread
        for thread in every
        if (everything or thread.is_open) and thread.holds(thread_filter.words)
    ]
    page = page_of(in_order_of_places(visible), request.GET)
    context = {
        "places": _linked(workspace, list(page)),
        "page": page,
        "filter": thread_filter,
        "everything": everything,
        "query": f"show=all&{thread_filter.query}" if everything else thread_filter.query,
        "settled": sum(not thread.is_open for thread in every),
    }
    return workspace.page(request, "comments/list.html", context)


def _linked(workspace: Workspace, visible: list[Thread]) -> list[PlaceThreads]:
    """Threads by place; for those who edit, with the way to the place if it is still there."""
    places = by_place(workspace, visible)
    if "edit" not in workspace.permissions:
        return places
    record, document = workspace.record, workspace.document
    return [
        replace(place, url=place_url(record, document, place.address))
        if place.exists and place.address
        else place
        for place in places
    ]


class CommentView(EditView):
    """The base of views with comment forms: they return to where the visitor came from."""

    permission = "comment"
    template = "comments/form.html"
    title = ""

    def get_form(self, data: Any = None) -> CommentForm:
        return CommentForm(data, organisation=self.record.organisation)

    def success_url(self, saved: Comment) -> str:
        return back(self.request, self.workspace, saved)

    def message_for(self, saved: Comment) -> str:
        return _("Your comment is saved.")

    def changes_at(self, saved: Comment) -> str:
        return f"comment-{saved.pk}"

    def get_context(self, form: Any) -> dict[str, Any]:
        following = self.request.POST.get("next") or self.request.GET.get("next", "")
        return {"title": self.title, "next": following}


class New(CommentView):
    """Begin a thread on the element or field that `?at=` names, or on the whole document.

    `?quote=` is a passage of it.
    """

    def load(self) -> None:
        self.title = _("Comment")
        self.address = self.request.GET.get("at", "")
        self.place = self._place_text(self.address)
        self.holder = self._holder()

    def _place_text(self, address: str) -> str:
        """The label of a place. Raises Http404 if there is no such place."""
        try:
            parse_address(address)
        except ValueError:
            raise Http404 from None
        label = place_label(self.workspace.document, address, self.workspace.toolkit)
        if not label.exists or len(address) > LONGEST_ADDRESS:
            raise Http404
        return label.text

    def _holder(self) -> str:
        """The address of the part that the address names, or that the field named stands in."""
        holder = self.address
        while holder and self.workspace.part(holder) is None:
            holder = holder.rpartition(".")[0]
        return holder

    def _places(self) -> list[tuple[str, str]]:
        """The part, and each of its filled fields."""
        workspace, part = self.workspace, self.workspace.part(self.holder)
        if part is None:
            return [(self.address, self.place)]
        cards = Cards(workspace.record, workspace.document, workspace.toolkit, workspace.notes)
        headings = {part.named: _(_title_of(part))} if isinstance(part, Element) else {}
        rows = {**headings, **{row.name: row.title for row in cards.rows(part)}}
        fields = [(f"{self.holder}.{name}".lstrip("."), title) for name, title in rows.items()]
        if self.address not in (self.holder, *dict(fields)):
            fields.append((self.address, self.place))
        return [(self.holder, _("All of it")), *fields]

    def get_form(self, data: Any = None) -> CommentForm:
        return CommentForm(
            data,
            organisation=self.record.organisation,
            places=self._places(),
            initial={"about": self.address, "quote": self.request.GET.get("quote", "")},
        )

    def save(self, form: CommentForm) -> Comment:
        return actions.begin(
            self.record,
            by=self.request.user,
            address=form.cleaned_data["about"] if "about" in form.data else self.address,
            quote=form.cleaned_data["quote"],
            text=form.cleaned_data["text"],
            mentioned=form.mentioned,
        )

    def get_context(self, form: CommentForm) -> dict[str, Any]:
        place = self._place_text(self.holder) if self.holder else ""
        return {**super().get_context(form), "place": place}


def _title_of(part: Element) -> str:
    return field_specs(type(part))[part.named].title


class Reply(CommentView):
    """Answer in a thread."""

    thread: Comment

    def load(self, comment_id: int) -> None:
        self.title, self.thread = _("Reply"), thread_in(self.workspace, comment_id)

    def save(self, form: CommentForm) -> Comment:
        return actions.reply(
            self.thread,
            by=self.request.user,
            text=form.cleaned_data["text"],
            mentioned=form.mentioned,
        )

    def get_context(self, form: CommentForm) -> dict[str, Any]:
        return {**super().get_context(form), "answered": self.thread}


class Edit(CommentView):
    """Change a comment of one's own."""

    comment: Comment

    def load(self, comment_id: int) -> None:
        self.title, self.comment = _("Change your comment"), comment_in(self.workspace, comment_id)
        actions.require_editable(self.comment, self.request.user)

    def get_form(self, data: Any = None) -> CommentForm:
        initial = {"text": self.comment.text}
        return CommentForm(data, organisation=self.record.organisation, initial=initial)

    def save(self, form: CommentForm) -> Comment:
        actions.edit(
            self.comment,
            by=self.request.user,
            text=form.cleaned_data["text"],
            mentioned=form.mentioned,
        )
        return self.comment


class Remove(EditView):
    """Ask, then take a comment back."""

    permission = "comment"
    template = "comments/remove.html"
    comment: Comment
    comment_id: int
    removed: str

    def load(self, comment_id: int) -> None:
        self.comment = comment_in(self.workspace, comment_id)

    def save(self, form: Any) -> None:
        manages = "manage" in self.workspace.permissions
        self.comment_id = self.comment.pk
        self.removed = rows_to_keep([self.comment, *self.comment.mention_set.all()])
        actions.remove(self.comment, by=self.request.user, manages=manages)

    def message_for(self, saved: None) -> str:
        return _("The comment is removed.")

    def undo_at(self, saved: None) -> str:
        return undo_of_removal(
            self.request,
            self.removed,
            back=self.success_url(None),
            record=self.record,
            permission="comment",
            subject=("comment", self.comment_id),
        )

    def success_url(self, saved: None) -> str:
        return reverse("comments:list", args=[self.record.pk])

    def get_context(self, form: Any) -> dict[str, Any]:
        return {"comment": self.comment}


@in_document(permission="comment")
@require_POST
def resolve(request: HttpRequest, workspace: Workspace, comment_id: int) -> HttpResponse:
    """Settle a thread."""
    thread = thread_in(workspace, comment_id)
    actions.resolve(thread, by=request.user)
    return _answered(request, workspace, thread, _("The thread is settled."), undo="reopen")


@in_document(permission="comment")
@require_POST
def reopen(request: HttpRequest, workspace: Workspace, comment_id: int) -> HttpResponse:
    """Take up a settled thread again."""
    thread = thread_in(workspace, comment_id)
    actions.reopen(thread, by=request.user)
    return _answered(request, workspace, thread, _("The thread is open again."), undo="resolve")


def _answered(
    request: HttpRequest, workspace: Workspace, thread: Comment, message: str, *, undo: str
) -> HttpResponse:
    undoing = reverse(f"comments:{undo}", args=[workspace.record.pk, thread.pk])
    say(request, message, at=f"comment-{thread.pk}", undo=undoing)
    return HttpResponseRedirect(back(request, workspace, thread))


def comment_in(workspace: Workspace, comment_id: int) -> Comment:
    """A comment on this document. Raises Http404."""
    comments = Comment.objects.select_related("document__organisation", "author")
    return get_object_or_404(comments, pk=comment_id, document=workspace.record)


def thread_in(workspace: Workspace, comment_id: int) -> Comment:
    """The first comment of a thread, by its own number. Raises Http404."""
    comments = Comment.objects.select_related("document__organisation", "author")
    return get_object_or_404(comments, pk=comment_id, document=workspace.record, parent=None)


def back(request: HttpRequest, workspace: Workspace, comment: Comment) -> str:
    """The comment on the page that the visitor came from, else in the list of comments."""
    next_url = request.POST.get("next", "")
    if next_url and url_has_allowed_host_and_scheme(next_url, allowed_hosts=None):
        return f"{next_url.partition('#')[0]}#comment-{comment.pk}"
    first = comment.parent if comment.parent_id else comment
    show = "?show=all" if first.resolved else ""
    return f"{reverse('comments:list', args=[workspace.record.pk])}{show}#comment-{comment.pk}"
