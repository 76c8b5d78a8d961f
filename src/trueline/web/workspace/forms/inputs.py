"""Form fields for the values of a design that Django has no field for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from trueline.web.typed.pasted import tabs_as_bars

YES_NO = [("yes", _("Yes")), ("no", _("No")), ("", _("Not said"))]


class YesNo(forms.ChoiceField):
    """Yes, no, or no answer: three different things."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=YES_NO, widget=forms.RadioSelect, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)

    def clean(self, value: Any) -> bool | None:
        return {"yes": True, "no": False}.get(super().clean(value))


class Lines(forms.CharField):
    """Several short texts, one to a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}), required=False, **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(value)

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = [line.strip() for line in tabs_as_bars(super().clean(value)).splitlines()]
        long = next((line for line in lines if len(line) > 500), None)
        if long:
            raise ValidationError(_("One line is longer than 500 characters. Make it shorter."))
        return tuple(line for line in lines if line)


class NamedLines(Lines):
    """Several short texts, one to a line; those of a list stand as it names them, others as they are."""

    def __init__(self, *, labels: dict[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.labels = labels
        self.ids = {name.casefold(): id for id, name in labels.items()}

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return super().prepare_value(self.labels.get(word, word) for word in value)

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(self.ids.get(line.casefold(), line) for line in super().clean(value))


class ChoiceOrKnown(forms.ChoiceField):
    """One of a list; what is given already and stands in no list is offered as well."""

    choices: Any

    def bind_known(self, value: str, label: str) -> None:
        if value and value not in {choice for choice, _label in self.choices}:
            self.choices = [*self.choices, (value, label)]
