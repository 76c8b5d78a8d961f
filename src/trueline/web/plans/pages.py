"""Additions of national plans to the pages that every kind of document has."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from trueline.exchange.plan_table.uploads import PLAN_ENDINGS
from trueline.web.documents.kind_pages import EmptyState, Importer, KindPages, PageLink
from trueline.web.plans.importing import preview

EMPTY_STATES: dict[str, EmptyState] = {
    "earlier_plans": EmptyState(
        _("If the last plan was not used, this one may not be either, unless something changes."),
        _("Plan 2021 to 2025: 19 of 48 activities carried out, reported on once."),
    ),
    "stakeholders": EmptyState(
        _("Those who had no say in an activity may not see it as theirs."),
        _("Network of returned workers: gives ideas, and decides on support."),
    ),
    "bodies": EmptyState(
        _("A plan that nobody oversees guides nobody."),
        _("Secretariat of the committee, three posts: monitors, and reports each year."),
    ),
    "evidence": EmptyState(
        _("What is chosen without data may answer a pattern that the country does not have."),
        _("Survey of returning workers, 2025: four in ten paid a fee that they still owe."),
    ),
    "patterns": EmptyState(
        _("A plan built by pattern shows whether the answer to each is complete."),
        _("Young women recruited as domestic workers by neighbours, held back by debt."),
    ),
    "funding": EmptyState(
        _("Activities can be put in order only once it is known how far the money reaches."),
        _("State budget 2027 to 2030, adopted; a donor’s grant, hoped for."),
    ),
    "objectives": EmptyState(
        _("Activities without an objective are a list and no plan."),
        _("By 2030 most workers who leave by an agency owe nothing when they arrive."),
    ),
    "activities": EmptyState(
        _("Each with one body that answers for it, a date, a cost and who pays."),
        _("Ministry of Labour: inspect all 60 agencies once a year, from the state budget."),
    ),
    "indicators": EmptyState(
        _("Look past what was done, to what has come of it."),
        _("Share of departing workers without a recruitment debt, each year."),
    ),
    "risks": EmptyState(
        _("What nobody wrote down, nobody watches."),
        _("Assumed: inspectors keep their posts for two years. Sign: transfers each quarter."),
    ),
}
"""By the address of the list."""

PAGES = KindPages(
    empty_states=EMPTY_STATES,
    importers=(
        Importer(
            PLAN_ENDINGS,
            _(
                "Or a plan’s tables in Excel, LibreOffice or Word (.xlsx, .xlsm, .ods, .csv, .docx), or in a PDF"
                " whose cells have lines around them."
            ),
            preview,
        ),
    ),
    links=(
        PageLink("plans:matrix", _("Matrix")),
        PageLink("plans:money", _("Costs and priorities")),
        PageLink("plans:rounds", _("Progress")),
    ),
    of_organisation=(("plans:meta", _("Plans beside each other")),),
)
