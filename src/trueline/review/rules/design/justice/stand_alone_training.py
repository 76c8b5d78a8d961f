"""Training is all there is.

Why: There is little evidence that what is invested in training has affected the size and reach of
networks (6 L1), and practitioners doubt workshops that stand alone (fn 35).

Example: Four courses in four provinces, and nothing that touches rotation, orders or means.

Resolve: Join training with work on what keeps trainees from using it, or do that work instead.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("6 L1", "fn 35", "6 Q7"))
def stand_alone_training(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    trainings = [activity for activity in design.of_kind(Justice) if activity.training]
    lowers_barriers = any(training.barriers for training in trainings)
    if trainings and len(trainings) == len(design.activities) and not lowers_barriers:
        yield Observation(
            path="activities",
            message=gettext(
                "The programme consists of training only. Whether people can use it at work"
                " depends on more than what they know."
            ),
            next_step=gettext(
                "Add an activity on what keeps trainees from using it, such as rotation, orders"
                " or means, or a partner who works on that."
            ),
        )
