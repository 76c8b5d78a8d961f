"""An assumption is verified, and its text says that it will be.

Why: A design that builds on what is not yet checked builds on hope (1 A1, 1 A3). “Verified” frees a step
from further questions, so it has to be true.

Example: Verified here: yes. How it is checked: “to be verified in the baseline survey”.

Resolve: Say “no” until the check is done, and plan the check.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("1 A1", "1 A3", "3 Q4"))
def verified_but_to_be_checked(context: RuleContext[Design]) -> Iterator[Observation]:
    reading = context.reading
    for link in reading.written.links:
        for assumption in link.assumptions:
            if not assumption.verified:
                continue
            for text in (assumption.check, assumption.statement):
                words = reading.words(text)
                if place := next(iter(words.of("not-yet-verified")), None):
                    yield Observation(
                        path=f"links[{link.id}].assumptions[{assumption.id}].verified",
                        message=gettext(
                            "{assumption} is entered as verified, and its text says {quote}.",
                            assumption=quoted(assumption.name),
                            quote=quoted(words.quote(place.start, place.end)),
                        ),
                        next_step=gettext(
                            "Enter it as not verified until the check is done, and say when."
                        ),
                    )
                    break
