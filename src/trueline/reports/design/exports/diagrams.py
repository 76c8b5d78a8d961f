"""The theory of change as a picture."""

from __future__ import annotations

from trueline.design import Design
from trueline.language import gettext_noop
from trueline.reports.exports.export import PNG, SVG, Export, ExportRequest


def _svg(request: ExportRequest[Design]) -> bytes:
    from trueline.reports.design.diagram import diagram_svg

    return diagram_svg(request.document).encode()


def _png(request: ExportRequest[Design]) -> bytes:
    from trueline.reports.design.diagram import diagram_png

    return diagram_png(request.document)


DIAGRAMS = (
    Export(
        "theory-of-change.svg",
        gettext_noop("Theory of change (SVG)"),
        gettext_noop("The diagram, sharp at every size; for documents and web pages."),
        SVG,
        _svg,
    ),
    Export(
        "theory-of-change.png",
        gettext_noop("Theory of change (PNG)"),
        gettext_noop("The diagram as a picture; for slides and messages."),
        PNG,
        _png,
    ),
)
