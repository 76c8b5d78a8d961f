"""The pages on which a design is worked on, in the toolkit's order."""

from trueline.document.kind import LAST_STEPS, Step

STEPS = (
    Step(
        "programme",
        "The programme",
        "Who does what, where, from when to when, and what it rests on.",
        ("partners", "budget_lines", "sources"),
        part="",
        sections=("foundations",),
    ),
    Step(
        "pattern",
        "Pattern and factors",
        "How people are trafficked here, what makes it possible, and where something can be done about it.",
        ("patterns", "factors", "strategies"),
        sections=("mapping",),
    ),
    Step(
        "behaviours",
        "Behaviours and barriers",
        "Who is to do what differently, and what keeps them from it.",
        ("behaviours",),
    ),
    Step(
        "activities",
        "Activities",
        "What the programme does, with the questions that each kind of activity raises.",
        ("activities",),
    ),
    Step(
        "theory",
        "Theory of change",
        "What leads to what, and what has to hold for that.",
        ("results", "links"),
        page="theory",
    ),
    Step(
        "indicators",
        "Indicators and measurement plan",
        "How one would know, and what each measure cannot show.",
        ("indicators",),
    ),
    Step(
        "risks",
        "Displacement, risks, capacities",
        "Where trafficking might move instead, what may come from outside, what you need.",
        ("displacement", "external_factors", "capacities"),
    ),
    Step(
        "evaluation",
        "Evaluation and learning",
        "What is studied, when, by whom, and who acts on it.",
        ("evaluation.studies",),
        part="evaluation",
    ),
    *LAST_STEPS,
)
