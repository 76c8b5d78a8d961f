"""Making a link to a version."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.language import shortened
from trueline.web.comments.forms import QUOTE_LETTERS
from trueline.web.comments.models import Comment
from trueline.web.sharing.actions import LONGEST, USUAL
from trueline.web.sharing.models import ShareLink
from trueline.web.typed import DayField
from trueline.web.typed.pasted import Prose


def usual_end() -> date:
    return timezone.localdate() + USUAL


class ShareForm(forms.Form):
    """A link: its recipient, its end, and whether the review goes along."""

    note = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=ShareLink._meta.get_field("note").max_length,
        help_text=_("Only your organisation sees this. It tells links apart later."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    guest = forms.CharField(
        label=_("Name, if they may comment"),
        required=False,
        max_length=ShareLink._meta.get_field("guest").max_length,
        help_text=_(
            "Whoever has the link then comments under this name, without an account. They see their"
            " own threads and what you reply, and nothing else that is said."
        ),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    until = DayField(
        label=_("Readable until"),
        required=True,
        last=True,
        initial=usual_end,
        help_text=_("The last day. A year from now at most."),
        error_messages={"required": _("Choose the last day on which the link can be read.")},
    )
    with_review = forms.BooleanField(
        label=_("Show the review as well"),
        required=False,
        help_text=_("What the toolkit’s lessons say of this version, with what you set aside."),
    )

    def clean_guest(self) -> str:
        """A name in one line."""
        return " ".join(self.cleaned_data["guest"].split())

    def clean_until(self) -> date:
        """A day from today on, within a year."""
        day: date = self.cleaned_data["until"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose today or a later day."))
        if day > timezone.localdate() + LONGEST - timedelta(days=1):
            raise forms.ValidationError(_("Choose a day within a year from now."))
        return day

    @property
    def expires(self) -> datetime:
        """The end of the last day."""
        day = self.cleaned_data["until"] + timedelta(days=1)
        return timezone.make_aware(datetime.combine(day, time.min))


class GuestCommentForm(forms.Form):
    """A guest's comment, and the place that it is about."""

    about = forms.ChoiceField(label=_("About"), required=False)
    quote = Prose(
        label=_("Words that you mean"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    text = Prose(
        label=_("Comment"),
        max_length=Comment._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Write what you want to say.")},
    )

    def __init__(self, places: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["about"].choices = [("", _("All of it")), *places[1:]]

    def clean_quote(self) -> str:
        """A passage is named by its beginning, if it is long."""
        return shortened(self.cleaned_data["quote"], QUOTE_LETTERS)
