"""The starting file of a legal review: the checklists, and what is known of treaties."""

from __future__ import annotations

from collections.abc import Sequence

from trueline.language import gettext_noop
from trueline.legal import CHECKLISTS, LegalReview
from trueline.legal.checklist import missing_lines
from trueline.reports.starting import Beginning
from trueline.reports.starting.beginning import EXAMPLES, Values
from trueline.toolkit import Toolkit
from trueline.toolkit.ratifications import load_register

FIRST = gettext_noop(
    "A legal framework review. Each line of the checklists stands here already. What the register"
    " knows of treaties is filled in as of its day, and has to be looked up with the depositary before"
    " anybody relies on it. Unclear is an answer; empty is not."
)

ONE_OF_EACH: Values = {"rules": [{"id": "rule-1"}], "concepts": [{"id": "concept-1"}]}


def checklists(countries: Sequence[str], toolkit: Toolkit) -> Values:
    """A review of the law of the first country; the others lie on the route."""
    country, *route = countries or [""]
    review = LegalReview(countries=(country,) if country else (), route=tuple(route))
    return {
        "schema_version": 1,
        "toolkit": toolkit.head.edition,
        **review.model_dump(mode="json", exclude_defaults=True),
        "laws": [{"id": "law-1"}],
        **missing_lines(review, load_register()),
        **ONE_OF_EACH,
    }


def begun_with(review: LegalReview, toolkit: Toolkit) -> Values:
    """The file of a review that is begun already, such as from a report."""
    values = review.model_dump(mode="json", exclude_defaults=True)
    return {"schema_version": 1, "toolkit": toolkit.head.edition, **values, **ONE_OF_EACH}


JUDGED = ("in_law", "laws", "article", "in_practice")
BRIEF = {
    "treaties": ("status", "reservations"),
    **{name: JUDGED for name in CHECKLISTS if name != "treaties"},
}
"""Fields in the lines after the first of each list: the first shows all fields."""

BEGINNING = Beginning(checklists, FIRST, EXAMPLES, BRIEF)
