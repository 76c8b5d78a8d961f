"""How the texts of a design are read: which fields ask for something, and which only name things."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design
from trueline.lexicon import Lexicon
from trueline.lexicon.words import folded_word
from trueline.memory import remembered
from trueline.review.reading import EmptyText, Policy, Written
from trueline.review.reading.reader import words_of
from trueline.review.reading.says_nothing import content_words

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
"""They ask how something is done; that it is not done leaves the question open."""

PROVIDES = frozenset(
    """
    mentoring rotation selection prerequisites strategy_fit trainer_support complaints after_the_end
    after_programme
    """.split()  # noqa: SIM905
)
"""They ask what is done or given."""

FORESEES = frozenset(
    ["mitigation", "learning", "gap_closed_by", "rotation", "selection", "mentoring"]
)
"""They ask who will do what, and when."""

NONE_ANSWERS = frozenset(
    """
    partners limitations transport law_coverage other_laws systemic other_efforts note definition
    text why step description rationale summary statement current desired who reasoning
    """.split()  # noqa: SIM905
)
"""“None” may be the whole truth there."""

PLAIN = frozenset(
    """
    statement current desired who need target_group partners definition limitations note
    description summary rationale recruitment transport purpose control vulnerability systemic
    distinguishes text why step reasoning other_efforts
    """.split()  # noqa: SIM905
)
"""They say what something is, in whatever words; promises are looked for elsewhere."""

MAY_REPEAT = frozenset(
    """
    target_group partners pattern foundations past_cases standards languages definition limitations
    rationale existing_awareness note source text why compensation asylum complaints who
    indicators.statement results.statement activities.description
    """.split()  # noqa: SIM905
)
"""One text may well hold for several elements."""

DROPPED = frozenset(["assumptions", "barriers", "external_factors", "capacities", "factors"])

SMALL = frozenset(["small", "only-asserted"])
ALIKE = 4
"""Words that begin with so many letters alike are taken for one."""


def repeated_effects(design: Design, lexicon: Lexicon) -> Iterator[EmptyText]:
    """Assumptions that say no more than the effect of their link does."""
    results = {result.id: result.statement for result in design.results}
    for link in design.links:
        effect = results.get(link.effect)
        if not effect:
            continue
        for assumption in link.assumptions:
            if _only_repeats(lexicon, assumption.statement, effect):
                holder = f"links[{link.id}].assumptions[{assumption.id}]"
                written = Written(assumption, holder, "statement", assumption.statement, True)
                yield EmptyText(written, "repeats-effect")


def _only_repeats(lexicon: Lexicon, assumption: str, effect: str) -> bool:
    in_effect = _all_stems(effect, lexicon)
    own = words_of(lexicon, assumption)
    if any(_stem(word) not in in_effect for word in own.surely_outside(SMALL)):
        return False
    stems = _stems(lexicon, assumption)
    return len(stems) > 1 and stems <= in_effect


def _stems(lexicon: Lexicon, text: str) -> frozenset[str]:
    return frozenset(map(_stem, content_words(words_of(lexicon, text), SMALL)))


@remembered(512)
def _all_stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word[:ALIKE] for word in words_of(lexicon, text).folded())


def _stem(word: str) -> str:
    return folded_word(word)[:ALIKE]


POLICY = Policy(
    ASKS, PROVIDES, FORESEES, NONE_ANSWERS, PLAIN, MAY_REPEAT, DROPPED, repeated_effects
)
