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


def _asked(*names: str, ref: str = "") -> Answering:
    return partial(_said, names, ref)


def _said(names: tuple[str, ...], ref: str, review: LegalReview) -> Iterator[Answer]:
    for name in names:
        yield in_words(Questions.field_title(name), getattr(review.questions, name), ref)


def treatment(review: LegalReview) -> Iterator[Answer]:
    yield from _said(("treatment",), "", review)
    if rights := (*review.rights, *review.remedies):
        yield from law_and_practice(rights)


def harmonised(review: LegalReview) -> Iterator[Answer]:
    yield from _said(("harmonised",), "", review)
    yield from _said(("savings_clause",), "5 Q5.1", review)


def cooperation(review: LegalReview) -> Iterator[Answer]:
    yield from _said(("cooperation",), "5 Q8.1", review)
    yield from _said(("informal",), "5 Q8.2", review)


def migration(review: LegalReview) -> Iterator[Answer]:
    yield from _said(("migration",), "", review)
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
        "legal.definition": _asked("definition"),
        "legal.identification-and-referral": _asked("identification"),
        "legal.treatment": treatment,
        "legal.other-laws": _asked("other_laws"),
        "legal.harmonised": harmonised,
        "legal.labour-law": _asked("labour"),
        "legal.labour-agreements": migration,
        "legal.international-cooperation": cooperation,
        "legal.proceeds": _asked("proceeds"),
        "legal.other-actors": _asked("other_actors", ref="5 Q10.1"),
        "legal.companies": _asked("companies"),
        "legal.implementing-rules": rules,
        "legal.expertise": _asked("expertise"),
        "legal.difficult-concepts": concepts,
    }
)
"""By the ids of the toolkit."""
