"""`trueline docs`: the pages of docs/generated, and docs/fidelity.md, which are made and never edited.

docs/fidelity.csv gets a row for each unit of the pack; what readers wrote in it stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("docs/generated")
EXAMPLES = Path("examples")
READINGS = Path("docs/fidelity.csv")


def pages() -> Iterator[tuple[str, str]]:
    """Name as seen from docs/generated, and text, of every page."""
    from trueline.document import document_schema
    from trueline.kinds import KINDS
    from trueline.reports.pages.coverage import OF_LAW, OF_PLANS, coverage_page
    from trueline.reports.pages.examples import example_pages
    from trueline.reports.pages.fidelity import fidelity_page
    from trueline.reports.pages.fields import fields_page
    from trueline.reports.pages.limits import limits_page
    from trueline.reports.pages.rules import rule_pages
    from trueline.reports.review.data import review_schema
    from trueline.reports.toolkit_edition.data import toolkit_schema
    from trueline.reports.toolkit_edition.picture import page_picture
    from trueline.toolkit import load_toolkit
    from trueline.toolkit.readings import read_readings, table
    from trueline.toolkit.units import units

    yield "review.schema.json", review_schema()
    yield "toolkit.schema.json", toolkit_schema()
    for kind in KINDS:
        yield f"{kind.name}.schema.json", document_schema(kind)
        yield f"{kind.name}.md", fields_page(kind)
    yield "limits.md", limits_page()
    yield "plan-coverage.md", coverage_page(load_toolkit(), OF_PLANS)
    yield "legal-coverage.md", coverage_page(load_toolkit(), OF_LAW)
    yield from rule_pages(load_toolkit())
    yield from example_pages(EXAMPLES, load_toolkit())
    yield "pocket-page.svg", page_picture(load_toolkit())
    readings = read_readings(READINGS)
    yield "../fidelity.csv", table(units(load_toolkit()), readings)
    yield "../fidelity.md", fidelity_page(load_toolkit(), readings)


def write(folder: Path = FOLDER) -> int:
    """Write every page, remove those that are no longer made, and return how many there are."""
    pages_by_name = dict(pages())
    for name, text in pages_by_name.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in stale(folder, pages_by_name):
        path.unlink()
    return len(pages_by_name)


def differing(folder: Path = FOLDER) -> list[str]:
    """Names of pages that are missing, out of date, or no longer made."""
    pages_by_name = dict(pages())
    wrong = [
        name
        for name, text in pages_by_name.items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text
    ]
    return wrong + [str(path.relative_to(folder)) for path in stale(folder, pages_by_name)]


def stale(folder: Path, pages_by_name: dict[str, str]) -> list[Path]:
    """Files in the folder that nothing makes any more."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if path.relative_to(folder).as_posix() not in pages_by_name]
