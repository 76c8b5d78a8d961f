"""The page on which somebody finds what they were assigned to enter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.web.accounts.access import for_people
from trueline.web.accounts.queries import memberships_of
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.lists import Choice, Filter, page_of
from trueline.web.monitoring.assigned import periods_assigned


@for_people
@require_safe
def reporting(request: HttpRequest) -> HttpResponse:
    """The periods with figures that the visitor enters, what is not done yet first."""
    lines = periods_assigned(request.user, timezone.localdate())
    lines.sort(key=lambda line: not line.to_enter or line.period.locked is not None)
    there = set(memberships_in_time(request.user).values_list("pk", flat=True))
    waiting = [one for one in memberships_of(request.user) if one.pk not in there]
    asked = Filter.of(request.GET, Choice("state", _("State"), [("to-enter", _("To enter"))]))
    if asked.chosen("state"):
        lines = [line for line in lines if line.to_enter and line.period.locked is None]
    shown = [line for line in lines if line.matches(asked.words)]
    context = {"filter": asked, "page": page_of(shown, request.GET), "waiting": waiting}
    return render(request, "monitoring/reporting.html", context)
