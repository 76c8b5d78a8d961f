"""The audit of a national plan: what section 9 of the toolkit asks, answered from the plan itself.

A pure function, as the review is. It counts what the structure tells, shows what the plan says, and
leaves to the coordinator what only people can judge. There is no score.
"""

from trueline.review.plan_audit.auditing import audit

__all__ = ["audit"]
