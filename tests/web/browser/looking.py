"""How the tests of pages look at them: in which windows, by which rules, and how many of them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

import pytest
from axe_playwright_python.sync_playwright import Axe

from trueline.web.languages.catalogs import catalog, singular, translations

Test = TypeVar("Test", bound=Callable[..., object])
WHOLE = os.environ.get("TRUELINE_ACCESS") == "whole"
"""Everything in every dress and window (`make access`), rather than the sample of `make test`."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WINDOWS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True},
    "without scripts": {"java_script_enabled": False},
}


def in_windows(*names: str, sample: int = 1) -> Callable[[Test], Test]:
    """Go through `options` of these windows; without being asked for all, through the first ones.

    In `make test` one of them stands for the others, as in any walk.
    """
    tried = names if WHOLE else names[:sample]
    options = pytest.mark.parametrize("options", [WINDOWS[name] for name in tried], ids=tried)
    return lambda test: pytest.mark.walk(options(test))


def violations(page: Any, *, only: str = "") -> list[str]:
    """What breaks a rule of WCAG 2.2 at level AA, with the first place; `only` one rule if named."""
    rules = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": TAGS}
    options = {
        "runOnly": rules,
        "resultTypes": ["violations"],  # names no node that passes
        "preload": False,  # would fetch each style once more, for a rule that asks after turned phones
    }
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def fits(page: Any) -> bool:
    """Whether nothing sticks out to the side."""
    page.wait_for_load_state()
    # a phone's window widens with what sticks out of it, its screen does not
    wide = "Math.min(window.innerWidth, window.screen.width)"
    return page.evaluate(f"document.documentElement.scrollWidth <= {wide}")


def english_of_ours(page: Any) -> list[str]:
    """Strings of the program that stand in English on a page in another language, and don't say so."""
    shown = page.evaluate(
        """() => [...document.querySelectorAll("body :not(script, style)")]
          .filter((one) => !one.closest("[lang]").getAttribute("lang").startsWith("en"))
          .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
          .map((node) => node.textContent.replace(/\\s+/g, " ")).join("\\n")"""
    )
    language = page.evaluate("document.documentElement.lang")
    return [f"in English: {text}" for text in _untranslated(language) if text in shown]


@cache
def _untranslated(language: str) -> tuple[str, ...]:
    """What is not translated yet: of each string the longest part without places, if it is a sentence."""
    return tuple(_sentences(language))


def _sentences(language: str) -> Iterator[str]:
    for message in catalog(language):
        if message.id and not any(translations(message)):
            parts = re.split(r"%\(\w+\)[sd]|\{\w*\}", singular(message))
            longest = max((part.strip() for part in parts), key=len)
            if len(longest.split()) > 3:
                yield longest
