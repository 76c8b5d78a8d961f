"""What activities must say that act before anybody is trafficked, and on the law."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from trueline.design.activity_base import ActivityBase, kind_field
from trueline.document.fields import Line, Text, field, prose
from trueline.document.legal_items import LegalItem


class Awareness(ActivityBase):
    """Raising awareness of risks and responses (section 3)."""

    kind: Literal["awareness"] = kind_field()
    action: Text = prose(
        "Action asked for", "What people should do once they know.", asks="awareness.action"
    )
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

    kind: Literal["livelihoods"] = kind_field()
    income_threshold: Text = prose(
        "Income at which people would stay",
        "The job or income at which those who intend to leave"
        " would decide not to, and how you know.",
        asks="livelihoods.income-threshold",
    )
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

    begins: ClassVar[Mapping[str, str]] = {
        "legal_review": "What it works on",
        "definition_aligned": "The crime and its victims",
        "other_laws": "Other laws",
        "other_actors": "From law to practice",
    }

    kind: Literal["legal"] = kind_field()
    legal_review: Line = field(
        "Legal review", "The review of the law that it rests on, by its title (5 I).", ""
    )
    legal_items: tuple[LegalItem, ...] = field(
        "Items of the law", "Those of the review that it is to change, in law or in practice.", ()
    )
    definition_aligned: bool | None = field(
        "Definition in line?",
        "Whether the offence is defined as in the TIP Protocol.",
        asks="legal.definition",
    )
    savings_clause: bool | None = field(
        "Savings clause?",
        "Whether human rights, humanitarian and refugee law, with"
        " non-refoulement, are safeguarded.",
        asks="legal.harmonised",
    )
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
    identification: Text = prose(
        "Identification and referral",
        "How the law provides for finding victims promptly and getting them to services.",
        asks="legal.identification-and-referral",
    )
    child_measures: Text = prose(
        "Children",
        "Special measures for children, foreign and national alike.",
        asks="legal.treatment",
    )
    other_laws: Text = prose(
        "Other laws",
        "Other offences that traffickers can be charged with, and what that costs victims.",
        asks="legal.other-laws",
    )
    labour_coverage: Text = prose(
        "Labour law",
        "Whether all work, domestic and service work too, is covered.",
        asks="legal.labour-law",
    )
    labour_agreements: Text = prose(
        "Labour agreements",
        "Agreements with other countries on legal recruitment, protection and remedy of workers.",
        asks="legal.labour-agreements",
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
    other_actors: Text = prose(
        "Bodies other than the police",
        "The role that labour and health inspectors or NGOs may play under the law.",
        asks="legal.other-actors",
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
    difficult_concepts: Text = prose(
        "Difficult concepts",
        "Legal concepts that cause most difficulty, and how police and prosecutors read them.",
        asks="legal.difficult-concepts",
    )
