"""Prints figures of indicators on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.padding import Padding
from rich.text import Text

from trueline.cli.printing import console
from trueline.design.figure_wording import (
    baseline_in_words,
    coverage_in_words,
    figure_in_words,
    progress_in_words,
    questions,
    target_in_words,
)
from trueline.design.figures import Figure
from trueline.language import day, gettext
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import group_in_words


def print_figures(figures: Iterable[Figure], toolkit: Toolkit) -> None:
    """Each indicator: where it stands, how far it came, its periods and groups, what to ask."""
    out = console()
    for figure in figures:
        out.print(
            Text(figure.indicator.statement or figure.indicator.id, style="bold").append(
                f"  {figure.indicator.id}", style="dim not bold"
            )
        )
        for line in _lines(figure, toolkit):
            out.print(Padding(line, (0, 0, 0, 2), expand=False))
        out.print()


def _lines(figure: Figure, toolkit: Toolkit) -> Iterable[Text]:
    unit = figure.indicator.unit
    yield Text(
        gettext("To date: {figure}", figure=figure_in_words(figure.to_date, unit)), style="bold"
    )
    yield Text(baseline_in_words(figure.indicator.baseline))
    if figure.target:
        yield _progress_line(target_in_words(figure.target), progress_in_words(figure.progress))
    if figure.final and figure.final is not figure.target:
        yield _progress_line(
            gettext("At the end: {target}", target=target_in_words(figure.final)),
            progress_in_words(figure.final_progress),
        )
    for period, aggregate in figure.by_period:
        yield Text(f"{period.label}: {figure_in_words(aggregate, unit)}", style="dim")
    for group, aggregate in figure.by_group:
        yield Text(
            f"{group_in_words(group, toolkit)}: {figure_in_words(aggregate, unit)}", style="dim"
        )
    yield Text(coverage_in_words(figure.to_date.coverage), style="dim")
    for when, aggregate in figure.followed_up:
        again = gettext(
            "{day}, again: {figure}", day=day(when.end), figure=figure_in_words(aggregate, unit)
        )
        yield Text(again)
    for question in questions(figure):
        yield Text(gettext("To ask about: {question}", question=question), style="yellow")


def _progress_line(target: str, progress: str) -> Text:
    return Text(f"{target[:1].upper()}{target[1:]}: {progress}")
