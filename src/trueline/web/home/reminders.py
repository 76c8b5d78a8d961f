"""Reminding whoever owns a programme of figures: a week before they are due, and once they are overdue.

Each is said once: it falls on the morning of a day, in the time zone of whoever gets it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trueline.web.accounts.clocks import zone_of
from trueline.web.accounts.models import User
from trueline.web.monitoring.models import ReportingPeriod
from trueline.web.monitoring.queries import periods_to_enter, periods_with_figures_to_enter

MORNING = time(7)
"""Times of daily mail and of all reminders, in the time zone of the person."""
BEFORE = timedelta(days=7)
AFTER = timedelta(days=1)
LATEST = timedelta(days=14)
"""Reminders of what fell due longer ago than this are no longer sent."""
A_DAY = timedelta(days=1)


def people_to_remind() -> QuerySet[ReportingPeriod, int]:
    """Owners of programmes of which somebody may have to be reminded these days, as a subquery."""
    today = timezone.now().date()  # clocks differ by a day at most
    ahead = (today + BEFORE - A_DAY, today + BEFORE + A_DAY)
    behind = (today - AFTER - A_DAY, today)
    near = periods_with_figures_to_enter()
    ends = near.filter(end__range=ahead) | near.filter(end__range=behind)
    return ends.exclude(document__owner=None).values_list("document__owner", flat=True)


def reminders_of(user: User, until: datetime) -> Iterator[str]:
    """Somebody's reminders since their last mail, a line each. One query."""
    today = until.astimezone(zone_of(user)).date()
    periods = periods_to_enter(user, until=today + BEFORE).filter(end__gte=today - LATEST)
    for period in periods.order_by("end", "pk"):
        values = {
            "period": period.isolated_label,
            "title": period.document.label,
            "day": date_format(period.end),
        }
        if _is_new(user, period.end + AFTER, until):
            yield _("Figures of %(period)s for “%(title)s” are overdue since %(day)s.") % values
        elif _is_new(user, period.end - BEFORE, until):
            yield _("Figures of %(period)s for “%(title)s” are due by %(day)s.") % values


def _is_new(user: User, day: date, until: datetime) -> bool:
    """Whether the morning of a day came after somebody's last mail."""
    return user.mailed_until < datetime.combine(day, MORNING, zone_of(user)) <= until
