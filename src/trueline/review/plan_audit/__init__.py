"""The audit of a national plan: what section 9 of the toolkit asks, answered from the plan itself.

A pure function, as the review is. It counts what the structure tells, shows what the plan says, and
leaves to the coordinator what only people can judge. There is no score.
"""

from trueline.review.plan_audit.answers import Answer, Standing
from trueline.review.plan_audit.auditing import Audit, Line, Part, audit

__all__ = ["Answer", "Audit", "Line", "Part", "Standing", "audit"]
