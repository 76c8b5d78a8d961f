"""The programme design as one document."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Literal, Self, TypeVar

from pydantic import model_validator

from trueline.design.activity import Activity, ActivityBase
from trueline.design.behaviour import Barrier, Behaviour, Displacement
from trueline.design.fields import (
    Country,
    Day,
    Element,
    ElementId,
    Line,
    Money,
    Part,
    Text,
    field,
    part_fields,
    prose,
    required_id,
)  # fmt: skip
from trueline.design.graph import Theory
from trueline.design.measurement import Evaluation, Indicator
from trueline.design.pattern import Factor, Pattern, Strategy
from trueline.design.responses import Answer, NextStep, Source, Waiver
from trueline.design.theory import Link, Result

SCHEMA_VERSION = 1

A = TypeVar("A", bound=ActivityBase)


class Partner(Element):
    """An organisation that takes part."""

    named = "title"
    id: ElementId = required_id()
    title: Line = field("Organisation", "Its name.", "")
    role: Line = field("Role", "What it does in the programme.", "")


class ExternalFactor(Element):
    """Something outside the programme that may help or hinder it."""

    named = "statement"
    id: ElementId = required_id()
    statement: Text = field("Factor", "What may happen, or not happen.", "")
    effect: Literal["helps", "hinders"] | None = field("Effect", "Whether it helps or hinders.")
    mitigation: Text = prose("What is done about it", "How it is used, avoided or softened.")


class Capacity(Element):
    """Expertise or a resource that the programme needs."""

    named = "need"
    id: ElementId = required_id()
    need: Line = field("Needed", "The expertise or resource.", "")
    kind: Literal["expertise", "resource"] | None = field("Kind", "Expertise or resource.")
    available: Literal["yes", "partly", "no"] | None = field(
        "Available?", "Whether the team and its partners have it.", asks="foundations.expertise"
    )
    gap_closed_by: Text = prose(
        "How the gap is closed", "Partner, recruitment or purchase, by when."
    )


class Design(Part):
    """A programme design. A draft always loads; what is missing is for the review to say."""

    schema_version: Literal[1] = field("Schema version", "Version of this document’s form.", 1)
    toolkit: Line = field("Toolkit edition", "The edition that answers refer to.", "2016")
    title: Line = field("Title", "Name of the programme.", "")
    summary: Text = prose("Summary", "What it does and why, in a few sentences.")
    countries: tuple[Country, ...] = field(
        "Countries", "Two-letter codes, such as NP.", (), words="country"
    )
    start: Day | None = field("Start", "When it begins.")
    end: Day | None = field("End", "When it ends.")
    phase: Literal["new", "running", "mature"] | None = field(
        "Phase", "New, running, or mature: tried for years and ready for an impact study."
    )
    lead: Line = field("Lead organisation", "Who answers for the programme.", "")
    partners: tuple[Partner, ...] = field("Partners", "Other organisations that take part.", ())
    budget: Money | None = field("Budget", "The whole of it.")
    other_efforts: Text = prose(
        "Links to other work", "How this connects with prevention, prosecution, protection and"
        " partnership work by others.",
    )  # fmt: skip
    patterns: tuple[Pattern, ...] = field("Patterns", "The trafficking patterns addressed.", ())
    factors: tuple[Factor, ...] = field(
        "Factors", "What makes them possible.", (), asks="mapping.factors"
    )
    strategies: tuple[Strategy, ...] = field(
        "Ways of pressing on the pattern", "Effort, risk, rewards, crowding out, tolerance.", ()
    )
    behaviours: tuple[Behaviour, ...] = field("Behaviours", "Who is to do what differently.", ())
    displacement: tuple[Displacement, ...] = field(
        "Displacement", "How trafficking might move instead of stopping.", ()
    )
    activities: tuple[Activity, ...] = field("Activities", "What the programme does.", ())
    results: tuple[Result, ...] = field("Results", "What will be different.", ())
    links: tuple[Link, ...] = field("Links", "What leads to what.", ())
    indicators: tuple[Indicator, ...] = field("Indicators", "How one would know.", ())
    external_factors: tuple[ExternalFactor, ...] = field(
        "External factors", "What may help or hinder from outside.", (),
        asks="foundations.external-factors",
    )  # fmt: skip
    capacities: tuple[Capacity, ...] = field(
        "Capacities", "Expertise and resources needed.", (), asks="foundations.expertise"
    )
    evaluation: Evaluation = field(
        "Evaluation and learning", "How the programme measures and learns.", Evaluation()
    )
    answers: tuple[Answer, ...] = field("Answers", "Answers to the toolkit’s questions.", ())
    next_steps: tuple[NextStep, ...] = field("Next steps", "What was decided in response.", ())
    waivers: tuple[Waiver, ...] = field("Set aside", "Findings set aside, with reasons.", ())
    sources: tuple[Source, ...] = field("Sources", "What the design rests on.", ())

    @model_validator(mode="after")
    def _names_are_unique(self) -> Self:
        """Refuse two elements of one name, which no address could tell apart."""
        twice = [f"{where} has “{name}” twice" for where, name in repeated_names(self)]
        if twice:
            raise ValueError("; ".join(twice) + " (give each a name of its own)")
        return self

    @property
    def barriers(self) -> tuple[Barrier, ...]:
        """All barriers, of whichever behaviour."""
        return tuple(barrier for behaviour in self.behaviours for barrier in behaviour.barriers)

    @cached_property
    def theory(self) -> Theory:
        """The results and links as a graph."""
        return Theory(self)

    def of_kind(self, kind: type[A]) -> tuple[A, ...]:
        """The activities of one kind, such as `of_kind(Justice)`."""
        return tuple(activity for activity in self.activities if isinstance(activity, kind))

    @cached_property
    def _answers(self) -> Mapping[tuple[str, str | None], Answer]:
        return {(answer.question, answer.activity): answer for answer in self.answers}

    def answer(self, question: str, activity: str | None = None) -> Answer | None:
        """The answer to a question for an activity; else the one given for the whole design."""
        answers = self._answers
        return answers.get((question, activity)) or answers.get((question, None))


@cache
def space_of(model: type[Element]) -> str | None:
    """The wider space in which names of this sort must be unique, where a list is not enough.

    Activities and results share one, since links lead to both; so do the barriers of all
    behaviours, since activities name them.
    """
    if issubclass(model, (ActivityBase, Result)):
        return "activities and results"
    return "barriers" if model is Barrier else None


def repeated_names(design: Design) -> Iterator[tuple[str, str]]:
    """Each name that stands a second time in its list or space: where, and the name."""
    shared: dict[str, set[str]] = {}
    waiting: list[Part] = [design]
    while waiting:
        part = waiting.pop()
        for name in part_fields(type(part)):
            value = getattr(part, name)
            if isinstance(value, Part):
                waiting.append(value)
            elif value:
                own: set[str] = set()
                elements: tuple[Element, ...] = value
                for element in elements:
                    space = space_of(type(element))
                    seen = shared.setdefault(space, set()) if space else own
                    key = element.key_value
                    if key in seen:
                        yield space or name, key
                    seen.add(key)
                    if part_fields(type(element)):
                        waiting.append(element)
