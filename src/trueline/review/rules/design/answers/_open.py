"""Open questions of the toolkit, leaving out those that another rule speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trueline.design import ACTIVITY_KINDS, Activity, Design
from trueline.document.fields import Part
from trueline.review.missing_fields import asking, fills
from trueline.toolkit import Question, Toolkit

SPOKEN_OF = frozenset(
    [
        "foundations.behaviour",
        "foundations.barriers",
        "foundations.displacement",
        "foundations.expertise",
        "foundations.external-factors",
        "foundations.learning",
        "mapping.trafficking-pattern",
        "mapping.factors",
        "mapping.realistic-impact",
        "awareness.target-group",
        "awareness.link-to-trafficking",
        "awareness.overcoming-barriers",
        "livelihoods.displacement",
        "livelihoods.reachable",
        "livelihoods.target-group",
        "livelihoods.wider-package",
        "identification.patterns",
        "plans.budget",
    ]
)
"""Questions whose neglect has rules of its own, which look at more than one field."""

STRATEGIES = {
    "mapping.raise-effort": {"raise-effort"},
    "mapping.crowd-out-and-rewards": {"crowd-out", "cut-rewards"},
    "mapping.raise-risk": {"raise-risk"},
    "mapping.end-tolerance": {"end-tolerance"},
}
"""Questions that are settled by saying whether the design uses a strategy."""


def open_questions_of(
    design: Design, toolkit: Toolkit
) -> Iterator[tuple[Sequence[Activity], list[Question]]]:
    """Open questions of the programme, with no activities, and of each kind, with its own."""
    if not design.activities:
        return
    yield (), [q for q in toolkit.questions(applies="programme") if _is_open(design, q, ())]
    for kind in ACTIVITY_KINDS:
        if activities := [activity for activity in design.activities if activity.kind == kind]:
            questions = toolkit.questions(applies=kind)
            yield activities, [q for q in questions if _is_open(design, q, activities)]


def _is_open(design: Design, question: Question, activities: Sequence[Activity]) -> bool:
    if question.id in SPOKEN_OF or _has_a_field_of_words(question.id, activities):
        return False
    if question.id in STRATEGIES and not _strategies_say_more(design, question.id):
        return False
    if question.id == "mapping.within-scope" and not design.factors:
        return False
    answers = [design.answer(question.id, where) for where in [None, *(a.id for a in activities)]]
    if any(answer and (answer.stance or answer.text) for answer in answers):
        return False
    parts: Sequence[Part] = activities or list(design.parts_with_questions())
    return not any(fills(part, question.id) for part in parts)


def _has_a_field_of_words(question: str, activities: Sequence[Activity]) -> bool:
    """Whether the kind has text fields for a question and nothing else: each has its own rule."""
    models: dict[type[Part], None] = dict.fromkeys(type(activity) for activity in activities)
    fields = [model.model_fields[name] for model in models for name in asking(model, question)]
    return bool(fields) and all(field.default in ("", ()) for field in fields)


def _strategies_say_more(design: Design, question: str) -> bool:
    """Whether some strategy is considered, and not yet those that a question is about.

    Of none considered at all another rule speaks.
    """
    considered = {s.kind for s in design.strategies if s.used is not None or s.reasoning}
    return bool(considered) and not considered >= STRATEGIES[question]
