"""Settles the height of each box and slot: near what it is linked to, and never on top of another."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from trueline.reports.design.diagram.ordering import Item, Ordered

ROUNDS = 8
_STRAIGHT = 4.0
"""How much more it matters that a passing link runs straight than that a box stands central."""


def settled(
    order: Ordered, heights: dict[str, float], *, gap: float, slot: float
) -> dict[Item, float]:
    """The top of every item, the highest at 0."""
    tall: dict[Item, float] = {
        item: heights[item] if isinstance(item, str) else slot for item in order.columns
    }
    before, after = _neighbours(order)
    middles = _initial_middles(order, tall, gap)
    for number in range(ROUNDS):
        forward = number % 2 == 0
        stacks = order.stacks if forward else order.stacks[::-1]
        for stack in stacks:
            _settle(stack, tall, middles, before if forward else after, gap)
    for stack in order.stacks:
        both = {item: [*before[item], *after[item]] for item in stack}
        _settle(stack, tall, middles, both, gap)
    highest = min((middles[item] - tall[item] / 2 for item in middles), default=0.0)
    return {item: middles[item] - tall[item] / 2 - highest for item in middles}


def _neighbours(order: Ordered) -> tuple[dict[Item, list[Item]], dict[Item, list[Item]]]:
    before: dict[Item, list[Item]] = {item: [] for item in order.columns}
    after: dict[Item, list[Item]] = {item: [] for item in order.columns}
    for left, right in order.neighbours():
        before[right].append(left)
        after[left].append(right)
    for chain in order.chains:
        if chain.back:  # its ends turn round beside the boxes themselves
            for slot, box in ((chain.items[0], chain.cause), (chain.items[-1], chain.effect)):
                before[slot].append(box)
                after[slot].append(box)
    return before, after


def _initial_middles(order: Ordered, tall: dict[Item, float], gap: float) -> dict[Item, float]:
    """To begin with: each column closely stacked around one middle line."""
    middles: dict[Item, float] = {}
    for stack in order.stacks:
        y = -(sum(tall[item] for item in stack) + gap * (len(stack) - 1)) / 2
        for item in stack:
            middles[item] = y + tall[item] / 2
            y += tall[item] + gap
    return middles


def _settle(
    stack: Sequence[Item],
    tall: dict[Item, float],
    middles: dict[Item, float],
    neighbours: dict[Item, list[Item]],
    gap: float,
) -> None:
    """Move the items of a column as near to their neighbours as their order and size allow."""
    if not stack:
        return
    offsets = [0.0]
    for first, second in itertools.pairwise(stack):
        both_slots = not isinstance(first, str) and not isinstance(second, str)
        distance = (tall[first] + tall[second]) / 2 + (gap / 4 if both_slots else gap)
        offsets.append(offsets[-1] + distance)
    wishes, weights = [], []
    for item, offset in zip(stack, offsets, strict=True):
        others = neighbours[item]
        wish = sum(middles[o] for o in others) / len(others) if others else middles[item]
        wishes.append(wish - offset)
        weights.append((_STRAIGHT if not isinstance(item, str) else 1.0) if others else 0.2)
    for item, offset, y in zip(stack, offsets, rising(wishes, weights), strict=True):
        middles[item] = y + offset


def rising(wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising row of numbers nearest to the wishes (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []
    for wish, weight in zip(wishes, weights, strict=True):
        pool = (wish, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            value, heavy, count = pools.pop()
            total = heavy + pool[1]
            pool = ((value * heavy + pool[0] * pool[1]) / total, total, count + pool[2])
        pools.append(pool)
    return [value for value, _, count in pools for _ in range(count)]
