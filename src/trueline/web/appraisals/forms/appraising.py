"""Forms of assessors: conflicts, eligibility, answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.web.appraisals.actions.reading import FindingOpinion
from trueline.web.appraisals.findings import Reviewed
from trueline.web.appraisals.forms.fields import LINE, line_field, words_field
from trueline.web.appraisals.models import Check, Criterion, Declaration, Opinion, Remedy, Verdict


class DeclareForm(forms.Form):
    """A declaration of interests towards an applicant."""

    conflict = forms.ChoiceField(
        label=gettext_lazy("Is there a conflict of interest?"),
        widget=forms.RadioSelect,
        choices=[("none", gettext_lazy("No, there is none")), *Declaration.Conflict.choices],
    )
    words = words_field(
        gettext_lazy("In a sentence"),
        help_text=gettext_lazy("What the conflict is, or why a match named above is not one."),
    )

    def __init__(self, suggested: list[str], data: Any = None) -> None:
        super().__init__(data)
        self.suggested = suggested

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        is_none = data.get("conflict") == "none"
        if "conflict" in data and "words" in data and not data["words"]:
            if not is_none:
                self.add_error("words", _("Say in a sentence what the conflict is."))
            elif self.suggested:
                self.add_error("words", _("Say why the match named above is no conflict."))
        return data


class ReasonForm(forms.Form):
    """The reason for which a conflict is dismissed."""

    reason = words_field(gettext_lazy("Why it is no conflict"), required=True)


class CheckForm(forms.Form):
    """Whether a proposal meets each criterion."""

    def __init__(
        self, criteria: list[Criterion], checks: dict[int, Check], data: Any = None
    ) -> None:
        super().__init__(data)
        self.criteria = criteria
        for each in criteria:
            check = checks.get(each.pk)
            self.fields[f"met-{each.pk}"] = forms.ChoiceField(
                label=each.text,
                required=False,
                choices=[("", gettext_lazy("Not looked at yet")), *Check.Met.choices],
                widget=forms.RadioSelect,
                initial=check.met if check else "",
            )
            self.fields[f"note-{each.pk}"] = line_field(
                gettext_lazy("Note"),
                required=False,
                max_length=LINE,
                initial=check.note if check else "",
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for each in self.criteria:
            if data.get(f"met-{each.pk}") == Check.Met.NO and data.get(f"note-{each.pk}") == "":
                self.add_error(f"note-{each.pk}", _("Say what is missing."))
        return data

    @property
    def values(self) -> dict[Criterion, tuple[str, str]]:
        data = self.cleaned_data
        return {each: (data[f"met-{each.pk}"], data[f"note-{each.pk}"]) for each in self.criteria}


class VerdictForm(forms.Form):
    """A verdict on how far a question is answered, and what would close the gap."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("Does the proposal address it?"),
        choices=Verdict.choices,
        widget=forms.RadioSelect,
    )
    remedy = forms.ChoiceField(
        label=gettext_lazy("What would close the gap"),
        required=False,
        choices=[("", gettext_lazy("Nothing named")), *Remedy.choices],
        widget=forms.Select,
    )
    reason = words_field(gettext_lazy("Why"), rows=2)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        verdict = data.get("verdict")
        if verdict == Verdict.NOT_RELEVANT and "reason" in data and not data["reason"]:
            self.add_error("reason", _("Say why the question is not relevant here."))
        if verdict in (Verdict.ADDRESSED, Verdict.NOT_RELEVANT):
            data["remedy"] = ""
        return data


@dataclass(frozen=True)
class FindingFields:
    """A finding with the fields for an assessor's opinion."""

    finding: Reviewed
    kind: forms.BoundField
    reason: forms.BoundField


class FindingsForm(forms.Form):
    """An assessor's opinions on findings of the review."""

    def __init__(
        self, findings: Sequence[Reviewed], data: Any = None, *, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.findings = findings
        for each in findings:
            opinion = each.opinions[0] if each.opinions else None
            self.fields[each.name] = forms.ChoiceField(
                label=gettext_lazy("What do you make of it?"),
                required=False,
                choices=[*each.choices, ("", gettext_lazy("Nothing said"))],
                widget=forms.RadioSelect,
                initial=opinion.kind if opinion else "",
            )
            self.fields[_why(each)] = words_field(
                gettext_lazy("Your reason"), rows=1, initial=opinion.reason if opinion else ""
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for each in self.findings:
            if data.get(_why(each)) != "":
                continue
            if data.get(each.name) == Opinion.Kind.FAILS:
                self.add_error(_why(each), _("Say why the note does not hold."))
            elif data.get(each.name) == Opinion.Kind.REFUSED:
                self.add_error(_why(each), _("Say why you do not accept the designers’ reason."))
        return data

    @property
    def on_findings(self) -> Iterator[FindingFields]:
        return (FindingFields(each, self[each.name], self[_why(each)]) for each in self.findings)

    @property
    def opinions(self) -> list[FindingOpinion]:
        data = self.cleaned_data
        return [
            FindingOpinion(each, data[each.name], data[_why(each)] if data[each.name] else "")
            for each in self.findings
        ]


def _why(finding: Reviewed) -> str:
    return f"{finding.name}-why"


class AnswerForm(FindingsForm, VerdictForm):
    """An assessor's answer to one question, with opinions on its findings."""

    to_panel = words_field(gettext_lazy("Comment to the panel"), rows=2)
    to_applicant = words_field(gettext_lazy("Comment to the applicant"), rows=2)
    quote = words_field(
        gettext_lazy("Mark a passage of your own"),
        rows=2,
        help_text=gettext_lazy("Copy it from the document, word for word."),
    )

    @property
    def answering(self) -> Iterator[forms.BoundField]:
        """The fields on the question itself."""
        return (self[name] for name in self.base_fields)


class RemarkForm(forms.Form):
    """A remark in the discussion."""

    text = words_field(gettext_lazy("Your comment to the panel"), required=True)
