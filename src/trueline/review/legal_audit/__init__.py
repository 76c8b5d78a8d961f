"""The gap report on a country's law: what section 5 of the toolkit asks, answered from a legal review.

In law and in practice stand apart; what nobody knows stays unknown; there is no score.
"""

from trueline.review.legal_audit.auditing import audit

__all__ = ["audit"]
