"""The theory of change as a graph: what leads to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trueline.design.activity import Activity
    from trueline.design.design import Design
    from trueline.design.theory import Link


class Theory:
    """Activities and results as nodes, links as edges. Links to nowhere are left out.

    An activity's and a result's id is its node; `links` are those whose two ends exist.
    """

    def __init__(self, design: Design) -> None:
        self._by_id = {activity.id: activity for activity in design.activities}
        self._places = {id: number for number, id in enumerate(self._by_id)}
        self._leading: dict[str, tuple[Activity, ...]] = {}
        self.activities = frozenset(self._by_id)
        self.levels = {result.id: result.level for result in design.results}
        self.nodes = (*(a.id for a in design.activities), *self.levels)
        node_ids = frozenset(self.nodes)
        self.links: tuple[Link, ...] = tuple(
            link for link in design.links if link.cause in node_ids and link.effect in node_ids
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

    def activities_leading_to(self, node: str | None) -> tuple[Activity, ...]:
        """The activities from which a path leads to a node, in their order."""
        if not node:
            return ()
        if node not in self._leading:
            before = self.leading_to([node]) & self.activities
            ids = sorted(before, key=self._places.__getitem__)
            self._leading[node] = tuple(self._by_id[id] for id in ids)
        return self._leading[node]

    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Each group of nodes that lead back to themselves."""
        groups: dict[str, list[str]] = {node: [] for node in self.nodes}
        first = self._first_of_each_group()
        for node in self.nodes:
            groups[first[node]].append(node)
        return tuple(
            tuple(group)
            for group in groups.values()
            if len(group) > 1 or any(link.effect in group for n in group for link in self.out_of[n])
        )

    def _first_of_each_group(self) -> dict[str, str]:
        """For each node, the first in order of those that it leads to and that lead to it.

        Kosaraju's two passes: each node once along the links, then, the last finished first, once
        against them.
        """
        finished: list[str] = []
        seen: set[str] = set()
        for start in self.nodes:
            waiting = [(start, False)]
            while waiting:
                node, is_finished = waiting.pop()
                if is_finished:
                    finished.append(node)
                elif node not in seen:
                    seen.add(node)
                    waiting.append((node, True))
                    waiting += [(link.effect, False) for link in self.out_of[node]]
        place = {node: number for number, node in enumerate(self.nodes)}
        first: dict[str, str] = {}
        for start in reversed(finished):
            group, waiting_for = [], [start] if start not in first else []
            while waiting_for:
                node = waiting_for.pop()
                if node not in first:
                    first[node] = start
                    group.append(node)
                    waiting_for += [link.cause for link in self.into[node]]
            if group:
                first |= dict.fromkeys(group, min(group, key=place.__getitem__))
        return first

    def sole_links(self) -> tuple[Link, ...]:
        """Links without which no activity would reach any impact at all."""
        impacts = frozenset(self.impacts)
        on_a_way = self._way_to(impacts)
        return tuple(
            link
            for link in self.links
            if id(link) in on_a_way
            and not impacts & self.reached_from(self.activities, without=link)
        )

    def _way_to(self, ends: frozenset[str]) -> frozenset[int]:
        """The ids of the links of one shortest way from any activity to any of `ends`.

        A link that all ways go through is one of them.
        """
        led_by: dict[str, Link] = {}
        reached = [node for node in self.nodes if node in self.activities]
        for node in reached:  # grows on the way
            for link in self.out_of[node]:
                if link.effect in led_by or link.effect in self.activities:
                    continue
                led_by[link.effect] = link
                reached.append(link.effect)
                if link.effect in ends:
                    return self._back_from(link.effect, led_by)
        return frozenset()

    @staticmethod
    def _back_from(end: str, led_by: Mapping[str, Link]) -> frozenset[int]:
        way: list[int] = []
        while (link := led_by.get(end)) is not None:
            way.append(id(link))
            end = link.cause
        return frozenset(way)
