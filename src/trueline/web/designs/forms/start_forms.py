"""Forms by which a design is begun."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from trueline.exchange.uploads import ENDINGS
from trueline.web.accounts.models import Membership


class OrganisationForm(forms.Form):
    """Asks for which organisation, where a person has the choice."""

    organisation = forms.ChoiceField(label=_("For which organisation"))

    def __init__(self, members: list[Membership], data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.members = {str(member.organisation_id): member for member in members}
        choices = [(key, str(member.organisation)) for key, member in self.members.items()]
        field = self.fields["organisation"]
        field.choices = choices
        if len(choices) == 1:
            field.widget = forms.HiddenInput()
            field.initial = choices[0][0]
        self.order_fields([name for name in self.fields if name != "organisation"])

    @property
    def member(self) -> Membership:
        return self.members[self.cleaned_data["organisation"]]


class BlankForm(OrganisationForm):
    """A title is enough to begin with."""

    title = forms.CharField(
        label=_("Title"), max_length=500, help_text=_("Name of the programme. It can change later.")
    )


class ExampleForm(OrganisationForm):
    """Which worked example to begin from."""

    example = forms.ChoiceField(widget=forms.HiddenInput)

    def __init__(self, members: list[Membership], examples: list[str], data: Any = None) -> None:
        super().__init__(members, data)
        self.fields["example"].choices = [(name, name) for name in examples]


class FileForm(OrganisationForm):
    """A design as YAML or JSON, or a logframe in Excel or Word."""

    file = forms.FileField(
        label=_("File"), allow_empty_file=False,
        help_text=_("A design (.yaml, .json), or a logframe in the usual four columns (.xlsx, .docx)."
                    " At most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
    )  # fmt: skip

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if PurePath(file.name).suffix.lower() not in ENDINGS:
            raise ValidationError(
                _("“%(name)s” is of another kind. Upload a file that ends in %(endings)s."),
                params={"name": file.name, "endings": ", ".join(ENDINGS)},
            )
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(_("The file is larger than 5 MB. Save it without pictures."))
        return file
