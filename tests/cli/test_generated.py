"""`trueline docs`: pages made from the code."""

import re
from pathlib import Path

import pytest

from trueline.cli import generated
from trueline.review import all_rules

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(root):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        return dict(generated.pages())


def test_each_rule_has_its_page_and_its_place_in_the_index(pages):
    for rule in all_rules().values():
        group, name = rule.id.split(".")
        assert f'<a id="{name}"></a>' in pages[f"rules/{group}.md"]
        assert f"({group}.md#{name})" in pages["rules/README.md"]


def test_links_between_pages_lead_somewhere(pages, root):
    for page, text in pages.items():
        if not page.endswith(".md"):
            continue
        here = Path("docs/generated", page).parent
        for target in re.findall(r"\]\(([^)]+)\)", text):
            name, _, anchor = target.partition("#")
            path = Path(*_normal(here / name)) if name else Path("docs/generated", page)
            made = (
                pages.get(path.relative_to("docs/generated").as_posix())
                if (path.is_relative_to("docs/generated"))
                else None
            )
            assert made or (root / path).exists(), f"{page}: {target}"
            if anchor and made:
                assert f'<a id="{anchor}"></a>' in made, f"{page}: {target}"
            if path.suffix == ".yaml" and anchor:
                lines = (root / path).read_text("utf-8").splitlines()
                assert anchor in {f"L{number}" for number in range(1, len(lines) + 1)}, target


def _normal(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return parts


def test_each_example_has_its_review_in_the_docs(pages, root):
    for path in (root / "examples").glob("*.yaml"):
        assert f"examples/{path.name}" in pages[f"examples/{path.stem}.md"]


def test_what_is_out_of_date_is_named_and_mended(tmp_path, monkeypatch, pages):
    monkeypatch.setattr(generated, "pages", lambda: iter([("a.md", "a"), ("b/c.md", "c")]))
    folder = tmp_path / "docs"
    assert generated.differing(folder) == ["a.md", "b/c.md"]
    generated.write(folder)
    assert generated.differing(folder) == []
    (folder / "a.md").write_text("changed")
    (folder / "old.md").write_text("old")
    assert generated.differing(folder) == ["a.md", "old.md"]
    generated.write(folder)
    assert not (folder / "old.md").exists()
