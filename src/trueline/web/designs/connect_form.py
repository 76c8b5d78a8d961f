"""The form by which two boxes of the theory of change are joined."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trueline.design import Assumption, Design, Link
from trueline.document.field_spec import field_specs
from trueline.document.fields import is_empty
from trueline.toolkit import Toolkit
from trueline.web.workspace.forms.fields import form_field

ASSUMED = ("statement", "strength", "verified", "check")


class ConnectForm(forms.Form):
    """From where to where, and what has to hold for that step: the fields of a link and assumption."""

    def __init__(self, design: Design, toolkit: Toolkit, data: Any = None, **initial: str) -> None:
        super().__init__(data, initial=initial)
        self.design = design
        for name in ("cause", "effect"):
            self.fields[name] = form_field(field_specs(Link)[name], design, toolkit)
        for name in ASSUMED:
            self.fields[name] = form_field(field_specs(Assumption)[name], design, toolkit)
        self.fields["statement"].label = gettext("What has to hold for this step to work?")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        ends = cleaned.get("cause"), cleaned.get("effect")
        if all(ends) and ends[0] == ends[1]:
            raise ValidationError(_("A step leads from one thing to another. Choose two."))
        if any((link.cause, link.effect) == ends for link in self.design.links):
            raise ValidationError(_("These two are joined already."))
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        """The link, with its assumption if one was filled in."""
        cleaned = self.cleaned_data
        assumption = {name: cleaned[name] for name in ASSUMED if not is_empty(cleaned[name])}
        assumptions = [{"id": "assumption-1", **assumption}] if assumption else []
        ends = {name: cleaned[name] for name in ("cause", "effect")}
        return {**ends, "assumptions": assumptions}
