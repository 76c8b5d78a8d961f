"""The index of decisions lists each of them, by its own title."""

from __future__ import annotations

import re

from tests.docs.typist import ROOT

FOLDER = ROOT / "docs/decisions"


def test_the_index_lists_every_decision_in_order() -> None:
    records = sorted(FOLDER.glob("0*.md"))
    titles = [record.read_text("utf-8").splitlines()[0].removeprefix("# ") for record in records]
    listed = [f"- [{title}]({path.name})" for title, path in zip(titles, records, strict=True)]
    index = (FOLDER / "README.md").read_text("utf-8").splitlines()
    assert [line for line in index if line.startswith("- ")] == listed


def test_names_that_changed_are_those_of_today() -> None:
    """Each new name of the table of record 14 is that of a file, class, function or address."""
    text = (FOLDER / "0014-one-table-for-every-kind-of-document.md").read_text("utf-8")
    rows = [line.split("|")[2] for line in text.splitlines() if line.startswith("| `")]
    names = [name for row in rows for name in re.findall(r"`([^`]+)`", row) if "<" not in name]
    source = [*(ROOT / "src/trueline").rglob("*.py")]
    files = {path.with_suffix("").as_posix() for path in source}
    words = set(re.findall(r"\w+", "\n".join(path.read_text("utf-8") for path in source)))
    assert len(names) > 15
    unknown = [
        name
        for name in names
        if name not in words and not any(file.endswith(f"/{name}") for file in files)
    ]
    unknown = [name for name in unknown if not (ROOT / "src/trueline" / name).is_dir()]
    assert unknown == []
