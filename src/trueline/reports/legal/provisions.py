"""The national law as a list: what it provides, item by item, with law, article and words."""

from __future__ import annotations

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.reports.layout.rows_workbook import Rows, rows_workbook
from trueline.reports.titles import title_of
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit

COLUMNS = (
    "in_law",
    "laws",
    "article",
    "quotation",
    "translation",
    "link",
    "dated",
    "in_practice",
    "practice",
    "judged_by",
    "judged_on",
)


def provisions_workbook(review: LegalReview, toolkit: Toolkit) -> bytes:
    """A row for each item of a checklist that the review holds, in the order of the checklists."""
    wording = Wording(review, toolkit)
    rows = [
        (element.sort, wording.name(element), *(wording.field(element, name) for name in COLUMNS))
        for _address, element in review.provisions()
    ]
    head = (
        gettext("Checklist"),
        gettext("Item"),
        *(Provision.field_title(name) for name in COLUMNS),
    )
    note = gettext(
        "An empty cell is not said yet; it never means that the law does not provide it."
    )
    notes = [title_of(review, gettext("Untitled legal review")), note]
    return rows_workbook(Rows(gettext("National law by item"), head, rows, notes, keys=2))
