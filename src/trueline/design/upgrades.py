"""Bringing designs of older forms up to the present one.

When the form changes in a way that old files don't fit, raise SCHEMA_VERSION in `document`, add a
function here under the version it starts from, and keep a golden file of the old version in
tests/design/golden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: Mapping[int, Upgrade] = {}
"""By the version that each one starts from; it gives the data of the next."""


def upgraded(data: dict[str, Any], upgrades: Mapping[int, Upgrade] = UPGRADES) -> dict[str, Any]:
    """Raw data of any earlier version, as raw data of the newest that `upgrades` lead to.

    Data without a version are taken to be of the present form. What is passed in is not changed.
    """
    version = data.get("schema_version")
    while isinstance(version, int) and version in upgrades:
        data = {**upgrades[version](dict(data)), "schema_version": version + 1}
        version += 1
    return data
