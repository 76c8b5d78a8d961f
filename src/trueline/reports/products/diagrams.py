"""The theory of change as a picture."""

from __future__ import annotations

from trueline.reports.products.product import PNG, SVG, Order, Product


def _svg(order: Order) -> bytes:
    from trueline.reports.diagram import diagram_svg

    return diagram_svg(order.design).encode()


def _png(order: Order) -> bytes:
    from trueline.reports.diagram import diagram_png

    return diagram_png(order.design)


DIAGRAMS = (
    Product(
        "theory-of-change.svg",
        "Theory of change (SVG)",
        "The diagram, sharp at every size; for documents and web pages.",
        SVG,
        _svg,
    ),
    Product(
        "theory-of-change.png",
        "Theory of change (PNG)",
        "The diagram as a picture; for slides and messages.",
        PNG,
        _png,
    ),
)
