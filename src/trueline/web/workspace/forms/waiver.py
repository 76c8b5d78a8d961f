"""The form by which a finding is set aside."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.web.typed import DayField
from trueline.web.typed.pasted import Prose

LONGEST = timedelta(days=366 * 2)


class WaiverForm(forms.Form):
    """A reason, and the day on which it will be looked at again."""

    why = Prose(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("The reason, for somebody who reads it in a year."),
    )
    until = DayField(
        label=_("Until"),
        required=True,
        last=True,
        help_text=_("When it will be looked at again. It stays visible till then."),
    )

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if day <= today:
            raise ValidationError(_("Choose a day to come."))
        if day > today + LONGEST:
            raise ValidationError(
                _("Choose a day within two years, so that it is looked at again.")
            )
        return day
