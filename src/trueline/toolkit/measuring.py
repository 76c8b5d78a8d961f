"""The shapes of what is measured: categories, their indicators, and when to measure again."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from trueline.language.term_types import (
    Anchor,
    Better,
    Level,
    Measure,
    Measures,
    StandsIn,
    SurveyType,
)
from trueline.toolkit.texts import Entry, Model, PartId, Text

Months = Annotated[int, Field(ge=1, le=600)]


class FollowUp(Model):
    """When a change is measured again: months from an anchor, in one of three forms.

    `window` is a first and a last month between which one measurement falls, `at` are months of
    which each is one, `at_least` is the earliest month.
    """

    anchor: Anchor
    window: tuple[Months, Months] | None = None
    at: tuple[Months, ...] = ()
    at_least: Months | None = None
    anchor_is_ours: bool = Field(
        False, description="Whether the source leaves open from when the months are counted."
    )

    @model_validator(mode="after")
    def _one_form(self) -> FollowUp:
        if sum(map(bool, (self.window, self.at, self.at_least))) != 1:
            raise ValueError("it has exactly one of window, at and at_least")
        months = self.window or self.at
        if list(months) != sorted(set(months)):
            raise ValueError("months rise from one to the next")
        return self

    @property
    def earliest(self) -> int:
        """The first month at which a follow-up measurement is meaningful."""
        return self.suggested[0]

    @property
    def suggested(self) -> tuple[int, ...]:
        """Months that meet it with as few measurements as will do."""
        if self.window:
            return self.window[:1]
        return self.at or (self.at_least or 0,)


class Target(Model):
    """A suggested target: `comparison` `value` `unit`, and the words for it."""

    text: Text
    comparison: Literal["at-least", "at-most", "all", "yes"]
    value: Decimal | None = None
    unit: Text | None = None


class Survey(Model):
    """An example question for a questionnaire or an interview."""

    text: Text
    type: SurveyType
    choices: tuple[Text, ...] = ()


class Beside(Model):
    """A further figure that belongs beside an indicator, such as a share of all in need.

    Coverage beside a count, or a second denominator, keeps one figure from saying too much.
    """

    id: PartId
    statement: Text
    measure: Measure
    numerator: Text | None = None
    denominator: Text | None = None
    unit: Text
    shows: Text = Field(description="What it adds that the indicator alone does not show.")


class MeasuredEntry(Entry):
    """What categories and indicators have in common: when they are measured."""

    follow_up: FollowUp | None = Field(None, description="When it is measured again.")
    timing: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _months_after(cls, data: Any) -> Any:
        """Packs written earlier name months after the activity's end, each a measurement."""
        if not isinstance(data, dict) or "months_after" not in data:
            return data
        rest = {name: value for name, value in data.items() if name != "months_after"}
        months = data["months_after"]
        return {"follow_up": {"anchor": "end", "at": months}, **rest} if months else rest


class Indicator(MeasuredEntry):
    """A sample indicator. `source_gives` names the fields that come from the source."""

    statement: Text
    name: Text | None = Field(None, description="Official name of the instrument it is about.")
    measure: Measure
    numerator: Text | None = None
    denominator: Text | None = None
    unit: Text
    direction: Better = Field(description="Which way is better; `none` where neither is by itself.")
    target: Target | None = None
    methods: tuple[Text, ...] = Field(min_length=1)
    disaggregation: tuple[PartId, ...] = Field((), description="Lists of the vocabulary.")
    caution: Text | None = Field(None, description="What to watch when counting or reading it.")
    caution_added: Text | None = Field(
        None, description="Ours: what else to watch, beside a caution of the source."
    )
    beside: tuple[Beside, ...] = Field((), description="Ours: figures to report beside it.")
    in_practice: Text | None = Field(
        None, description="Ours: what to ask of practice where the indicator reads a law or a plan."
    )
    survey: Survey | None = Field(None, description="Ours: an example survey question.")
    source_gives: tuple[
        Literal[
            "measure",
            "numerator",
            "denominator",
            "unit",
            "direction",
            "target",
            "methods",
            "follow_up",
            "timing",
            "disaggregation",
            "caution",
        ],
        ...,
    ] = ("methods",)


class Category(MeasuredEntry):
    """A kind of indicator: what it shows, what it does not, and what it may stand in for."""

    title: Text
    level: Level
    measures: Measures
    shows: Text
    does_not_show: Text
    stands_in: StandsIn
    cannot_stand_in_for: Text | None = Field(
        None, description="What exactly it can't stand in for; it ends the sentence on that."
    )
    stands_in_note: Text | None = Field(
        None, description="Ours: what the source leaves unsaid about using it as a proxy."
    )
    source_gives: tuple[
        Literal[
            "shows",
            "does_not_show",
            "stands_in",
            "cannot_stand_in_for",
            "follow_up",
            "timing",
            "level",
        ],
        ...,
    ] = ()
    indicators: tuple[Indicator, ...] = ()
