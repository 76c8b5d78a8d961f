"""Saying that one element is written in another language than its document."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from trueline.document import Element
from trueline.language import language_names
from trueline.reports.labels import element_name
from trueline.web.documents import store
from trueline.web.documents.actions import editing
from trueline.web.documents.edit_view import EditView
from trueline.web.documents.places import edit_url
from trueline.web.workspace.forms.text_language import TextLanguageForm
from trueline.web.workspace.views.element import part_at


class ChooseTextLanguage(EditView):
    """Ask for the language of an element with all that stands in it; then open the element."""

    template = "workspace/text_language.html"
    message = _("The language of these texts is saved.")
    address: str
    element: Element

    def load(self) -> None:
        self.address = self.request.GET.get("at", "")
        element = part_at(self.workspace, self.address)
        if not isinstance(element, Element):
            raise Http404
        self.element = element
        self.here = self.workspace.step_of(self.address).slug

    def get_form(self, data: Any = None) -> TextLanguageForm:
        document = self.workspace.document
        own = {each.element: each.language for each in document.text_languages}
        usual = language_names().get(document.language or "", document.language or "")
        return TextLanguageForm(usual, data, initial={"language": own.get(self.address, "")})

    def save(self, form: TextLanguageForm) -> store.Saved:
        return editing.write_in(
            self.record,
            by=self.request.user,
            address=self.address,
            language=form.cleaned_data["language"],
        )

    def success_url(self, saved: store.Saved) -> str:
        return edit_url(self.record, self.address)

    def get_context(self, form: TextLanguageForm) -> dict[str, Any]:
        workspace = self.workspace
        return {
            "name": element_name(workspace.document, self.element, workspace.toolkit),
            "back": edit_url(self.record, self.address),
        }
