"""Forms to ask, to decide and to set conditions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.web.appraisals.forms.fields import words_field
from trueline.web.appraisals.models import Decision, Proposal, ProposalFile, RoundQuestion
from trueline.web.appraisals.passages import place_in
from trueline.web.typed import DayField


class ClarifyForm(forms.Form):
    """A request for clarification to an applicant."""

    question = forms.ModelChoiceField(
        label=gettext_lazy("About the question"),
        queryset=RoundQuestion.objects.none(),
        required=False,
        empty_label=gettext_lazy("None in particular"),
    )
    quote = words_field(
        gettext_lazy("About the passage"),
        rows=2,
        help_text=gettext_lazy("Copy it from the document, word for word."),
    )
    text = words_field(gettext_lazy("What you would like to know"), required=True)
    due = DayField(label=gettext_lazy("Answer by"))

    def __init__(self, proposal: Proposal, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.proposal = proposal
        self.passage: tuple[ProposalFile, int] | None = None
        self.fields["question"].queryset = proposal.round.questions.all()

    def clean_quote(self) -> str:
        """The place of the words; if no file could be read, they are taken as somebody wrote them."""
        quote = str(self.cleaned_data["quote"])
        files = [each for each in self.proposal.files.all() if each.blocks]
        if not quote or not files:
            return quote
        place = place_in(files, quote.removesuffix("…"))
        if place is None:
            raise ValidationError(
                _("These words stand nowhere in the document. Copy them as they are.")
            )
        self.passage = (place.file, place.page)
        return quote

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due < timezone.localdate():
            raise ValidationError(_("This day has passed. Choose a later one."))
        return due


class DecideForm(forms.Form):
    """A decision, why, and in which words the applicant hears of it."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=Decision.Outcome.choices, widget=forms.RadioSelect
    )
    reason = words_field(
        gettext_lazy("Reasons, for your records"),
        required=True,
        help_text=gettext_lazy("What board and auditor will read. The applicant does not see it."),
    )
    letter = words_field(
        gettext_lazy("Letter to the applicant"),
        rows=14,
        max_length=20_000,
        help_text=gettext_lazy(
            "Leave it empty to start from a draft based on the panel’s answers and comments."
        ),
    )


class ConditionForm(forms.Form):
    """A condition of a decision for the programme."""

    text = words_field(gettext_lazy("Condition"), rows=2, required=True)
    due = DayField(label=gettext_lazy("To be met by"), required=False)
