"""A block has sharp edges.

Why: The toolkit asks that those who take part come to no harm (1 L1).

Example: A block whose edges are sharp.

Resolve: Round them off.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.toy.kind import Toy
from trueline.document import element_address
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="error", remedy="modify", refs=("1 L1",))
def sharp_edges(context: RuleContext[Toy]) -> Iterator[Observation]:
    for block in context.document.blocks:
        if block.edges == "sharp":
            yield Observation(
                f"{element_address('', 'blocks', block)}.edges",
                f"“{block.name}” has sharp edges.",
                "Round them off.",
            )
