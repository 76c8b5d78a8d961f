"""Reading policy of designs: which fields ask for something, and which only name things."""

from __future__ import annotations

from trueline.review.reading import Policy
from trueline.review.rules.design.empty_texts import empty_texts_of

ASKS = frozenset(
    """
    action messengers segments alternatives safer_evidence income_threshold reaches_most_vulnerable
    seasonal_migration group_size identification child_measures labour_agreements cooperation
    other_actors implementing_rules expertise skills mentoring rotation selection prerequisites
    strategy_fit trainer_support evidence_beyond_testimony protects_victims call_sifting
    missed_identification who_identifies referral site_access languages where_to_look options
    child_protection client_say complaints standards compensation asylum after_programme
    stakeholders oversight evidence_used prioritised structure mitigation check gap_closed_by
    learning after_the_end comparison trusted_sources
    """.split()  # noqa: SIM905
)
"""Fields that ask how something is done; that it is not done leaves the question open."""

PROVIDES = frozenset(
    """
    mentoring rotation selection prerequisites strategy_fit trainer_support complaints after_the_end
    after_programme
    """.split()  # noqa: SIM905
)
"""Fields that ask what is done or given."""

FORESEES = frozenset(
    ["mitigation", "learning", "gap_closed_by", "rotation", "selection", "mentoring"]
)
"""Fields that ask who will do what, and when."""

TELLS = frozenset(
    """
    existing_awareness recruitment control distinguishes past_cases obstacles
    reintegration_barriers labour_coverage risks other_efforts rationale
    """.split()  # noqa: SIM905
)
"""Fields that ask what there is and how it goes; that there is none may be an answer."""

NAMES = TELLS | ASKS - frozenset(
    """
    options languages skills evidence_beyond_testimony who_identifies protects_victims check
    """.split()  # noqa: SIM905
)
"""Fields that ask who does what, how or when; the others are answered by a list, a denial or a few words."""

PERSONS = frozenset(["responsible", "lead"])
"""Fields that ask who answers for it."""

NONE_ANSWERS = frozenset(
    """
    partners limitations transport law_coverage other_laws systemic other_efforts note definition
    text description rationale summary statement current desired reasoning
    """.split()  # noqa: SIM905
)
"""“None” may be the whole truth there."""

PLAIN = frozenset(
    """
    statement current desired partners definition limitations note description summary rationale
    systemic text reasoning other_efforts
    """.split()  # noqa: SIM905
)
"""Fields that say what something is, in whatever words; promises are looked for elsewhere."""

MAY_REPEAT = frozenset(
    """
    target_group partners pattern foundations past_cases standards languages definition limitations
    rationale existing_awareness note text why compensation asylum complaints
    indicators.statement results.statement activities.description
    """.split()  # noqa: SIM905
)
"""One text may well hold for several elements."""

DROPPED = frozenset(["assumptions", "barriers", "external_factors", "capacities", "factors"])

POLICY = Policy(
    asks=ASKS,
    provides=PROVIDES,
    foresees=FORESEES,
    names=NAMES,
    persons=PERSONS,
    none_answers=NONE_ANSWERS,
    plain=PLAIN,
    may_repeat=MAY_REPEAT,
    dropped=DROPPED,
    other_empty_texts=empty_texts_of,
)
