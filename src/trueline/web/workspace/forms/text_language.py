"""The form that says in which language an element is written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trueline.language import language_names


class TextLanguageForm(forms.Form):
    """A language, or none: then it is written as the document is."""

    language = forms.ChoiceField(
        label=_("Language of its texts"),
        required=False,
        help_text=_(
            "Pages and files then mark them so: screen readers say them right, and they run from the"
            " side from which the language is read."
        ),
    )

    def __init__(self, usual: str, *args: Any, **kwargs: Any) -> None:
        """`usual` is what the language of the document is called; "" where it says none."""
        super().__init__(*args, **kwargs)
        as_usual = _("As the document: %(language)s") % {"language": usual} if usual else ""
        self.fields["language"].choices = [
            ("", as_usual or _("As the document")),
            *sorted(language_names().items(), key=lambda one: one[1]),
        ]
