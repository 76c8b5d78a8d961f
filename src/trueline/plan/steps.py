"""The pages on which a plan is worked on, in the order of the toolkit's questions."""

from trueline.document.kind import LAST_STEPS, Step

STEPS = (
    Step(
        "plan",
        "The plan",
        "What plan it is, and how the plans before it fared.",
        ("earlier_plans", "sources"),
        part="",
        sections=("plans",),
    ),
    Step(
        "stakeholders",
        "Who takes part",
        "Who gives ideas, decides, delivers and reports; who oversees it all.",
        ("stakeholders", "bodies"),
    ),
    Step(
        "evidence",
        "Data and patterns",
        "What the plan rests on, and which patterns of trafficking it answers.",
        ("evidence", "patterns"),
    ),
    Step("money", "Money", "What money there is, and how sure it is.", ("funding",)),
    Step(
        "activities",
        "Objectives and activities",
        "What the plan is to bring about, and who does what for it, by when, with whose money.",
        ("objectives", "activities"),
    ),
    Step("risks", "Assumptions and risks", "What has to hold, and what may go wrong.", ("risks",)),
    Step(
        "monitoring",
        "Monitoring and evaluation",
        "How one would know what is done and what comes of it, and who says so.",
        ("indicators",),
        part="monitoring",
    ),
    *LAST_STEPS,
)
