"""Figures as pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trueline.design import Indicator
from trueline.design.figure_wording import figure_in_words, progress_in_words, target_in_words
from trueline.design.figures import Figure
from trueline.measures.aggregates import ALL, Aggregate
from trueline.measures.readings import State
from trueline.toolkit import Toolkit
from trueline.web.monitoring.grid import what_to_explain
from trueline.web.monitoring.models import Answer, MeasuredCell, Measurement
from trueline.web.monitoring.series import figure_in, readings_of
from trueline.web.monitoring.snapshots import Snapshot, fingerprint, snapshot
from trueline.web.monitoring.value_types import cell_of, group_label, reading_of


@dataclass(frozen=True)
class InWords:
    """A figure as a line of a table."""

    figure: Figure

    @property
    def value(self) -> str:
        return figure_in_words(self.figure.to_date, self.figure.indicator.unit)

    @property
    def target(self) -> str:
        target = self.figure.target or self.figure.final
        return target_in_words(target) if target else ""

    @property
    def progress(self) -> str:
        return progress_in_words(self.figure.progress)


@dataclass(frozen=True)
class DisplayedMeasurement:
    """A measurement in words: its figure, those of its groups, and what to ask about."""

    measurement: Measurement
    whole: str
    groups: Sequence[tuple[str, str]]
    questions: Sequence[str]

    @property
    def seen(self) -> str:
        """Its fingerprint, to detect changes since."""
        return fingerprint(snapshot(self.measurement))


def displayed(measurement: Measurement, toolkit: Toolkit) -> DisplayedMeasurement:
    """A measurement in words."""
    meaning = measurement.indicator.meaning
    readings = readings_of(measurement, meaning)
    groups = [
        (
            group_label(key, toolkit),
            figure_in_words(figure_in(measurement, meaning, cell_of(key)), meaning.unit),
        )
        for key in readings
        if key
    ]
    whole = figure_in_words(figure_in(measurement, meaning, ALL), meaning.unit)
    return DisplayedMeasurement(measurement, whole, groups, what_to_explain(readings, meaning))


def snapshot_in_words(
    stored: Snapshot, meaning: Indicator, toolkit: Toolkit
) -> list[tuple[str, str]]:
    """An earlier state of a measurement, group by group."""
    lines = []
    for key, cell in stored["cells"].items():
        reading = reading_of(MeasuredCell(**cell), meaning)
        text = figure_in_words(Aggregate(State.REPORTED, reading), meaning.unit)
        lines.append((group_label(key, toolkit), text))
    if stored["answer"]:
        lines.append((group_label("", toolkit), str(Answer(stored["answer"]).label)))
    return lines
