"""The column in which each activity and result stands."""

from __future__ import annotations

from collections.abc import Iterable

from trueline.design import Design

BANDS = ("activity", "output", "outcome", "impact")

Edge = tuple[str, str]


def bands_of(design: Design) -> dict[str, str]:
    """The band of each node; a result without a level stands among the outcomes."""
    levels = {result.id: result.level or "outcome" for result in design.results}
    outputs = {node: "output" if level == "activity" else level for node, level in levels.items()}
    return {activity.id: "activity" for activity in design.activities} | outputs


def columns_of(design: Design, bands: dict[str, str]) -> dict[str, int]:
    """The column of each node: within its band, as far right as the links before it are long."""
    links = design.theory.links
    inside = [(k.cause, k.effect) for k in links if bands[k.cause] == bands[k.effect]]
    depth = _depths(bands, inside)
    first = 0
    columns: dict[str, int] = {}
    for band in BANDS:
        members = [node for node in bands if bands[node] == band]
        used = sorted({depth[node] for node in members})
        columns |= {node: first + used.index(depth[node]) for node in members}
        first += len(used)
    return columns


def _depths(nodes: Iterable[str], edges: list[Edge]) -> dict[str, int]:
    """How many edges lead to each node on the longest way; edges that close a circle don't count."""
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for cause, effect in edges:
        after[cause].append(effect)
    finished = _finished_last(after)
    place = {node: number for number, node in enumerate(finished)}
    depth = dict.fromkeys(after, 0)
    for node in reversed(finished):
        for effect in after[node]:
            if place[effect] < place[node]:
                depth[effect] = max(depth[effect], depth[node] + 1)
    return depth


def _finished_last(after: dict[str, list[str]]) -> list[str]:
    """Nodes in the order in which a walk along the edges is done with them: effects first."""
    finished: list[str] = []
    seen: set[str] = set()
    for start in after:
        waiting = [(start, 0)]
        while waiting:
            node, number = waiting.pop()
            if number == 0 and node in seen:
                continue
            seen.add(node)
            if number < len(after[node]):
                waiting.append((node, number + 1))
                effect = after[node][number]
                if effect not in seen:
                    waiting.append((effect, 0))
            else:
                finished.append(node)
    return finished
