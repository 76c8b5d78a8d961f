"""The theory of change: results, and the links that are believed to lead to them."""

from trueline.document.fields import Element, ElementId, Text, field, prose, required_id
from trueline.language.term_types import Level, Measures, Strength


class Result(Element):
    """Something that will be different."""

    named = "statement"
    space = "activities and results"  # links lead from both

    id: ElementId = required_id()
    statement: Text = field("Result", "What will be different, for whom, in one sentence.", "")
    level: Level | None = field(
        "Level",
        "Output: what the activities deliver. Outcome: what people do, know or have"
        " because of it. Impact: change in trafficking itself.",
    )
    change: Measures | None = field(
        "Kind of change",
        "Reach, learning, behaviour, impact, ...: it tells which indicators can show it.",
    )
    behaviour: ElementId | None = field(
        "Behaviour", "The behaviour that changes, where the result is one.", refers="behaviours"
    )


class Assumption(Element):
    """What has to hold for a link to work."""

    named = "statement"
    id: ElementId = required_id()
    statement: Text = field("Assumption", "What must be true for one to lead to the other.", "")
    strength: Strength | None = field(
        "Strength of evidence", "None, weak, moderate or strong, from studies, evaluations or data."
    )
    verified: bool | None = field(
        "Verified here?", "Whether it was checked for this place and these people."
    )
    check: Text = prose("How it is checked", "How and when you will find out whether it holds.")
    sources: tuple[ElementId, ...] = field("Sources", "What it rests on.", (), refers="sources")

    @property
    def is_backed(self) -> bool:
        """Verified here, or resting on moderate or strong evidence that is named."""
        return bool(self.verified) or (
            self.strength in ("moderate", "strong") and bool(self.sources)
        )


class Link(Element):
    """One thing leading to another: `cause` and `effect` are ids of activities or results."""

    named = "id"
    joins = ("cause", "effect")

    id: ElementId = required_id()
    cause: ElementId = field("From", "An activity or result.", ..., refers="activities results")
    effect: ElementId = field("To", "The result it leads to.", ..., refers="results")
    assumptions: tuple[Assumption, ...] = field(
        "Assumptions", "What must hold for this step to work.", ()
    )
