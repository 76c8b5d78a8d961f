"""The dossier: what a designer hands to a funder. Content only; document/ makes files of it."""

from trueline.reports.design.dossier.whole import dossier

__all__ = ["dossier"]
