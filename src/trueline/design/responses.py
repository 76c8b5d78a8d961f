"""Answers, which in a design may belong to one of its activities."""

from trueline.document import responses
from trueline.document.fields import ElementId, field


class Answer(responses.Answer):
    """An answer to one question of the toolkit, for one activity where it belongs to one."""

    key_within = "activity"

    activity: ElementId | None = field(
        "Activity", "The activity it is answered for.", refers="activities"
    )
