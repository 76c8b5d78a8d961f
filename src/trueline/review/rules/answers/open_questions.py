"""Questions of the toolkit still open.

Why: It is recommended to assess intended activities by the questions of their kind (0 I).

Example: An awareness programme that answers two of nine questions.

Resolve: Go through those that matter, and answer in a sentence.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.rules.answers._open import open_questions_of
from trueline.review.wording import quoted
from trueline.toolkit import Question, Toolkit


@rule(severity="note", remedy="generate", refs=("0 I",))
def open_questions(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activities, questions in open_questions_of(design, toolkit):
        if questions:
            about = quoted(activities[0].name) if activities else "the programme"
            more = f" and {len(activities) - 1} more of its kind" if len(activities) > 1 else ""
            yield Found(
                path=f"activities[{activities[0].id}]" if activities else "answers",
                message=f"Still open for {about}{more}: {_titles(questions)}.",
                next_step="Answer those that matter in a sentence each; mark the others as not"
                " relevant, with the reason.",
            )


def _titles(questions: list[Question]) -> str:
    titles = [f"{question.title} ({question.ref})" for question in questions[:3]]
    return "; ".join(titles) + (f", and {len(questions) - 3} more" if len(questions) > 3 else "")
