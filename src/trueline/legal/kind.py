"""The legal framework review as a kind of document."""

from trueline.document.kind import Facts, Kind, Labels, register
from trueline.legal.review import LegalReview
from trueline.legal.steps import STEPS

LEGAL = register(
    Kind(
        name="legal",
        model=LegalReview,
        labels=Labels(
            singular="Legal review",
            plural="Legal reviews",
            untitled="Untitled legal review",
            whole="The legal review as a whole",
            begin="Begin a legal review",
            the_document="the legal review",
            none_yet="No legal review yet. It holds a country’s law against what treaties and the toolkit"
            " ask of it, in law and in practice apart.",
        ),
        steps=STEPS,
        facts=Facts(countries="countries", lead="reviewer", start="law_day"),
        asks="legal",
    )
)
