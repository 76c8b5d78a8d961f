"""The edition of the toolkit that the pages show, and the language of its texts."""

from __future__ import annotations

from functools import cache

from trueline.language import base_language
from trueline.toolkit import Toolkit, languages, load_toolkit

FALLBACK = "en"


def toolkit_in_use() -> Toolkit:
    """The toolkit in the language of the interface; in English where there is no such pack yet."""
    return _in_language(base_language())


@cache
def _in_language(language: str) -> Toolkit:
    """Looked for once, since a page asks for it with each link into the toolkit."""
    return load_toolkit(language if language in languages() else FALLBACK)


def differs_from_interface(toolkit: Toolkit) -> bool:
    """Whether the toolkit's texts stand in another language than the page around them."""
    language = base_language()
    return language != toolkit.head.language
