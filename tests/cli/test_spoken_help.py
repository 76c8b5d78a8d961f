"""Help speaks the reader's language."""

from __future__ import annotations

import os

HELP = ("review", "export", "toolkit", "serve")


def test_help_is_altered_in_the_pseudo_language(process):
    spoken = {**os.environ, "TRUELINE_LANGUAGE": "en-xa", "COLUMNS": "200"}
    for name in HELP:
        plain = process(name, "--help", env={**spoken, "TRUELINE_LANGUAGE": "en"}).stdout
        altered = process(name, "--help", env=spoken).stdout
        left = {line for line in altered.splitlines() if line in plain and line.count(" ") > 6}
        sentences = [
            line for line in left if any(word in line for word in (" the ", " of ", " a "))
        ]
        assert sentences == [], name
