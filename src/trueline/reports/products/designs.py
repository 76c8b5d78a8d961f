"""The design itself, to keep, to send, to open in another copy of Trueline."""

from __future__ import annotations

from trueline.document import document_to_json, document_to_yaml
from trueline.reports.products.product import JSON, YAML, Order, Product


def _yaml(order: Order) -> bytes:
    return document_to_yaml(order.design).encode()


def _json(order: Order) -> bytes:
    return document_to_json(order.design).encode() + b"\n"


DESIGNS = (
    Product(
        "design.yaml",
        "The design (YAML)",
        "Everything that was filled in, for people to read and edit.",
        YAML,
        _yaml,
    ),
    Product(
        "design.json",
        "The design (JSON)",
        "Everything that was filled in, for programs.",
        JSON,
        _json,
    ),
)
