"""`trueline measure`: what the indicators of a design came to, computed from tables."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.options import Extra
from trueline.cli.printing import fail
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.design import Design
    from trueline.design.figures import Figure
    from trueline.exchange.measurements import Measurements
    from trueline.measures.periods import Period

EPILOG = """\
A table is a .csv or .xlsx file with a row of headings:

indicator, period, place, numerator, denominator, sex

i-know, 2027-Q1, North, 30, 50, female

A figure is a `value`, or a `numerator` and a `denominator`, or a `mean` and `n`, or for a scale
the answers by `points` (1; 0; 4; 10; 6), or a `text`. In place of one, `state` says missing, not
applicable or suppressed. A list of the vocabulary, such as sex, divides people; a row that leaves
it empty speaks of all.

Examples:

trueline measure safe-work.yaml figures.csv

trueline measure safe-work.yaml north.csv south.xlsx --by sex --until 2027-Q2

trueline measure safe-work.yaml figures.csv --claims

trueline measure safe-work.yaml figures.csv --to-share --format csv > for-the-donor.csv

Exit codes: 0 computed; 2 a file could not be read."""


class Form(StrEnum):
    text = "text"
    json = "json"
    csv = "csv"


def measure(
    design: Annotated[Path, typer.Argument(metavar="DESIGN", help="A design.")],
    tables: Annotated[
        list[Path], typer.Argument(metavar="TABLE...", help="Tables of what was measured.")
    ],
    start: Annotated[
        str, typer.Option("--from", metavar="PERIOD", help="The first period that counts.")
    ] = "",
    end: Annotated[
        str, typer.Option("--until", metavar="PERIOD", help="The last period that counts.")
    ] = "",
    place: Annotated[
        list[str],
        typer.Option(
            help="A place that is expected to report; may be repeated. Without it, the places that"
            " did."
        ),
    ] = [],  # noqa: B006
    indicator: Annotated[
        list[str], typer.Option(help="Id of an indicator; may be repeated. Without it, all.")
    ] = [],  # noqa: B006
    by: Annotated[str, typer.Option(metavar="LIST", help="Divide by a list, such as sex.")] = "",
    share: Annotated[
        bool,
        typer.Option(
            "--to-share", help="Hold back small counts of people, and what would give them away."
        ),
    ] = False,
    claims: Annotated[
        bool, typer.Option("--claims", help="What the figures support of each result instead.")
    ] = False,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.text,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Compute indicators from tables: over periods and places, beside baseline and target.

    Shares are put together from what was counted, never from percentages; what is missing is
    said to be missing, and is not 0.
    """
    from trueline.cli.measured import design_at, measurements_of

    loaded = design_at(design)
    measurements = measurements_of(loaded, tables, extra)
    computed = _figures_of(loaded, measurements, start, end, place, indicator, by)
    if share:
        from trueline.design.sharing import to_share

        computed = to_share(computed)
    if claims:
        _print_claims(loaded, computed, form, extra)
    elif form is Form.json:
        from trueline.reports.measuring.data import figures_data

        typer.echo(json.dumps(figures_data(computed), ensure_ascii=False, indent=1))
    elif form is Form.csv:
        from trueline.reports.measuring.data import figures_csv

        typer.echo(figures_csv(computed), nl=False)
    else:
        from trueline.cli.measure_view import print_figures
        from trueline.toolkit import load_toolkit

        print_figures(computed, load_toolkit(extra=extra))


def _print_claims(
    design: Design, computed: tuple[Figure, ...], form: Form, extra: list[Path]
) -> None:
    from trueline.review.claims import claims
    from trueline.toolkit import load_toolkit

    if not design.results:
        fail(
            gettext("The design has no results that could be claimed."),
            gettext("Add them under “results”."),
        )
    ladder = claims(design, computed, load_toolkit(extra=extra))
    if form is Form.csv:
        fail(gettext("--claims is told in words or as JSON."), gettext("Leave out --format csv."))
    if form is Form.json:
        from trueline.reports.measuring.claims import claims_data

        typer.echo(json.dumps(claims_data(ladder), ensure_ascii=False, indent=1))
    else:
        from trueline.cli.claims_view import print_claims

        print_claims(ladder)


def bounds(written: dict[str, str]) -> list[Period | None]:
    """The periods that options name, None where one names none. Ends the command otherwise."""
    from trueline.measures.periods import period

    periods = {name: period(text) if text else None for name, text in written.items()}
    for name, text in written.items():
        if text and periods[name] is None:
            fail(
                gettext("{option}: that is no period.", option=name),
                gettext("Write 2026, 2026-H1, 2026-Q1, 2026-03 or a day."),
            )
    return list(periods.values())


def _figures_of(
    design: Design,
    measurements: Measurements,
    start: str,
    end: str,
    places: list[str],
    indicators: list[str],
    by: str,
) -> tuple[Figure, ...]:
    from trueline.design.figures import figures

    first, last = bounds({"--from": start, "--until": end})
    if unknown := set(indicators) - {each.id for each in design.indicators}:
        fail(gettext("The design has no indicator “{id}”.", id=sorted(unknown)[0]))
    if by and by not in measurements.lists:
        fail(gettext("No table divides people by “{list}”.", list=by))
    periods = [
        each
        for each in measurements.periods.values()
        if (first is None or each.start >= first.start) and (last is None or each.end <= last.end)
    ]
    if not periods and not measurements.once:
        fail(gettext("No table tells of a period between these."))
    return measurements.with_occasions(
        figures(
            measurements.with_baselines(design),
            measurements.records,
            periods=periods,
            places=places,
            by=by,
            only=indicators,
        )
    )
