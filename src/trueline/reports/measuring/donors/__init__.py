"""Reports of figures in the layouts that donors ask for, as workbook and as Word file.

A new layout is a function from `Told` to `Laid`, joined to `DONORS` here. What is held back for
being a small count of people is held back in each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from trueline.language import gettext_noop
from trueline.reports.design.layouts.model import Laid
from trueline.reports.measuring.donors.eu import eu_progress
from trueline.reports.measuring.donors.iom import iom_progress
from trueline.reports.measuring.donors.told import Told
from trueline.reports.measuring.donors.usaid import usaid_tracking


@dataclass(frozen=True)
class DonorReport:
    """A layout: what it is called, what it holds, and how figures are laid out in it."""

    title: str
    about: str
    make: Callable[[Told], Laid]


DONORS: Mapping[str, DonorReport] = MappingProxyType(
    {
        "eu": DonorReport(
            gettext_noop("EU logical framework"),
            gettext_noop("The matrix of Annex C, with current values and the days they are of."),
            eu_progress,
        ),
        "usaid": DonorReport(
            gettext_noop("USAID performance indicator tracking table"),
            gettext_noop("Target, actual and deviation of each period, and why they differ."),
            usaid_tracking,
        ),
        "iom": DonorReport(
            gettext_noop("IOM results monitoring framework"),
            gettext_noop("Progress in these periods and so far, beside baseline and target."),
            iom_progress,
        ),
    }
)
