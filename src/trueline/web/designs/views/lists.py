"""The designs that somebody can reach."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trueline.web.accounts.access import for_people
from trueline.web.accounts.queries import memberships_of
from trueline.web.designs import queries


@for_people
def designs(request: HttpRequest) -> HttpResponse:
    """All designs of the organisations that the visitor belongs to."""
    groups = queries.designs_by_organisation(request.user)
    writes = any(group.may.get("edit") for group in groups)
    shown = {group.member.pk for group in groups}
    waiting = [one for one in memberships_of(request.user) if one.pk not in shown]
    return render(
        request, "designs/list.html", {"groups": groups, "writes": writes, "waiting": waiting}
    )
