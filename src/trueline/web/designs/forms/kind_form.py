"""The form by which the kind of an activity is chosen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trueline.design import ACTIVITY_KINDS
from trueline.web.designs.forms.words import in_words


class KindForm(forms.Form):
    """One of the kinds of activity."""

    kind = forms.ChoiceField(label=_("Kind of activity"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind, in_words(kind)) for kind in ACTIVITY_KINDS]
