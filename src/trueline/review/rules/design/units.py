"""Units of indicators as far as sums with them can be checked, and whether they are about change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from trueline.design import Indicator

CHANGES = ("learning", "behaviour", "livelihoods", "impact")
_SHARE = re.compile(
    r"%|٪|per ?cent|percent|pct|pour ?cent|por ?ci?ento|\bshare\b|\bpart\b|\bratio\b|\brate\b|\btaux\b"
    r"|\btasa\b|proporci|proportion|quota|\bper 1|\b(in|of|out of) (ten|100|1,000)\b|в процент|процент"
    r"|نسبة|بالمئة|بالمائة",
    re.IGNORECASE,
)
_PER_CENT = re.compile(
    r"%|٪|per ?cent\b|percent\b|pct|pour ?cent|por ?ci?ento|процент|بالمئة|بالمائة", re.IGNORECASE
)


def is_share(unit: str) -> bool:
    """Whether a unit is of one number in another."""
    return bool(_SHARE.search(unit))


def is_per_cent(indicator: Indicator) -> bool:
    """Whether an indicator lies between 0 and 100: a share in per cent, not a change of one."""
    in_per_cent = bool(_PER_CENT.search(indicator.unit))
    whole = bool(indicator.numerator and indicator.denominator) or indicator.measure != "change"
    return (in_per_cent and whole) or (indicator.measure == "proportion" and not indicator.unit)


def claims_change(indicator: Indicator) -> bool:
    """Whether an indicator is about change: by what it measures, or a share that is to go somewhere."""
    if indicator.measure == "change" or indicator.measures in CHANGES:
        return True
    return (
        indicator.measures in ("services", "identification", "reintegration")
        and indicator.measure in ("proportion", "scale")
        and indicator.direction in ("up", "down")
        and any(target.value is not None for target in indicator.targets)
    )


def figures(indicator: Indicator) -> Iterator[tuple[str, Decimal]]:
    """Baseline and targets with their addresses."""
    if indicator.baseline and indicator.baseline.value is not None:
        yield f"indicators[{indicator.id}].baseline.value", indicator.baseline.value
    for target in indicator.targets:
        if target.value is not None:
            yield f"indicators[{indicator.id}].targets[{target.due}].value", target.value
