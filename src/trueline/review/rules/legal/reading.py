"""Reading policy of legal reviews: which fields ask for something, and which only name things."""

from __future__ import annotations

from trueline.review.reading import Policy

ASKS = frozenset(
    """
    recommendation together identification expertise informal
    """.split()  # noqa: SIM905
)
"""Fields that ask how something is done; that it is not done leaves the question open."""

NONE_ANSWERS = frozenset(
    """
    reservations gap left_out savings_clause penalty compared practice holders elements
    definition treatment other_laws harmonised labour migration cooperation proceeds other_actors
    companies time licence fees inspection complaints police prosecutors
    summary note text
    """.split()  # noqa: SIM905
)
"""“None” may be the whole truth there: that the law is silent is a finding of its own."""

PLAIN = frozenset(
    """
    quotation translation summary note text elements compared
    """.split()  # noqa: SIM905
)
"""Fields that say what is, in whatever words; promises are looked for elsewhere."""

MAY_REPEAT = frozenset(
    """
    quotation translation practice holders gap recommendation penalty compared elements
    left_out text why note reservations
    """.split()  # noqa: SIM905
)
"""One text may well hold for several lines."""

POLICY = Policy(asks=ASKS, none_answers=NONE_ANSWERS, plain=PLAIN, may_repeat=MAY_REPEAT)
