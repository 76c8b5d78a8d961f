"""Questions of the toolkit still open.

Why: It is recommended to assess intended activities by the questions of their kind (0 I).

Example: An awareness programme that answers two of nine questions.

Resolve: Go through those that matter, and answer in a sentence.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.rules.answers._questions import asked_of, is_settled
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("0 I",))
def open_questions(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for kind, label, activity in asked_of(design):
        open_ = [
            question
            for question in toolkit.questions(applies=kind)
            if not is_settled(design, question, activity)
        ]
        if open_:
            titles = "; ".join(f"{question.title} ({question.ref})" for question in open_[:3])
            more = f", and {len(open_) - 3} more" if len(open_) > 3 else ""
            yield Found(
                path=f"activities[{activity.id}]" if activity else "answers",
                message=f"{len(open_)} question{'' if len(open_) == 1 else 's'} on {label} open:"
                f" {titles}{more}",
                next_step="Answer those that matter in a sentence each; mark the others as not"
                " relevant, with the reason.",
            )
