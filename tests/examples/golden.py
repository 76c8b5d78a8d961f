"""Writes the golden files anew: `make golden`, after a change that is meant to change texts."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import trueline
from tests.examples.texts import text_of
from trueline.cli.review_view import review_text
from trueline.document import load_any
from trueline.reports import ExportRequest, exports_of
from trueline.reports.review.reviewed import reviewed
from trueline.toolkit import load_toolkit

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
EXAMPLES = sorted((HERE.parent.parent / "examples").glob("*.yaml"))
PLANS = sorted((HERE.parent.parent / "examples" / "plans").glob("*.yaml"))
LAW = sorted((HERE.parent.parent / "examples" / "legals").glob("*.yaml"))
REVIEW = "review.txt"
"""The review as the terminal shows it."""
DOSSIERS = ("dossier.pdf", "dossier.docx")
AUDITED = (REVIEW, "audit.pdf", "audit.json")
OTHERS = (
    REVIEW,
    *(n for n in exports_of("design") if n not in DOSSIERS and not n.endswith(".png")),
)


def texts(path: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is read in each of these exports of an example, by the name of its golden file."""
    loaded, toolkit = load_any(path), load_toolkit()
    exports = exports_of(loaded.document.kind)
    review = replace(reviewed(loaded, toolkit), file=path.name)
    order = ExportRequest(loaded.document, toolkit, review.findings, file=path.name)
    for name in names:
        if name == REVIEW:
            yield name, review_text(review, width=100, colours=None)
        else:
            text = text_of(name, exports[name].make(order))
            yield f"{name}.txt", text.replace(f'"{trueline.__version__}"', '"(version)"')


def write() -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    wanted = dict.fromkeys(EXAMPLES, (*OTHERS, *DOSSIERS)) | dict.fromkeys([*PLANS, *LAW], AUDITED)
    for path, names in wanted.items():
        folder = GOLDEN / path.stem
        folder.mkdir(parents=True)
        for name, text in texts(path, names):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
