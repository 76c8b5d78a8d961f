"""Faults in answers, decisions and findings set aside."""

from __future__ import annotations

from typing import Any

from tests.review.seeding import Broken, fault, without_answers
from trueline.design import Design, Legal
from trueline.document import add_element, set_field

QUESTION = "foundations.external-factors"


def _answered(rule: str, breaks: str, field: str = "", **answer: Any) -> None:
    """Register: a question of the programme gets an answer of a certain sort."""

    @fault(rule, breaks)
    def seed(design: Design) -> Broken:
        design = without_answers(design, [QUESTION])
        design = set_field(
            design, "next_steps", [s for s in design.next_steps if s.about != QUESTION]
        )
        design, address = add_element(design, "answers", {"question": QUESTION, **answer})
        return design, f"{address}.{field}" if field else address


_answered(
    "answers.not-relevant-without-reason",
    "not relevant, and no reason",
    "text",
    stance="not-relevant",
)
_answered(
    "answers.not-known-without-step", "not known, and no step to find out", stance="not-known"
)
_answered(
    "answers.not-addressed-without-decision",
    "not addressed, and nothing decided",
    stance="not-addressed",
)


@fault("answers.addressed-with-nothing-to-show", "addressed, and nothing shows it")
def nothing_to_show(design: Design) -> Broken:
    question = "mapping.end-tolerance"
    design = without_answers(design, [question])
    design, address = add_element(design, "answers", {"question": question, "stance": "addressed"})
    return design, f"{address}.text"


@fault("answers.unknown-question", "an answer to no question")
def unknown(design: Design) -> Broken:
    values = {"question": "justice.mentorship", "stance": "addressed", "text": "By telephone."}
    return add_element(design, "answers", values)


@fault("answers.open-questions", "a question on the law is open")
def open_question(design: Design) -> Broken:
    laws = design.of_kind(Legal)
    if not laws:
        return None
    for law in laws:
        design = set_field(design, f"activities[{law.id}].companies_liable", None)
    return without_answers(design, ["legal.companies"]), f"activities[{laws[0].id}]"


@fault("answers.waiver-without-reason-or-end", "set aside without a reason")
def no_reason(design: Design) -> Broken:
    values = {"rule": "mapping.one-p-only", "element": "other_efforts", "until": "2030-01-01"}
    design, address = add_element(design, "waivers", values)
    return design, f"{address}.why"


@fault("answers.waiver-without-reason-or-end", "set aside for ever")
def no_end(design: Design) -> Broken:
    values = {"rule": "mapping.one-p-only", "element": "other_efforts", "why": "Agreed"}
    design, address = add_element(design, "waivers", values)
    return design, f"{address}.until"


@fault("answers.waiver-of-a-place-that-is-gone", "set aside at a place that is gone")
def place_gone(design: Design) -> Broken:
    values = {
        "rule": "logic.result-without-cause",
        "element": "results[gone]",
        "why": "Agreed",
        "until": "2030-01-01",
    }
    design, address = add_element(design, "waivers", values)
    return design, f"{address}.element"


@fault("answers.step-without-owner-or-date", "a step that nobody will take")
def nobodys_step(design: Design) -> Broken:
    design, address = add_element(design, "next_steps", {"id": "explore", "step": "Explore"})
    return design, f"{address}.owner"
