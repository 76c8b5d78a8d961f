"""A finding becomes an entry of the organisation's own pack, which commands read as it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from trueline.toolkit import validate_pack

SAID = {
    "title": "Inspectors act on signs once they know them",
    "statement": "After training, three in ten signs that were seen were acted on.",
    "direction": "finding",
    "follows": "Plan time for practice, not for lectures alone.",
    "section": "justice",
    "pack": "safe-crossings",
}


def test_the_file_is_a_pack_that_holds_the_finding(accepted, page, tmp_path):
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    answer = page("reader", "finding", data=SAID)
    assert answer.status_code == 200, answer.content.decode()
    assert "safe-crossings.zip" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        archive.extractall(tmp_path)
    toolkit = validate_pack(tmp_path / "safe-crossings")
    (node,) = [each for each in toolkit if each.id.startswith("safe-crossings.")]
    lesson = toolkit.get(node.id)
    assert toolkit.is_own(node.id)
    assert lesson.statement == SAID["statement"]
    assert "Safe work" in toolkit.get(lesson.evidence[0]).note


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("pack", "My Pack", "lower-case letters"),
        ("statement", "The client Maria Lopez, born 12.3.2001, asked for it.", "could be known"),
        ("direction", "proof", "proof"),
        (
            "statement",
            "Our training reduced trafficking in the whole country.",
            "Says more than the figures do",
        ),
    ],
)
def test_it_refuses_what_no_pack_should_say(accepted, page, name, text, says):
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    answer = page("reader", "finding", data=SAID | {name: text})
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_strangers_find_nothing(monitored, page):
    assert page("outsider", "finding").status_code == 404
