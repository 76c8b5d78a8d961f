"""Measurements, as commands that take tables read them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from trueline.cli.loading import load
from trueline.cli.printing import fail, report_problems
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.design import Design
    from trueline.design.figures import Figure
    from trueline.exchange.measurements import Measurements


def design_at(path: Path) -> Design:
    """The design in a file, where it has indicators. Ends the command otherwise."""
    from trueline.design import Design
    from trueline.files import FileProblems

    try:
        document: Any = load(path).document
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    if not isinstance(document, Design):
        fail(gettext("{file} is no programme design.", file=path))
    if not document.indicators:
        fail(
            gettext("{file} has no indicators to compute.", file=path),
            gettext("Add them under “indicators”."),
        )
    return document


def measurements_of(
    design: Design, paths: Iterable[Path], extra: Iterable[Path] = ()
) -> Measurements:
    """The measurements of all tables, in words of the toolkit and of `extra` packs. Ends the command with
    the problems of all of them.
    """
    from trueline.exchange.measurements import Measurements, read_measurements
    from trueline.files import FileProblems, Problem
    from trueline.toolkit import load_toolkit

    lists = load_toolkit(extra=extra).vocabularies
    words = {each.id: [term.id for term in each.terms] for each in lists}
    indicators = {each.id: each for each in design.indicators}
    together, problems = Measurements(), list[Problem]()
    for path in paths:
        try:
            together.merge(read_measurements(path.read_bytes(), str(path), indicators, words))
        except FileProblems as wrong:
            problems.extend(wrong.problems)
        except OSError as error:
            reason = error.strerror or gettext("the system refused")
            problems.append(
                Problem(str(path), gettext("It can’t be read: {reason}.", reason=reason))
            )
    if problems:
        report_problems(FileProblems(problems))
        raise typer.Exit(2)
    return together


def figures_of(path: Path, tables: Iterable[Path]) -> dict[str, Figure]:
    """The figures of a design's indicators over all measurements, by the indicator's id."""
    from trueline.design.figures import figures

    design = design_at(path)
    read = measurements_of(design, tables)
    periods = list(read.periods.values())
    computed = figures(read.with_baselines(design), read.records, periods=periods)
    return {each.indicator.id: each for each in read.with_occasions(computed)}


def narratives(paths: Iterable[Path]) -> dict[str, str]:
    """The texts of reports by their names. Ends the command with the problems of all of them."""
    from trueline.files import FileProblems, Problem
    from trueline.passages.uploads import read_document_text

    texts, problems = dict[str, str](), list[Problem]()
    for path in paths:
        try:
            texts[path.name] = read_document_text(path.read_bytes(), str(path)).text
        except FileProblems as wrong:
            problems.extend(wrong.problems)
        except OSError as error:
            reason = error.strerror or gettext("the system refused")
            problems.append(
                Problem(str(path), gettext("It can’t be read: {reason}.", reason=reason))
            )
    if problems:
        report_problems(FileProblems(problems))
        raise typer.Exit(2)
    return texts
