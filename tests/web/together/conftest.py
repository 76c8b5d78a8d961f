"""What the tests of working together share."""

from __future__ import annotations

import pytest
from django.urls import reverse

from trueline.document import set_field
from trueline.web.designs import store

HOSTILE = '<script>alert("1")</script> & \' “ü” ‮ {{ 7 }} javascript:x\n=1+1'
"""A text that must come back as it was typed, wherever it is shown."""


@pytest.fixture
def hostile() -> str:
    return HOSTILE


@pytest.fixture
def at(record):
    """The address of a page about the design."""

    def address(name: str, *args: object) -> str:
        return reverse(f"designs:{name}", args=[record.pk, *args])

    return address


@pytest.fixture
def save(cast, record):
    """Save a field of the design as a person."""

    def saved(field: str, value: object, by=None):
        store.change(
            record.pk, by=by or cast.editor, what="Changed", address=field.rpartition(".")[0],
            edit=lambda design: set_field(design, field, value),
        )  # fmt: skip
        record.refresh_from_db()

    return saved
