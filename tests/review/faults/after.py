"""Faults in what activities say that act on cases, and for the people in them."""

from __future__ import annotations

from tests.review.seeding import Broken, emptied, emptied_everywhere, fault, turned, unanswered
from trueline.design import Design, Identification, Justice, Support
from trueline.document import set_field, set_fields

emptied(
    "justice.training-without-mentoring",
    "nobody supports trainees afterwards",
    "mentoring",
    of="training",
)
emptied(
    "justice.rotation-not-handled", "rotation of staff is not handled", "rotation", of="training"
)
emptied(
    "justice.no-say-in-selecting-trainees", "no say in who is trained", "selection", of="training"
)
emptied(
    "justice.prerequisites-unchecked",
    "what trainees bring is not checked",
    "prerequisites",
    of="training",
)
emptied(
    "justice.obstacles-to-practice-ignored",
    "obstacles to practice are not looked at",
    "obstacles",
    of="training",
)
emptied(
    "justice.training-fits-no-strategy",
    "training that belongs to nothing",
    "strategy_fit",
    of="training",
)
emptied("justice.training-not-tied-to-pattern", "training for no pattern", "pattern", of="training")
emptied("justice.skills-not-named", "what trainees learn is not said", "skills", of="training")
emptied_everywhere(
    "justice.past-cases-not-used", "past cases are not used", "past_cases", of="training"
)
emptied_everywhere(
    "justice.foundations-unchecked", "foundations of the system unchecked", "foundations"
)
emptied_everywhere(
    "justice.cases-rest-on-testimony",
    "cases rest on victims' testimony",
    "evidence_beyond_testimony",
)
emptied_everywhere(
    "justice.victims-in-the-process", "nothing protects victims in the process", "protects_victims"
)
turned(
    "justice.low-level-arrests-count-as-success",
    "low-level arrests count as success",
    "aims_at",
    "low-level",
)
emptied("identification.no-referral", "identification leads nowhere", "referral")
emptied("identification.why-people-stay-away", "why people stay away is not asked", "avoidance")
emptied_everywhere(
    "identification.missed-identification-not-analysed",
    "missed chances are not analysed",
    "missed_identification",
)
emptied_everywhere(
    "identification.authority-unclear", "who may identify is unclear", "who_identifies"
)
emptied_everywhere(
    "identification.no-data-on-where-to-look", "no data tell where to look", "where_to_look"
)
emptied_everywhere(
    "identification.law-leaves-people-out", "whom the law leaves out is not asked", "law_coverage"
)
emptied_everywhere(
    "identification.obstacles-to-identifying-unknown",
    "what keeps officials from identifying is unknown",
    "obstacles",
)
turned(
    "identification.help-depends-on-who-identified",
    "help depends on who found people",
    "referral_depends_on_identifier",
    True,
)
emptied(
    "identification.equal-help-not-said",
    "whether help is equal is not said",
    "referral_depends_on_identifier",
    of="referral",
)
turned("support.shelter-cannot-be-left", "a shelter that can't be left", "free_to_leave", False)
emptied(
    "support.freedom-to-leave-not-said",
    "freedom to leave is not said",
    "free_to_leave",
    of="shelter",
)
turned(
    "support.help-requires-cooperation", "help requires cooperation", "cooperation_required", True
)
turned(
    "support.children-need-a-status",
    "children need a status to be helped",
    "children_status_required",
    True,
)
turned("support.no-anonymous-feedback", "no anonymous feedback", "anonymous_feedback", False)
turned("support.no-reflection-in-support", "no time to decide", "reflection_period", False)
turned("support.return-is-the-only-way", "return is the only way", "return_only", True)
emptied("support.clients-have-no-say", "clients have no say", "client_say")
emptied(
    "support.outside-child-protection",
    "outside child protection",
    "child_protection",
    of="children",
)
emptied("support.conditions-not-said", "conditions of help are not said", "cooperation_required")
emptied_everywhere("support.few-options", "options are not named", "options")
emptied_everywhere("support.no-complaints", "nobody checks the services", "complaints")
emptied_everywhere(
    "support.compensation-not-considered", "compensation is not considered", "compensation"
)
emptied_everywhere(
    "support.asylum-not-considered", "asylum is not considered", "asylum", across_borders=True
)
emptied_everywhere("support.help-ends-early", "help ends after the first months", "after_programme")
emptied_everywhere("support.standards-not-named", "no standards of care", "standards")
emptied_everywhere(
    "support.reintegration-barriers-unknown",
    "barriers to reintegration unknown",
    "reintegration_barriers",
)
turned("plans.plan-not-budgeted", "the plan has no budget", "budgeted", False)
turned("plans.activities-without-owner", "the plan names no owners", "owners_named", False)
turned("plans.no-targets-or-indicators", "the plan has no targets", "indicators_set", False)
emptied("plans.accountability-not-said", "whether the plan has owners is not said", "owners_named")
emptied("plans.earlier-plan-not-looked-at", "earlier plans are not looked at", "earlier_plan")
emptied("plans.stakeholders-unclear", "who decides on the plan is unclear", "stakeholders")
emptied("plans.no-monitoring-body", "nobody oversees the plan", "oversight")
emptied("plans.no-data-behind-plan", "no data behind the plan", "evidence_used")
emptied("plans.no-priorities", "everything is equally important", "prioritised")
emptied("plans.structure-not-chosen", "how the plan is built up is not said", "structure")
emptied("plans.no-risks-in-plan", "no risks in the plan", "risks")


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


@fault("identification.no-channels-chosen", "no channel is chosen")
def no_channels(design: Design) -> Broken:
    for activity in design.activities:
        if activity.kind == "identification" and activity.channels:
            address = f"activities[{activity.id}]"
            broken = set_fields(design, address, {"channels": (), "hotline": None})
            return unanswered(broken, "identification", "channels"), f"{address}.channels"
    return None
