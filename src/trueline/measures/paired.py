"""The same people before and after: how many changed, and whether more did than by chance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from statistics import NormalDist

from trueline.measures.intervals import CONFIDENCE, Interval


@dataclass(frozen=True, slots=True)
class Paired:
    """People by their answer before and after. These four numbers are all that is kept of a test."""

    both: int
    gained: int
    """Not before, but after."""
    lost: int
    """Before, but not after."""
    neither: int

    def __post_init__(self) -> None:
        if min(self.both, self.gained, self.lost, self.neither) < 0:
            raise ValueError("People are counted from 0 up.")

    @property
    def n(self) -> int:
        return self.both + self.gained + self.lost + self.neither

    def __add__(self, other: Paired) -> Paired:
        return Paired(
            self.both + other.both,
            self.gained + other.gained,
            self.lost + other.lost,
            self.neither + other.neither,
        )


def mcnemar(pairs: Paired) -> float:
    """The exact two-sided p-value for as many gains as losses; 1 where nobody changed.

    Source: McNemar (1947), Psychometrika 12, 153-157, by the binomial distribution of the gains
    among those who changed.
    """
    from scipy.stats import binomtest

    changed = pairs.gained + pairs.lost
    return float(binomtest(pairs.gained, changed).pvalue) if changed else 1.0


def paired_difference(pairs: Paired, confidence: float = CONFIDENCE) -> Interval:
    """The share after minus the share before, of the same people.

    The estimate is that of the sample; the interval that of Bonett and Price (2012), British
    Journal of Mathematical and Statistical Psychology 65, 479-488, which Fagerland, Lydersen and
    Laake (2014), Statistics in Medicine 33, 2850-2875, recommend. Raises ValueError for nobody.
    """
    if not pairs.n:
        raise ValueError("Nobody was tested before and after.")
    gained, lost = (pairs.gained + 1) / (pairs.n + 2), (pairs.lost + 1) / (pairs.n + 2)
    middle = gained - lost
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * sqrt(
        (gained + lost - middle**2) / (pairs.n + 2)
    )
    return Interval(
        (pairs.gained - pairs.lost) / pairs.n, max(-1.0, middle - reach), min(1.0, middle + reach)
    )


def mean_change(
    n: int, changes: Decimal, squares: Decimal, confidence: float = CONFIDENCE
) -> Interval | None:
    """The mean after minus the mean before, of the same people, of the sum of what each gained and
    of its square. None for fewer than two.

    Source: Student (1908), Biometrika 6, 1-25.
    """
    from scipy.stats import t

    if n < 2:
        return None
    mean = changes / n
    variance = max(squares - changes * mean, Decimal(0)) / (n - 1)
    reach = float(t.ppf((1 + confidence) / 2, n - 1)) * sqrt(variance / n)
    return Interval(float(mean), float(mean) - reach, float(mean) + reach)


@dataclass(frozen=True, slots=True)
class Retention:
    """Who still knows, or does, after some months, and what those who were not found could change."""

    trained: int
    followed_up: int
    retained: int

    def __post_init__(self) -> None:
        if not 0 <= self.retained <= self.followed_up <= self.trained:
            raise ValueError("Of those trained some were followed up, and of these some retained.")

    @property
    def lost(self) -> int:
        """People who could not be asked again."""
        return self.trained - self.followed_up

    @property
    def lost_share(self) -> float | None:
        return self.lost / self.trained if self.trained else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The share of all who were trained, if none and if all of those lost had retained it.

        These are bounds without any assumption about the missing: Manski (1989), Journal of Human
        Resources 24, 343-360.
        """
        if not self.trained:
            return None
        return self.retained / self.trained, (self.retained + self.lost) / self.trained
