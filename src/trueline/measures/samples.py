"""How many people a baseline and an endline survey need to ask."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

CONFIDENCE = 0.95
POWER = 0.8


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sample must cope with.

    `design_effect`: how many times as many are needed as in a simple random sample, since people
    of one village or school answer alike; 1 where everybody is drawn singly. `attrition`: the share
    of those chosen who will not be found or will not answer. `population`: how many there are in
    all, where that is few; an endline of the same size needs the same people to be left.
    """

    design_effect: float = 1.0
    attrition: float = 0.0
    population: int | None = None

    def __post_init__(self) -> None:
        if self.design_effect < 1:
            raise ValueError("A design effect is 1 or more.")
        if not 0 <= self.attrition < 1:
            raise ValueError("The share of those not reached lies from 0 to below 1.")
        if self.population is not None and self.population < 1:
            raise ValueError("A population has at least one person.")

    def people(self, simple: float) -> int:
        """How many to choose, from the size of a simple random sample."""
        size = simple * self.design_effect
        if self.population is not None:
            size = min(size / (1 + (size - 1) / self.population), self.population)
        chosen = ceil(round(size / (1 - self.attrition), 6))
        return chosen if self.population is None else min(chosen, self.population)

    def answers(self, chosen: int) -> float:
        """The size of a simple random sample that would tell as much: the reverse of `people`."""
        size = chosen * (1 - self.attrition)
        if self.population is not None:
            if size >= self.population:
                return float("inf")
            size = size * (self.population - 1) / (self.population - size)
        return size / self.design_effect


PLAIN = Plan()


def for_one_proportion(
    expected: float, margin: float, *, plan: Plan = PLAIN, confidence: float = CONFIDENCE
) -> int:
    """People for one survey that is to be right within a margin (0.05 is five points either way).

    Source: Cochran (1977), Sampling Techniques, 3rd edition, section 4.4. Where nothing is known
    beforehand, 0.5 is the cautious expectation.
    """
    _check_share(expected)
    if not 0 < margin < 1:
        raise ValueError("A margin lies between 0 and 1.")
    return plan.people(_z(confidence) ** 2 * expected * (1 - expected) / margin**2)


def for_two_proportions(
    before: float,
    after: float,
    *,
    plan: Plan = PLAIN,
    confidence: float = CONFIDENCE,
    power: float = POWER,
) -> int:
    """People in each of two surveys, of different people, that are to notice a change.

    Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd
    edition, section 4.2, two-sided and without correction for continuity.
    """
    _check_share(before)
    _check_share(after)
    if before == after:
        raise ValueError("Two equal shares have no change to notice.")
    return plan.people(_two_proportions(before, after, confidence, power))


def for_two_means(
    smallest_change: float,
    standard_deviation: float,
    *,
    plan: Plan = PLAIN,
    confidence: float = CONFIDENCE,
    power: float = POWER,
) -> int:
    """People in each of two surveys that are to notice a change of a mean, in its own unit.

    Source: Cohen (1988), Statistical Power Analysis, 2nd edition, chapter 2, by the noncentral t
    distribution.
    """
    if smallest_change == 0 or standard_deviation <= 0:
        raise ValueError("A change and a standard deviation are needed that are not 0.")
    from scipy.optimize import brentq
    from scipy.special import stdtrit
    from scipy.stats import nct

    size = abs(smallest_change) / standard_deviation

    def shortfall(n: float) -> float:
        freedom, centre = 2 * (n - 1), size * sqrt(n / 2)
        critical = float(stdtrit(freedom, (1 + confidence) / 2))
        return (
            float(nct.sf(critical, freedom, centre) + nct.cdf(-critical, freedom, centre)) - power
        )

    enough = (_z(confidence) + _z(2 * power - 1)) ** 2 * 2 / size**2 + 10
    if shortfall(2) >= 0:
        return plan.people(2)
    return plan.people(brentq(shortfall, 2, enough, xtol=1e-6))


def smallest_change(
    before: float,
    people: int,
    *,
    plan: Plan = PLAIN,
    confidence: float = CONFIDENCE,
    power: float = POWER,
) -> float | None:
    """The smallest rise of a share that so many people in each survey would notice.

    Nothing where even a rise to all would go unnoticed.
    """
    from scipy.optimize import brentq

    _check_share(before)
    answers = plan.answers(people)
    if answers == float("inf"):
        return 0.0

    def surplus(after: float) -> float:
        return _two_proportions(before, after, confidence, power) - answers

    if before >= 1 or surplus(1.0) > 0:
        return None
    nearest = before + (1 - before) * 1e-6
    return float(brentq(surplus, nearest, 1.0, xtol=1e-9)) - before if surplus(nearest) > 0 else 0.0


def _two_proportions(before: float, after: float, confidence: float, power: float) -> float:
    middle = (before + after) / 2
    null = sqrt(2 * middle * (1 - middle))
    alternative = sqrt(before * (1 - before) + after * (1 - after))
    needed = (_z(confidence) * null + _z(2 * power - 1) * alternative) / (after - before)
    return needed**2


def _z(confidence: float) -> float:
    """How many standard errors hold the middle so much of a normal distribution."""
    from scipy.special import ndtri

    if not 0 < confidence < 1:
        raise ValueError("Confidence and power lie between 0.5 and 1.")
    return float(ndtri((1 + confidence) / 2))


def _check_share(share: float) -> None:
    if not 0 <= share <= 1:
        raise ValueError("A share lies between 0 and 1.")
