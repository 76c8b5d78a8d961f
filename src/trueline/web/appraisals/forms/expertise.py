"""A form for one's own expertise."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from trueline.language import language_names
from trueline.language.locales import territories
from trueline.language.parsing import country_codes
from trueline.passages.languages import TOLD_APART
from trueline.web.appraisals.models import Expertise
from trueline.web.library.edition import toolkit_in_use
from trueline.web.typed import CountriesField


class ExpertiseForm(forms.Form):
    """Sections of the toolkit, languages, countries. (A form's own `sections` are parts of the page.)"""

    matter = forms.MultipleChoiceField(
        label=gettext_lazy("Sections of the toolkit that you know well"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages that you read"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Those that the program tells apart. Name all or none."),
    )

    def __init__(self, expertise: Expertise | None, data: Any = None) -> None:
        initial: dict[str, Any] = {}
        if expertise is not None:
            initial = {"matter": expertise.sections, "languages": expertise.languages}
            initial["countries"] = expertise.countries
        super().__init__(data, initial=initial)
        labels = {code: territories().get(code, code) for code in country_codes()}
        self.fields["countries"] = CountriesField(
            labels=labels,
            label=gettext_lazy("Countries that you know from your own work"),
            required=False,
            help_text=gettext_lazy("By their names, with commas between."),
        )
        self.fields["matter"].choices = [
            (each.id, each.title)
            for each in toolkit_in_use().sections
            if toolkit_in_use().questions(each.id)
        ]
        self.fields["languages"].choices = [
            (code, name) for code, name in language_names().items() if code in TOLD_APART
        ]

    @property
    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = {"sections": "matter", "languages": "languages", "countries": "countries"}
        return {name: data[field] for name, field in names.items()}
