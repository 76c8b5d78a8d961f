"""Questions of the toolkit still open.

Why: The toolkit recommends assessing planned activities with the questions for their kind (0 I).

Example: An awareness programme that answers two of nine questions.

Resolve: Go through those that matter, and answer in a sentence.
"""

from collections.abc import Iterator, Sequence

from trueline.design import Activity, Design
from trueline.language import gettext, ngettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.answers._open import open_questions_of
from trueline.toolkit import Question

MOST = 3


@rule(sort="not-said", severity="note", remedy="generate", refs=("0 I",))
def open_questions(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    for activities, questions in open_questions_of(design, toolkit):
        if questions:
            path, *others = sorted(f"activities[{a.id}]" for a in activities) or ["answers"]
            yield Observation(
                path=path,
                also_at=tuple(others),
                message=_message(activities, questions),
                next_step=gettext(
                    "Answer those that matter in a sentence each; mark the others as not"
                    " relevant, with the reason."
                ),
            )


def _message(activities: Sequence[Activity], questions: list[Question]) -> str:
    titles = _titles(questions)
    if not activities:
        return gettext("Still open for the programme: {titles}.", titles=titles)
    name, others = quoted(activities[0].name), len(activities) - 1
    if not others:
        return gettext("Still open for {activity}: {titles}.", activity=name, titles=titles)
    return ngettext(
        "Still open for {activity} and {count} more of its kind: {titles}.",
        "Still open for {activity} and {count} more of its kind: {titles}.",
        others,
        activity=name,
        titles=titles,
    )


def _titles(questions: list[Question]) -> str:
    titles = "; ".join(f"{question.title} ({question.ref})" for question in questions[:MOST])
    if (remaining := len(questions) - MOST) <= 0:
        return titles
    return ngettext(
        "{titles}, and {count} more", "{titles}, and {count} more", remaining, titles=titles
    )
