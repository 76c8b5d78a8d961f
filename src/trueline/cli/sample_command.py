"""`trueline sample`: how many people a survey has to ask."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.printing import console, fail
from trueline.language import gettext, ngettext, number

if TYPE_CHECKING:
    from trueline.measures.samples import Plan

EPILOG = """\
Examples:

trueline sample --expected 30 --margin 5

trueline sample --before 20 --after 35 --design-effect 1.5 --not-reached 20

trueline sample --before 20 --people 200

Exit codes: 0 computed; 2 something is missing or can't be."""

COCHRAN = "Cochran (1977), Sampling Techniques, 3rd edition, section 4.4."
FLEISS = (
    "Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd edition,"
    " section 4.2."
)

Share = float | None


def sample(
    expected: Annotated[
        Share,
        typer.Option(
            min=0,
            max=100,
            metavar="PER CENT",
            help="One survey: the share that you expect. 50 where nothing is known.",
        ),
    ] = None,
    margin: Annotated[
        float, typer.Option(metavar="POINTS", help="One survey: how far off it may be, either way.")
    ] = 5,
    before: Annotated[
        Share,
        typer.Option(
            min=0, max=100, metavar="PER CENT", help="Two surveys: the share at the baseline."
        ),
    ] = None,
    after: Annotated[
        Share,
        typer.Option(
            min=0, max=100, metavar="PER CENT", help="Two surveys: the share at the endline."
        ),
    ] = None,
    people: Annotated[
        int | None,
        typer.Option(
            min=1, help="In place of --after: people in each survey, to see what they would notice."
        ),
    ] = None,
    design_effect: Annotated[
        float,
        typer.Option(
            min=1,
            max=100,
            help="How many times as many are needed since people of one village answer alike. 1"
            " where everybody is drawn singly.",
        ),
    ] = 1,
    not_reached: Annotated[
        float,
        typer.Option(
            min=0, max=99, metavar="PER CENT", help="Of those chosen, who will not be found."
        ),
    ] = 0,
    population: Annotated[
        int | None, typer.Option(min=1, help="How many there are in all, where they are few.")
    ] = None,
) -> None:
    """Say how many people to ask, in one survey or in two that are compared.

    In a survey of 95 per cent confidence, with a power of 80 per cent where two are compared. The
    people of the two surveys are different ones, drawn by chance.
    """
    from trueline.measures.samples import Plan

    plan = Plan(design_effect, not_reached / 100, population)
    if expected is not None and before is None and after is None and people is None:
        lines = _one_survey(expected, margin, plan)
    elif expected is None and before is not None and (after is None) != (people is None):
        lines = _two_surveys(before, after, people, plan)
    else:
        fail(
            gettext("That is neither one survey nor two."),
            gettext("Give --expected, or --before with --after or --people."),
        )
    out = console()
    for line in (*lines, *_counted_in(plan), _what_it_leaves_out()):
        out.print(line, markup=False)


def _one_survey(expected: float, margin: float, plan: Plan) -> Iterator[str]:
    from trueline.measures.samples import for_one_proportion

    if not 0 < margin < 100:
        fail(gettext("--margin lies between 0 and 100 points."))
    chosen = for_one_proportion(expected / 100, margin / 100, plan=plan)
    if chosen == 0:
        fail(
            gettext("Where all answer alike there is nothing to find out by chance."),
            gettext("Expect a share above 0 and below 100."),
        )
    yield ngettext("Ask {count} person.", "Ask {count} people.", chosen)
    yield gettext(
        "If about {expected} % say yes, the survey is right to within {margin} points either way, 95"
        " times in 100.",
        expected=_rounded(expected),
        margin=_rounded(margin),
    )
    yield gettext("Source: {source}", source=COCHRAN)


def _two_surveys(
    before: float, after: float | None, people: int | None, plan: Plan
) -> Iterator[str]:
    from trueline.measures.samples import for_two_proportions

    if after is None:
        yield _smallest(before, people or 0, plan)
    elif before == after:
        fail(gettext("From {share} % to {share} % nothing changes.", share=_rounded(before)))
    else:
        chosen = for_two_proportions(before / 100, after / 100, plan=plan)
        yield ngettext(
            "Ask {count} person before and another after.",
            "Ask {count} people before and as many others after.",
            chosen,
        )
        yield gettext(
            "A change from {before} % to {after} % would then be noticed 8 times in 10. Where nothing"
            " changed, 5 surveys in 100 would seem to show that something did.",
            before=_rounded(before),
            after=_rounded(after),
        )
    yield gettext("Source: {source}", source=FLEISS)


def _smallest(before: float, people: int, plan: Plan) -> str:
    from trueline.measures.samples import smallest_change

    rise = smallest_change(before / 100, people, plan=plan)
    if rise is None:
        return ngettext(
            "With {count} person in each survey even a rise from {before} % to all would go"
            " unnoticed.",
            "With {count} people in each survey even a rise from {before} % to all would go"
            " unnoticed.",
            people,
            before=_rounded(before),
        )
    if rise == 0:
        return gettext("Everybody is asked both times, so that chance hides nothing.")
    return ngettext(
        "With {count} person in each survey, the smallest rise that would be noticed 8 times in 10"
        " is from {before} % to {after} %. A smaller one may be there and go unnoticed.",
        "With {count} people in each survey, the smallest rise that would be noticed 8 times in 10"
        " is from {before} % to {after} %. A smaller one may be there and go unnoticed.",
        people,
        before=_rounded(before),
        after=_rounded(before + rise * 100),
    )


def _counted_in(plan: Plan) -> Iterator[str]:
    """The other inputs of the calculation that were given."""
    if plan.design_effect > 1:
        yield gettext(
            "Counted in: people of one place answer alike, so that {times} times as many are needed"
            " (design effect).",
            times=_rounded(plan.design_effect),
        )
    if plan.attrition:
        yield gettext(
            "Counted in: {share} % of those chosen will not be found or will not answer. Who they"
            " are may matter more than how many.",
            share=_rounded(plan.attrition * 100),
        )
    if plan.population is not None:
        yield ngettext(
            "Counted in: there is only {count} person in all.",
            "Counted in: there are only {count} people in all.",
            plan.population,
        )


def _what_it_leaves_out() -> str:
    return gettext(
        "This is about chance alone: not about questions that are understood otherwise, people who"
        " can’t be drawn, or what would have changed anyway."
    )


def _rounded(value: float) -> str:
    from trueline.design.figure_wording import rounded

    return number(rounded(Fraction(value)))
