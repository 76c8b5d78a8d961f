"""Fields and lines that the forms share."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.limits import FILE_BYTES
from trueline.passages.reading import ENDINGS

LETTERS = 5_000
LINE = 500
MOST_LINES = 40


def words_field(
    label: Any, *, rows: int = 3, required: bool = False, **more: Any
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(
        label=label, required=required, widget=widget, **{"max_length": LETTERS, **more}
    )


def line_field(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.TextInput(attrs={"dir": "auto"}), **{"max_length": 200, **more}
    )


def lines_of(text: str) -> list[str]:
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
