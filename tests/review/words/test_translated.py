"""Two designs in three languages: the review says the same of them."""

from pathlib import Path
from typing import Any

import pytest

from tests.review.seeded import examples
from trueline.document import set_field
from trueline.files import read_file
from trueline.review import review
from trueline.toolkit import load_toolkit

TRANSLATED: dict[str, dict[str, Any]] = read_file(
    Path(__file__).with_name("translations.yaml")
).data
LANGUAGES = ("fr", "es")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TRANSLATED)
def test_the_review_says_the_same_in_another_language(name: str, language: str) -> None:
    design = examples()[name]
    translated = design
    for address, texts in TRANSLATED[name].items():
        translated = set_field(translated, address, texts[LANGUAGES.index(language)])
    said = [
        {(f.rule, f.sort, f.severity, f.path, f.also_at) for f in review(each, load_toolkit())}
        for each in (design, translated)
    ]
    assert said[0] ^ said[1] == set()
