"""Filters of an owner for the events of the audit."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.audit_lines import who
from trueline.web.accounts.models import Organisation
from trueline.web.accounts.queries import names_by_pseudonym
from trueline.web.audit.queries import EventFilter, actions_of, actors_of
from trueline.web.audit.wording import action_word
from trueline.web.typed import DayField


class AuditFilter(forms.Form):
    """Person, action and days, each of them optional."""

    person = forms.ChoiceField(label=_("Who"), required=False)
    action = forms.ChoiceField(label=_("Action"), required=False)
    since = DayField(label=_("From"))
    until = DayField(label=_("To"), last=True)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actors = actors_of(organisation.pk)
        names = names_by_pseudonym(actors)
        people = sorted((who(actor, names), str(actor)) for actor in actors)
        self.fields["person"].choices = [("", _("Everybody")), *((a, n) for n, a in people)]
        self.fields["action"].choices = [
            ("", _("Everything")),
            *((action, action_word(action)) for action in actions_of(organisation.pk)),
        ]

    def event_filter(self) -> EventFilter:
        """The filter's valid values."""
        self.is_valid()
        data = self.cleaned_data
        person = data.get("person")
        return EventFilter(
            actor=uuid.UUID(person) if person else None,
            action=data.get("action", ""),
            since=data.get("since"),
            until=data.get("until"),
        )

    def is_filtering(self) -> bool:
        return self.event_filter() != EventFilter()
