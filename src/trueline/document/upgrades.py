"""Bringing documents of older forms up to the present one.

When the form of a kind changes in a way that old files don't fit, raise the version of its model,
add a function to the upgrades of its `Kind` under the version it starts from, and keep a golden file
of the old version in tests/<kind>/golden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]


def upgraded(data: dict[str, Any], upgrades: Mapping[int, Upgrade]) -> dict[str, Any]:
    """Raw data of any earlier version, as raw data of the newest that `upgrades` lead to.

    Each upgrade stands under the version that it starts from, and gives the data of the next. Data
    without a version are of version 1. What is passed in is not changed.
    """
    version = data.get("schema_version") or 1
    while isinstance(version, int) and version in upgrades:
        data = {**upgrades[version](dict(data)), "schema_version": version + 1}
        version += 1
    return data
