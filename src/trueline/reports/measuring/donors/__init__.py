"""Reports of figures in the layouts that donors ask for, as workbook and as Word file.

A new layout is a function from `ProgrammeFigures` to `Laid`, joined to `DONORS` here. Small counts
of people are held back in each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from trueline.reports.design.layouts.model import Laid
from trueline.reports.measuring.donors.eu import eu_progress
from trueline.reports.measuring.donors.figures import ProgrammeFigures
from trueline.reports.measuring.donors.iom import iom_progress
from trueline.reports.measuring.donors.usaid import usaid_tracking

DONORS: Mapping[str, Callable[[ProgrammeFigures], Laid]] = MappingProxyType(
    {"eu": eu_progress, "usaid": usaid_tracking, "iom": iom_progress}
)
"""By the name of the donor, how figures are laid out for it."""
