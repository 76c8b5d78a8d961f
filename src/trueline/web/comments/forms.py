"""Writing a comment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import Organisation
from trueline.web.comments.mentions import members_of
from trueline.web.comments.models import Comment


class CommentForm(forms.Form):
    """What is said, and a member whose attention it wants."""

    text = forms.CharField(
        label=_("Comment"),
        max_length=Comment._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        error_messages={"required": _("Write what you want to say.")},
    )
    mention = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label=_("Ask somebody to look"),
        empty_label=_("Nobody"),
        help_text=_("They find it under “Mentions”. You can also write @ and a full name."),
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mention"].queryset = members_of(organisation)

    @property
    def mentioned(self) -> list[Any]:
        """The member chosen, if one is."""
        chosen = self.cleaned_data["mention"]
        return [chosen] if chosen else []
