"""Faults in what activities of each kind have to say."""

from __future__ import annotations

from tests.review.seeding import Broken, emptied, emptied_everywhere, fault, turned, unanswered
from trueline.design import (
    Awareness,
    Design,
    Identification,
    Justice,
    Support,
    set_field,
    set_fields,
)

emptied("awareness.no-action-asked", "the campaign asks for no action", "awareness", "action")
emptied(
    "awareness.present-awareness-unknown",
    "what people know already is unknown",
    "awareness",
    "existing_awareness",
)
emptied("awareness.one-message-for-all", "one message for everybody", "awareness", "segments")
turned(
    "awareness.no-target-group",
    "the campaign is for everybody",
    "awareness",
    "target_group",
    "The general public",
)
emptied(
    "livelihoods.income-threshold-unknown",
    "nobody knows what would keep people",
    "livelihoods",
    "income_threshold",
)
emptied(
    "livelihoods.other-reasons-ignored",
    "income is taken as the only reason",
    "livelihoods",
    "other_reasons",
)
emptied(
    "livelihoods.most-vulnerable-not-reached",
    "nothing brings in the most vulnerable",
    "livelihoods",
    "reaches_most_vulnerable",
)
turned(
    "livelihoods.income-out-of-reach",
    "the income can't be reached",
    "livelihoods",
    "reachable",
    False,
)
turned(
    "livelihoods.credit-by-repayment",
    "loans for those who will repay",
    "livelihoods",
    "credit",
    "by-repayment",
)
turned(
    "legal.definition-not-aligned",
    "a definition that departs from the Protocol",
    "legal",
    "definition_aligned",
    False,
)
turned("legal.no-savings-clause", "no savings clause", "legal", "savings_clause", False)
turned("legal.victims-can-be-punished", "victims can be punished", "legal", "non_punishment", False)
turned(
    "legal.assistance-depends-on-cooperation",
    "help in law depends on cooperating",
    "legal",
    "assistance_unconditional",
    False,
)
turned(
    "legal.no-reflection-period-in-law",
    "the law gives no time to decide",
    "legal",
    "reflection_period",
    False,
)
turned(
    "legal.mandatory-return-in-law", "the law sends victims back", "legal", "return_mandatory", True
)
turned("legal.companies-not-covered", "companies are left out", "legal", "companies_liable", False)
turned(
    "legal.proceeds-out-of-reach",
    "money and tools can't be taken",
    "legal",
    "asset_recovery",
    False,
)
emptied_everywhere(
    "legal.identification-not-provided-for",
    "finding victims is left out of the law",
    "legal",
    "identification",
)
emptied_everywhere(
    "legal.children-not-provided-for", "children are left out of the law", "legal", "child_measures"
)
emptied_everywhere(
    "legal.other-charges-not-looked-at", "other charges are not looked at", "legal", "other_laws"
)
emptied_everywhere(
    "legal.labour-law-not-looked-at", "labour law is not looked at", "legal", "labour_coverage"
)
emptied_everywhere(
    "legal.labour-agreements-missing",
    "no word on labour agreements",
    "legal",
    "labour_agreements",
    across_borders=True,
)
emptied_everywhere(
    "legal.cooperation-not-provided-for",
    "no cooperation between countries",
    "legal",
    "cooperation",
    across_borders=True,
)
emptied_everywhere(
    "legal.other-actors-left-out", "only police have a part in the law", "legal", "other_actors"
)
emptied_everywhere(
    "legal.no-implementing-rules",
    "a law without rules for applying it",
    "legal",
    "implementing_rules",
)
emptied_everywhere(
    "legal.expertise-not-at-hand", "no expertise for single cases", "legal", "expertise"
)
emptied_everywhere(
    "legal.hard-concepts-not-asked",
    "hard concepts are not asked for",
    "legal",
    "difficult_concepts",
)
emptied_everywhere("legal.penalties-not-weighed", "penalties are not weighed", "legal", "penalties")
emptied(
    "justice.training-without-mentoring",
    "nobody supports trainees afterwards",
    "justice",
    "mentoring",
    of="training",
)
emptied(
    "justice.rotation-not-handled",
    "rotation of staff is not handled",
    "justice",
    "rotation",
    of="training",
)
emptied(
    "justice.no-say-in-selecting-trainees",
    "no say in who is trained",
    "justice",
    "selection",
    of="training",
)
emptied(
    "justice.prerequisites-unchecked",
    "what trainees bring is not checked",
    "justice",
    "prerequisites",
    of="training",
)
emptied(
    "justice.obstacles-to-practice-ignored",
    "obstacles to practice are not looked at",
    "justice",
    "obstacles",
    of="training",
)
emptied(
    "justice.training-fits-no-strategy",
    "training that belongs to nothing",
    "justice",
    "strategy_fit",
    of="training",
)
emptied(
    "justice.training-not-tied-to-pattern",
    "training for no pattern",
    "justice",
    "pattern",
    of="training",
)
emptied(
    "justice.skills-not-named",
    "what trainees learn is not said",
    "justice",
    "skills",
    of="training",
)
emptied_everywhere(
    "justice.past-cases-not-used", "past cases are not used", "justice", "past_cases", of="training"
)
emptied_everywhere(
    "justice.foundations-unchecked", "foundations of the system unchecked", "justice", "foundations"
)
emptied_everywhere(
    "justice.cases-rest-on-testimony",
    "cases rest on victims' testimony",
    "justice",
    "evidence_beyond_testimony",
)
emptied_everywhere(
    "justice.victims-in-the-process",
    "nothing protects victims in the process",
    "justice",
    "protects_victims",
)
turned(
    "justice.low-level-arrests-count-as-success",
    "low-level arrests count as success",
    "justice",
    "aims_at",
    "low-level",
)
emptied("identification.no-channels-chosen", "no channel is chosen", "identification", "channels")
emptied("identification.no-referral", "identification leads nowhere", "identification", "referral")
emptied(
    "identification.why-people-stay-away",
    "why people stay away is not asked",
    "identification",
    "avoidance",
)
emptied_everywhere(
    "identification.missed-identification-not-analysed",
    "missed chances are not analysed",
    "identification",
    "missed_identification",
)
emptied_everywhere(
    "identification.authority-unclear",
    "who may identify is unclear",
    "identification",
    "who_identifies",
)
emptied_everywhere(
    "identification.no-data-on-where-to-look",
    "no data tell where to look",
    "identification",
    "where_to_look",
)
emptied_everywhere(
    "identification.law-leaves-people-out",
    "whom the law leaves out is not asked",
    "identification",
    "law_coverage",
)
emptied_everywhere(
    "identification.obstacles-to-identifying-unknown",
    "what keeps officials from identifying is unknown",
    "identification",
    "obstacles",
)
turned(
    "identification.help-depends-on-who-identified",
    "help depends on who found people",
    "identification",
    "referral_depends_on_identifier",
    True,
)
emptied(
    "identification.equal-help-not-said",
    "whether help is equal is not said",
    "identification",
    "referral_depends_on_identifier",
    of="referral",
)
turned(
    "support.shelter-cannot-be-left",
    "a shelter that can't be left",
    "support",
    "free_to_leave",
    False,
)
emptied(
    "support.freedom-to-leave-not-said",
    "freedom to leave is not said",
    "support",
    "free_to_leave",
    of="shelter",
)
turned(
    "support.help-requires-cooperation",
    "help requires cooperation",
    "support",
    "cooperation_required",
    True,
)
turned(
    "support.children-need-a-status",
    "children need a status to be helped",
    "support",
    "children_status_required",
    True,
)
turned(
    "support.no-anonymous-feedback", "no anonymous feedback", "support", "anonymous_feedback", False
)
turned(
    "support.no-reflection-in-support", "no time to decide", "support", "reflection_period", False
)
turned("support.return-is-the-only-way", "return is the only way", "support", "return_only", True)
emptied("support.clients-have-no-say", "clients have no say", "support", "client_say")
emptied(
    "support.outside-child-protection",
    "outside child protection",
    "support",
    "child_protection",
    of="children",
)
emptied(
    "support.conditions-not-said",
    "conditions of help are not said",
    "support",
    "cooperation_required",
)
emptied_everywhere("support.few-options", "options are not named", "support", "options")
emptied_everywhere("support.no-complaints", "nobody checks the services", "support", "complaints")
emptied_everywhere(
    "support.compensation-not-considered",
    "compensation is not considered",
    "support",
    "compensation",
)
emptied_everywhere(
    "support.asylum-not-considered",
    "asylum is not considered",
    "support",
    "asylum",
    across_borders=True,
)
emptied_everywhere(
    "support.help-ends-early", "help ends after the first months", "support", "after_programme"
)
emptied_everywhere("support.standards-not-named", "no standards of care", "support", "standards")
emptied_everywhere(
    "support.reintegration-barriers-unknown",
    "barriers to reintegration unknown",
    "support",
    "reintegration_barriers",
)
turned("plans.plan-not-budgeted", "the plan has no budget", "plans", "budgeted", False)
turned("plans.activities-without-owner", "the plan names no owners", "plans", "owners_named", False)
turned(
    "plans.no-targets-or-indicators", "the plan has no targets", "plans", "indicators_set", False
)
emptied(
    "plans.accountability-not-said",
    "whether the plan has owners is not said",
    "plans",
    "owners_named",
)
emptied(
    "plans.earlier-plan-not-looked-at", "earlier plans are not looked at", "plans", "earlier_plan"
)
emptied("plans.stakeholders-unclear", "who decides on the plan is unclear", "plans", "stakeholders")
emptied("plans.no-monitoring-body", "nobody oversees the plan", "plans", "oversight")
emptied("plans.no-data-behind-plan", "no data behind the plan", "plans", "evidence_used")
emptied("plans.no-priorities", "everything is equally important", "plans", "prioritised")
emptied("plans.structure-not-chosen", "how the plan is built up is not said", "plans", "structure")
emptied("plans.no-risks-in-plan", "no risks in the plan", "plans", "risks")


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


