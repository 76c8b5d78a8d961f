"""The pages for people who use Trueline are true: every command is typed as it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import blocks_of
from tests.docs.typist import ROOT, follow

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs/how-to").glob("*.md"))]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@each_page
def test_every_block_is_run_saved_or_says_why_not(page: Path) -> None:
    assert not [str(block) for block in blocks_of(page) if not block.is_known]


@pytest.mark.slow
@each_page
def test_what_the_page_says_happens(page: Path, tmp_path: Path) -> None:
    if any(block.is_run and not block.get("as") for block in blocks_of(page)):
        follow(page, tmp_path)
