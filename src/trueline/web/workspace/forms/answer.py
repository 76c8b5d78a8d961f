"""The form by which a question of the toolkit is answered: as easy as writing a comment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trueline.document import Answer
from trueline.document.field_spec import field_specs
from trueline.language.terms import STANCE
from trueline.toolkit import Question
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.forms.fields import KeepsUnknown, form_field


class AnswerForm(forms.Form):
    """Stance, words, points of the question, sources."""

    points = KeepsUnknown(required=False, widget=forms.CheckboxSelectMultiple)
    sources = KeepsUnknown(required=False, widget=forms.CheckboxSelectMultiple)
    field_order = ("stance", "text", "points", "sources")

    def __init__(
        self, question: Question, answer: Answer | None, workspace: Workspace, data: Any = None
    ) -> None:
        super().__init__(data, initial=answer.model_dump() if answer else {})
        specs, document = field_specs(Answer), workspace.document
        self.fields["stance"] = forms.ChoiceField(
            widget=forms.RadioSelect, label=specs["stance"].label, choices=STANCE.choices()
        )
        self.fields["text"] = form_field(specs["text"], document, workspace.toolkit)
        self._offer("points", {point.id: point.text for point in question.points})
        self._offer("sources", {source.id: source.name for source in document.sources})
        self.order_fields(self.field_order)

    def _offer(self, name: str, labels: dict[str, str]) -> None:
        """Offer these choices, and keep what was chosen before; ask nothing where there are none."""
        field, spec = self.fields[name], field_specs(Answer)[name]
        field.label, field.help_text = spec.label, gettext(spec.help)
        field.choices = list(labels.items())
        field.bind_known(tuple(self.initial.get(name) or ()))
        if not field.choices:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("stance") == "not-relevant" and not cleaned.get("text", "").strip():
            self.add_error("text", _("Say in a few words why it is not relevant here."))
        return cleaned
