"""Countries that a running text names."""

from __future__ import annotations

import pytest

from trueline.language.parsing import count_country_mentions


@pytest.mark.parametrize(
    ("text", "languages", "found"),
    [
        ("From Nepal to Qatar, and back to Nepal.", ("en",), {"NP": 2, "QA": 1}),
        ("They serve turkey; the chad stayed.", ("en",), {}),
        ("Papua New Guinea is no Guinea.", ("en",), {"PG": 1, "GN": 1}),
        ("Entre la Côte d’Ivoire et le Népal", ("fr",), {"CI": 1, "NP": 1}),
        ("An Island is no country in English", ("en",), {}),
        ("من نيبال إلى قطر", ("ar",), {"NP": 1, "QA": 1}),
        ("Nepal, in a language without names here", ("my",), {"NP": 1}),
        ("", ("en",), {}),
    ],
)
def test_countries_are_found_by_whole_names(text, languages, found):
    assert dict(count_country_mentions(text, languages)) == found
