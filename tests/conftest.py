"""What all tests share: nothing is cached outside the test run, nothing leaves the machine."""

import gc
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import trueline.kinds  # noqa: F401
from tests.sampling import sample
from trueline.document import Document, Kind
from trueline.document.kind import register, unregister

# How long an example takes says more of who else uses the machine than of what is tested.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

# Where the machine forbids to keep what is compiled, each program that a test starts would compile
# all that it imports anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# The shell is the same engine without the browser around it, and opens a page in half the time.
CHROMIUM = next(
    (
        found
        for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]


def pytest_configure() -> None:
    """What is made while tests are collected stays: nothing of it is garbage to be looked for."""
    gc.disable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a walk in many cases only those of the sample are run, and one at least. All rehearsals
    together are one walk.
    """
    walks: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker("walk"):
            walks[item.nodeid.partition("[")[0]].append(item)
        elif item.get_closest_marker("rehearsal"):
            walks["rehearsals"].append(item)
    left_out = {
        case
        for cases in walks.values()
        for case in {*cases} - {*sample(cases, name=lambda case: case.nodeid)}
    }
    if left_out:
        config.hook.pytest_deselected(items=[*left_out])
        items[:] = [item for item in items if item not in left_out]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thirteen thousand collected tests stay for the whole run: nobody has to look through them again.

    Garbage is looked for less often than in a server, too: together a fifth of the processor's time.
    """
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory):
    patch = pytest.MonkeyPatch()
    patch.setenv("TRUELINE_CACHE", str(tmp_path_factory.mktemp("cache")))
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _speaks_english() -> Iterator[None]:
    """A page in another language leaves nothing to the next test of the same process."""
    yield
    if "django.utils.translation" in sys.modules:
        sys.modules["django.utils.translation"].activate("en")


@pytest.fixture
def toy() -> Iterator[Kind[Document]]:
    """A kind of document that Trueline has never heard of, registered as any kind is."""
    from tests.toy import TOY

    register(TOY)
    yield TOY
    unregister(TOY.name)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).parent.parent


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A real browser, one for all tests of a process: its driver can't be started twice."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    # The driver keeps an event loop in this thread, in which Django would refuse queries.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
