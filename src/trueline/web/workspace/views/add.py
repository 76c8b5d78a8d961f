"""Adding an element to a list of the document."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from trueline.document import Element, Part
from trueline.document.field_spec import field_specs
from trueline.language.terms import KIND
from trueline.web.documents import store
from trueline.web.documents.actions import editing
from trueline.web.documents.cards import noun_of
from trueline.web.documents.edit_view import EditView
from trueline.web.documents.places import edit_url, step_url
from trueline.web.documents.resolving import way_back
from trueline.web.documents.summaries import card_url
from trueline.web.workspace.forms import PartForm, form_for
from trueline.web.workspace.sidebar import sidebar_of_element
from trueline.web.workspace.views.element import gone, part_at


class AddElement(EditView):
    """An empty form for a new element, and its adding. Fields may come filled from the address."""

    template = "workspace/add.html"
    to: str
    holder: Part
    name: str
    kind: str
    model: type[Part]

    def load(self) -> HttpResponse | None:
        self.to = self.request.GET.get("to", "")
        address, _dot, self.name = self.to.rpartition(".")
        if self.request.method == "POST" and self.workspace.part(address) is None:
            return gone(self.request, self.workspace, self.to)
        self.holder = part_at(self.workspace, address)
        self.kind = self.request.GET.get("kind", "")
        self.model = self._model()
        self.here = self.workspace.step_of(self.to).slug
        return None

    def _model(self) -> type[Part]:
        """The model to add. Raises Http404 where there is no such list, or no such kind in it."""
        spec = field_specs(type(self.holder)).get(self.name)
        if spec is None or not spec.is_list or not issubclass(spec.base, Element):
            raise Http404
        if not spec.kinds:
            self.kind = ""
            return spec.base
        if self.kind not in spec.kinds:
            raise Http404
        return spec.kinds[self.kind]

    @property
    def _fixed(self) -> dict[str, str]:
        return {"kind": self.kind} if self.kind else {}

    def get_form(self, data: Any = None) -> PartForm:
        workspace, fields = self.workspace, self.model.model_fields
        initial = {name: value for name, value in self.request.GET.items() if name in fields}
        return form_for(
            self.model,
            workspace.document,
            workspace.toolkit,
            data=data,
            initial=initial,
            without=frozenset(self._fixed),
        )

    def save(self, form: PartForm) -> store.Saved:
        values = {**form.values, **self._fixed}
        return editing.add(self.record, by=self.request.user, to=self.to, values=values)

    def message_for(self, saved: store.Saved) -> str:
        return _("Added.")

    def changes_at(self, saved: store.Saved) -> str | None:
        return None if way_back(self.request, self.record) else saved.address

    def success_url(self, saved: store.Saved) -> str:
        if stay := self.request.POST.get("stay", ""):
            return f"{edit_url(self.record, saved.address)}#{stay}"
        return way_back(self.request, self.record) or card_url(
            self.record, saved.document, saved.address
        )

    def get_context(self, form: PartForm) -> dict[str, Any]:
        step = self.workspace.step_of(self.to)
        return {
            "step": step,
            "to": self.to,
            "back": way_back(self.request, self.record) or step_url(self.record, step),
            "noun": _(noun_of(type(self.holder), self.name)),
            "kind": KIND.label(self.kind) if self.kind else "",
            "inside": self.holder.name if isinstance(self.holder, Element) else "",
            "sidebar": sidebar_of_element(self.workspace, self.model),
        }
