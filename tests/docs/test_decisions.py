"""The index of decisions lists each of them, by its own title."""

from __future__ import annotations

from tests.docs.typist import ROOT

FOLDER = ROOT / "docs/decisions"


def test_the_index_lists_every_decision_in_order() -> None:
    records = sorted(FOLDER.glob("0*.md"))
    titles = [record.read_text("utf-8").splitlines()[0].removeprefix("# ") for record in records]
    listed = [f"- [{title}]({path.name})" for title, path in zip(titles, records, strict=True)]
    index = (FOLDER / "README.md").read_text("utf-8").splitlines()
    assert [line for line in index if line.startswith("- ")] == listed
