"""Forms of the accounts app."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SignUpForm(forms.Form):
    """What signing up asks beyond email and password."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, help_text=_("As your colleagues know you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    field_order = ["name", "email", "password1", "password2"]

    def signup(self, request: object, user: object) -> None:
        """Nothing more to keep: the adapter has taken the name."""
