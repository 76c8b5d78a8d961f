"""The fourteen questions of section 5, answered from a legal review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from trueline.language import gettext, lower_first
from trueline.language.terms import RULE_STANDING
from trueline.legal import Concept, LegalReview, Questions
from trueline.review.audits import Answer, Answering, in_words
from trueline.review.legal_audit.indicators import agreements
from trueline.review.legal_audit.lines import law_and_practice, tally

ON_MARRIAGE = "fn 32"
"""The footnote that asks for agreements on marriage migration."""


def _answers_field(*names: str, ref: str = "") -> Answering:
    return partial(_field_answers, names, ref)


def _field_answers(names: tuple[str, ...], ref: str, review: LegalReview) -> Iterator[Answer]:
    for name in names:
        yield in_words(Questions.field_title(name), getattr(review.questions, name), ref)


def treatment(review: LegalReview) -> Iterator[Answer]:
    yield from _field_answers(("treatment",), "", review)
    if rights := (*review.rights, *review.remedies):
        yield from law_and_practice(rights)


def harmonised(review: LegalReview) -> Iterator[Answer]:
    yield from _field_answers(("harmonised",), "", review)
    yield from _field_answers(("savings_clause",), "5 Q5.1", review)


def cooperation(review: LegalReview) -> Iterator[Answer]:
    yield from _field_answers(("cooperation",), "5 Q8.1", review)
    yield from _field_answers(("informal",), "5 Q8.2", review)


def migration(review: LegalReview) -> Iterator[Answer]:
    yield from _field_answers(("migration",), "", review)
    yield from agreements("labour-migration", review)
    for answer in agreements("marriage-migration", review):
        yield Answer(answer.standing, answer.text, ON_MARRIAGE)


def rules(review: LegalReview) -> Iterator[Answer]:
    if review.rules:
        label = LegalReview.field_title("rules")
        yield tally(label, review.rules, lambda each: each.standing, RULE_STANDING)
    else:
        yield in_words(LegalReview.field_title("rules"), "")
    for rule in review.rules:
        if rule.standing:
            yield in_words(rule.name, RULE_STANDING.label(rule.standing))


def concepts(review: LegalReview) -> Iterator[Answer]:
    for concept in review.concepts:
        for name, ref in (("police", "5 Q14.1"), ("prosecutors", "5 Q14.2"), ("together", "")):
            title = lower_first(Concept.field_title(name))
            label = gettext("{name}, {field}", name=concept.name, field=title)
            yield in_words(label, getattr(concept, name), ref)
    if not review.concepts:
        yield in_words(LegalReview.field_title("concepts"), "")


QUESTIONS: Mapping[str, Answering] = MappingProxyType(
    {
        "legal.definition": _answers_field("definition"),
        "legal.identification-and-referral": _answers_field("identification"),
        "legal.treatment": treatment,
        "legal.other-laws": _answers_field("other_laws"),
        "legal.harmonised": harmonised,
        "legal.labour-law": _answers_field("labour"),
        "legal.labour-agreements": migration,
        "legal.international-cooperation": cooperation,
        "legal.proceeds": _answers_field("proceeds"),
        "legal.other-actors": _answers_field("other_actors", ref="5 Q10.1"),
        "legal.companies": _answers_field("companies"),
        "legal.implementing-rules": rules,
        "legal.expertise": _answers_field("expertise"),
        "legal.difficult-concepts": concepts,
    }
)
"""By the ids of the toolkit."""
