"""The pages on which a legal framework review is worked on, in the order of the toolkit."""

from trueline.document.kind import LAST_STEPS, Step

STEPS = (
    Step(
        "law",
        "The law",
        "Whose law it is, as of which day, and which texts were read.",
        ("laws", "sources"),
        part="",
        sections=("legal",),
    ),
    Step(
        "treaties",
        "Treaties",
        "What the country has bound itself to, and since when.",
        ("treaties",),
    ),
    Step(
        "incorporation",
        "Taken into law",
        "Which key provisions of these treaties stand in national law.",
        ("incorporation",),
    ),
    Step(
        "conducts",
        "Crimes and penalties",
        "Nine conducts, their elements and penalties.",
        ("conducts",),
    ),
    Step(
        "powers",
        "Investigations",
        "What supports those who investigate and prosecute.",
        ("powers",),
    ),
    Step(
        "rights",
        "Victims’ rights",
        "Support and protection, legal assistance and remedy: in law, and in practice.",
        ("rights", "remedies"),
    ),
    Step(
        "agreements",
        "Agreements",
        "With each country on the route, whether agreements are there and used.",
        ("agreements",),
    ),
    Step(
        "framework",
        "Rest of the framework",
        "Rights at work, labour law, recruitment agencies.",
        ("framework",),
        part="agencies",
    ),
    Step(
        "whole",
        "The law as a whole",
        "What the toolkit asks of it all: definition, fit, rules, expertise, concepts.",
        ("rules", "concepts"),
        part="questions",
    ),
    *LAST_STEPS,
)
