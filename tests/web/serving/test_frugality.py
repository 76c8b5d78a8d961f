"""Memory goes back to the system once a process has grown."""

from __future__ import annotations

import gc
import sys
import weakref

import pytest

from trueline.web.serving import frugality
from trueline.web.serving.frugality import GROWN, Frugality

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere nothing says how much it is"
)


class Page:
    """Something that holds itself, as the context of a template does."""

    def __init__(self, size: int) -> None:
        self.itself, self.words = self, bytes(b"w" * size)


@pytest.fixture
def looking(monkeypatch):
    monkeypatch.setattr(frugality, "PAUSE", 0)
    gc.disable()
    yield Frugality()
    gc.enable()


def test_what_nobody_needs_goes_once_the_process_has_grown(looking):
    looking.look()
    page = Page(3 * GROWN)
    alive, grown = weakref.ref(page), frugality._held()
    del page
    looking.look()
    assert alive() is None
    assert frugality._held() < grown - GROWN


def test_a_process_that_has_not_grown_is_left_alone(looking):
    looking.look()
    alive = weakref.ref(Page(1_000))
    looking.look()
    assert alive() is not None
