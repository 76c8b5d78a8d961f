"""Other ways to look at a list of elements: as a table, by year, along time."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from trueline.document import Part
from trueline.document.budget import BudgetLine
from trueline.web.documents.models import DocumentRecord


def views_of(
    record: DocumentRecord, address: str, model: type[Part], *, edit: bool
) -> list[tuple[str, str]]:
    """The address and name of each."""
    links = []
    if edit:
        query = urlencode({"of": address})
        url = f"{reverse('workspace:grid', args=[record.pk])}?{query}"
        links.append((url, _("Fill in as a table, or paste from a spreadsheet")))
    if issubclass(model, BudgetLine):
        links.append((reverse("workspace:budget", args=[record.pk]), _("Sums by year and source")))
    if has_dates(model):
        links.append((reverse("workspace:timeline", args=[record.pk]), _("Timeline")))
    return links


def has_dates(model: type[Part]) -> bool:
    """Whether it lasts from one day to another."""
    return {"start", "end"} <= model.model_fields.keys()
