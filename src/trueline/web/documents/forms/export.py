"""Options for a file."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trueline.web.languages.choices import LanguageSelect

PAPER_NAMES = {"a4": _("A4"), "letter": _("US Letter")}


class ExportForm(forms.Form):
    """Choices that hold for every file that they bear on."""

    paper = forms.ChoiceField(
        label=_("Paper"), choices=list(PAPER_NAMES.items()), initial="a4", required=False
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        widget=LanguageSelect,
        initial=get_language,
        required=False,
        help_text=_(
            "What you wrote stays as it is. Headings that have no translation yet are named below."
        ),
    )
    with_review = forms.BooleanField(
        label=_("With the review"),
        required=False,
        help_text=_("Documents that can include the review then end with it."),
    )
