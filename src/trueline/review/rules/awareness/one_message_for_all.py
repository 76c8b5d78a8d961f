"""One message for different people.

Why: The toolkit asks whether separate messages or sources are needed for children and youth, men
and women, minorities, languages, or different schooling (3 Q9).

Example: One film for boys of 14, mothers and returned workers.

Resolve: Plan two to four segments, or say why one is enough.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="modify", refs=("3 Q9",))
def one_message_for_all(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Awareness):
        if activity.target_group and unsaid(design, activity, "segments"):
            yield Found(
                path=f"activities[{activity.id}].segments",
                message=f"{quoted(activity.name)} does not say whether"
                f" {quoted(activity.target_group)} need different messages.",
                next_step="Show a draft to women and men, younger and older people apart, and note"
                " who does not understand or believe it.",
            )
