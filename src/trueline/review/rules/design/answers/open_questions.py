"""Questions of the toolkit still open.

Why: It is recommended to assess intended activities by the questions of their kind (0 I).

Example: An awareness programme that answers two of nine questions.

Resolve: Go through those that matter, and answer in a sentence.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.answers._open import open_questions_of
from trueline.review.wording import names_of
from trueline.toolkit import Question


@rule(severity="note", remedy="generate", refs=("0 I",))
def open_questions(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    toolkit = context.toolkit
    for activities, questions in open_questions_of(design, toolkit):
        if questions:
            about = names_of(activities, most=1) if activities else "the programme"
            of_its_kind = " of its kind" if len(activities) > 1 else ""
            path, *others = sorted(f"activities[{a.id}]" for a in activities) or ["answers"]
            yield Found(
                path=path,
                also_at=tuple(others),
                message=f"Still open for {about}{of_its_kind}: {_titles(questions)}.",
                next_step="Answer those that matter in a sentence each; mark the others as not"
                " relevant, with the reason.",
            )


def _titles(questions: list[Question]) -> str:
    titles = [f"{question.title} ({question.ref})" for question in questions[:3]]
    return "; ".join(titles) + (f", and {len(questions) - 3} more" if len(questions) > 3 else "")
