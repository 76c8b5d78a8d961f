"""A plan seen whole: what is done where and by whom, and what the money pays for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trueline.language.terms import FUNDING
from trueline.plan import PLAN
from trueline.plan.money import STANDINGS
from trueline.reports.plan.tables import (
    alignment_table,
    matrix_table,
    money_tables,
    references_table,
    work_table,
)
from trueline.web.documents.access import in_document
from trueline.web.documents.linked_tables import with_links
from trueline.web.documents.workspace import Workspace
from trueline.web.plans.queries import narratives_of_programmes, titles_of_programmes


@in_document(permission="read", only=PLAN.name)
@require_safe
def matrix(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Objectives by pattern and pillar, what each body does, and which programmes carry what."""
    plan = workspace.document
    tables = [
        matrix_table(plan),
        work_table(plan),
        alignment_table(plan, titles_of_programmes(workspace.record)),
        references_table(plan, narratives_of_programmes(workspace.record)),
    ]
    context = {"tables": with_links(workspace, tables)}
    return workspace.page(request, "plans/matrix.html", context, here="activities")


@in_document(permission="read", only=PLAN.name)
@require_safe
def money(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Costs by year and by who pays, with gaps; and what fits, by priority."""
    least = request.GET.get("counted", "")
    least = least if least in STANDINGS else "promised"
    context = {
        "tables": with_links(workspace, money_tables(workspace.document, least)),
        "counted": least,
        "standings": [(each, FUNDING.label(each)) for each in STANDINGS],
    }
    return workspace.page(request, "plans/money.html", context, here="money")
