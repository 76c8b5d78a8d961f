"""The theory of change: the picture is the page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trueline.reports.diagram import described, diagram_svg
from trueline.web.designs.access import in_design
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.views.step import step_context
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.steps import step_named


@in_design(may="read")
@require_safe
def theory(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Picture, the same in words, and the results and links to be edited one by one."""
    design, step = design_of(record), step_named("theory")
    assert step is not None
    return design_page(
        request, record, "theory", "designs/theory.html",
        {
            **step_context(record, step),
            "diagram": diagram_svg(design, legend=False),
            "described": described(design),
        },
    )  # fmt: skip
