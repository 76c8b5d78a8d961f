"""The theory of change as a graph: what leads to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trueline.design.design import Design
    from trueline.design.theory import Link


class Theory:
    """Activities and results as nodes, links as edges. Links to nowhere are left out.

    An activity's and a result's id is its node; `links` are those whose two ends exist.
    """

    def __init__(self, design: Design) -> None:
        self.activities = frozenset(activity.id for activity in design.activities)
        self.levels = {result.id: result.level for result in design.results}
        self.nodes = (*(a.id for a in design.activities), *self.levels)
        known = frozenset(self.nodes)
        self.links: tuple[Link, ...] = tuple(
            link for link in design.links if link.cause in known and link.effect in known
        )
        self.into: Mapping[str, list[Link]] = {node: [] for node in self.nodes}
        self.out_of: Mapping[str, list[Link]] = {node: [] for node in self.nodes}
        for link in self.links:
            self.into[link.effect].append(link)
            self.out_of[link.cause].append(link)

    @property
    def impacts(self) -> tuple[str, ...]:
        """Results at the level of impact."""
        return tuple(node for node, level in self.levels.items() if level == "impact")

    def reached_from(self, starts: Iterable[str], *, without: Link | None = None) -> frozenset[str]:
        """Nodes that a path leads to from any of `starts`, these not counted unless in a circle."""
        seen: set[str] = set()
        waiting = [start for start in starts if start in self.out_of]
        while waiting:
            for link in self.out_of[waiting.pop()]:
                if link is not without and link.effect not in seen:
                    seen.add(link.effect)
                    waiting.append(link.effect)
        return frozenset(seen)

    def leading_to(self, ends: Iterable[str]) -> frozenset[str]:
        """Nodes from which a path leads to any of `ends`."""
        seen: set[str] = set()
        waiting = [end for end in ends if end in self.into]
        while waiting:
            for link in self.into[waiting.pop()]:
                if link.cause not in seen:
                    seen.add(link.cause)
                    waiting.append(link.cause)
        return frozenset(seen)

    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Each group of nodes that lead back to themselves."""
        reach = {node: self.reached_from([node]) for node in self.nodes}
        groups: dict[frozenset[str], tuple[str, ...]] = {}
        for node in self.nodes:
            if node in reach[node]:
                group = tuple(n for n in self.nodes if n in reach[node] and node in reach[n])
                groups.setdefault(frozenset(group), group)
        return tuple(groups.values())

    def sole_links(self) -> tuple[Link, ...]:
        """Links without which no activity would reach any impact at all."""
        impacts = frozenset(self.impacts)
        if not impacts & self.reached_from(self.activities):
            return ()
        return tuple(
            link
            for link in self.links
            if not impacts & self.reached_from(self.activities, without=link)
        )
