"""Whether a programme is ready for a study of its impact.

Such studies cost much money and time, so that the toolkit keeps them for mature programmes that were
shown to be ready (footnote 21). What makes one ready is ours, read from the design alone: whether it
works as it was designed is for people to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trueline.design import Design, Indicator
from trueline.language import gettext, ngettext

CHANGES = ("outcome", "impact")


@dataclass(frozen=True)
class Condition:
    """A condition that should hold, whether the design says that it does (None: it says nothing), and why."""

    text: str
    holds: bool | None
    why: str

    @property
    def answer(self) -> str:
        if self.holds is None:
            return gettext("Not said")
        return gettext("Yes") if self.holds else gettext("No")


def readiness(design: Design) -> list[Condition]:
    """Each condition, in the order in which somebody would see to it."""
    return list(_conditions(design))


def is_ready(conditions: list[Condition]) -> bool:
    """Whether nothing in the design speaks against an impact study."""
    return all(each.holds for each in conditions)


def _conditions(design: Design) -> Iterator[Condition]:
    yield Condition(
        gettext("The programme is mature"),
        None if design.phase is None else design.phase == "mature",
        gettext("A new or running one is better served by a study of how it works."),
    )
    yield _linked(design)
    yield _verified(design)
    yield _measured(design)
    yield Condition(
        gettext("Somebody would see whether trafficking moves elsewhere"),
        bool(design.displacement) and all(each.watched_by for each in design.displacement),
        gettext("Else a fall here may be a rise next door."),
    )
    yield _methods(design)
    evaluation = design.evaluation
    yield Condition(
        gettext("Money is set aside for it"),
        bool(evaluation.budget or any(each.budget for each in evaluation.studies)),
        gettext("Such studies cost much."),
    )
    yield Condition(
        gettext("It is said who measures after the end, and with what money"),
        bool(evaluation.after_the_end),
        gettext("What lasts is seen only then."),
    )


def _linked(design: Design) -> Condition:
    reached = {link.effect for link in design.links}
    changes = [each for each in design.results if each.level in CHANGES]
    loose = [each for each in changes if each.id not in reached]
    return Condition(
        gettext("Every outcome and impact is linked to what leads to it"),
        not loose if changes else None,
        ngettext("{count} is not.", "{count} are not.", len(loose))
        if loose
        else gettext("A study tests these links."),
    )


def _verified(design: Design) -> Condition:
    assumed = [each for link in design.links for each in link.assumptions]
    open_ones = [each for each in assumed if not each.verified]
    return Condition(
        gettext("The assumptions between them were verified"),
        not open_ones if assumed else None,
        ngettext("{count} was not verified.", "{count} were not verified.", len(open_ones))
        if open_ones
        else gettext("A link that does not hold needs no study of its end."),
    )


def _measured(design: Design) -> Condition:
    changes = {each.id for each in design.results if each.level in CHANGES}
    measuring = [each for each in design.indicators if each.result in changes]
    missing = [each for each in measuring if not _has_baseline(each)]
    return Condition(
        gettext("Each indicator of an outcome or impact has a baseline"),
        not missing if measuring else None,
        ngettext("{count} has none.", "{count} have none.", len(missing))
        if missing
        else gettext("Without one, no change is known."),
    )


def _has_baseline(indicator: Indicator) -> bool:
    baseline = indicator.baseline
    return baseline is not None and (baseline.value is not None or bool(baseline.text))


def _methods(design: Design) -> Condition:
    studies = [each for each in design.evaluation.studies if each.kind == "impact"]
    both = [each for each in studies if len(set(each.methods)) > 1 and each.longitudinal]
    return Condition(
        gettext("An impact study is planned that counts and asks, over time"),
        bool(both) if studies else None,
        gettext("Figures say how much; people say why. What lasts needs years."),
    )
