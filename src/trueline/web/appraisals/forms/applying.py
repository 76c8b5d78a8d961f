"""Forms of applicants."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.web.accounts.forms import ZoneSelect, time_zones
from trueline.web.appraisals.forms.fields import ProposalFileField, line_field, words_field
from trueline.web.appraisals.models import Proposal, ProposalFile
from trueline.web.documents.models import Submission


class FileForm(forms.Form):
    """A file that is added to a proposal, perhaps in the place of one that is there or was."""

    file = ProposalFileField(label=gettext_lazy("Document"))
    replaces = forms.ModelChoiceField(
        label=gettext_lazy("Replaces"),
        queryset=ProposalFile.objects.none(),
        required=False,
        empty_label=gettext_lazy("None: add it to the others"),
        help_text=gettext_lazy("Those who read your proposal will then see what changed."),
    )

    def __init__(self, proposal: Proposal, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"replaces": None})
        others = proposal.files.filter(document_kind="", replaced_by=None)
        if others.exists():
            self.fields["replaces"].queryset = others.select_related("attachment").defer(
                "blocks", "passages"
            )
        else:
            del self.fields["replaces"]


class VersionForm(forms.Form):
    """A newer version of work in Trueline that is handed over in the place of the one before."""

    version = forms.ChoiceField(label=gettext_lazy("A version that you submitted in Trueline"))

    def __init__(self, versions: list[Submission], data: Any = None) -> None:
        super().__init__(data)
        self.versions = {str(each.pk): each for each in versions}
        self.fields["version"].choices = [
            (key, _version(one)) for key, one in self.versions.items()
        ]

    @property
    def submission(self) -> Submission:
        return self.versions[self.cleaned_data["version"]]


class ApplyForm(forms.Form):
    """Who applies, and with what."""

    title = line_field(gettext_lazy("Title of your proposal"))
    applicant = line_field(gettext_lazy("Your organisation"))
    contact = line_field(gettext_lazy("Contact person"), max_length=120)
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
        help_text=gettext_lazy("Deadlines are also shown in your time zone."),
    )
    version = forms.ChoiceField(
        label=gettext_lazy("A version that you submitted in Trueline"),
        required=False,
        help_text=gettext_lazy("It is handed in as it was frozen; you can go on working."),
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


class TextForm(forms.Form):
    """An applicant's answer or report."""

    text = words_field(gettext_lazy("Your answer"), required=True, rows=4)
