"""Handing a version in under a name."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from trueline.web.documents.models import Submission


class SubmissionForm(forms.Form):
    """By which name others will speak of this version."""

    name = forms.CharField(
        label=_("Name of this version"),
        max_length=Submission._meta.get_field("name").max_length,
        help_text=_("Such as “Full proposal, May 2027”. It stays with this version."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
