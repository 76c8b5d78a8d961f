"""Faults in what activities say that act before anybody is trafficked, and on the law."""

from __future__ import annotations

from tests.review.seeding import Broken, emptied, emptied_everywhere, fault, turned, unanswered
from trueline.design import Awareness, Design
from trueline.document import set_field, set_fields

emptied("awareness.no-action-asked", "the campaign asks for no action", "action")
emptied(
    "awareness.present-awareness-unknown",
    "what people know already is unknown",
    "existing_awareness",
)
emptied("awareness.one-message-for-all", "one message for everybody", "segments")
turned(
    "awareness.no-target-group",
    "the campaign is for everybody",
    "target_group",
    "The general public",
)
emptied(
    "livelihoods.income-threshold-unknown",
    "nobody knows what would keep people",
    "income_threshold",
)
emptied("livelihoods.other-reasons-ignored", "income is taken as the only reason", "other_reasons")
emptied(
    "livelihoods.most-vulnerable-not-reached",
    "nothing brings in the most vulnerable",
    "reaches_most_vulnerable",
)
turned("livelihoods.income-out-of-reach", "the income can't be reached", "reachable", False)
turned(
    "livelihoods.credit-by-repayment", "loans for those who will repay", "credit", "by-repayment"
)
turned(
    "legal.definition-not-aligned",
    "a definition that departs from the Protocol",
    "definition_aligned",
    False,
)
turned("legal.no-savings-clause", "no savings clause", "savings_clause", False)
turned("legal.victims-can-be-punished", "victims can be punished", "non_punishment", False)
turned(
    "legal.assistance-depends-on-cooperation",
    "help in law depends on cooperating",
    "assistance_unconditional",
    False,
)
turned(
    "legal.no-reflection-period-in-law",
    "the law gives no time to decide",
    "reflection_period",
    False,
)
turned("legal.mandatory-return-in-law", "the law sends victims back", "return_mandatory", True)
turned("legal.companies-not-covered", "companies are left out", "companies_liable", False)
turned("legal.proceeds-out-of-reach", "money and tools can't be taken", "asset_recovery", False)
emptied_everywhere(
    "legal.identification-not-provided-for",
    "finding victims is left out of the law",
    "identification",
)
emptied_everywhere(
    "legal.children-not-provided-for", "children are left out of the law", "child_measures"
)
emptied_everywhere(
    "legal.other-charges-not-looked-at", "other charges are not looked at", "other_laws"
)
emptied_everywhere(
    "legal.labour-law-not-looked-at", "labour law is not looked at", "labour_coverage"
)
emptied_everywhere(
    "legal.labour-agreements-missing",
    "no word on labour agreements",
    "labour_agreements",
    across_borders=True,
)
emptied_everywhere(
    "legal.cooperation-not-provided-for",
    "no cooperation between countries",
    "cooperation",
    across_borders=True,
)
emptied_everywhere(
    "legal.other-actors-left-out", "only police have a part in the law", "other_actors"
)
emptied_everywhere(
    "legal.no-implementing-rules", "a law without rules for applying it", "implementing_rules"
)
emptied_everywhere("legal.expertise-not-at-hand", "no expertise for single cases", "expertise")
emptied_everywhere(
    "legal.hard-concepts-not-asked", "hard concepts are not asked for", "difficult_concepts"
)
emptied_everywhere("legal.penalties-not-weighed", "penalties are not weighed", "penalties")


@fault("awareness.advice-not-shown-to-be-safer", "regular migration recommended without evidence")
def unproven_advice(design: Design) -> Broken:
    for activity in design.of_kind(Awareness):
        if not activity.promotes_regular_migration or activity.safer_evidence:
            here = f"activities[{activity.id}]"
            design = set_fields(
                design, here, {"promotes_regular_migration": True, "safer_evidence": ""}
            )
            return unanswered(design, "awareness", "safer_evidence"), f"{here}.safer_evidence"
    return None


@fault("awareness.no-trusted-messenger", "nobody asks whom the group trusts")
def nobody_trusted(design: Design) -> Broken:
    campaigns = [a for a in design.of_kind(Awareness) if a.messengers]
    if not campaigns:
        return None
    for behaviour in design.behaviours:
        design = set_field(design, f"behaviours[{behaviour.id}].trusted_sources", "")
    address = f"activities[{campaigns[0].id}].messengers"
    return unanswered(set_field(design, address, ""), "awareness", "messengers"), address
