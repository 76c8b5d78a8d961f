"""The pages for people who use Trueline are true: every command is typed as it is printed.

What a page once said wrongly is typed as well, at its place, and has to be noticed: see slips.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import blocks_of
from tests.docs.slips import SLIPS, Slip
from tests.docs.typist import ROOT, follow

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs/how-to").glob("*.md"))]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@each_page
def test_every_block_is_run_saved_or_says_why_not(page: Path) -> None:
    assert not [str(block) for block in blocks_of(page) if not block.is_known]


@pytest.mark.walk
@pytest.mark.slow
@each_page
def test_what_the_page_says_happens(page: Path, tmp_path: Path) -> None:
    if any(block.is_run and not block.get("as") for block in blocks_of(page)):
        follow(page, tmp_path, SLIPS.values())


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_each_slip_has_its_place(slip: Slip) -> None:
    """Where the page no longer says so, the slip needs its present line."""
    blocks = blocks_of(ROOT / "docs/how-to" / slip.page)
    assert [block.is_run for block in blocks if slip.stood_in(block)] == [True]


def test_a_file_without_its_name_is_noticed(tmp_path: Path) -> None:
    """Once the page did not say which file synonyms go in."""
    page = tmp_path / "add-your-own.md"
    text = (ROOT / "docs/how-to" / page.name).read_text("utf-8")
    said = "<!-- added to: acme/pack.yaml -->\n```yaml\nsynonyms:"
    assert text.count(said) == 1
    page.write_text(text.replace(said, "```yaml\nsynonyms:"), encoding="utf-8")
    assert [block.language for block in blocks_of(page) if not block.is_known] == ["yaml"]
