"""The page of the figures of all programmes of an organisation."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.models import Organisation
from trueline.web.lists import Choice, Filter
from trueline.web.monitoring.portfolio import ON_A_PAGE, Portfolio, narrowed, programmes_measured


@in_organisation(permission="read")
@require_safe
def portfolio(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Where each programme stands, what is due and what is missing."""
    today = timezone.localdate()
    late, waiting = ("late", _("Figures overdue")), ("waiting", _("Figures to approve or return"))
    due = Choice("due", _("What is due"), [late, waiting])
    whose = Choice("whose", _("Owner"), [("mine", _("Me"))])
    asked = Filter.of(request.GET, due, whose)
    measured = programmes_measured(organisation, today)
    records = narrowed(
        asked.holding(measured, "title", "owner__name"),
        due=asked.chosen("due"),
        whose=asked.chosen("whose"),
        user=request.user,
    )
    page = Paginator(records, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": organisation,
        "here": "programmes",
        "filter": asked,
        "page": page,
        "rows": Portfolio(list(page.object_list), today).rows,
    }
    return render(request, "monitoring/portfolio.html", context)
