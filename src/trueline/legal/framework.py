"""The laws that were read, the rules that apply them, and what the toolkit asks of the whole."""

from typing import Literal

from trueline.document.fields import (
    Day,
    Element,
    ElementId,
    LanguageCode,
    Line,
    Part,
    Text,
    field,
    prose,
    required_id,
)
from trueline.legal.item import Item


class Law(Element):
    """A text of law that was read."""

    id: ElementId = required_id()
    title: Line = field("Law", "Its name and number.", "")
    kind: Literal["constitution", "act", "code", "regulation", "other"] | None = field(
        "Sort of law", "Constitution, act, code, regulation."
    )
    since: Day | None = field("In force since", "The day on which it came into force.")
    amended: Day | None = field("Last amended", "The day of the last change that was read.")
    language: LanguageCode | None = field(
        "Language of the text", "The language of the text that binds.", names="language"
    )
    link: Line = field("Link", "Where the text can be read.", "")


class ImplementingRule(Item):
    """A regulation, procedure or guideline by which the law is applied."""

    noun = "Rule"
    id: ElementId = required_id()
    title: Line = field("Rule", "Its name (5 Q12).", "")
    kind: Literal["regulation", "procedure", "guideline", "other"] | None = field(
        "Sort of rule", "Regulation, operating procedure, guideline."
    )
    called_for: Line = field("Called for by", "The article that asks for it.", "")
    users: Line = field("For whom", "Police, prosecutors, inspectors, those who run shelters.", "")
    standing: Literal["in-force", "drafted", "missing"] | None = field(
        "In force?", "In force, drafted, or not there yet (5 Q12)."
    )
    due: Day | None = field("Due", "When it is to be in force.")


class Concept(Element):
    """A legal concept that causes difficulty."""

    id: ElementId = required_id()
    title: Line = field("Concept", "Such as abuse of a position of vulnerability (5 Q14).", "")
    police: Text = prose("As police read it", "How they understand and use it (5 Q14.1).")
    prosecutors: Text = prose("As prosecutors read it", "How they understand and use it (5 Q14.2).")
    together: Text = prose("What would bring them together", "Guidance, training, a decision.")


class Questions(Part):
    """What the toolkit asks of the framework as a whole."""

    definition: Text = prose(
        "Definition",
        "Act, means and purpose beside article 3 of the Protocol, for adults and children (5 Q1).",
        asks="legal.definition",
    )
    identification: Text = prose(
        "Identification and referral",
        "Who identifies, how, in what time, and to whom they refer (5 Q2).",
        asks="legal.identification-and-referral",
    )
    treatment: Text = prose(
        "Treatment of victims",
        "Foreign and domestic, as victims of trafficking and of crime (5 Q3).",
        asks="legal.treatment",
    )
    other_laws: Text = prose(
        "Other laws that are used",
        "Which charges are brought instead, how often, with what result (5 Q4, 5 L3.1, 5 L3.2).",
        asks="legal.other-laws",
    )
    harmonised: Text = prose(
        "Fit with other laws",
        "Migration, labour, asylum, child protection: where they collide (5 Q5, 5 L2).",
        asks="legal.harmonised",
    )
    savings_clause: Text = prose(
        "Savings clause",
        "What keeps human rights and refugee law above the law on trafficking (5 Q5.1).",
    )
    labour: Text = prose(
        "Labour law",
        "Which work it covers, domestic work included, and which it leaves out (5 Q6).",
        asks="legal.labour-law",
    )
    migration: Text = prose(
        "Agreements on labour migration",
        "Whether they meet the market, protect workers and give them a remedy (5 Q7.1, 5 Q7.2).",
        asks="legal.labour-agreements",
    )
    cooperation: Text = prose(
        "International cooperation",
        "Formal, such as extradition: articles, central authority, time taken (5 Q8.1).",
        asks="legal.international-cooperation",
    )
    informal: Text = prose(
        "Informal cooperation", "Contact points between police and between prosecutors (5 Q8.2)."
    )
    proceeds: Text = prose(
        "Proceeds and instruments",
        "What can be seized and forfeited, and a case in which it was (5 Q9).",
        asks="legal.proceeds",
    )
    other_actors: Text = prose(
        "Actors outside criminal justice",
        "What inspectors and NGOs may do: enter, identify, refer (5 Q10.1).",
        asks="legal.other-actors",
    )
    companies: Text = prose(
        "Companies",
        "Their liability, and their duties on labour in supply chains (5 Q11).",
        asks="legal.companies",
    )
    expertise: Text = prose(
        "Expertise on cases",
        "Whom a prosecutor can ask this week, and who pays for it (5 Q13).",
        asks="legal.expertise",
    )
    time: Text = prose(
        "Time that the law has had",
        "How long it has been in force, and how its use has grown (5 L1).",
    )
