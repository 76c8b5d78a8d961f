"""What activities must say that act on cases, and for the people in them."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from trueline.design.activity_base import ActivityBase, kind_field
from trueline.document.fields import Line, Text, Whole, field, prose


class Justice(ActivityBase):
    """Building criminal justice capacity (section 6)."""

    begins: ClassVar[Mapping[str, str]] = {
        "training": "The training",
        "mentoring": "After the training",
        "selection": "Trainees and trainers",
        "foundations": "Cases and victims",
    }

    kind: Literal["justice"] = kind_field()
    training: bool | None = field("Is it training?", "Workshops, courses, training of trainers.")
    pattern: Text = prose(
        "Pattern that trainees meet",
        "The forms of trafficking that these people come across in their work.",
        asks="justice.pattern",
    )
    past_cases: Text = prose(
        "Past cases",
        "What prosecuted cases of this jurisdiction have in common, and which set a standard.",
        asks="justice.past-cases",
    )
    skills: Text = prose(
        "What is learned",
        "The knowledge, skills and attitudes that trainees need for this pattern.",
        asks="justice.knowledge-and-skills",
    )
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
        "Obstacles to using it",
        "Resources, priorities, corruption, procedures: what keeps people"
        " from using what they learned, and what is done about it.",
        asks="justice.barriers",
    )
    strategy_fit: Text = prose(
        "Fit with other training",
        "Strategy, institution, accreditation and other courses.",
        asks="justice.fit-with-other-training",
    )
    trains_trainers: bool | None = field(
        "Trains trainers?", "Whether trainees are to train others."
    )
    trainer_support: Text = prose(
        "Support for trainers",
        "How their training skills are checked, and what resources and mentoring they get.",
        asks="justice.fit-with-other-training",
    )
    foundations: Text = prose(
        "Foundations of the system",
        "Independent courts, fair trial, resources, staffing policies.",
        asks="justice.foundations",
    )
    aims_at: Literal["low-level", "organisers", "networks", "whole-chain"] | None = field(
        "Aims at", "Which part of the chain cases should reach."
    )
    evidence_beyond_testimony: Text = prose(
        "Evidence beyond testimony",
        "Proactive and financial investigation, so that cases do not rest on victims alone.",
    )
    protects_victims: Text = prose(
        "Victims in the process", "How victims are protected, and not punished."
    )


class Identification(ActivityBase):
    """Identifying and referring trafficked persons (section 7)."""

    begins: ClassVar[Mapping[str, str]] = {
        "channels": "How people come forward",
        "who_identifies": "Identifying and referring",
        "site_access": "Reaching people where they are",
    }

    kind: Literal["identification"] = kind_field()
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
        "Missed chances",
        "How survivors’ accounts are used to find where they could have been"
        " identified earlier, in aggregate and with consent.",
        asks="identification.missed",
    )
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
        "Does help depend on who identified?",
        "Whether services differ by who identified the person, or where.",
    )
    site_access: Text = prose(
        "Access to work sites",
        "The right to enter of those who try to identify victims, including inspection without notice.",
        asks="identification.mechanisms",
    )
    languages: Text = prose(
        "Languages",
        "How staff speak with people who do not share their language.",
        asks="identification.mechanisms",
    )
    obstacles: Text = prose(
        "Obstacles",
        "What keeps officials and others from identifying: knowledge, resources, orders,"
        " corruption.",
        asks="identification.barriers",
    )
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

    begins: ClassVar[Mapping[str, str]] = {
        "services": "Services and shelter",
        "children": "Children",
        "client_say": "What clients say",
        "standards": "Standards and rights",
        "follow_up_months": "Afterwards",
    }

    kind: Literal["support"] = kind_field()
    services: tuple[Line, ...] = field("Services", "What is offered.", (), words="service")
    shelter: bool | None = field("Is there a shelter?", "Whether accommodation is offered.")
    free_to_leave: bool | None = field(
        "Free to leave?", "Whether people can leave the accommodation when they want."
    )
    cooperation_required: bool | None = field(
        "Cooperation required?", "Whether help depends on cooperating with a criminal case."
    )
    return_only: bool | None = field(
        "Return the only way?", "Whether going back to the country or community is the only option."
    )
    options: Text = prose(
        "Options for reintegration",
        "What people can really choose from, relocation and safe migration included.",
        asks="support.reintegration-options",
    )
    reintegration_barriers: Text = prose(
        "Barriers to reintegration",
        "What stands in the way of a new start, and what is done about it.",
        asks="support.barriers-to-reintegration",
    )
    children: bool | None = field("Works with children?", "Whether clients are under 18.")
    children_status_required: bool | None = field(
        "Status required of children?",
        "Whether a child must count as a victim of trafficking to be helped.",
    )
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
        "Anonymous feedback?", "Whether clients can say what they think without being identified."
    )
    complaints: Text = prose(
        "Checks and complaints",
        "How quality is supervised, and where problems can be reported.",
        asks="support.checks-and-balances",
    )
    standards: Text = prose(
        "Standards of care",
        "The procedures and minimum standards that the services keep to.",
        asks="support.building-blocks",
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
    follow_up_months: tuple[Whole, ...] = field(
        "Follow-up", "Months after people leave at which they are asked how they fare.", ()
    )
    after_programme: Text = prose(
        "Longer term", "What help goes on after the first months, and who pays for it."
    )


class Plans(ActivityBase):
    """Developing or carrying out a national plan of action (section 9)."""

    begins: ClassVar[Mapping[str, str]] = {
        "earlier_plan": "How the plan is made",
        "budgeted": "What the plan says",
    }

    kind: Literal["plans"] = kind_field()
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
        "The body that coordinates, monitors and reports, and the means it has to do so.",
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

    kind: Literal["other"] = kind_field()
