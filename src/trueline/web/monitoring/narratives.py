"""The words of a results report, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import Narrative

LETTERS = 8000
FIELDS = {
    "happened": (_("What happened"), _("What was done, and what people say of it.")),
    "deviations": (
        _("What went otherwise than planned"),
        _("Where figures are below or above their target, and why."),
    ),
    "learned": (_("What was learned"), _("What you would do otherwise, and what you now know.")),
    "next": (_("What comes next"), _("What changes in the work, and who does it by when.")),
}
"""Each field with its title and help, in the order of the report."""


def filled_in(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """The texts that say something, each with the title of its field."""
    return [(str(title), texts[name]) for name, (title, _help) in FIELDS.items() if texts.get(name)]


def carried_over(record: DocumentRecord, until: date) -> Narrative | None:
    """The texts about the periods before, where a new one begins."""
    return record.narratives.filter(last__lt=until).order_by("last", "saved").last()
