"""A real browser on the workbench, signed in as anybody of the cast."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings

from trueline.design import Design


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives a browser."""
    for item in items:
        if "tests/web/browser/" in item.path.as_posix():
            item.add_marker("browser")
            item.add_marker("slow")


@pytest.fixture
def visit(chromium, live_server, cast) -> Iterator[Callable[..., object]]:
    """Open a page as somebody: `visit("editor", "/designs/")`; options are those of a context.

    A page that reports an error in its console, or asks anything of another host, fails the test.
    """
    contexts, complaints = [], []

    def opened(who: str | None, path: str = "/", **options: object) -> object:
        context = chromium.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        if who:
            cookie = cast.client(who).cookies[settings.SESSION_COOKIE_NAME]
            context.add_cookies(
                [{"name": cookie.key, "value": cookie.value, "url": live_server.url}]
            )
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("request", lambda request: _complain(request.url, live_server.url, complaints))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _complain(url: str, home: str, complaints: list[str]) -> None:
    if not url.startswith((home, "data:", "blob:")):
        complaints.append(f"asked {url}")


@pytest.fixture
def design() -> Design:
    """The richest of the worked examples."""
    from trueline.design import load_design
    from trueline.web.examples import example_files

    designs = [path for path in example_files() if path.parent.name == "examples"]
    return load_design(max(designs, key=lambda path: path.stat().st_size)).document