@fault("justice.trainers-without-support", "trainers are left alone")
def trainers_alone(design: Design) -> Broken:
    for activity in design.of_kind(Justice):
        if activity.training:
            here = f"activities[{activity.id}]"
            design = set_fields(design, here, {"trains_trainers": True, "trainer_support": ""})
            return unanswered(design, "justice", "trainer_support"), f"{here}.trainer_support"
    return None


@fault("identification.hotline-calls-not-sifted", "calls are counted unsifted")
def unsifted(design: Design) -> Broken:
    for activity in design.of_kind(Identification):
        here = f"activities[{activity.id}]"
        return set_fields(
            design, here, {"hotline": True, "call_sifting": ""}
        ), f"{here}.call_sifting"
    return None


@fault("identification.site-access-unclear", "access to work sites is unclear")
def no_access(design: Design) -> Broken:
    for activity in design.of_kind(Identification):
        here = f"activities[{activity.id}]"
        channels = {*activity.channels, "workplaces"}
        design = set_fields(design, here, {"channels": sorted(channels), "site_access": ""})
        return unanswered(design, "identification", "site_access"), f"{here}.site_access"
    return None


@fault("support.no-long-follow-up", "no follow-up at 24 months")
def follow_up_ends(design: Design) -> Broken:
    asked = [activity for activity in design.of_kind(Support) if 24 in activity.follow_up_months]
    for indicator in design.indicators:
        if indicator.measures == "reintegration":
            months = [month for month in indicator.follow_up_months if month != 24]
            design = set_field(design, f"indicators[{indicator.id}].follow_up_months", months)
    for activity in asked[:1]:
        address = f"activities[{activity.id}].follow_up_months"
        months = [month for month in activity.follow_up_months if month != 24]
        return set_field(design, address, months), address
    return None


@fault("support.training-without-jobs", "vocational training without work")
def no_jobs(design: Design) -> Broken:
    work = {"job-placement-destination", "job-placement-source", "start-up"}
    supports = design.of_kind(Support)
    for activity in supports:
        services = [service for service in activity.services if service not in work]
        if activity is supports[0]:
            services = [*services, "vocational-training"]
        else:
            services = [service for service in services if service != "vocational-training"]
        design = set_field(design, f"activities[{activity.id}].services", sorted({*services}))
    return (design, f"activities[{supports[0].id}].services") if supports else None


@fault("support.rights-out-of-reach", "no legal aid for anybody")
def no_legal_aid(design: Design) -> Broken:
    supports = [activity for activity in design.of_kind(Support) if activity.services]
    for activity in supports:
        services = [service for service in activity.services if service != "legal-aid"]
        design = set_field(design, f"activities[{activity.id}].services", services or ["housing"])
    if not supports:
        return None
    return unanswered(design, "support", "asylum"), f"activities[{supports[0].id}].services"
