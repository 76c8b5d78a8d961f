"""Writing a comment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trueline.language import shortened
from trueline.web.accounts.models import Organisation
from trueline.web.comments.mentions import members_of
from trueline.web.comments.models import Comment
from trueline.web.typed.pasted import Prose

QUOTE_LETTERS: int = Comment._meta.get_field("quote").max_length


class CommentForm(forms.Form):
    """A comment, its place, and a member whose attention it wants.

    `places`: the addresses that it can be about, each with its words; none where that is settled.
    """

    about = forms.ChoiceField(label=_("About"), required=False)
    quote = Prose(
        label=_("Words that you mean"),
        required=False,
        help_text=_("They stay with your comment, even if the text changes."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    text = Prose(
        label=_("Comment"),
        max_length=Comment._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "data-names": True}),
        error_messages={"required": _("Write what you want to say.")},
    )
    mention = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label=_("Ask somebody to look"),
        empty_label=_("Nobody"),
        help_text=_("They find it under “Mentions”. You can also write @ and a full name."),
    )

    def __init__(
        self,
        *args: Any,
        organisation: Organisation,
        places: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = places
        if len(places) < 2:
            del self.fields["about"]
        if not places:
            del self.fields["quote"]
        self.fields["mention"].queryset = members_of(organisation)

    def clean_quote(self) -> str:
        """A passage is named by its beginning, if it is long."""
        return shortened(self.cleaned_data["quote"], QUOTE_LETTERS)

    @property
    def mentioned(self) -> list[Any]:
        """The member chosen, if one is."""
        chosen = self.cleaned_data["mention"]
        return [chosen] if chosen else []
