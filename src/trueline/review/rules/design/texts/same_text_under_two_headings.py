"""One text under two headings.

Why: Where two fields ask for different things, one text answers one of them at most; what the other
asks stays open (3 L2.4, 9 E4.2).

Example: “What they should do” repeats “What they do now”; the definition of an indicator repeats its
statement.

Resolve: Keep it where it belongs, and answer the other question, or leave it empty.
"""

from collections import defaultdict
from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.reading import FieldText
from trueline.review.rule import RuleContext, rule

FEWEST_WORDS = 3
NAMES = frozenset(["statement", "title"])
"""What an element is called: another list may speak of it by the same words."""

IN_COMMON = frozenset(
    """
    target_group who partners lead current asylum compensation standards languages note source text
    limitations rationale definition
    """.split()  # noqa: SIM905
)
"""Headings that may share a text with another of these: groups, bodies, ways of working."""


@rule(sort="said-badly", severity="note", remedy="modify", refs=("3 L2.4", "9 E4.2"))
def same_text_under_two_headings(context: RuleContext[Design]) -> Iterator[Observation]:
    places: dict[str, list[FieldText]] = defaultdict(list)
    for text in context.reading.texts:
        if text.text.count(" ") + 1 >= FEWEST_WORDS:
            places[text.normalized].append(text)
    for first, *others in places.values():
        repeated = next((text for text in others if _is_another_heading(first, text)), None)
        if repeated is None or first.address in context.reading.empty_texts:
            continue
        yield Observation(
            path=repeated.address,
            also_at=(first.address,),
            message=gettext(
                "{text} stands under “{field}” and under “{other}”, which ask for different things.",
                text=quoted(repeated.text),
                field=type(repeated.part).field_title(repeated.field),
                other=type(first.part).field_title(first.field),
            ),
            next_step=gettext(
                "Keep it where it belongs, and say under the other heading what that one asks."
            ),
        )


def _is_another_heading(first: FieldText, text: FieldText) -> bool:
    """Whether a text of several lines repeats one of another heading, and may not well do so."""
    if not text.prose or text.field == first.field or text.field in NAMES:
        return False
    if first.field in NAMES and first.part is not text.part:
        return False
    return not IN_COMMON.issuperset((first.field, text.field))
