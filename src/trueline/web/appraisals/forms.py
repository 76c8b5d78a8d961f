"""Forms of rounds, proposals, readings and decisions."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trueline.limits import ASSESSORS, FILE_BYTES
from trueline.passages.reading import ENDINGS
from trueline.web.accounts.forms import ZoneSelect, time_zones
from trueline.web.accounts.models import User
from trueline.web.appraisals.keys import OWN
from trueline.web.appraisals.models import (
    Check,
    Criterion,
    Decision,
    Declaration,
    Proposal,
    Remedy,
    Round,
    RoundQuestion,
    Verdict,
)
from trueline.web.documents.models import Submission
from trueline.web.library.edition import toolkit_in_use
from trueline.web.typed import DayField, NumberField

LETTERS = 5_000
LINE = 500
MOST_LINES = 40


def _words(label: Any, *, rows: int = 3, required: bool = False, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(
        label=label, required=required, widget=widget, **{"max_length": LETTERS, **more}
    )


def _line(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.TextInput(attrs={"dir": "auto"}), **{"max_length": 200, **more}
    )


def _lines_of(text: str) -> list[str]:
    """The lines of a text that say something. Raises ValidationError where one is too long."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise ValidationError(_("At most %(most)s lines.") % {"most": MOST_LINES})
    for line in lines:
        if len(line) > LINE:
            start = line[:40]
            raise ValidationError(
                _("The line that begins with “%(start)s” is longer than %(most)s letters.")
                % {"start": start, "most": LINE}
            )
    return lines


def _late_rules() -> list[tuple[int, str]]:
    """What may become of proposals that come late, by the hours for which they are taken."""
    taken = [
        (
            hours,
            ngettext(
                "Take them for %(hours)s hour, marked as late",
                "Take them for %(hours)s hours, marked as late",
                hours,
            )
            % {"hours": hours},
        )
        for hours in (1, 24, 72)
    ]
    return [(0, _("Refuse them")), *taken]


