"""A reference to something that is not there.

Why: Linkages between activities, results and assumptions have to be whole to be read (9 E4.2,
3 L2.4).

Example: An indicator measures a result that was deleted.

Resolve: Choose another, or remove the reference.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.document import dangling_references
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("9 E4.2", "3 L2.4"))
def refers_to_nothing(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for address, name, lists in dict.fromkeys(dangling_references(design)):
        yield Found(
            path=address,
            message=f"{quoted(name)} is named here, but there is no such entry in"
            f" {' or '.join(lists)}.",
            next_step="Choose an entry that exists, add it, or remove the reference.",
        )
