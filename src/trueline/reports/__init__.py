"""What leaves Trueline: documents, workbooks, diagrams and data.

`PRODUCTS` lists everything that can be made of a design; each is ordered by an `Order`. The
functions below make one kind each. None of them reads a clock or a file.
"""

from trueline.reports.products import PAPERS, PRODUCTS, Order, Paper, Product, product_for
from trueline.reports.products.dossiers import dossier_docx, dossier_pdf
from trueline.reports.products.logframes import logframe_docx, logframe_xlsx

__all__ = [
    "PAPERS",
    "PRODUCTS",
    "Order",
    "Paper",
    "Product",
    "dossier_docx",
    "dossier_pdf",
    "logframe_docx",
    "logframe_xlsx",
    "product_for",
]
