"""Reading policy of plans: which fields ask for something, and which only name things."""

from __future__ import annotations

from trueline.review.reading import Policy

ASKS = frozenset(
    """
    structure reporting coordination funders estimate prioritising capacity representation
    led_to leads_to response how use
    """.split()  # noqa: SIM905
)
"""Fields that ask how something is done; that it is not done leaves the question open."""

NONE_ANSWERS = frozenset(
    "description summary note text other_sectors definition rationale different".split()  # noqa: SIM905
)
"""“None” may be the whole truth there."""

PLAIN = frozenset(
    "statement description summary note text definition rationale relevance says".split()  # noqa: SIM905
)
"""Fields that say what something is, in whatever words; promises are looked for elsewhere."""

MAY_REPEAT = frozenset(
    """
    description priority_reason leads_to definition rationale text why note
    indicators.statement
    """.split()  # noqa: SIM905
)
"""One text may well hold for several elements."""

POLICY = Policy(
    asks=ASKS,
    none_answers=NONE_ANSWERS,
    plain=PLAIN,
    may_repeat=MAY_REPEAT,
    dropped=frozenset(["risks"]),
)
