"""A partner whose role says nothing of what it does.

Why: The toolkit asks which further partners are needed and how they are brought into planning and work
(1 Q4.2). “Strategic ally” says that somebody is there, and leaves open what would be missing without them.

Example: “Role: key partner of the project.”

Resolve: Say what they do, for whom and when; or leave them out.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.lexicon import WordsRead
from trueline.review.finding import Observation
from trueline.review.reading.names_nothing import names_nothing, telling_words
from trueline.review.reading.says_nothing import content_positions
from trueline.review.rule import RuleContext, rule

NO_TASK = frozenset(["no-task", "small"])


@rule(sort="said-badly", severity="note", remedy="modify", refs=("1 Q4.2",))
def partner_without_task(context: RuleContext[Design]) -> Iterator[Observation]:
    for partner in context.document.partners:
        words = context.reading.words(partner.role)
        if partner.role and (not content_positions(words, NO_TASK) or _says_little(words)):
            yield Observation(
                path=f"partners[{partner.id}].role",
                message=gettext(
                    "The role of {partner} is {role}, which says nothing of what it does.",
                    partner=quoted(partner.name),
                    role=quoted(partner.role),
                ),
                next_step=gettext("Ask what would be missing without them, and write that."),
            )


BRIEF = 3
"""Words of a role that may be common and tell what is done: “Cases; referral”."""


def _says_little(words: WordsRead) -> bool:
    if len(words.pieces) < BRIEF:
        return False
    if words.names("says-us"):
        return names_nothing(words)
    return not (words.names("restates") or telling_words(words, NO_TASK))