class RoundForm(forms.Form):
    """What is called for, until when, and by which rules."""

    title = _line(gettext_lazy("Title of the call"))
    text = _words(
        gettext_lazy("What applicants read"),
        rows=8,
        max_length=20_000,
        help_text=gettext_lazy("What you fund, for whom, and what a proposal should hold."),
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
        label=gettext_lazy("By the clocks of"),
        required=False,
        choices=time_zones,
        widget=ZoneSelect,
    )
    late_hours = forms.TypedChoiceField(
        label=gettext_lazy("Proposals that come late"),
        coerce=int,
        choices=_late_rules,
        help_text=gettext_lazy("The rule stands in the call. Each late try is in the log."),
    )
    assessors_each = forms.IntegerField(
        label=gettext_lazy("Assessors for each proposal"),
        min_value=1,
        max_value=10,
        initial=3,
        help_text=gettext_lazy("Each reads alone; with one there is nothing to compare."),
    )
    criteria = _words(
        gettext_lazy("Eligibility criteria"),
        rows=5,
        max_length=20_000,
        help_text=gettext_lazy(
            "One a line. They are shown in the call, and fixed once it is open."
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
        return _lines_of(self.cleaned_data["criteria"])

    def clean_currency(self) -> str:
        code = str(self.cleaned_data["currency"]).upper()
        if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
            raise ValidationError(_("Write the three letters of the currency, such as EUR."))
        return code

    def clean_budget(self) -> Any:
        budget = self.cleaned_data["budget"]
        if budget is not None and not 0 < budget < 10**12:
            raise ValidationError(_("A budget is more than nothing. Leave it empty if it is open."))
        return None if budget is None else round(budget, 2)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("budget") is not None and data.get("currency") == "":
            self.add_error("currency", _("Write the currency of the budget."))
        if data.get("day") and data.get("hour"):
            zone = ZoneInfo(data.get("time_zone") or "UTC")
            deadline = datetime.combine(data["day"], data["hour"], zone)
            kept = self.round.deadline if self.round else None
            if deadline <= timezone.now() and deadline != kept:
                self.add_error("day", _("This moment has passed. Choose a later one."))
            data["deadline"] = deadline
        return data


class QuestionsForm(forms.Form):
    """Which questions count."""

    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Questions of the toolkit"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own = _words(
        gettext_lazy("Questions of your own"),
        rows=4,
        max_length=20_000,
        help_text=gettext_lazy("One a line. Passages are found for them by their words alone."),
    )

    def __init__(self, round: Round, data: Any = None) -> None:
        asked = list(round.questions.all())
        own = "\n".join(each.text for each in asked if each.key.startswith(OWN))
        super().__init__(data, initial={"chosen": [each.key for each in asked], "own": own})
        toolkit = toolkit_in_use()
        self.fields["chosen"].choices = [
            (section.title, [(q.id, f"{q.title} ({q.ref})") for q in toolkit.questions(section.id)])
            for section in toolkit.sections
            if toolkit.questions(section.id)
        ]

    def clean_own(self) -> list[str]:
        return _lines_of(self.cleaned_data["own"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and not data["chosen"] and not data["own"]:
            raise ValidationError(_("Choose at least one question, or write one."))
        return data


class AssessorsForm(forms.Form):
    """Who reads in a round."""

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


class ProposalFileField(forms.FileField):
    """A file that can be read for passages."""

    def __init__(self, **more: Any) -> None:
        endings = ", ".join(ENDINGS)
        help_text = gettext_lazy("PDF, Word, OpenDocument, web page or text, of up to 5 MB.")
        widget = forms.FileInput(attrs={"accept": endings})
        super().__init__(**{"help_text": help_text, "widget": widget, "max_length": 255, **more})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return None
        if PurePath(file.name).suffix.lower() not in ENDINGS:
            raise ValidationError(
                _("“%(name)s” is of a kind that is not read. Send one of %(endings)s.")
                % {"name": file.name, "endings": ", ".join(ENDINGS)}
            )
        if file.size > FILE_BYTES.most:
            raise ValidationError(_("The file is larger than 5 MB. Send it without pictures."))
        return file.name, file.read()


class FileForm(forms.Form):
    """A file that is added to a proposal."""

    file = ProposalFileField(label=gettext_lazy("Document"))


class CalibrationForm(forms.Form):
    """The case that all assessors read first."""

    title = _line(gettext_lazy("Title of the case"))
    file = ProposalFileField(label=gettext_lazy("Document"))


class ApplyForm(forms.Form):
    """Who applies, and with what."""

    title = _line(gettext_lazy("Title of your proposal"))
    applicant = _line(gettext_lazy("Your organisation"))
    contact = _line(gettext_lazy("Contact person"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("Mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Your time zone"),
        required=False,
        choices=time_zones,
        widget=ZoneSelect,
        help_text=gettext_lazy("Deadlines are shown by your clocks as well."),
    )
    version = forms.ChoiceField(
        label=gettext_lazy("A version that you submitted in Trueline"),
        required=False,
        help_text=gettext_lazy("It is handed over as it was frozen; you can work on."),
    )
    file = ProposalFileField(label=gettext_lazy("Document"), required=False)

    def __init__(
        self, versions: list[Submission], data: Any = None, files: Any = None, **more: Any
    ) -> None:
        super().__init__(data, files, **more)
        self.versions = {str(each.pk): each for each in versions}
        if versions:
            choices = [
                ("", _("None")),
                *((key, _version(one)) for key, one in self.versions.items()),
            ]
            self.fields["version"].choices = choices
        else:
            del self.fields["version"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "file" not in self.errors and not data.get("file") and not data.get("version"):
            self.add_error("file", _("Choose a document, so that there is something to read."))
        if data.get("time_zone") and data["time_zone"] not in available_timezones():
            data["time_zone"] = ""
        return data

    @property
    def submission(self) -> Submission | None:
        return self.versions.get(self.cleaned_data.get("version", ""))


def _version(one: Submission) -> str:
    return f"{one.revision.document.label} – {one.name}"


class DeclareForm(forms.Form):
    """Where somebody stands towards an applicant."""

    conflict = forms.ChoiceField(
        label=gettext_lazy("Is there a conflict of interest?"),
        widget=forms.RadioSelect,
        choices=[("none", gettext_lazy("No, there is none")), *Declaration.Conflict.choices],
    )
    words = _words(
        gettext_lazy("In a sentence"),
        help_text=gettext_lazy("What it is; or why a match that is named above is none."),
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
    """Why a conflict is dismissed."""

    reason = _words(gettext_lazy("Why it is no conflict"), required=True)


class CheckForm(forms.Form):
    """Whether a proposal meets each criterion."""

    def __init__(
        self, criteria: list[Criterion], checks: dict[int, Check], data: Any = None
    ) -> None:
        super().__init__(data)
        self.criteria = criteria
        for each in criteria:
            kept = checks.get(each.pk)
            self.fields[f"met-{each.pk}"] = forms.ChoiceField(
                label=each.text,
                required=False,
                choices=[("", gettext_lazy("Not looked at yet")), *Check.Met.choices],
                widget=forms.RadioSelect,
                initial=kept.met if kept else "",
            )
            self.fields[f"note-{each.pk}"] = _line(
                gettext_lazy("Note"),
                required=False,
                max_length=LINE,
                initial=kept.note if kept else "",
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
    """How far a question is answered, and what would close the gap."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("Does the proposal answer it?"),
        choices=Verdict.choices,
        widget=forms.RadioSelect,
    )
    remedy = forms.ChoiceField(
        label=gettext_lazy("What would close the gap"),
        required=False,
        choices=[("", gettext_lazy("Nothing named")), *Remedy.choices],
        widget=forms.Select,
    )
    reason = _words(gettext_lazy("Why"), rows=2)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        verdict = data.get("verdict")
        if verdict == Verdict.NOT_RELEVANT and "reason" in data and not data["reason"]:
            self.add_error("reason", _("Say why the question is not relevant here."))
        if verdict in (Verdict.ADDRESSED, Verdict.NOT_RELEVANT):
            data["remedy"] = ""
        return data


class AnswerForm(VerdictForm):
    """What an assessor says of one question."""

    to_panel = _words(gettext_lazy("Comment to the panel"), rows=2)
    to_applicant = _words(gettext_lazy("Comment to the applicant"), rows=2)
    quote = _words(
        gettext_lazy("Mark a passage of your own"),
        rows=2,
        help_text=gettext_lazy("Copy it from the document, word for word."),
    )


class RemarkForm(forms.Form):
    """What somebody says in the discussion."""

    text = _words(gettext_lazy("Say something to the panel"), required=True)


class ClarifyForm(forms.Form):
    """What an applicant is asked."""

    question = forms.ModelChoiceField(
        label=gettext_lazy("About the question"),
        queryset=RoundQuestion.objects.none(),
        required=False,
        empty_label=gettext_lazy("None in particular"),
    )
    quote = _words(gettext_lazy("About the passage"), rows=2)
    text = _words(gettext_lazy("What you would like to know"), required=True)
    due = DayField(label=gettext_lazy("Answer by"))

    def __init__(self, proposal: Proposal, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["question"].queryset = proposal.round.questions.all()

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due < timezone.localdate():
            raise ValidationError(_("This day has passed. Choose a later one."))
        return due


class DecideForm(forms.Form):
    """What was decided, why, and in which words the applicant hears of it."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=Decision.Outcome.choices, widget=forms.RadioSelect
    )
    reason = _words(
        gettext_lazy("Reasons, for your records"),
        required=True,
        help_text=gettext_lazy("What board and auditor will read. The applicant does not see it."),
    )
    letter = _words(
        gettext_lazy("Letter to the applicant"),
        rows=14,
        max_length=20_000,
        help_text=gettext_lazy(
            "Leave it empty to begin with a draft made of the panel’s answers and comments."
        ),
    )


class ConditionForm(forms.Form):
    """What a decision asks of the programme."""

    text = _words(gettext_lazy("Condition"), rows=2, required=True)
    due = DayField(label=gettext_lazy("To be met by"), required=False)


class TextForm(forms.Form):
    """An applicant's answer or report."""

    text = _words(gettext_lazy("Your answer"), required=True, rows=4)
