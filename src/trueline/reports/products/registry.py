"""Every product in one list. The command line and the workbench both offer what stands here.

A new kind of export is a `Product` in the module it belongs to, joined to `PRODUCTS` here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trueline.reports.products.designs import DESIGNS
from trueline.reports.products.diagrams import DIAGRAMS
from trueline.reports.products.dossiers import DOSSIERS
from trueline.reports.products.logframes import LOGFRAMES
from trueline.reports.products.product import Product
from trueline.reports.products.reviews import REVIEWS

PRODUCTS: Mapping[str, Product] = MappingProxyType(
    {product.name: product for product in (*DOSSIERS, *LOGFRAMES, *DIAGRAMS, *REVIEWS, *DESIGNS)}
)
"""Each product by its name, such as `dossier.pdf`, in the order in which they are offered."""


def product_for(file_name: str) -> Product | None:
    """The product that a file's name ends in: `our-dossier.pdf` is a `dossier.pdf`."""
    lower = file_name.lower()
    return next((made for name, made in PRODUCTS.items() if _is_end(lower, name)), None)


def _is_end(file_name: str, name: str) -> bool:
    before = file_name.removesuffix(name)
    return before != file_name and (not before or not before[-1].isalnum())
