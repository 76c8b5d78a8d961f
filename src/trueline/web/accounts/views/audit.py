"""The audit of an organisation, for its owners."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from trueline.web.accounts.access import in_organisation
from trueline.web.accounts.audit_filter import AuditFilter
from trueline.web.accounts.audit_lines import lines
from trueline.web.accounts.models import Organisation
from trueline.web.accounts.protection import instance_audit
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action
from trueline.web.audit.queries import events_of
from trueline.web.tables import csv_response

ON_A_PAGE = 50
COLUMNS = ("when_utc", "who", "pseudonym", "what", "action", "subject", "subject_id")


@in_organisation(permission="manage")
@require_safe
def audit(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Who did what, when: filtered, a page at a time."""
    form = AuditFilter(organisation, request.GET)
    page = Paginator(events_of(organisation.pk, form.event_filter()), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    chosen = request.GET.copy()
    chosen.pop("page", None)
    return render(
        request,
        "audit/audit.html",
        {
            "organisation": organisation,
            "here": "audit",
            "form": form,
            "page": page,
            "lines": list(lines(page.object_list)),
            "chosen": chosen.urlencode(),
            "filtered": form.is_filtering(),
        },
    )


@in_organisation(permission="manage")
@require_safe
def audit_csv(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The same as a table for a spreadsheet, all pages of it."""
    form = AuditFilter(organisation, request.GET)
    events = list(events_of(organisation.pk, form.event_filter()))
    if request.method == "GET":  # HEAD takes nothing away
        record(Action.EXPORTED, by=request.user, organisation=organisation.pk, subject="audit")
        instance_audit.note(request, Action.EXPORTED_THE_AUDIT, about=request.user)
    rows = (
        [
            f"{one.event.at:%Y-%m-%d %H:%M:%S}",
            one.who,
            str(one.event.actor or ""),
            one.what,
            one.event.action,
            one.event.subject,
            one.event.subject_id,
        ]
        for one in lines(events)
    )
    return csv_response("audit.csv", COLUMNS, rows)
