"""A reference to something that is not there.

Why: Linkages between activities, results and assumptions have to be whole to be read (9 E4.2,
3 L2.4).

Example: An indicator measures a result that was deleted.

Resolve: Choose another, or remove the reference.
"""

from collections.abc import Iterator

from trueline.document import Document, dangling_references
from trueline.document.fields import models_below
from trueline.language import gettext, joined, lower_first, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E4.2", "3 L2.4"))
def refers_to_nothing(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    for address, name, lists in dict.fromkeys(dangling_references(document, context.parts)):
        yield Observation(
            path=address,
            message=gettext(
                "{name} is named here, but there is no such entry in {lists}.",
                name=quoted(name),
                lists=joined([_title(type(document), name) for name in lists], "or"),
            ),
            next_step=gettext("Choose an entry that exists, add it, or remove the reference."),
        )


def _title(document: type[Document], name: str) -> str:
    """What a list of the document is called."""
    holders = (model for model in models_below(document) if name in model.model_fields)
    titles = (str(model.model_fields[name].title) for model in holders)
    return lower_first(gettext(next(titles, name)))
