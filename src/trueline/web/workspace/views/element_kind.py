"""Changing the kind of an element: a logframe names none, and a first guess may be wrong."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from trueline.document import Element
from trueline.document.field_spec import is_of_a_kind
from trueline.web.documents import store
from trueline.web.documents.actions import editing
from trueline.web.documents.cards import kind_choices, own_titles
from trueline.web.documents.edit_view import EditView
from trueline.web.documents.places import edit_url, restore_url
from trueline.web.workspace.forms.element_kind import ElementKindForm
from trueline.web.workspace.views.element import part_at


class ChangeKind(EditView):
    """Ask for the kind, naming what belongs to the one before alone; then open the element."""

    template = "workspace/element_kind.html"
    address: str
    element: Any

    def load(self) -> None:
        self.address = self.request.GET.get("at", "")
        element = part_at(self.workspace, self.address)
        if not isinstance(element, Element) or not is_of_a_kind(type(element)):
            raise Http404
        self.element = element
        self.here = self.workspace.step_of(self.address).slug

    def get_form(self, data: Any = None) -> ElementKindForm:
        holder, _dot, last = self.address.rpartition("[")[0].rpartition(".")
        choices = kind_choices(type(part_at(self.workspace, holder)), last)
        return ElementKindForm(choices, data, initial={"kind": self.element.kind})

    def save(self, form: ElementKindForm) -> store.Saved:
        kind = form.cleaned_data["kind"]
        return editing.change_kind(
            self.record, by=self.request.user, address=self.address, kind=kind
        )

    def message_for(self, saved: store.Saved) -> str:
        return _("Its kind is changed. The questions of that kind came with it.")

    def undo_at(self, saved: store.Saved) -> str:
        if saved.revision == self.record.revision:  # it was of that kind already
            return ""
        return restore_url(self.record, saved.revision - 1, self.address)

    def success_url(self, saved: store.Saved) -> str:
        return edit_url(self.record, self.address)

    def get_context(self, form: ElementKindForm) -> dict[str, Any]:
        back = edit_url(self.record, self.address)
        return {"name": self.element.name, "own": own_titles(self.element), "back": back}
