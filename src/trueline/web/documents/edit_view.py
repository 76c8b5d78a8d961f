"""The base of every page with a form that changes something of a document.

Load, bind, try; then refuse (422), show both versions where two people met (409), or save, say so
beside the element, and lead there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.decorators import classonlymethod
from django.utils.functional import Promise
from django.views.generic import View
from pydantic import ValidationError

from trueline.web.accounts.access import View as Callback
from trueline.web.accounts.roles import Permission
from trueline.web.documents.access import in_document
from trueline.web.documents.form_errors import add_errors
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.places import anchor_of
from trueline.web.documents.store import Conflict
from trueline.web.documents.workspace import Workspace


class EditView(View, ABC):
    """A subclass says what is edited (`load`), by which form, and how that is saved.

    `save` may raise pydantic's ValidationError, shown on the form, and `store.Conflict`, which `met`
    answers. `only` names the one kind of document that has this page, "" for all. `changes_at` is the
    address beside which the message is shown, `here` the step that the page belongs to.
    """

    permission: ClassVar[Permission] = "edit"
    archived: ClassVar[frozenset[str] | None] = None
    only: ClassVar[str] = ""
    http_method_names = ("get", "head", "post")
    template = ""
    message: str | Promise = ""
    here = ""
    workspace: Workspace

    @classonlymethod
    def as_view(cls, **initkwargs: Any) -> Callback:
        return cls.guarded(super().as_view(**initkwargs))

    @classmethod
    def guarded(cls, view: Callback) -> Callback:
        """The view, for those alone who may reach it."""
        return in_document(permission=cls.permission, archived=cls.archived, only=cls.only)(view)

    def setup(self, request: HttpRequest, workspace: Workspace, **kwargs: Any) -> None:
        super().setup(request, **kwargs)
        self.workspace = workspace

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        early = self.load(**self.kwargs)
        if early is not None:
            return early
        return super().dispatch(request)

    @property
    def record(self) -> DocumentRecord:
        return self.workspace.record

    def load(self, *args: Any, **kwargs: Any) -> HttpResponse | None:
        """Find what is edited, or answer at once. Raises Http404."""

    def get_form(self, data: Any = None) -> forms.Form:
        """The form, bound to `data` if there is any. Without fields it asks for a confirmation."""
        return forms.Form(data)

    @abstractmethod
    def save(self, form: Any) -> Any:
        """Make the change. What it returns is handed to `message_for` and `success_url`."""

    def success_url(self, saved: Any) -> str:
        """The address of the answer: unless a page says otherwise, the page itself."""
        return self.request.get_full_path()

    def message_for(self, saved: Any) -> str:
        """The message about it, "" for none."""
        return str(self.message)

    def changes_at(self, saved: Any) -> str | None:
        """The address of the element that the message stands beside; None for the head of the page."""
        return None

    def undo_at(self, saved: Any) -> str:
        """The address of a button in the message that undoes it; "" where nothing does."""
        return ""

    def get_context(self, form: Any) -> dict[str, Any]:
        return {}

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(self.get_form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.get_form(request.POST)
        if form.is_valid():
            try:
                return self.done(self.save(form))
            except ValidationError as error:
                add_errors(form, error)
            except Conflict as conflict:
                return self.met(form, conflict)
        return self.show(form, status=422)

    def met(self, form: Any, conflict: Conflict) -> HttpResponse:
        """Somebody else changed the same element: where nothing better is known, say so."""
        raise conflict

    def done(self, saved: Any) -> HttpResponse:
        if message := self.message_for(saved):
            say(self.request, message, at=self.changes_at(saved), undo=self.undo_at(saved))
        return HttpResponseRedirect(self.success_url(saved))

    def show(self, form: Any, *, status: int = 200, **context: Any) -> HttpResponse:
        context = {"form": form, **self.get_context(form), **context}
        return self.workspace.page(
            self.request, self.template, context, here=self.here, status=status
        )


def say(
    request: HttpRequest,
    message: str,
    *,
    at: str | None = None,
    level: Callable[..., None] = messages.success,
    undo: str = "",
) -> None:
    """Leave a message for the next page: beside the element at an address, else at the head.

    `undo` is where its button is sent to that undoes what the message reports.
    """
    level(request, message, extra_tags=f"{'' if at is None else anchor_of(at)} {undo}".rstrip())
