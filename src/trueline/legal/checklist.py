"""Begins a review: every line that the toolkit asks for, and what the register knows of treaties.

A line that stands in the review already stays as it is. What the register does not know stays
unknown, with the day of which that is so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

from trueline.document import Element
from trueline.document.legal_items import (
    AgreementItem,
    ConductItem,
    FrameworkItem,
    PowerItem,
    RemedyItem,
    RightItem,
    TreatyItem,
)
from trueline.legal.review import LegalReview
from trueline.toolkit.ratifications import (
    Moment,
    Ratification,
    Register,
    Status,
    key_provisions,
    load_register,
)

Values = dict[str, Any]
LINES = {
    "conducts": ConductItem,
    "powers": PowerItem,
    "rights": RightItem,
    "remedies": RemedyItem,
    "framework": FrameworkItem,
}
"""The items of each list that has one line for each."""


def instrument_of(treaty: str) -> str:
    """The register's id of a treaty."""
    return "legal." + treaty.replace("refugees-", "refugees.", 1)


def treaty_of(instrument: str) -> str:
    """A review's id of an instrument of the register."""
    return instrument.removeprefix("legal.").replace(".", "-")


def checklist(review: LegalReview, register: Register | None = None) -> LegalReview:
    """The review with every line that it lacks."""
    lines = missing_lines(review, register or load_register())
    filled = {name: [*_values(getattr(review, name)), *added] for name, added in lines.items()}
    return LegalReview.model_validate({**_values([review])[0], **filled})


def missing_lines(review: LegalReview, register: Register) -> dict[str, list[Values]]:
    """The lines that `checklist` adds, by list: lists that lack nothing are left out."""
    added = {
        "treaties": list(_treaties(review, register)),
        "agreements": list(_agreements(review)),
        **{name: list(_lines(review, name)) for name in LINES},
    }
    status_by_treaty: dict[str, str | None] = {each.item: each.status for each in review.treaties}
    status_by_treaty |= {each["item"]: each.get("status") for each in added["treaties"]}
    added["incorporation"] = list(_incorporation(review, status_by_treaty))
    return {name: lines for name, lines in added.items() if lines}


def treaty_values(treaty: str, fact: Ratification | None) -> Values:
    """The register's facts on a treaty, in the fields of a review."""
    values: Values = {"item": treaty}
    if fact is None or fact.as_of is None:
        return values
    values |= {"status": fact.status.value, "as_of": _moment_text(fact.as_of)}
    if fact.day is not None and fact.action is not None:
        values |= {"action": fact.action.value, "day": _moment_text(fact.day)}
    if fact.source is not None:
        values |= {
            "source": fact.source.title[:500],
            "confirmed": fact.source.confirms == "status" and fact.status is not Status.UNKNOWN,
        }
    return values


def _treaties(review: LegalReview, register: Register) -> Iterator[Values]:
    country = review.countries[0] if review.countries else ""
    have = {each.item for each in review.treaties}
    for treaty in get_args(TreatyItem):
        if treaty not in have:
            fact = register.of(country, instrument_of(treaty)) if country else None
            yield treaty_values(treaty, fact)


def _incorporation(
    review: LegalReview, status_by_treaty: Mapping[str, str | None]
) -> Iterator[Values]:
    """Key provisions of treaties by which the country may be bound."""
    have = {each.id for each in review.incorporation}
    for provision in key_provisions():
        treaty = treaty_of(provision.instrument)
        if provision.id not in have and status_by_treaty.get(treaty) != "not-party":
            yield {
                "id": provision.id,
                "title": provision.asks,
                "treaty": treaty,
                "treaty_article": provision.article,
            }


def _lines(review: LegalReview, name: str) -> Iterator[Values]:
    have = {each.item for each in getattr(review, name)}
    yield from ({"item": item} for item in get_args(LINES[name]) if item not in have)


def _agreements(review: LegalReview) -> Iterator[Values]:
    have = {(each.item, each.country) for each in review.agreements}
    for country in review.route:
        for item in get_args(AgreementItem):
            if (item, country) not in have:
                yield {"item": item, "country": country}


def _values(elements: Iterable[LegalReview | Element]) -> list[Values]:
    return [each.model_dump(mode="json", exclude_defaults=True) for each in elements]


def _moment_text(moment: Moment) -> str:
    return moment.isoformat() if isinstance(moment, date) else str(moment)
