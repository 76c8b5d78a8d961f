"""Words that documents and the toolkit hold in place of sentences, and what people read for them.

Each list of words has one table, read by pages, commands, diagrams and reports. A list that the
toolkit's vocabulary defines (forms of exploitation, actor groups, ...) has its labels there. Which
words a field may hold, `term_types` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from trueline.language.formats import lower_first
from trueline.language.own_names import label
from trueline.language.translating import gettext, gettext_noop


@dataclass(frozen=True)
class Terms:
    """The labels of one list of words, in its order.

    `by_own_names`: whether an organisation may call them by names of its own.
    """

    name: str
    labels: Mapping[str, str]
    by_own_names: bool = False

    def label(self, word: str) -> str:
        """The label of a word; for an unknown word, the word itself without hyphens."""
        text = self.labels.get(word)
        if not text:
            return plain(word)
        return label(text) if self.by_own_names else gettext(text)

    def within(self, word: str) -> str:
        """The same within a sentence."""
        return lower_first(self.label(word))

    def choices(self) -> list[tuple[str, str]]:
        """Each word with its label."""
        return [(word, self.label(word)) for word in self.labels]


def plain(word: str) -> str:
    """A word that has no label of its own: `half-price` as “Half price”."""
    text = word.replace("-", " ")
    return text[:1].upper() + text[1:]


def _terms(name: str, **labels: str) -> Terms:
    by_word = {word.replace("_", "-"): label for word, label in labels.items()}
    return Terms(name, MappingProxyType(by_word))


_ = gettext_noop

SEVERITY = _terms("severity", error=_("Error"), warning=_("Warning"), note=_("Note"))
REMEDY = _terms(
    "remedy",
    reconsider=_("Reconsider"),
    modify=_("Modify"),
    add=_("Add"),
    generate=_("Find out first"),
)
ADVICE = _terms(
    "advice",
    reconsider=_("Reconsider the approach"),
    modify=_("Modify it"),
    add=_("Add something beside it"),
    generate=_("Find out first"),
)
"""The four consequences, as a finding says them."""

SORT = _terms("sort", cannot_be=_("Cannot be"), said_badly=_("Look again"), not_said=_("Not said"))
"""The three sorts of findings, in the order in which they are read."""

SORTS = _terms(
    "sorts",
    cannot_be=_("What cannot be"),
    said_badly=_("What is said, and worth another look"),
    not_said=_("What is not said"),
)
"""The same as headings over the findings of each."""

STANCE = _terms(
    "stance",
    addressed=_("Addressed"),
    partly=_("Partly"),
    not_addressed=_("Not addressed"),
    not_known=_("Not known"),
    not_relevant=_("Not relevant"),
)
LEVEL = replace(
    _terms(
        "level",
        activity=_("Activity"),
        output=_("Output"),
        outcome=_("Outcome"),
        impact=_("Impact"),
    ),
    by_own_names=True,
)
LEVELS = replace(
    _terms(
        "levels",
        activity=_("Activities"),
        output=_("Outputs"),
        outcome=_("Outcomes"),
        impact=_("Impact"),
    ),
    by_own_names=True,
)
"""The same for several of a level."""

KIND = _terms(
    "kind",
    awareness=_("Awareness"),
    livelihoods=_("Livelihoods"),
    legal=_("Legal framework"),
    justice=_("Criminal justice"),
    identification=_("Identification"),
    support=_("Support"),
    plans=_("National plans"),
    other=_("Other"),
    programme=_("Programme"),
)
"""Kinds of activity, and what a question is asked of that is asked of none."""

GROUP = _terms(
    "group",
    safety=_("People’s safety"),
    foundations=_("Foundations"),
    mapping=_("Pattern and factors"),
    awareness=_("Awareness"),
    livelihoods=_("Livelihoods"),
    legal=_("Legal framework"),
    justice=_("Criminal justice"),
    identification=_("Identification"),
    support=_("Support"),
    plans=_("National plans"),
    texts=_("What the words say"),
    logic=_("Theory of change"),
    dates=_("Dates"),
    budget=_("Budget"),
    indicators=_("Indicators"),
    answers=_("Answers to questions"),
    actors=_("Who takes part, and who oversees"),
    grounds=_("What the plan rests on"),
    activities=_("Activities of the plan"),
    money=_("Money for the plan"),
    progress=_("Progress of the plan"),
    law=_("Which law was read"),
    treaties=_("Treaties"),
    provisions=_("What the law provides"),
    conducts=_("Crimes and penalties"),
    rights=_("Rights of victims"),
    agreements=_("Agreements"),
    framework=_("Rest of the framework"),
    whole=_("The law as a whole"),
    proposals=_("What should follow"),
)
"""Groups of rules, kind by kind."""

MEASURES = _terms(
    "measures",
    baseline=_("Baseline"),
    reach=_("Reach"),
    satisfaction=_("Satisfaction"),
    learning=_("Learning"),
    livelihoods=_("Livelihoods"),
    retention=_("Retention"),
    behaviour=_("Behaviour"),
    impact=_("Impact"),
    law=_("Law"),
    identification=_("Identification"),
    services=_("Services"),
    reintegration=_("Reintegration"),
    feedback=_("Feedback"),
    plan=_("Plan"),
)
MEASURE = _terms(
    "measure",
    count=_("Count"),
    proportion=_("Proportion"),
    change=_("Change"),
    scale=_("Scale"),
    yes_no=_("Yes or no"),
    checklist=_("Checklist"),
    qualitative=_("Qualitative"),
)
BETTER = _terms("better", up=_("Up"), down=_("Down"), none=_("Neither"))
OVER_PERIODS = _terms(
    "over-periods",
    sum=_("Added up"),
    last=_("The last one holds"),
    highest=_("The highest"),
    mean=_("Their mean"),
)
OVER_PLACES = _terms(
    "over-places", sum=_("Added up"), highest=_("The highest"), mean=_("Their mean")
)
FREQUENCY = _terms(
    "frequency",
    once=_("Once"),
    monthly=_("Monthly"),
    quarterly=_("Quarterly"),
    half_yearly=_("Half-yearly"),
    yearly=_("Yearly"),
    baseline_endline=_("Baseline and endline"),
    continuous=_("Continuous"),
)
STUDY = _terms(
    "study",
    baseline=_("Baseline"),
    midline=_("Midline"),
    endline=_("Endline"),
    follow_up=_("Follow-up"),
    formative=_("Formative"),
    impact=_("Impact"),
    research=_("Research"),
)
METHOD = _terms("method", quantitative=_("Quantitative"), qualitative=_("Qualitative"))
LIKELIHOOD = _terms(
    "likelihood",
    unlikely=_("Unlikely"),
    possible=_("Possible"),
    likely=_("Likely"),
    not_known=_("Not known"),
)
STRENGTH = _terms(
    "strength", none=_("None"), weak=_("Weak"), moderate=_("Moderate"), strong=_("Strong")
)
PHASE = _terms("phase", new=_("New"), running=_("Running"), mature=_("Mature"))
STAGE = _terms(
    "stage",
    origin=_("Origin"),
    transit=_("Transit"),
    destination=_("Destination"),
    **{"return": _("Return")},
)
BARRIER = _terms(
    "barrier",
    structural=_("Structural"),
    social=_("Social"),
    cultural=_("Cultural"),
    economic=_("Economic"),
    knowledge=_("Knowledge"),
    institutional=_("Institutional"),
)
CREDIT = _terms("credit", none=_("None"), by_repayment=_("By repayment"), by_need=_("By need"))
AIM = _terms(
    "aim",
    low_level=_("Low-level"),
    organisers=_("Organisers"),
    networks=_("Networks"),
    whole_chain=_("Whole chain"),
)
EFFECT = _terms("effect", helps=_("Helps"), hinders=_("Hinders"))
CAPACITY = _terms("capacity", expertise=_("Expertise"), resource=_("Resource"))
AVAILABLE = _terms("available", yes=_("Yes"), partly=_("Partly"), no=_("No"))
SOURCE = _terms(
    "source",
    evaluation=_("Evaluation"),
    research=_("Research"),
    data=_("Data"),
    consultation=_("Consultation"),
    law=_("Law"),
    own_experience=_("Own experience"),
    other=_("Other"),
)
MOMENT = _terms(
    "moment",
    baseline=_("Baseline"),
    target=_("Target due"),
    endline=_("Endline"),
    follow_up=_("Follow-up"),
    study=_("Study"),
)
"""Occasions in the calendar of measurement."""

ENTRY = _terms(
    "entry",
    about=_("About the toolkit"),
    section=_("Section"),
    lesson=_("Lesson"),
    question=_("Question"),
    category=_("Indicator category"),
    indicator=_("Indicator"),
    point=_("Point"),
    figure=_("Figure"),
    evidence=_("Evidence"),
    guide=_("Guide"),
    resource=_("Further reading"),
    topic=_("Topic"),
    vocabulary=_("List of terms"),
    term=_("Term"),
)
"""Sorts of things that the toolkit holds."""

DIRECTION = _terms(
    "direction",
    limited_evidence=_("Limited evidence"),
    no_verified_example=_("No verified example"),
    not_supported=_("Not routinely supported"),
    gap=_("A gap"),
    challenge=_("A challenge"),
    finding=_("A finding"),
    recommendation=_("A recommendation"),
    premise=_("A starting point"),
)
"""Labels of lessons. They are ours, and are shown as ours."""

STANDS_IN = _terms(
    "stands-in",
    never=_("Never stands in for what lies beyond it."),
    if_verified=_(
        "Stands in for impact only where the link to less trafficking is robust enough, for example"
        " because it rests on verified assumptions."
    ),
    is_impact=_("Measures impact on trafficking itself."),
)
ANCHOR = _terms(
    "anchor",
    start=_("after start-up"),
    end=_("after the activity ends"),
    exit=_("after people leave the programme"),
)
SURVEY = _terms(
    "survey",
    yes_no=_("yes or no"),
    choose_one=_("choose one"),
    choose_many=_("choose any number"),
    number=_("a number"),
    scale=_("a scale"),
    text=_("in words"),
)
"""Answers to a survey question."""

STATE = _terms(
    "state",
    reported=_("Reported"),
    missing=_("Missing"),
    not_applicable=_("Not applicable"),
    suppressed=_("Held back"),
)
"""The states of a reading, figure or not."""

FLAG = _terms(
    "flag",
    above_all=_("More than all: the numerator is above the denominator."),
    below_zero=_("A number is below zero."),
    nobody_counted=_("Nobody was counted: with a denominator of 0 there is no share."),
    carried_forward=_("A place did not report; its last figure stands in."),
    parts_differ=_("The total that was given is not the sum of its parts."),
)
"""Flags that make a figure one to ask about."""

STANDING = _terms(
    "standing",
    share=_("On the way"),
    maintained=_("Kept at the baseline or better, as was meant"),
    not_maintained=_("Not kept at the baseline"),
    no_figure=_("Nothing to hold against the target yet"),
    no_target=_("No target"),
    no_baseline=_("It should fall, and there is no baseline to fall from"),
    against_direction=_("The target lies on the worse side of the baseline: one of them is wrong"),
    held_back=_("Held back, since it would tell a small count of people"),
    no_direction=_("Neither up nor down is said to be better"),
)
"""The standing of a figure against its target."""

RUNG = _terms(
    "rung",
    reach=_("Reached"),
    satisfaction=_("Satisfied"),
    learning=_("Knows"),
    retention=_("Still knows"),
    behaviour=_("Does"),
    impact=_("Impact"),
)
"""The rungs of the ladder of what can be claimed, from the least to the most."""

DISPLACEMENT_CHECK = _terms(
    "displacement-check",
    measured=_("Whether trafficking moved elsewhere is watched by an indicator that has a figure."),
    without_figure=_("An indicator is to show whether trafficking moved; it has no figure yet."),
    not_watched=_("Whether trafficking moved elsewhere was thought about; no indicator shows it."),
    none=_("Whether trafficking moved elsewhere was not checked."),
)
"""Whether anybody would see that trafficking moved instead of stopping."""

TOLD = _terms("told", done=_("Done"), planned=_("Planned"), denied=_("Denied"), vague=_("Vague"))
"""The stance of a passage towards what it speaks of."""

RATIFICATION = _terms(
    "ratification",
    party=_("Party"),
    signed=_("Signed, not a party"),
    not_party=_("Not a party on that day"),
    unknown=_("Unknown: neither yes nor no"),
)
"""The status of a state and a treaty on a day."""

TREATY_ACTION = _terms(
    "treaty-action",
    signature=_("Signature"),
    ratification=_("Ratification"),
    accession=_("Accession"),
    succession=_("Succession"),
    acceptance=_("Acceptance"),
    approval=_("Approval"),
    denunciation=_("Denunciation"),
)

PILLAR = _terms(
    "pillar",
    prevention=_("Prevention"),
    protection=_("Protection"),
    prosecution=_("Prosecution"),
    partnership=_("Partnership"),
)
WORK = _terms("work", action_item=_("Action item"), business_as_usual=_("Business as usual"))
PRIORITY = _terms("priority", first=_("First"), second=_("Second"), third=_("Third"))
PAYER = _terms(
    "payer",
    government=_("Government"),
    donor=_("Donor"),
    private=_("Private sector"),
    none_yet=_("None yet"),
)
FUNDER = _terms("funder", government=_("Government"), donor=_("Donor"), private=_("Private sector"))
ACTIVITY_STATUS = _terms(
    "activity-status",
    not_begun=_("Not begun"),
    under_way=_("Under way"),
    held_up=_("Held up"),
    done=_("Done"),
    given_up=_("Given up"),
)
"""The progress of an activity of a plan."""
FUNDING = _terms(
    "funding", adopted=_("In an adopted budget"), promised=_("Promised"), hoped_for=_("Hoped for")
)
SECTOR = _terms(
    "sector",
    ministry=_("Ministry"),
    authority=_("Other authority"),
    international_organisation=_("International organisation"),
    ngo=_("NGO"),
    donor=_("Donor"),
    private_sector=_("Private sector"),
    lived_experience=_("People with lived experience"),
    other=_("Other"),
)
PART = _terms(
    "part",
    ideas=_("Ideas"),
    decision=_("Decision"),
    delivery=_("Delivery"),
    reporting=_("Reporting"),
)
TASK = _terms(
    "task",
    oversight=_("Oversight"),
    coordination=_("Coordination"),
    monitoring=_("Monitoring"),
    reporting=_("Reporting"),
)
RHYTHM = _terms(
    "rhythm",
    monthly=_("Monthly"),
    quarterly=_("Quarterly"),
    half_yearly=_("Half-yearly"),
    yearly=_("Yearly"),
    when_needed=_("When needed"),
)
EVIDENCE = _terms(
    "evidence",
    patterns_and_trends=_("Patterns and trends"),
    research=_("Research"),
    evaluation_of_a_plan=_("Evaluation of a plan"),
    evaluation_of_a_programme=_("Evaluation of a programme"),
    other=_("Other"),
)
RISK = _terms("risk", assumption=_("Assumption"), risk=_("Risk"))
STRUCTURE = _terms(
    "structure", pillars=_("The 4 Ps"), patterns=_("Patterns"), both=_("Both"), other=_("Other")
)
"""Words that national plans are written in."""

PROVIDED = _terms(
    "provided",
    provided=_("Provided"),
    partly=_("Partly"),
    not_provided=_("Not provided"),
    unclear=_("Unclear"),
)
APPLIED = _terms(
    "applied",
    applied=_("Applied"),
    partly=_("Partly"),
    not_applied=_("Not applied"),
    unclear=_("Unclear"),
)
PROGRESS = _terms(
    "progress",
    open=_("Open"),
    drafted=_("Drafted"),
    tabled=_("Tabled"),
    done=_("Done"),
    dropped=_("Dropped"),
)
LAW = _terms(
    "law",
    constitution=_("Constitution"),
    act=_("Act"),
    code=_("Code"),
    regulation=_("Regulation"),
    other=_("Other"),
)
RULE = _terms(
    "rule",
    regulation=_("Regulation"),
    procedure=_("Procedure"),
    guideline=_("Guideline"),
    other=_("Other"),
)
RULE_STANDING = _terms(
    "rule-standing", in_force=_("In force"), drafted=_("Drafted"), missing=_("Missing")
)
TREATY = _terms(
    "treaty",
    convention_organized_crime=_("Convention against Transnational Organized Crime"),
    tip_protocol=_("Trafficking in Persons Protocol"),
    rights_of_the_child=_("Convention on the Rights of the Child"),
    sale_of_children=_("Optional Protocol on the Sale of Children"),
    cedaw=_("Convention on Discrimination Against Women"),
    migrant_workers=_("Convention on Migrant Workers"),
    convention_corruption=_("Convention against Corruption"),
    forced_labour_29=_("ILO Convention No. 29 on forced labour"),
    forced_labour_protocol=_("Protocol of 2014 to ILO Convention No. 29"),
    forced_labour_105=_("ILO Convention No. 105 on forced labour"),
    child_labour_182=_("ILO Convention No. 182 on child labour"),
    domestic_workers_189=_("ILO Convention No. 189 on domestic workers"),
    refugees_convention_1951=_("Refugee Convention of 1951"),
    refugees_protocol_1967=_("Refugee Protocol of 1967"),
    economic_social_cultural_rights=_("Covenant on Economic, Social and Cultural Rights"),
    civil_political_rights=_("Covenant on Civil and Political Rights"),
)
CONDUCT = _terms(
    "conduct",
    crime_trafficking=_("Trafficking in all its forms"),
    crime_slavery=_("Slavery and servitude"),
    crime_forced_labour=_("Forced labour"),
    crime_exploitative_labour=_("Exploitative labour"),
    crime_child_labour=_("Child labour"),
    crime_child_sexual_exploitation=_("Commercial sexual exploitation of children"),
    crime_debt_bondage=_("Debt bondage"),
    crime_forced_marriage=_("Forced marriage"),
    crime_sexual_exploitation=_("Sexual exploitation"),
)
POWER = _terms(
    "power",
    predicate_offence=_("Predicate offence"),
    asset_recovery=_("Tracing, seizing and returning proceeds"),
    mutual_legal_assistance_law=_("Mutual legal assistance and extradition in law"),
    jurisdiction=_("Jurisdiction, over companies too"),
)
RIGHT = _terms(
    "right",
    right_protection=_("Protection from harm, and privacy"),
    right_non_punishment=_("No punishment of victims"),
    right_reflection_period=_("Reflection period"),
    right_shelter=_("Shelter, open and of one’s own will"),
    right_assistance=_("Assistance and support"),
    right_child_measures=_("Measures for children"),
    right_children_equal=_("The same rights for foreign children"),
    right_alternatives_to_return=_("Alternatives to return"),
)
LEGAL_REMEDY = _terms(
    "legal-remedy",
    right_legal_advice=_("Free and independent legal advice"),
    right_information=_("Information on rights and proceedings"),
    right_privacy_in_proceedings=_("Privacy in proceedings"),
    right_remedies=_("Remedies and compensation"),
)
AGREEMENT = _terms(
    "agreement",
    agreement_mutual_legal_assistance=_("Mutual legal assistance"),
    agreement_extradition=_("Extradition"),
    agreement_information=_("Exchange of information and intelligence"),
    agreement_joint_teams=_("Joint investigation teams"),
    agreement_safe_return=_("Safe return"),
    labour_migration=_("Labour migration"),
    marriage_migration=_("Marriage across borders"),
)
FRAMEWORK = _terms(
    "framework",
    rights_at_work=_("Rights at work for all workers"),
    labour_coverage=_("Labour law that covers all work"),
    recruitment_agencies=_("Rules for recruitment agencies"),
)
CHECKED = (TREATY, CONDUCT, POWER, RIGHT, LEGAL_REMEDY, AGREEMENT, FRAMEWORK)
"""The items of the checklists of section 5, in their order."""
LEGAL_ITEM = Terms(
    "legal-item",
    MappingProxyType({w: text for terms in CHECKED for w, text in terms.labels.items()}),
)
"""Words that legal framework reviews are written in."""

TERMS: Mapping[str, Terms] = MappingProxyType(
    {terms.name: terms for terms in list(globals().values()) if isinstance(terms, Terms)}
)
"""Every table by its name."""


def terms_of(words: Iterable[str]) -> Terms | None:
    """The table of exactly these words."""
    return _by_words.get(frozenset(words))


_by_words = {frozenset(terms.labels): terms for terms in reversed(list(TERMS.values()))}
