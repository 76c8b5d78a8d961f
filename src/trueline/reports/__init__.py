"""What leaves Trueline: documents, workbooks, diagrams and data."""

from trueline.reports.products import PAPERS, PRODUCTS, Order, Paper, Product, product_for

__all__ = ["PAPERS", "PRODUCTS", "Order", "Paper", "Product", "product_for"]
