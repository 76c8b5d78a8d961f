"""Forms of rounds of progress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.document import Money
from trueline.language.parsing import Sum
from trueline.language.terms import ACTIVITY_STATUS
from trueline.plan import Activity
from trueline.plan.progress import ActivityProgress
from trueline.review.personal_data import tells_of_somebody
from trueline.toolkit import Toolkit
from trueline.web.documents.models import DocumentRecord
from trueline.web.plans.actions.links import LONGEST
from trueline.web.plans.models import LONGEST_TEXT, ActivityReport, ProgressRound
from trueline.web.typed import DayField
from trueline.web.typed.money import SumField


class RoundForm(forms.Form):
    """The name of a round, the days that it is about, and until when it is answered."""

    title = forms.CharField(
        label=gettext_lazy("Name of the round"),
        max_length=ProgressRound._meta.get_field("title").max_length,
        help_text=gettext_lazy("Such as “First half of 2027”."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    first = DayField(label=gettext_lazy("About the days from"))
    last = DayField(label=gettext_lazy("To"), last=True)
    due = DayField(label=gettext_lazy("To be answered by"), last=True)

    def __init__(self, record: DocumentRecord, data: Any = None) -> None:
        super().__init__(data)
        self.record = record

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if self.record.progress_rounds.filter(title=title).exists():
            raise forms.ValidationError(_("There is a round of this name already. Choose another."))
        return title

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last, due = (data.get(name) for name in ("first", "last", "due"))
        if first and last and last < first:
            self.add_error("last", _("The days end before they begin. Look at both."))
        if first and due and due < first:
            self.add_error(
                "due", _("This is before the days that are asked about. Choose a later day.")
            )
        return data


class LinkForm(forms.Form):
    """Until when a link opens."""

    until = DayField(
        label=gettext_lazy("Opens until"),
        last=True,
        help_text=gettext_lazy("The last day. A year from now at most."),
    )

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        if not timezone.localdate() <= day < timezone.localdate() + LONGEST:
            raise forms.ValidationError(_("Choose a day from today on, within a year."))
        return day

    @property
    def expires(self) -> datetime:
        """The end of the last day."""
        return timezone.make_aware(
            datetime.combine(self.cleaned_data["until"] + timedelta(days=1), time.min)
        )


class DecideForm(forms.Form):
    """Whether what a body handed in stands."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Your decision"),
        choices=[
            ("accept", gettext_lazy("Accept it")),
            ("return", gettext_lazy("Return it, with a reason")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Why it is returned"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=gettext_lazy("The body reads this above its report."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("decision") == "return" and "reason" in data and not data["reason"]:
            self.add_error("reason", _("Say why, so that the body knows what to look at."))
        return data


@dataclass(frozen=True)
class ActivityRow:
    """An activity in the form: its line, its report of the round before, and its four fields.
    `stored` is what is saved now, where somebody else wrote meanwhile.
    """

    line: ActivityReport
    activity: Activity
    before: ActivityProgress
    fields: tuple[BoundField, ...]
    stored: ActivityProgress | None = None


class ProgressForm(forms.Form):
    """A body's report on its activities, four fields for each. `met`: somebody else wrote meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    met = False

    def __init__(
        self,
        lines: Iterable[tuple[ActivityReport, Activity]],
        toolkit: Toolkit,
        usual: str,
        version: int,
        data: Any = None,
    ) -> None:
        super().__init__(data, initial={"version": version})
        self.lines, self.toolkit = list(lines), toolkit
        for line, activity in self.lines:
            currency = activity.budget.currency if activity.budget else usual
            self._add(line, line.currency or currency)

    def _add(self, line: ActivityReport, currency: str) -> None:
        progress = line.progress
        texts = {
            "status": forms.ChoiceField(
                label=_("Status"),
                choices=[("", _("Nothing said yet")), *ACTIVITY_STATUS.choices()],
                required=False,
                initial=progress.status,
            ),
            "spent": SumField(
                currency,
                label=_("Spent since the plan began (%(currency)s)") % {"currency": currency}
                if currency
                else _("Spent since the plan began, with its currency"),
                required=False,
                initial=Sum(progress.spent.amount, progress.spent.currency)
                if progress.spent
                else None,
                help_text=_("Leave it empty where nobody knows; that is not 0."),
            ),
            "hinders": _text(_("What hinders"), progress.hinders),
            "evidence": _text(
                _("Evidence"),
                progress.evidence,
                _("Where others can see it: a report, a law, a link."),
            ),
        }
        self.fields |= {f"{name}-{line.pk}": field for name, field in texts.items()}

    def rows(self, before: dict[str, ActivityProgress]) -> list[ActivityRow]:
        """The rows of the page, in the order of the plan."""
        return [
            ActivityRow(
                line,
                activity,
                before.get(activity.id, ActivityProgress()),
                tuple(self[f"{name}-{line.pk}"] for name in NAMES),
                line.progress if self.met else None,
            )
            for line, activity in self.lines
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for line, _activity in self.lines:
            for name in ("hinders", "evidence"):
                if tells_of_somebody(data.get(f"{name}-{line.pk}", ""), self.toolkit):
                    self.add_error(
                        f"{name}-{line.pk}",
                        _("This reads as if a client could be known by it. Take that out."),
                    )
            hinders = f"hinders-{line.pk}"
            if data.get(f"status-{line.pk}") == "held-up" and hinders in data and not data[hinders]:
                self.add_error(hinders, _("Say what holds it up, so that somebody can help."))
        return data

    @property
    def progress(self) -> dict[int, ActivityProgress]:
        """The filled-in values, by the ids of lines."""
        return {line.pk: self._progress(line.pk) for line, _activity in self.lines}

    def _progress(self, pk: int) -> ActivityProgress:
        status, spent, hinders, evidence = (self.cleaned_data[f"{name}-{pk}"] for name in NAMES)
        paid = Money(amount=spent.amount, currency=spent.currency) if spent else None
        return ActivityProgress(status, paid, hinders, evidence)


NAMES = ("status", "spent", "hinders", "evidence")


def _text(label: str, initial: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_TEXT,
        initial=initial,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
