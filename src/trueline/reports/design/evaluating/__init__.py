"""The evaluation plan and terms of reference of a programme, written from its design (1 Q6)."""

from trueline.reports.design.evaluating.terms import terms_of_reference

__all__ = ["terms_of_reference"]
