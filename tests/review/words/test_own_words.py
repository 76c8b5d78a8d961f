"""An organisation's pack adds words of its own to what review reads."""

from pathlib import Path

from trueline.design import Design
from trueline.review import review
from trueline.toolkit import load_toolkit

PACK = """
pack: {id: mine, name: Mine, language: en, edition: "1"}
reading:
  - id: locked-in
    terms: {en: [sewn into the wall]}
"""


def test_words_of_an_own_pack_are_read_under_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    activity = {"id": "a", "kind": "support", "title": "House", "free_to_leave": True}
    activity |= {"description": "Clients are sewn into the wall at night."}
    design = Design.model_validate({"activities": [activity]})
    rule = "texts.contradicts-its-answer"
    own = review(design, load_toolkit(extra=[tmp_path]))
    assert rule in {finding.rule for finding in own}
    assert rule not in {finding.rule for finding in review(design, load_toolkit())}
