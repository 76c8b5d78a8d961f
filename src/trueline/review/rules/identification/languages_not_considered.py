"""How people can be spoken with is not said.

Why: Foreign victims and those who look for them may share no language. The toolkit names means of
communication among what supports identification (7 Q3.3), and language among the barriers
(7 Q6.3).

Example: Screening of six nationalities, through one of the workers.

Resolve: Say who interprets, how fast they are there, and that it is never somebody with a stake.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="add", refs=("7 Q3.3", "7 Q6.3"))
def languages_not_considered(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    if len(design.countries) < 2:
        return
    for activity in said_by_none(design, design.of_kind(Identification), "languages"):
        yield Found(
            path=f"activities[{activity.id}].languages",
            message=f"{quoted(activity.name)} crosses borders, and does not say in which languages"
            " people can be spoken with.",
            next_step="Agree with interpreters for the two main languages, by telephone if need"
            " be, and never with a foreman or relative.",
        )
