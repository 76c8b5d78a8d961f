"""How far the data at hand support the claims of a design, in the terms of the toolkit.

Its categories make a ladder: reached, satisfied, knows, still knows, does, impact. A figure on one
rung shows that rung and none beyond it. Behaviour alone may stand in for impact, and only where an
assumption on the link between them was verified (3 E5, 6 E5). Nothing here says what brought a
change about: the toolkit does not focus on attribution (0 I).
"""

from trueline.review.claims.claim import SHOWN_BY, Claim, DisplacementCheck, claims
from trueline.review.claims.evidence import LADDER, Evidence, evidence_from
from trueline.review.claims.support import Support

__all__ = [
    "LADDER",
    "SHOWN_BY",
    "Claim",
    "DisplacementCheck",
    "Evidence",
    "Support",
    "claims",
    "evidence_from",
]
