"""What pages once said wrongly, put back: the typist stops at each.

A line that a reader stumbled over belongs here, with the page that it stood on.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs.blocks import blocks_of
from tests.docs.typist import ROOT, Differs, follow

HOW_TO = ROOT / "docs" / "how-to"


@dataclass(frozen=True)
class Wrong:
    """A page on which `right` is replaced by what it once said; `says`, what the typist answers."""

    page: str
    right: str
    once: str
    says: str


WRONG = {
    "a file that nobody made": Wrong(
        "write-a-design.md",
        "compare safe-work-march.yaml safe-work.yaml",
        "compare before.yaml safe-work.yaml",
        "before.yaml",
    ),
    "a folder that nobody made": Wrong(
        "hand-a-design-to-a-funder.md", "mkdir to-send\n", "", "ended with 2"
    ),
    "a backup by settings that are not exported": Wrong(
        "back-up-and-restore.md",
        "$ trueline backup backups/ --keep 7 --quiet\n",
        "$ echo TRUELINE_DATA=trueline-data > service.env && mkdir elsewhere && cd elsewhere\n"
        "$ . ../service.env && trueline backup ../backups/\n",
        "backup",
    ),
    "tests that are not on the path": Wrong(
        "write-a-design.md",
        "   trueline new safe-work.yaml --kind justice --kind support\n",
        "   trueline new safe-work.yaml --kind justice --kind support\n   pytest\n",
        "ended with 127",
    ),
    "another severity than the review's": Wrong(
        "review-a-design.md",
        "  Warning · Activity “Training of 120 inspectors”, Victims in the process\n",
        "  Note · Activity “Training of 120 inspectors”, Victims in the process\n",
        "instead of",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_line_that_is_put_back_is_noticed(wrong: Wrong, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    shutil.copytree(HOW_TO, pages)
    page = pages / wrong.page
    text = page.read_text("utf-8")
    assert text.count(wrong.right) == 1, "the page no longer says so: put its present line here"
    page.write_text(text.replace(wrong.right, wrong.once), encoding="utf-8")
    with pytest.raises(Differs, match=wrong.says):
        follow(page, tmp_path)


def test_a_file_without_its_name_is_noticed(tmp_path: Path) -> None:
    """Once the page did not say which file synonyms go in."""
    page = tmp_path / "add-your-own.md"
    text = (HOW_TO / page.name).read_text("utf-8")
    said = "<!-- added to: acme/pack.yaml -->\n```yaml\nsynonyms:"
    assert text.count(said) == 1
    page.write_text(text.replace(said, "```yaml\nsynonyms:"), encoding="utf-8")
    assert [block.language for block in blocks_of(page) if not block.is_known] == ["yaml"]
