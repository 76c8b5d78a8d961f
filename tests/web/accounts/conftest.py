"""Whom the tests of guesses guess at."""

from __future__ import annotations

import pytest

from tests.web.accounts.guessing import EMAIL, WORDS
from trueline.web.accounts.actions import people
from trueline.web.accounts.models import User


@pytest.fixture
def person(db: None) -> User:
    """Somebody with two addresses, whose password others would like to have."""
    user = people.create(email=EMAIL, name="Kim Person", password=WORDS)
    user.emailaddress_set.create(email="kim.second@example.org", verified=True)
    return user
