"""Why its list is worth filling, and the interview."""

from __future__ import annotations

from tests.toy.kind import Block, Toy
from trueline.web.documents.kind_pages import EmptyState, KindPages, Screen

PAGES = KindPages(
    empty_states={"blocks": EmptyState("Without blocks there is nothing to play with.", "A cube.")},
    screens=(
        Screen("maker", "Who makes it?", "", Toy, ("maker",), in_list=False),
        Screen("block", "What is its first block?", "blocks", Block, ("title", "edges")),
    ),
)
