"""Additions of designs to the pages that every kind of document has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from trueline.design import Design
from trueline.document import Step
from trueline.exchange.logframe.uploads import LOGFRAME_ENDINGS
from trueline.reports.design.diagram import described, diagram_svg, is_large, levels
from trueline.reports.design.logframe import logframe
from trueline.reports.design.route import COLUMN, route_svg
from trueline.reports.values import COUNTRIES, Wording, terms_in
from trueline.toolkit import Toolkit
from trueline.web.designs.empty_states import EMPTY_STATES
from trueline.web.designs.grids import GRIDS
from trueline.web.designs.interview_links import connected
from trueline.web.designs.related import legal_reviews
from trueline.web.designs.resolvers import RESOLVERS
from trueline.web.designs.screens import SCREENS
from trueline.web.designs.views.logframe import preview
from trueline.web.documents.kind_pages import Becomes, Importer, KindPages, PageLink
from trueline.web.documents.workspace import Workspace


def _routes(workspace: Workspace, step: Step) -> Iterator[SafeString]:
    """A picture of the route of each pattern."""
    if step.slug == "pattern":
        countries = terms_in(COUNTRIES, workspace.toolkit)
        for pattern in workspace.document.patterns:
            # Our own drawing, in which every text of the design is escaped.
            yield mark_safe(
                route_svg(
                    pattern,
                    countries,
                    workspace.document.language_of(f"patterns[{pattern.id}]"),
                    sheet=COLUMN,
                )
            )


def _theory(design: Design, toolkit: Toolkit, step: Step) -> SafeString:
    """The theory of change drawn, the same in sentences, and the logframe.

    Of a large one its levels are drawn: sentences and logframe would take minutes to read, and are in
    the files.
    """
    if step.slug != "theory" or not design.theory.nodes:
        return SafeString("")
    svg = mark_safe(diagram_svg(design, legend=False, in_words=False))
    context: dict[str, Any] = {"svg": svg, "document": design}
    if is_large(design):
        context |= {"levels": levels(design)}
    else:
        rows = logframe(design, Wording(design, toolkit))
        context |= {"sentences": described(design), "rows": rows}
    return render_to_string("designs/reading_theory.html", context)


PAGES = KindPages(
    empty_states=EMPTY_STATES,
    pickers={"indicators": ("designs:pick", _("Pick from the toolkit"))},
    screens=SCREENS,
    connects=connected,
    importers=(
        Importer(
            LOGFRAME_ENDINGS,
            _("Or a logframe in Excel, LibreOffice or Word (.xlsx, .xlsm, .ods, .csv, .docx)."),
            preview,
        ),
    ),
    suggestions_become=Becomes("activities", "other", _("Add it as an activity")),
    resolvers=RESOLVERS,
    grids=GRIDS,
    pictures=_routes,
    extra_chapter=_theory,
    links=(PageLink("monitoring:dashboard", _("Monitoring")),),
    related=legal_reviews,
)
