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
    """A figure as a line of a table says it."""

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
class Told:
    """What a measurement says: its figure, those of its groups, and what to ask about."""

    measurement: Measurement
    whole: str
    groups: Sequence[tuple[str, str]]
    questions: Sequence[str]

    @property
    def seen(self) -> str:
        """What it is told by, to notice when it changed since."""
        return fingerprint(snapshot(self.measurement))


def told(measurement: Measurement, toolkit: Toolkit) -> Told:
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
    return Told(measurement, whole, groups, what_to_explain(readings, meaning))


def snapshot_in_words(
    said: Snapshot, meaning: Indicator, toolkit: Toolkit
) -> list[tuple[str, str]]:
    """What a measurement said once, group by group."""
    lines = []
    for key, kept in said["cells"].items():
        reading = reading_of(MeasuredCell(**kept), meaning)
        text = figure_in_words(Aggregate(State.REPORTED, reading), meaning.unit)
        lines.append((group_label(key, toolkit), text))
    if said["answer"]:
        lines.append((group_label("", toolkit), str(Answer(said["answer"]).label)))
    return lines
