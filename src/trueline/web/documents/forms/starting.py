"""Forms by which a document is begun."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from trueline.document import Document, Kind
from trueline.document.field_spec import field_specs
from trueline.exchange.uploads import DOCUMENT_ENDINGS
from trueline.language import language_names
from trueline.web.accounts.models import Membership
from trueline.web.documents.kind_pages import Importer


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
    """A title is enough to begin with; the language is asked, with that of the pages as the guess."""

    title = forms.CharField(label=_("Title"), max_length=500)
    language = forms.ChoiceField(label=_("Language that you will write in"), required=False)

    def __init__(self, members: list[Membership], kind: Kind[Document], data: Any = None) -> None:
        super().__init__(members, data)
        help_text = gettext(field_specs(kind.model)["title"].help)
        self.fields["title"].help_text = f"{help_text} {gettext('It can change later.')}"
        language = self.fields["language"]
        language.choices = [("", ""), *language_names().items()]
        language.initial = (get_language() or "").partition("-")[0]


class ExampleForm(OrganisationForm):
    """Which worked example to begin from."""

    example = forms.ChoiceField(widget=forms.HiddenInput)

    def __init__(self, members: list[Membership], examples: list[str], data: Any = None) -> None:
        super().__init__(members, data)
        self.fields["example"].choices = [(name, name) for name in examples]


class FileForm(OrganisationForm):
    """A document as YAML or JSON, or a file of another program that its kind knows how to read."""

    file = forms.FileField(label=_("File"), allow_empty_file=False)

    def __init__(
        self,
        members: list[Membership],
        importers: tuple[Importer, ...],
        data: Any = None,
        files: Any = None,
    ) -> None:
        super().__init__(members, data, files)
        self.endings = (*DOCUMENT_ENDINGS, *(end for each in importers for end in each.endings))
        field = self.fields["file"]
        field.widget.attrs["accept"] = ",".join(self.endings)
        helps = [
            gettext("One that was exported here (.yaml, .json)."),
            *(i.help for i in importers),
        ]
        field.help_text = " ".join([*map(str, helps), gettext("At most 5 MB.")])

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if PurePath(file.name).suffix.lower() not in self.endings:
            raise ValidationError(
                _("“%(name)s” is of another kind. Upload a file that ends in %(endings)s."),
                params={"name": file.name, "endings": ", ".join(self.endings)},
            )
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(_("The file is larger than 5 MB. Save it without pictures."))
        return file
