"""Assumptions verified, and not a word on how.

Why: Design rests on assumptions that are often not articulated, nor supported (1 A1, 1 A2, 1 A3). One that
is verified frees its step from further questions, so a reader wants to know by what.

Example: “Verified here: yes”, no source, no check.

Resolve: Name what shows it: a survey, an evaluation, talks with those concerned.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation, shared_address
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("1 A1", "1 A2", "1 A3"))
def verified_without_how(context: RuleContext[Design]) -> Iterator[Observation]:
    bare = [
        (f"links[{link.id}].assumptions[{assumption.id}].check", assumption)
        for link in context.document.links
        for assumption in link.assumptions
        if assumption.verified and not assumption.check and not assumption.sources
    ]
    if bare:
        path, also_at = shared_address([address for address, _ in bare], "links")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{assumption} is entered as verified. Nothing says by what.",
                assumption=quoted(bare[0][1].name),
            )
            if len(bare) == 1
            else gettext(
                "{count} assumptions are entered as verified, {assumption} among them. Nothing says"
                " by what.",
                count=len(bare),
                assumption=quoted(bare[0][1].name),
            ),
            next_step=gettext("Name the survey, the evaluation or the talks that show it."),
        )
