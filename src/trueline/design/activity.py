"""Activities: what they have in common, and what each kind must say for itself.

A kind has fields of its own where the toolkit asks something that only this kind can answer. A
new kind is a new class here, joined to `Activity` at the end.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from trueline.design.fields import (
    Element,
    ElementId,
    Line,
    Money,
    Text,
    field,
    prose,
    required_id,
)  # fmt: skip


class ActivityBase(Element):
    """What every activity says."""

    id: ElementId = required_id()
    title: Line = field("Activity", "A short name.", "")
    description: Text = prose("What is done", "What happens, where, with whom, how often.")
    target_group: Text = prose(
        "Target group", "The people it works with, named so that one could count them."
    )
    people: int | None = field("How many", "People to be reached or served.")
    factors: tuple[ElementId, ...] = field(
        "Factors", "Factors behind the pattern that it works on.", (), refers="factors"
    )
    barriers: tuple[ElementId, ...] = field(
        "Barriers", "Barriers to behaviour that it lowers.", (), refers="barriers"
    )
    lead: Line = field("Lead", "Organisation or person that answers for it.", "")
    partners: Text = prose("Partners", "Who else takes part.")
    start: date | None = field("Start", "Date.")
    end: date | None = field("End", "Date.")
    budget: Money | None = field("Budget", "What it costs.")


class Awareness(ActivityBase):
    """Raising awareness of risks and responses (section 3)."""

    kind: Literal["awareness"]
    action: Text = prose(
        "Action asked for", "What people should do once they know.",
        asks="awareness.action",
    )  # fmt: skip
    existing_awareness: Text = prose(
        "What they know already",
        "Present knowledge and attitudes of the group, and how you know.",
        asks="awareness.existing-awareness",
    )
    messengers: Text = prose(
        "Messengers and channels",
        "Whom this group trusts, and where.",
        asks="awareness.trusted-sources",
    )
    segments: Text = prose(
        "Different messages",
        "How messages differ by age, sex, language, schooling.",
        asks="awareness.segments",
    )
    alternatives: Text = prose(
        "Realistic alternatives",
        "What people can really do instead of what is discouraged.",
        asks="awareness.barriers",
    )
    promotes_regular_migration: bool | None = field(
        "Promotes regular migration?", "Whether it advises legal channels as the safer way."
    )
    safer_evidence: Text = prose(
        "Is it safer here?",
        "What shows that what you recommend is safer in this place.",
        asks="awareness.evidence-of-link",
    )


class Livelihoods(ActivityBase):
    """Improving livelihoods as an alternative to risky migration (section 4)."""

    kind: Literal["livelihoods"]
    income_threshold: Text = prose(
        "Income at which people would stay", "The job or income at which those who intend to leave"
        " would decide not to, and how you know.",
        asks="livelihoods.income-threshold",
    )  # fmt: skip
    reachable: bool | None = field(
        "Can it be reached?",
        "Whether the activity can raise incomes to that level.",
        asks="livelihoods.reachable",
    )
    other_reasons: Text = prose(
        "Other reasons to leave",
        "Reasons that have nothing to do with income.",
        asks="livelihoods.other-reasons",
    )
    credit: Literal["none", "by-repayment", "by-need"] | None = field(
        "Loans", "No loans, loans to those likely to repay, or loans by need."
    )
    reaches_most_vulnerable: Text = prose(
        "Reaching the most vulnerable", "How those most at risk come to take part."
    )
    seasonal_migration: Text = prose(
        "Seasons", "How measuring takes account of seasonal migration."
    )
    group_size: Text = prose(
        "Size of the group", "How many people might leave, beside how many are reached."
    )


class Legal(ActivityBase):
    """Strengthening the legal framework (section 5)."""

    kind: Literal["legal"]
    definition_aligned: bool | None = field(
        "Definition in line?",
        "Whether the offence is defined as in the TIP Protocol.",
        asks="legal.definition",
    )
    savings_clause: bool | None = field(
        "Savings clause?", "Whether human rights, humanitarian and refugee law, with"
        " non-refoulement, are safeguarded.",
        asks="legal.harmonised",
    )  # fmt: skip
    non_punishment: bool | None = field(
        "Non-punishment?",
        "Whether victims are not punished for what they were made to do.",
        asks="legal.treatment",
    )
    assistance_unconditional: bool | None = field(
        "Help without conditions?",
        "Whether help does not depend on cooperating with a case.",
        asks="legal.treatment",
    )
    reflection_period: bool | None = field(
        "Reflection period?", "Whether victims get time to decide on cooperating."
    )
    return_mandatory: bool | None = field(
        "Return mandatory?", "Whether victims must go back to their country."
    )
    child_measures: Text = prose(
        "Children",
        "Special measures for children, foreign and national alike.",
        asks="legal.treatment",
    )
    labour_coverage: Text = prose(
        "Labour law",
        "Whether all work, domestic and service work too, is covered.",
        asks="legal.labour-law",
    )
    companies_liable: bool | None = field(
        "Companies covered?",
        "Whether companies answer as legal persons, supply chains included.",
        asks="legal.companies",
    )
    asset_recovery: bool | None = field(
        "Money and assets?",
        "Whether financial investigation and forfeiture are possible.",
        asks="legal.proceeds",
    )
    cooperation: Text = prose(
        "Cooperation between countries",
        "Formal and informal cooperation, and labour agreements.",
        asks="legal.international-cooperation",
    )
    implementing_rules: Text = prose(
        "Rules for applying it",
        "Regulations, procedures and guidelines that go with the law.",
        asks="legal.implementing-rules",
    )
    penalties: Text = prose("Penalties", "How they deter and stay just.")
    expertise: Text = prose(
        "Legal expertise",
        "Who can help with hard points of law and evidence, case by case.",
        asks="legal.expertise",
    )


class Justice(ActivityBase):
    """Building criminal justice capacity (section 6)."""

    kind: Literal["justice"]
    training: bool | None = field("Is it training?", "Workshops, courses, training of trainers.")
    mentoring: Text = prose(
        "Mentoring",
        "Who supports trainees on the job afterwards, how often, how long.",
        asks="justice.mentoring",
    )
    rotation: Text = prose(
        "Rotation of staff",
        "What happens when trained people are moved or leave.",
        asks="justice.barriers",
    )
    selection: Text = prose(
        "Choosing trainees",
        "Criteria, and what say you have in who comes.",
        asks="justice.selection",
    )
    prerequisites: Text = prose(
        "What trainees bring",
        "The skills they must have already, and how that is checked.",
        asks="justice.prerequisites",
    )
    obstacles: Text = prose(
        "Obstacles to using it", "Resources, priorities, corruption, procedures: what keeps people"
        " from using what they learned, and what is done about it.",
        asks="justice.barriers",
    )  # fmt: skip
    strategy_fit: Text = prose(
        "Fit with other training",
        "Strategy, institution, accreditation and other courses.",
        asks="justice.fit-with-other-training",
    )
    trains_trainers: bool | None = field(
        "Trains trainers?", "Whether trainees are to train others."
    )
    trainer_support: Text = prose(
        "Support for trainers", "How their training skills are checked, and what resources and"
        " mentoring they get.",
        asks="justice.fit-with-other-training",
    )  # fmt: skip
    foundations: Text = prose(
        "Foundations of the system",
        "Independent courts, fair trial, resources, staffing policies.",
        asks="justice.foundations",
    )
    aims_at: Literal["low-level", "organisers", "networks", "whole-chain"] | None = field(
        "Aims at", "Which part of the chain cases should reach."
    )
    evidence_beyond_testimony: Text = prose(
        "Evidence beyond testimony", "Proactive and financial investigation, so that cases do not"
        " rest on victims alone.",
    )  # fmt: skip
    protects_victims: Text = prose(
        "Victims in the process", "How victims are protected, and not punished."
    )


class Identification(ActivityBase):
    """Identifying and referring trafficked persons (section 7)."""

    kind: Literal["identification"]
    channels: tuple[Line, ...] = field(
        "Channels",
        "Ways in which people are identified.",
        (),
        words="identification-channel",
        asks="identification.opportunities",
    )
    hotline: bool | None = field("Is there a hotline?", "Whether calls are taken and counted.")
    call_sifting: Text = prose(
        "Sifting calls", "How real calls are told from crank calls before they are counted."
    )
    missed_identification: Text = prose(
        "Missed chances", "How survivors’ accounts are used to find where they could have been"
        " identified earlier, in aggregate and with consent.",
        asks="identification.missed",
    )  # fmt: skip
    who_identifies: Text = prose(
        "Who may identify",
        "Who presumes, and who formally decides, that somebody is a victim.",
        asks="identification.authority",
    )
    referral: Text = prose(
        "Referral",
        "How people get from being identified to services.",
        asks="identification.referral-mechanism",
    )
    referral_depends_on_identifier: bool | None = field(
        "Does help depend on who identified?", "Whether services differ by who found the person,"
        " or where.",
    )  # fmt: skip
    avoidance: Text = prose(
        "Why people stay away",
        "Why victims may not want to be identified, and what you change.",
        asks="identification.overcoming-barriers",
    )
    where_to_look: Text = prose(
        "Where to look", "Which data tell where and for whom to look.", asks="identification.data"
    )
    law_coverage: Text = prose(
        "Who the law leaves out",
        "Forms of trafficking or people that the law does not cover.",
        asks="identification.mechanisms",
    )


class Support(ActivityBase):
    """Support and durable solutions for trafficked persons (section 8)."""

    kind: Literal["support"]
    services: tuple[Line, ...] = field("Services", "What is offered.", (), words="service")
    shelter: bool | None = field("Is there a shelter?", "Whether accommodation is offered.")
    free_to_leave: bool | None = field(
        "Free to leave?", "Whether people can leave the accommodation when they want."
    )
    cooperation_required: bool | None = field(
        "Cooperation required?", "Whether help depends on cooperating with a criminal case."
    )
    return_only: bool | None = field(
        "Return the only way?", "Whether going back to the country or community is all there is."
    )
    options: Text = prose(
        "Options for reintegration", "What people can really choose from, relocation and safe"
        " migration included.",
        asks="support.reintegration-options",
    )  # fmt: skip
    children: bool | None = field("Works with children?", "Whether clients are under 18.")
    children_status_required: bool | None = field(
        "Status required of children?", "Whether a child must count as a victim of trafficking to"
        " be helped.",
    )  # fmt: skip
    child_protection: Text = prose(
        "Child protection",
        "How the work sits within the child protection system.",
        asks="support.building-blocks",
    )
    client_say: Text = prose(
        "Clients’ say",
        "How clients take part in assessment, plan and decisions.",
        asks="support.own-needs",
    )
    anonymous_feedback: bool | None = field(
        "Anonymous feedback?", "Whether clients can say what they think without being known."
    )
    complaints: Text = prose(
        "Checks and complaints",
        "How quality is supervised, and where problems can be reported.",
        asks="support.checks-and-balances",
    )
    compensation: Text = prose(
        "Compensation",
        "How people get unpaid wages and compensation.",
        asks="support.legal-options",
    )
    asylum: Text = prose(
        "Asylum", "How people learn of and reach asylum procedures.", asks="support.legal-options"
    )
    reflection_period: bool | None = field(
        "Reflection period?", "Whether people get time to decide on cooperating."
    )
    follow_up_months: tuple[int, ...] = field(
        "Follow-up", "Months after reintegration at which people are asked how they fare.", ()
    )
    after_programme: Text = prose(
        "Longer term", "What help goes on after the first months, and who pays for it."
    )


class Plans(ActivityBase):
    """Developing or carrying out a national plan of action (section 9)."""

    kind: Literal["plans"]
    earlier_plan: Text = prose(
        "Earlier plans", "How well earlier plans worked, and why.", asks="plans.earlier-plans"
    )
    stakeholders: Text = prose(
        "Who takes part",
        "Who gives ideas, and who decides, survivors’ voices included.",
        asks="plans.stakeholders",
    )
    oversight: Text = prose(
        "Oversight",
        "The body that coordinates, monitors and reports, and what it has to do it.",
        asks="plans.oversight",
    )
    evidence_used: Text = prose("Data used", "What data shape the plan.", asks="plans.data")
    budgeted: bool | None = field(
        "Budgeted?", "Whether every activity of the plan has a budget.", asks="plans.budget"
    )
    prioritised: Text = prose(
        "Priorities", "How activities are chosen to fit the money.", asks="plans.prioritising"
    )
    structure: Text = prose(
        "Structure", "By the 4 Ps, by pattern, or otherwise, and why.", asks="plans.structure"
    )
    owners_named: bool | None = field(
        "Owners named?", "Whether every activity has one responsible body."
    )
    indicators_set: bool | None = field(
        "Targets and indicators?", "Whether objectives have measurable indicators and targets."
    )
    risks: Text = prose("Risks and assumptions", "Those that the plan states.")


class Other(ActivityBase):
    """An activity of no kind that the toolkit covers."""

    kind: Literal["other"]


Activity = Annotated[
    Awareness | Livelihoods | Legal | Justice | Identification | Support | Plans | Other,
    Field(discriminator="kind"),
]

ACTIVITY_KINDS: dict[str, type[ActivityBase]] = {
    "awareness": Awareness,
    "livelihoods": Livelihoods,
    "legal": Legal,
    "justice": Justice,
    "identification": Identification,
    "support": Support,
    "plans": Plans,
    "other": Other,
}
