"""Forms of a round: its call, its questions, its assessors."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trueline.limits import ASSESSORS
from trueline.web.accounts.forms import ZoneSelect, time_zones
from trueline.web.accounts.models import User
from trueline.web.appraisals.forms.fields import (
    ProposalFileField,
    line_field,
    lines_of,
    words_field,
)
from trueline.web.appraisals.keys import OWN
from trueline.web.appraisals.models import Round, Verdict
from trueline.web.library.edition import toolkit_in_use
from trueline.web.typed import DayField, NumberField


def _late_rules() -> list[tuple[int, str]]:
    """Choices for late proposals, by the hours for which they are accepted."""
    taken = [
        (
            hours,
            ngettext(
                "Accept them for up to %(hours)s hour, marked as late",
                "Accept them for up to %(hours)s hours, marked as late",
                hours,
            )
            % {"hours": hours},
        )
        for hours in (1, 24, 72)
    ]
    return [(0, _("Refuse them")), *taken]


class RoundForm(forms.Form):
    """The call, its deadline and its rules."""

    title = line_field(gettext_lazy("Title of the call"))
    text = words_field(
        gettext_lazy("What applicants read"),
        rows=8,
        max_length=20_000,
        help_text=gettext_lazy("What you fund, for whom, and what a proposal should contain."),
    )
    budget = NumberField(label=gettext_lazy("Budget of the round"), required=False)
    currency = forms.CharField(
        label=gettext_lazy("Currency"),
        required=False,
        max_length=3,
        help_text=gettext_lazy("By its three letters, such as EUR."),
    )
    day = DayField(label=gettext_lazy("Last day for proposals"))
    hour = forms.TimeField(
        label=gettext_lazy("Time on that day"),
        initial=time(23, 59),
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "23:59"}),
        help_text=gettext_lazy("As hours and minutes, such as 17:00."),
    )
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone of the deadline"),
        required=False,
        choices=time_zones,
        widget=ZoneSelect,
    )
    late_hours = forms.TypedChoiceField(
        label=gettext_lazy("Late proposals"),
        coerce=int,
        choices=_late_rules,
        help_text=gettext_lazy("The call shows this rule. Each late attempt is in the log."),
    )
    assessors_each = forms.IntegerField(
        label=gettext_lazy("Assessors for each proposal"),
        min_value=1,
        max_value=10,
        initial=3,
        help_text=gettext_lazy(
            "Each reads independently; with only one there is nothing to compare."
        ),
    )
    criteria = words_field(
        gettext_lazy("Eligibility criteria"),
        rows=5,
        max_length=20_000,
        help_text=gettext_lazy(
            "One per line. They are shown in the call, and fixed once it is open."
        ),
    )

    def __init__(self, data: Any = None, *, round: Round | None = None) -> None:
        initial: dict[str, Any] = {}
        if round is not None:
            initial = forms.model_to_dict(round)
            at = round.deadline.astimezone(round.zone)
            initial |= {"day": at.date(), "hour": at.time()}
            initial["criteria"] = "\n".join(each.text for each in round.criteria.all())
        super().__init__(data, initial=initial)
        self.round = round
        if round is not None and round.opened:
            self.fields["criteria"].disabled = True

    def clean_criteria(self) -> list[str]:
        return lines_of(self.cleaned_data["criteria"])

    def clean_currency(self) -> str:
        code = str(self.cleaned_data["currency"]).upper()
        if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
            raise ValidationError(_("Write the three letters of the currency, such as EUR."))
        return code

    def clean_budget(self) -> Any:
        budget = self.cleaned_data["budget"]
        if budget is not None and not 0 < budget < 10**12:
            raise ValidationError(_("Write a budget above zero, or leave it empty if it is open."))
        return None if budget is None else round(budget, 2)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("budget") is not None and data.get("currency") == "":
            self.add_error("currency", _("Write the currency of the budget."))
        if data.get("day") and data.get("hour"):
            zone = ZoneInfo(data.get("time_zone") or "UTC")
            deadline = datetime.combine(data["day"], data["hour"], zone)
            before = self.round.deadline if self.round else None
            if deadline <= timezone.now() and deadline != before:
                self.add_error("day", _("This moment has passed. Choose a later one."))
            data["deadline"] = deadline
        return data


class QuestionsForm(forms.Form):
    """Chooses the questions that count."""

    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Questions of the toolkit"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own = words_field(
        gettext_lazy("Questions of your own"),
        rows=4,
        max_length=20_000,
        help_text=gettext_lazy("One per line. Passages for them are found by their wording alone."),
    )

    def __init__(self, round: Round, data: Any = None) -> None:
        questions = list(round.questions.all())
        own = "\n".join(each.text for each in questions if each.key.startswith(OWN))
        super().__init__(data, initial={"chosen": [each.key for each in questions], "own": own})
        toolkit = toolkit_in_use()
        self.fields["chosen"].choices = [
            (section.title, [(q.id, f"{q.title} ({q.ref})") for q in toolkit.questions(section.id)])
            for section in toolkit.sections
            if toolkit.questions(section.id)
        ]

    def clean_own(self) -> list[str]:
        return lines_of(self.cleaned_data["own"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and not data["chosen"] and not data["own"]:
            raise ValidationError(_("Choose at least one question, or write one."))
        return data


POINTS = {
    "points_addressed": Verdict.ADDRESSED,
    "points_partly": Verdict.PARTLY,
    "points_absent": Verdict.ABSENT,
}
MOST_POINTS = 1_000
LEAST_WEIGHT = Decimal("0.01")


class ScoreForm(forms.Form):
    """A score of the funder's own. Left empty, there is none; nothing is filled in beforehand."""

    def __init__(self, round: Round, data: Any = None) -> None:
        super().__init__(data)
        self.questions = list(round.questions.all())
        for name, verdict in POINTS.items():
            label = _("Points for “%(verdict)s”") % {"verdict": verdict.label}
            initial = getattr(round, name)
            self.fields[name] = NumberField(label=label, required=False, initial=initial)
        for each in self.questions:
            label = _("Weight of: %(question)s") % {"question": each.text}
            self.fields[f"weight-{each.pk}"] = NumberField(
                label=label, required=False, initial=each.weight
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        filled = [name for name in self.fields if data.get(name) is not None]
        for name in filled:
            if name in POINTS and not 0 <= data[name] <= MOST_POINTS:
                self.add_error(name, _("Write a number from 0 to 1,000."))
            elif name not in POINTS and not LEAST_WEIGHT <= data[name] <= MOST_POINTS:
                self.add_error(name, _("Write a number above 0, and not above 1,000."))
        if self.errors or not filled:
            return data
        for name in POINTS:
            if data.get(name) is None:
                self.add_error(name, _("Say what each of the three is worth, or leave all empty."))
        if not any(name not in POINTS for name in filled):
            raise ValidationError(_("Give at least one question a weight, or leave all empty."))
        return data

    @property
    def points(self) -> dict[str, Any]:
        return {name: self._rounded(name) for name in POINTS}

    @property
    def weights(self) -> dict[int, Any]:
        return {each.pk: self._rounded(f"weight-{each.pk}") for each in self.questions}

    def _rounded(self, name: str) -> Any:
        value = self.cleaned_data[name]
        return None if value is None else round(value, 2)


class AssessorsForm(forms.Form):
    """Chooses who reads in a round."""

    people = forms.MultipleChoiceField(
        label=gettext_lazy("Assessors"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, members: list[User], data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.members = {str(each.pk): each for each in members}
        self.fields["people"].choices = [(key, str(each)) for key, each in self.members.items()]

    def clean_people(self) -> list[User]:
        if len(self.cleaned_data["people"]) > ASSESSORS.most:
            raise ValidationError(ASSESSORS.sentence(len(self.cleaned_data["people"])))
        return [self.members[key] for key in self.cleaned_data["people"]]


class CalibrationForm(forms.Form):
    """The case that all assessors read first."""

    title = line_field(gettext_lazy("Title of the case"))
    file = ProposalFileField(label=gettext_lazy("Document"))
