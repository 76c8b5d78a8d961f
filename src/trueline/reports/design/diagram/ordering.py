"""The order of boxes and slots within each column, with few crossings, by igraph."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from trueline.design import Design, Link

Item = str | tuple[str, int]
"""A node by its id, or the slot of a link in a column."""


@dataclass(frozen=True)
class Chain:
    """A link with the slots that it passes, from cause to effect. `back`: against the reading
    direction; its first and last slot then stand in the columns of cause and effect themselves."""

    link: str
    cause: str
    effect: str
    items: tuple[Item, ...]
    back: bool
    gaps: tuple[int, ...]


@dataclass(frozen=True)
class Ordered:
    """The items of each column from top to bottom, the column of each, and all chains."""

    stacks: tuple[tuple[Item, ...], ...]
    columns: dict[Item, int]
    chains: tuple[Chain, ...]

    def neighbours(self) -> Iterator[tuple[Item, Item]]:
        """Pairs, left and right, that a link joins across one gap."""
        for chain in self.chains:
            row = chain.items if chain.back else (chain.cause, *chain.items, chain.effect)
            for first, second in itertools.pairwise(row):
                yield (second, first) if chain.back else (first, second)


def ordered(design: Design, columns: dict[str, int]) -> Ordered:
    """Order every column."""
    chains = tuple(_chain(link, columns) for link in design.theory.links)
    places: dict[Item, int] = {node: column for node, column in columns.items()}  # noqa: C416
    for chain in chains:
        for item in chain.items:
            places[item] = item[1]  # type: ignore[assignment]
    whole = Ordered((), places, chains)
    count = max(places.values(), default=-1) + 1
    rank = _ranks(places, list(whole.neighbours()))
    stacks = [
        sorted((i for i in places if places[i] == n), key=rank.__getitem__) for n in range(count)
    ]
    for chain in chains:
        if chain.back:
            _bring_near(stacks, chain)
    return Ordered(tuple(tuple(stack) for stack in stacks), places, chains)


def _chain(link: Link, columns: dict[str, int]) -> Chain:
    start, end = columns[link.cause], columns[link.effect]
    back = end <= start
    passed = range(start, end - 1, -1) if back else range(start + 1, end)
    gaps = tuple(range(end - 1, start + 1)) if back else tuple(range(start, end))
    items = tuple((link.id, column) for column in passed)
    return Chain(link.id, link.cause, link.effect, items, back, gaps)


def _ranks(places: dict[Item, int], pairs: list[tuple[Item, Item]]) -> dict[Item, float]:
    """A number for each item that sorts it within its column."""
    items = list(places)
    if not pairs:
        return {item: float(number) for number, item in enumerate(items)}
    import igraph

    number = {item: place for place, item in enumerate(items)}
    edges = [(number[first], number[second]) for first, second in pairs]
    graph = igraph.Graph(len(items), edges, directed=True)
    layout = graph.layout_sugiyama(layers=[places[item] for item in items], maxiter=200)
    return {item: layout[number[item]][0] for item in items}


def _bring_near(stacks: list[list[Item]], chain: Chain) -> None:
    """Put the ends of a backward link right under the boxes that it joins."""
    ends = ((chain.items[0], chain.cause), (chain.items[-1], chain.effect))
    for item, node in ends:
        stack = next(stack for stack in stacks if node in stack)
        if item in stack:
            stack.remove(item)
            stack.insert(stack.index(node) + 1, item)
