"""Undoing what one save did in a list, from the message that reported it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from trueline.document import Part, resolve
from trueline.reports.labels import place_label
from trueline.web.documents import store
from trueline.web.documents.actions.restoring import take_back
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.models import Revision
from trueline.web.documents.places import anchor_of
from trueline.web.documents.resolving import way_back


class TakeBack(EditView):
    """Ask where the address was opened, then undo; elements changed since stay as they are."""

    template = "documents/undo.html"
    revision: Revision

    def load(self, number: int) -> None:
        self.revision = store.revision_of(self.record, number)
        self.address = self.request.GET.get("at", "")
        if number < 2 or not self._is_list():
            raise Http404

    def _is_list(self) -> bool:
        if not self.address:
            return True
        try:
            place = resolve(self.workspace.document, self.address)
        except (KeyError, ValueError):
            return False
        return isinstance(place, tuple) and all(isinstance(each, Part) for each in place)

    def save(self, form: Any) -> store.Saved | None:
        return take_back(
            self.record, number=self.revision.number, address=self.address, by=self.request.user
        )

    def met(self, form: Any, conflict: store.Conflict) -> HttpResponse:
        reason = _(
            "Not undone: somebody has changed these since. The history brings back each alone."
        )
        say(self.request, reason, at=self.address or None, level=messages.warning)
        return HttpResponseRedirect(self.success_url(None))

    def message_for(self, saved: store.Saved | None) -> str:
        if saved is None:
            return _("There is nothing to undo.")
        return _("Undone. Everything else stays.")

    def changes_at(self, saved: Any) -> str | None:
        return self.address or None

    def success_url(self, saved: Any) -> str:
        back = self.workspace.url_of_step(self.address)
        return way_back(self.request, self.record) or f"{back}#{anchor_of(self.address)}"

    def get_context(self, form: Any) -> dict[str, Any]:
        place = place_label(self.workspace.document, self.address, self.workspace.toolkit)
        return {"revision": self.revision, "place": place, "back": self.success_url(None)}
