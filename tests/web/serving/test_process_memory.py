"""Memory goes back to the system once a process has grown."""

from __future__ import annotations

import gc
import sys
import weakref

import pytest

from trueline.web.serving import process_memory
from trueline.web.serving.process_memory import GROWN, MemoryReleaser

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere nothing says how much it is"
)


class Page:
    """Something that holds itself, as the context of a template does."""

    def __init__(self, size: int) -> None:
        self.itself, self.words = self, bytes(b"w" * size)


@pytest.fixture
def releaser(monkeypatch):
    monkeypatch.setattr(process_memory, "PAUSE", 0)
    gc.disable()
    yield MemoryReleaser()
    gc.enable()


def test_what_nobody_needs_goes_once_the_process_has_grown(releaser):
    releaser.release_if_grown()
    page = Page(3 * GROWN)
    alive, grown = weakref.ref(page), process_memory._bytes_held()
    del page
    releaser.release_if_grown()
    assert alive() is None
    assert process_memory._bytes_held() < grown - GROWN


def test_a_process_that_has_not_grown_is_left_alone(releaser):
    releaser.release_if_grown()
    alive = weakref.ref(Page(1_000))
    releaser.release_if_grown()
    assert alive() is not None
