"""The public address of Trueline, in one place.

The package's metadata, SARIF files and pages take it from here; nothing else writes one.
"""

from __future__ import annotations

ADDRESS = ""
"""The project's public page, such as that of its code host, without a slash at its end.

It is empty as long as there is none, and then nothing prints an address.
"""


def docs(page: str) -> str:
    """The address of a page of the docs, such as `how-to/review-a-design.md`, or ""."""
    return f"{ADDRESS}/blob/main/docs/{page}" if ADDRESS else ""


def links() -> dict[str, str]:
    """Links on the package's page, by title."""
    if not ADDRESS:
        return {}
    return {"Homepage": ADDRESS, "Source": ADDRESS}
