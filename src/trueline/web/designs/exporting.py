"""Files made of one version of a design. Which there are is said by `trueline.reports`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trueline.reports import PRODUCTS, Order, Product
from trueline.web.designs.filenames import file_name

ALL = "everything.zip"
ZIP = "application/zip"


@dataclass(frozen=True)
class Group:
    """Products of one sort, for the page that offers them."""

    title: str | Promise
    products: list[Product]


SORTS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Documents, to read and hand over"), (".pdf", ".docx", ".html")),
    (_("Spreadsheets"), (".xlsx", ".csv")),
    (_("Pictures"), (".svg", ".png")),
    (_("Data, to keep or to open elsewhere"), ()),
)
"""Endings by sort; the last takes what no other does."""


def offered(*, with_review: bool = True) -> list[Product]:
    """What can be made; without the review, nothing that consists of it."""
    return [made for made in PRODUCTS.values() if with_review or made.holds_review != "always"]


def groups(products: list[Product]) -> list[Group]:
    """Products by sort."""
    known = {ending for _title, endings in SORTS for ending in endings}
    found = [
        Group(title, [made for made in products
                      if made.ending in endings or (not endings and made.ending not in known)])
        for title, endings in SORTS
    ]  # fmt: skip
    return [group for group in found if group.products]


@dataclass(frozen=True)
class File:
    """A file to be made: its name, what it is, and the making."""

    name: str
    media_type: str
    make: Callable[[], bytes]


def file_of(order: Order, name: str, *, with_review: bool = True) -> File | None:
    """The file that a product, or all of them together, makes of an order."""
    products = offered(with_review=with_review)
    called = file_name(order.design.title, name)
    if name == ALL:
        return File(called, ZIP, lambda: _packed(order, products))
    product = next((made for made in products if made.name == name), None)
    return File(called, product.media_type, lambda: product.make(order)) if product else None


def _packed(order: Order, products: list[Product]) -> bytes:
    """All products in one archive; those that are packed already are not packed again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for product in products:
            archive.writestr(file_name(order.design.title, product.name), product.make(order))
    return stream.getvalue()
