"""Everything that can leave: one registry, and how it is ordered."""

from trueline.reports.products.product import PAPERS, Order, Paper, Product
from trueline.reports.products.registry import PRODUCTS, product_for

__all__ = ["PAPERS", "PRODUCTS", "Order", "Paper", "Product", "product_for"]
