"""What tests with real transactions leave to those after them: nothing."""

import pytest
from django.core.cache import cache


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_nothing_is_left_of_what_was_counted(turn):
    """Ten wrong links of some tests once shut all others of their process out, for ten minutes."""
    assert cache.get("wrong-links") is None, f"left by a test before the {turn}"
    cache.set("wrong-links", 10)
