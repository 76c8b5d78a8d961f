"""The form that assigns a finding to a colleague."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.documents.models import Assignment
from trueline.web.typed import DayField


class AssignmentForm(forms.Form):
    """A person, and by when."""

    person = forms.ModelChoiceField(
        label=_("Who sees to it"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody"),
        help_text=_("Those who may change it. They find the note on their start page."),
    )
    due = DayField(label=_("By"), last=True)

    def __init__(
        self, people: QuerySet[User], assignment: Assignment | None, data: Any = None
    ) -> None:
        initial = {"person": assignment.person_id, "due": assignment.due} if assignment else {}
        super().__init__(data, initial=initial)
        self.fields["person"].queryset = people
