"""The workbench in the pseudo-language, with people, work and toolkit in Greek letters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real
from web_addresses import ADDRESSES

from tests.language.pseudo import WORD, in_greek, plain_words, toolkit_in_greek
from trueline.design import Design
from trueline.language.pseudo import PSEUDO, altered
from trueline.web.documents.actions import starting
from trueline.web.library import edition

HTML = "{http://www.w3.org/1999/xhtml}"
SPOKEN = ("aria-label", "title", "placeholder", "alt")
SILENT = ("script", "style", "code", "samp", "textarea")
"""What is read by programs, shown as they write it, or written by somebody."""
NAMED = frozenset(run for _, name in settings.LANGUAGES for run in WORD.findall(name))
"""What languages call themselves."""
NOTHING: dict[str, str] = {}


class PseudoTranslation:
    """What Django takes for a catalogue: every message altered, its own and other apps' too."""

    def gettext(self, message: str) -> str:
        return altered(message.rpartition("\4")[2])

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return self.gettext(singular if count == 1 else plural)

    def to_language(self) -> str:
        return PSEUDO


@contextmanager
def pages_in_pseudo() -> Iterator[None]:
    """Serve every page in the pseudo-language."""
    edition._in_language.cache_clear()
    with pytest.MonkeyPatch.context() as patch, toolkit_in_greek():
        patch.setitem(trans_real._translations, PSEUDO, PseudoTranslation())
        patch.setattr(translation, "get_language_from_request", lambda *args, **more: PSEUDO)
        first = starting.examples("design")[0]
        greek = replace(first, document=in_greek(first.document))
        patch.setattr(starting, "_example", lambda path, changed: greek)
        patch.setattr(starting, "example_files", lambda package: [Path(__file__)])
        with translation.override(PSEUDO):
            yield
    edition._in_language.cache_clear()


def texts_of(node: Element) -> Iterator[str]:
    """What a reader sees or hears of a page."""
    if not isinstance(node.tag, str) or node.tag.removeprefix(HTML) in SILENT:
        return
    if node.get("translate") == "no":  # names that stay as they are, as those of time zones
        return
    yield from (node.get(name) or "" for name in SPOKEN)
    yield node.text or ""
    for child in node:
        yield from texts_of(child)
        yield child.tail or ""


def lines_left(page: str) -> set[str]:
    """The texts of a page that hold a plain word."""
    texts = {" ".join(text.split()) for text in texts_of(html5lib.parse(page))}
    return {text for text in texts if plain_words(text, without=NAMED)}


@dataclass
class Walk:
    """A way through an organisation's pages: which it met, and what these left in plain letters."""

    owner: Client
    visitor: Client
    things: dict[str, Any]
    design: Design
    met: set[str] = field(default_factory=set)
    left: dict[str, set[str]] = field(default_factory=dict)

    def page(self, name: str, query: dict[str, str] = NOTHING, **things: Any) -> None:
        """Open one of our own pages."""
        self.met.add(name)
        given = {ask: {**self.things, **things}[ask] for ask in ADDRESSES[name][1]}
        self.open(reverse(name, kwargs=given, query=query))

    def open(self, path: str, *, client: Client | None = None) -> None:
        """Open a page, as the owner unless somebody else is named."""
        self._read(path, (client or self.owner).get(path, follow=True))

    def send(self, path: str, data: Any) -> None:
        """Send a form, read what is answered, and leave all as it was: nobody is signed out."""
        cookies = copy(self.owner.cookies)
        with transaction.atomic():
            self._read(f"{path} (sent)", self.owner.post(path, data, follow=True))
            transaction.set_rollback(True)
        self.owner.cookies = cookies

    def _read(self, path: str, response: Any) -> None:
        if response.streaming:
            response.close()
        elif "html" in response["Content-Type"] and (left := lines_left(response.content.decode())):
            self.left.setdefault(path, set()).update(left)
