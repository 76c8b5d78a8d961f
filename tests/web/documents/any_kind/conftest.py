"""A toy in place of the design that tests of pages are given."""

from __future__ import annotations

import pytest

from tests.toy import Toy
from tests.web.documents.any_kind.toys import TOWER
from trueline.web.documents.models import DocumentRecord


@pytest.fixture
def golden() -> Toy:
    """What stands in for a design in all that the cast is given."""
    return TOWER


@pytest.fixture
def foreign(foreign):
    return {**foreign, "kind": "toy", "slug": "making"}


@pytest.fixture
def record(keep) -> DocumentRecord:
    return keep(TOWER)


@pytest.fixture
def editor(cast):
    return cast.client("editor")
