"""The indicators of section 5, answered from a legal review."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from trueline.language import gettext, gettext_noop, territories
from trueline.language.terms import (
    AGREEMENT,
    CONDUCT,
    FRAMEWORK,
    LEGAL_REMEDY,
    POWER,
    PROVIDED,
    RIGHT,
    TREATY,
)
from trueline.legal import Agencies, Item, LegalReview, Remedy, Right
from trueline.review.audits import Answer, Answering, in_words
from trueline.review.legal_audit.lines import (
    conduct_answers,
    judgements,
    provision_answers,
    several_answers,
    tally,
    treaty_answers,
)

I = TypeVar("I", bound=Item)  # noqa: E741
NOT_LOOKED_AT = gettext_noop("{label}: nobody has looked at it yet.")


def treaties(treaty: str, review: LegalReview) -> Iterator[Answer]:
    """The status of one treaty, or of the two on refugees."""
    yield from _of_item(
        [line for line in review.treaties if line.item == treaty],
        TREATY.label(treaty),
        treaty_answers,
    )


def refugees(review: LegalReview) -> Iterator[Answer]:
    yield from treaties("refugees-convention-1951", review)
    yield from treaties("refugees-protocol-1967", review)


def incorporation(review: LegalReview) -> Iterator[Answer]:
    """For each treaty, how many of its key provisions stand in law; then each of them."""
    for treaty in review.treaties:
        provisions = [
            provision for provision in review.incorporation if provision.treaty == treaty.item
        ]
        if provisions:
            yield tally(treaty.name, provisions, lambda provision: provision.in_law, PROVIDED)
    for provision in review.incorporation:
        if provision.in_law:
            article = f"{provision.name} ({provision.treaty_article})"
            label = article if provision.treaty_article else provision.name
            yield from several_answers(review, provision, label)
    yield from judgements(review.incorporation)
    if not review.incorporation:
        yield in_words(LegalReview.field_title("incorporation"), "", silent=NOT_LOOKED_AT)


def conducts(item: str, review: LegalReview) -> Iterator[Answer]:
    yield from _of_item(
        [conduct for conduct in review.conducts if conduct.item == item],
        CONDUCT.label(item),
        lambda conduct: conduct_answers(review, conduct),
    )


def powers(item: str, review: LegalReview) -> Iterator[Answer]:
    own = [power for power in review.powers if power.item == item]
    yield from _of_item(own, POWER.label(item), lambda power: provision_answers(review, power))


def rights(item: str, review: LegalReview) -> Iterator[Answer]:
    both: tuple[Right | Remedy, ...] = (*review.rights, *review.remedies)
    own = [right for right in both if right.item == item]
    label = (RIGHT if item in RIGHT.labels else LEGAL_REMEDY).label(item)
    yield from _of_item(own, label, lambda right: _right(review, right))


def _right(review: LegalReview, right: Right | Remedy) -> Iterator[Answer]:
    yield from provision_answers(review, right)
    yield in_words(right.field_title("holders"), right.holders)
    if isinstance(right, Right) and right.conditional:
        label = right.field_title("conditional").rstrip("?")
        yield in_words(label, gettext("Yes"))


def agreements(item: str, review: LegalReview) -> Iterator[Answer]:
    """With each country on the route, in its order, and with any other."""
    own = [agreement for agreement in review.agreements if agreement.item == item]
    for agreement in own:
        label = ", ".join(filter(None, (agreement.name, agreement.title)))
        yield from several_answers(review, agreement, label)
    yield from judgements(own)
    countries = {agreement.country for agreement in own}
    for country in review.route:
        if country not in countries:
            name = territories().get(country, country)
            label = gettext("{kind}, {country}", kind=AGREEMENT.label(item), country=name)
            yield in_words(label, "", silent=NOT_LOOKED_AT)
    if not own and not review.route:
        yield in_words(AGREEMENT.label(item), "", silent=NOT_LOOKED_AT)


def framework(item: str, review: LegalReview) -> Iterator[Answer]:
    for line in review.framework:
        if line.item == item:
            yield from provision_answers(review, line)
            yield in_words(line.field_title("left_out"), line.left_out)
    if not any(line.item == item for line in review.framework):
        yield in_words(FRAMEWORK.label(item), "", silent=NOT_LOOKED_AT)


def recruitment(review: LegalReview) -> Iterator[Answer]:
    yield from framework("recruitment-agencies", review)
    for name in Agencies.model_fields:
        yield in_words(Agencies.field_title(name), getattr(review.agencies, name))


def _of_item(
    lines: Sequence[I], label: str, answers: Callable[[I], Iterator[Answer]]
) -> Iterator[Answer]:
    """The answers of an item's lines, or that nobody has looked at it."""
    for line in lines:
        yield from answers(line)
    if not lines:
        yield in_words(label, "", silent=NOT_LOOKED_AT)


def _all() -> Iterator[tuple[str, Answering]]:
    for item in TREATY.labels:
        if not item.startswith("refugees"):
            yield f"legal.{item}", partial(treaties, item)
    yield "legal.refugees", refugees
    yield "legal.provisions-incorporated", incorporation
    for terms, answering in (
        (CONDUCT, conducts),
        (POWER, powers),
        (RIGHT, rights),
        (LEGAL_REMEDY, rights),
        (AGREEMENT, agreements),
        (FRAMEWORK, framework),
    ):
        for item in terms.labels:
            yield f"legal.{item}", partial(answering, item)
    yield "legal.recruitment-agencies", recruitment


INDICATORS: Mapping[str, Answering] = MappingProxyType(dict(_all()))
"""By the ids of the toolkit; agreements on labour and marriage migration stand with question 7."""
