"""Forms about a document as a whole: a copy of it, and who looks after it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import Membership, User
from trueline.web.documents.forms.starting import OrganisationForm


class DuplicateForm(OrganisationForm):
    """The name of the copy, and the organisation for which it is made."""

    title = forms.CharField(label=_("Title"), max_length=500)

    def __init__(self, members: list[Membership], title: str, data: Any = None) -> None:
        super().__init__(members, data)
        self.fields["title"].initial = title
        self.fields["organisation"].initial = str(members[0].organisation_id)


class OwnerForm(forms.Form):
    """Who looks after it: somebody who may change it."""

    owner = forms.ModelChoiceField(
        label=_("Owner"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody"),
        help_text=_("Who looks after it, and finds its days on their start page."),
    )

    def __init__(self, people: QuerySet[User], owner: int | None, data: Any = None) -> None:
        super().__init__(data, initial={"owner": owner})
        self.fields["owner"].queryset = people
