"""What a page calls a button, a heading or an entry of a menu is what the workbench calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.docs.test_pages import PAGES
from tests.docs.typist import ROOT

CATALOG = ROOT / "src/trueline/language/locale/fr/LC_MESSAGES/trueline.po"
OF_OTHERS = "sign-in-with-your-organisations-accounts"
"""The page whose labels are those of Keycloak."""

_CODE = re.compile(r"```[\s\S]*?```|`[^`]*`")
_LABEL = re.compile(r"(?<![*\w])\*(?![*\s])([^*]+?)\*(?![*\w])")
_WAY = re.compile(r"\*\*([^*]+? → [^*]+?)\*\*")


def labels(text: str) -> Iterator[str]:
    """What stands in italics, and each place on a way such as **Designs → Begin a design**."""
    text = " ".join(_CODE.sub("", text).split())
    yield from _LABEL.findall(text)
    for way in _WAY.findall(text):
        yield from way.split(" → ")


@cache
def interface() -> set[str]:
    """All that the workbench says, in English."""
    with CATALOG.open("rb") as stream:
        entries = [entry.id for entry in read_po(stream) if entry.id]
    each = (text for entry in entries for text in ((entry,) if isinstance(entry, str) else entry))
    return {_plain(text) for text in each}


def _plain(label: str) -> str:
    """What is filled in is written as … on a page of the docs."""
    return re.sub(r"%\(\w+\)s|\{\w+\}", "…", label).rstrip(".").casefold()


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem != OF_OTHERS], ids=lambda page: page.stem
)
def test_labels_are_those_of_the_workbench(page: Path) -> None:
    assert [
        label for label in labels(page.read_text("utf-8")) if _plain(label) not in interface()
    ] == []


def test_a_label_that_is_gone_is_noticed() -> None:
    text = "Choose **New design → From a file**, or\n*Update from a\nlogframe*, not `*.yaml` or *Undo*."
    named = list(labels(text))
    assert named == ["Update from a logframe", "Undo", "New design", "From a file"]
    assert [label for label in named if _plain(label) not in interface()] == [
        "Update from a logframe",
        "New design",
    ]
