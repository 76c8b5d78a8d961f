"""A reference to something that is not there.

Why: Linkages between activities, results and assumptions have to be whole to be read (9 E4.2,
3 L2.4).

Example: An indicator measures a result that was deleted.

Resolve: Choose another, or remove the reference.
"""

from collections.abc import Iterator

from trueline.document import Document, dangling_references
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import quoted


@rule(severity="error", remedy="modify", refs=("9 E4.2", "3 L2.4"))
def refers_to_nothing(context: RuleContext[Document]) -> Iterator[Found]:
    document = context.document
    for address, name, lists in dict.fromkeys(dangling_references(document)):
        yield Found(
            path=address,
            message=f"{quoted(name)} is named here, but there is no such entry in"
            f" {' or '.join(lists)}.",
            next_step="Choose an entry that exists, add it, or remove the reference.",
        )
