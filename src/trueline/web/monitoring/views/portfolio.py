"""The page of the figures of all programmes of an organisation."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.web.accounts.access import in_organisation, repeatable
from trueline.web.accounts.models import Organisation
from trueline.web.lists import Choice, Filter
from trueline.web.monitoring.portfolio import ON_A_PAGE, Portfolio, ProgrammeFilter
from trueline.web.monitoring.portfolio_tasks import FILES, ask_for_portfolio
from trueline.web.tasks.downloads import download, file_or_progress, request_or_404


@in_organisation(permission="read")
@require_safe
def portfolio(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Shows where each programme stands, what is due and what is missing."""
    today, chosen = timezone.localdate(), _filter(request.GET)
    records = _programme_filter(chosen).records(organisation, user=request.user, today=today)
    page = Paginator(records, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": organisation,
        "here": "programmes",
        "filter": chosen,
        "page": page,
        "rows": Portfolio(list(page.object_list), today).rows,
    }
    return render(request, "monitoring/portfolio.html", context)


def _filter(query: QueryDict) -> Filter:
    late, waiting = ("late", _("Figures overdue")), ("waiting", _("Figures to approve or return"))
    due = Choice("due", _("What is due"), [late, waiting])
    return Filter.of(query, due, Choice("whose", _("Owner"), [("mine", _("Me"))]))


def _programme_filter(filters: Filter) -> ProgrammeFilter:
    return ProgrammeFilter(filters.words, filters.chosen("due"), filters.chosen("whose"))


@repeatable
@in_organisation(permission="read")
@require_POST
def portfolio_file(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """All rows that match the filter, as a file: at once, or from a page that waits for it."""
    media_type = FILES.get(request.POST.get("format", ""))
    if media_type is None:
        raise Http404
    return download(
        request,
        lambda: ask_for_portfolio(
            organisation,
            _programme_filter(_filter(request.GET)),
            ending=request.POST["format"],
            media_type=media_type,
            owner=_owner(request, organisation),
            user=request.user,
        ),
        organisation=organisation.pk,
        permission="read",
        busy=reverse("monitoring:portfolio", args=[organisation.pk]),
        wait=lambda file_request: reverse(
            "monitoring:portfolio-job", args=[organisation.pk, file_request.pk]
        ),
        subject="organisation",
        subject_id=organisation.pk,
        format=request.POST["format"],
    )


@in_organisation(permission="read")
@require_safe
def portfolio_job(
    request: HttpRequest, organisation: Organisation, job_id: uuid.UUID
) -> HttpResponse:
    """The file once it is made, and until then how it is coming along."""
    file_request = request_or_404(job_id, owner=_owner(request, organisation))
    template = "monitoring/portfolio_job.html"
    return file_or_progress(request, file_request, template, organisation=organisation)


def _owner(request: HttpRequest, organisation: Organisation) -> str:
    return f"{request.user.pk} {organisation.pk} programmes"
