"""The page that says how far the figures of a programme reach towards what it claims."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trueline.design import DESIGN
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.claims import approved_design, ladders
from trueline.web.monitoring.queries import calendar, last_day
from trueline.web.monitoring.series import programme_of


@in_document(permission="read", only=DESIGN.name)
@require_safe
def claims(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Each result, rung by rung, with what the figures show and do not show."""
    record, today = workspace.record, timezone.localdate()
    design = approved_design(record)
    figures = programme_of(record).figures(date.min, last_day(calendar(record, today), today))
    claimed = ladders(design, figures, workspace.toolkit) if design else []
    return workspace.page(request, "monitoring/claims.html", {"ladders": claimed})
