"""Types of values: the inputs for a figure, and how stored ones become values to compute with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from trueline.design import Indicator
from trueline.design.figures import in_points
from trueline.measures.aggregates import ALL, Cell
from trueline.measures.readings import Count, Mean, Ratio, Reading, Scale, Share, Words
from trueline.memory import remembered
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import vocabulary_title
from trueline.web.monitoring.models import MeasuredCell

STEP = Decimal("0.0001")
"""The finest that a figure is kept."""
LARGEST = Decimal(10) ** 11
SHARES = ("proportion", "yes-no", "checklist", "scale")
MOST_WORDS = 12
"""From this length on, such as of nationality, a form shows only the words that have figures."""


class ValueType(StrEnum):
    """The parts that a figure consists of."""

    COUNT = "count"
    SHARE = "share"
    RATIO = "ratio"
    MEAN = "mean"
    SCALE = "scale"
    WORDS = "words"


def value_type_of(indicator: Indicator) -> ValueType:
    """The type of an indicator's figures: the same in every period and group."""
    if indicator.measure == "qualitative":
        return ValueType.WORDS
    if indicator.measure == "scale" and indicator.scale and indicator.scale_from:
        return ValueType.SCALE
    if in_points(indicator):
        return ValueType.COUNT
    if indicator.measure in SHARES:
        return ValueType.SHARE
    if indicator.measure == "change" and not (indicator.numerator and indicator.denominator):
        return ValueType.COUNT if indicator.counts_people else ValueType.MEAN
    if indicator.denominator:
        return ValueType.RATIO if indicator.measure == "count" else ValueType.SHARE  # or its change
    return ValueType.COUNT


_READINGS: dict[ValueType, type[Reading]] = {
    ValueType.COUNT: Count,
    ValueType.SHARE: Share,
    ValueType.RATIO: Ratio,
    ValueType.MEAN: Mean,
    ValueType.SCALE: Scale,
    ValueType.WORDS: Words,
}


def fits(reading: Reading, value_type: ValueType) -> bool:
    """Whether a figure is of the sort that the indicator's others are."""
    return type(reading) is _READINGS[value_type]


@dataclass(frozen=True)
class PeopleGroup:
    """A group of people with a figure of its own. `key` is "" for all of them."""

    key: str
    label: str
    list_title: str = ""


def groups_of(
    indicator: Indicator, toolkit: Toolkit, reported: Sequence[str] = ()
) -> Iterator[PeopleGroup]:
    """The groups that an indicator is broken down by; `reported` are those that have figures."""
    vocabulary_ids = {each.id for each in toolkit.vocabularies}
    offered: set[str] = set()
    for name in indicator.disaggregation:
        if name not in vocabulary_ids:
            continue
        terms = toolkit.terms(name)
        for term in terms:
            key = f"{name}={term.id}"
            if len(terms) <= MOST_WORDS or key in reported:
                offered.add(key)
                yield PeopleGroup(key, term.label, vocabulary_title(toolkit, name))
    for key in reported:
        if key and key not in offered:
            yield PeopleGroup(key, group_label(key, toolkit))


def group_label(key: str, toolkit: Toolkit) -> str:
    """The label of a group of people."""
    if not key:
        return _("All")
    words = dict(pair.split("=", 1) for pair in key.split(";"))
    vocabulary_ids = {each.id for each in toolkit.vocabularies}
    return ", ".join(
        next((term.label for term in toolkit.terms(name) if term.id == word), word)
        if name in vocabulary_ids
        else word
        for name, word in words.items()
    )


@remembered(2000)
def cell_of(key: str) -> Cell:
    """A group as it is reckoned with."""
    return tuple(tuple(pair.split("=", 1)) for pair in key.split(";")) if key else ALL  # type: ignore[misc]


def counts_people(indicator: Indicator, part: str) -> bool:
    """Whether a number of a figure is one of people: so many answers, so many measured."""
    if value_type_of(indicator) is ValueType.SCALE or part == "n":
        return True
    return indicator.counts_people is True and value_type_of(indicator) is not ValueType.MEAN


def problem_of(value: Decimal, *, whole: bool) -> str:
    """The reason why a number can't be kept as a figure; "" where it can."""
    if abs(value) >= LARGEST:
        return _("It is too large.")
    if whole and (value < 0 or value != value.to_integral_value()):
        return _("People are counted in whole numbers from 0 up.")
    if value != value.quantize(STEP):
        return _("It has more than four decimals.")
    return ""


def numbers_in(reading: Reading) -> dict[str, Decimal]:
    """The numbers that make a figure, by what they are."""
    match reading:
        case Count(value):
            return {"value": value}
        case Share(numerator, denominator) | Ratio(numerator, denominator):
            return {"numerator": numerator, "denominator": denominator}
        case Mean(total, n):
            return {"mean": total / n if n else total, "n": Decimal(n)}
        case Scale(counts=counts):
            return {str(point): Decimal(count) for point, count in enumerate(counts)}
        case _:
            return {}


def key_of(cell: Cell) -> str:
    """A group as it is kept."""
    return ";".join(f"{name}={word}" for name, word in cell)


class CellValues(NamedTuple):
    """The values of a cell, without the cell."""

    group: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    points: list[int]
    text: str


def reading_of(cell: MeasuredCell | CellValues, indicator: Indicator) -> Reading | None:
    """The figure that was kept for a group; None where nothing was."""
    if cell.points:
        return Scale(tuple(cell.points), indicator.scale_from or 1)
    if cell.numerator is not None and cell.denominator is not None:
        ratio = value_type_of(indicator) is ValueType.RATIO
        return (Ratio if ratio else Share)(Decimal(cell.numerator), Decimal(cell.denominator))
    if cell.value is not None:
        if cell.denominator is not None:
            denominator = Decimal(cell.denominator)
            return Mean(Decimal(cell.value) * denominator, int(denominator))
        return Count(Decimal(cell.value))
    return Words((cell.text,)) if cell.text else None


def cell_values(reading: Reading) -> dict[str, Any]:
    """The columns of a cell that hold a figure."""
    match reading:
        case Count(value):
            return {"value": value}
        case Share(numerator, denominator) | Ratio(numerator, denominator):
            return {"numerator": numerator, "denominator": denominator}
        case Mean(total, n):
            return {"value": (total / (n or 1)).quantize(STEP), "denominator": Decimal(n)}
        case Scale(counts=counts):
            return {"points": list(counts)}
        case Words(texts):
            return {"text": "\n".join(texts)}


def plain(cell: MeasuredCell) -> dict[str, Any]:
    """The values of a cell as data that compare and are kept: numbers as text without idle zeros."""
    numbers = {
        name: f"{value.normalize():f}"
        for name in ("value", "numerator", "denominator")
        if (value := getattr(cell, name)) is not None
    }
    points = {"points": list(cell.points)} if cell.points else {}
    return numbers | points | ({"text": cell.text} if cell.text else {})
