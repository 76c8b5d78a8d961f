"""A plan seen whole: what is done where and by whom, and what the money pays for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trueline.language.terms import FUNDING
from trueline.plan import PLAN
from trueline.plan.money import STANDINGS
from trueline.reports.plan.tables import (
    Table,
    alignment_table,
    matrix_table,
    money_tables,
    work_table,
)
from trueline.web.documents.access import in_document
from trueline.web.documents.places import edit_url
from trueline.web.documents.workspace import Workspace
from trueline.web.plans.queries import titles_of_programmes


@dataclass(frozen=True)
class Shown:
    """A table with the place of each of its entries; "" where it has none."""

    table: Table
    rows: list[list[list[tuple[str, str, bool]]]]


@in_document(permission="read", only=PLAN.name)
@require_safe
def matrix(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Objectives by pattern and pillar, what each body does, and which programmes carry what."""
    plan = workspace.document
    tables = [
        matrix_table(plan),
        work_table(plan),
        alignment_table(plan, titles_of_programmes(workspace.record)),
    ]
    context = {"tables": shown(workspace, tables)}
    return workspace.page(request, "plans/matrix.html", context, here="activities")


@in_document(permission="read", only=PLAN.name)
@require_safe
def money(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Costs by year and by who pays, with gaps; and what fits, by priority."""
    least = request.GET.get("counted", "")
    least = least if least in STANDINGS else "promised"
    context = {
        "tables": shown(workspace, money_tables(workspace.document, least)),
        "counted": least,
        "standings": [(each, FUNDING.label(each)) for each in STANDINGS],
    }
    return workspace.page(request, "plans/money.html", context, here="money")


def shown(workspace: Workspace, tables: Iterable[Table]) -> list[Shown]:
    """Tables whose entries lead to the lines that they stand for."""

    def place(address: str) -> str:
        return edit_url(workspace.record, address) if address else ""

    return [
        Shown(
            table,
            [
                [[(e.text, place(e.address), e.is_sum) for e in cell] for cell in row]
                for row in table.rows
            ],
        )
        for table in tables
    ]
