"""Sites that report on an indicator: all of its figures come from sites, or none does.

Somebody who has entered a figure of the programme as a whole counted every site already, so that
indicator stays whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from trueline.web.monitoring.models import (
    Measurement,
    MeasurementState,
    MonitoredIndicator,
    ReportingSite,
)
from trueline.web.monitoring.series import FIGURES_OF

Sites = Sequence[ReportingSite] | None
"""None: the programme reports on the indicator as a whole."""


def sites_of(
    indicator: MonitoredIndicator,
    measurements: Iterable[Measurement],
    sites: Iterable[ReportingSite],
) -> Sites:
    """The sites that report on an indicator; `measurements` are those of the programme."""
    entered = {
        one.site_id is None
        for one in measurements
        if one.indicator_id == indicator.pk
        and one.occasion in FIGURES_OF
        and one.state != MeasurementState.DUE
    }
    reporting = [each for each in sites if tells_of(each, indicator.key)]
    return None if True in entered or not (reporting or entered) else reporting


def tells_of(site: ReportingSite, key: str) -> bool:
    """Whether a site is to report on an indicator."""
    return not site.indicators or key in site.indicators


def tell_in(sites: Sites, end: date) -> list[int | None]:
    """The ids of the sites that report on a period, by its end; None is the programme as a whole."""
    if sites is None:
        return [None]
    return [
        each.pk
        for each in sites
        if each.begins <= end and (each.closed is None or end < each.closed)
    ]
