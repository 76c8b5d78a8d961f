"""The form by which a question of the toolkit is answered: as easy as writing a comment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trueline.design import Answer, Design
from trueline.toolkit import Question, Toolkit
from trueline.web.designs.forms.fields import KeepsUnknown, form_field
from trueline.web.designs.forms.shapes import shapes
from trueline.web.designs.forms.words import in_words


class AnswerForm(forms.Form):
    """Stance, words, points of the question, sources."""

    points = KeepsUnknown(required=False, widget=forms.CheckboxSelectMultiple)
    sources = KeepsUnknown(required=False, widget=forms.CheckboxSelectMultiple)
    field_order = ("stance", "text", "points", "sources")

    def __init__(
        self, question: Question, answer: Answer | None, design: Design, toolkit: Toolkit,
        data: Any = None,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=answer.model_dump() if answer else {})
        declared = shapes(Answer)
        self.fields["stance"] = forms.ChoiceField(
            widget=forms.RadioSelect, label=gettext(declared["stance"][0].title or ""),
            choices=[(word, in_words(word)) for word in declared["stance"][1].choices],
        )  # fmt: skip
        self.fields["text"] = form_field(*declared["text"], design, toolkit)
        self._offer("points", {point.id: point.text for point in question.points})
        self._offer("sources", {source.id: source.name for source in design.sources})
        self.order_fields(self.field_order)

    def _offer(self, name: str, labels: dict[str, str]) -> None:
        """Offer these choices, and keep what was chosen before; ask nothing where there are none."""
        field, info = self.fields[name], shapes(Answer)[name][0]
        field.label, field.help_text = gettext(info.title or ""), gettext(info.description or "")
        field.choices = list(labels.items())
        field.bind_known(tuple(self.initial.get(name) or ()))
        if not field.choices:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("stance") == "not-relevant" and not cleaned.get("text", "").strip():
            self.add_error("text", _("Say in a few words why it is not relevant here."))
        return cleaned
