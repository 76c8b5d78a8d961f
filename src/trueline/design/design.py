"""The programme design as one document."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Literal, TypeVar

from trueline.design.activity import Activity, ActivityBase
from trueline.design.behaviour import Barrier, Behaviour, Displacement
from trueline.design.graph import Theory
from trueline.design.measurement import Evaluation, Indicator
from trueline.design.pattern import Factor, Pattern, Strategy
from trueline.design.responses import Answer
from trueline.design.theory import Link, Result
from trueline.document.budget import BudgetLine
from trueline.document.document import Document
from trueline.document.fields import (
    Country,
    Day,
    Element,
    ElementId,
    Line,
    Money,
    Part,
    Text,
    field,
    prose,
    required_id,
)
from trueline.document.responses import Source

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


class Design(Document):
    """A programme design. A draft always loads; what is missing is for the review to say."""

    kind = "design"
    tells_kind = False
    essential = ("activities", "results", "behaviours")
    begins: ClassVar[Mapping[str, str]] = {
        "title": "What it is",
        "countries": "Where and when",
        "lead": "Who, with what money",
    }

    schema_version: Literal[1] = field("Schema version", "Version of this document’s form.", 1)
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
    budget_lines: tuple[BudgetLine, ...] = field(
        "Budget lines", "What it is made up of, by year and source of money.", ()
    )
    other_efforts: Text = prose(
        "Links to other work",
        "How this connects with prevention, prosecution, protection and"
        " partnership work by others.",
    )
    patterns: tuple[Pattern, ...] = field("Patterns", "The trafficking patterns addressed.", ())
    factors: tuple[Factor, ...] = field(
        "Factors", "What makes them possible.", (), asks="mapping.factors"
    )
    strategies: tuple[Strategy, ...] = field(
        "Ways of acting on the pattern", "Effort, risk, rewards, crowding out, tolerance.", ()
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
        "External factors",
        "What may help or hinder from outside.",
        (),
        asks="foundations.external-factors",
    )
    capacities: tuple[Capacity, ...] = field(
        "Capacities", "Expertise and resources needed.", (), asks="foundations.expertise"
    )
    evaluation: Evaluation = field(
        "Evaluation and learning", "How the programme measures and learns.", Evaluation()
    )
    answers: tuple[Answer, ...] = field("Answers", "Answers to the toolkit’s questions.", ())
    sources: tuple[Source, ...] = field("Sources", "What the design rests on.", ())

    @property
    def barriers(self) -> tuple[Barrier, ...]:
        """All barriers, of whichever behaviour."""
        return tuple(barrier for behaviour in self.behaviours for barrier in behaviour.barriers)

    @cached_property
    def theory(self) -> Theory:
        """The results and links as a graph."""
        return Theory(self)

    def parts_with_questions(self) -> Iterator[Part]:
        """Parts of the programme as a whole, and of the lists that say what it works against."""
        yield self
        yield self.evaluation
        lists: tuple[tuple[Element, ...], ...] = (
            self.patterns,
            self.factors,
            self.behaviours,
            self.displacement,
        )
        for elements in lists:
            yield from elements

    def of_kind(self, kind: type[A]) -> tuple[A, ...]:
        """The activities of one kind, such as `of_kind(Justice)`."""
        return tuple(activity for activity in self.activities if isinstance(activity, kind))
