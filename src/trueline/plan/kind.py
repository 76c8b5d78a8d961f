"""The national plan of action as a kind of document."""

from trueline.document.kind import Facts, Kind, Labels, register
from trueline.plan.plan import Plan
from trueline.plan.steps import STEPS

PLAN = register(
    Kind(
        name="plan",
        model=Plan,
        labels=Labels(
            singular="National plan",
            plural="National plans",
            untitled="Untitled plan",
            whole="The plan as a whole",
            begin="Begin a national plan",
            the_document="the plan",
            none_yet="No plan yet. A national plan of action says who does what against trafficking,"
            " with which money, and how one would know.",
        ),
        steps=STEPS,
        facts=Facts(countries="countries", lead="lead", start="start", end="end"),
        asks="plans",
    )
)
