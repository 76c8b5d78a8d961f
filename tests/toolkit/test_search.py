"""Searching as a programme officer would."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.files import read_file
from trueline.toolkit import load_toolkit, search
from trueline.toolkit.search import MARK_END, MARK_START

TOOLKIT = load_toolkit()
QUERIES = [
    case
    for name in ("queries.yaml", "queries_second.yaml")
    for case in read_file(Path(__file__).with_name(name)).data
]


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case["query"])
def test_plain_query_finds_its_place_among_the_first_three(case):
    found = [hit.node.ref for hit in search(TOOLKIT, case["query"], limit=3)]
    assert set(found) & set(case["expect"])
    assert all(TOOLKIT.at(ref) for ref in case["expect"])


def test_no_query_is_smuggled_in_as_a_keyword():
    asked = {case["query"] for case in QUERIES}
    for node in TOOLKIT:
        assert not asked & set(getattr(node.item, "keywords", ())), node.id
    assert not asked & {word for group in TOOLKIT.synonyms for word in group}


def test_a_word_finds_what_others_say_for_it():
    said = [hit.node.id for hit in search(TOOLKIT, "helpline")]
    assert "awareness.valid-hotline-calls" in said
    assert all("helpline" not in hit.excerpt.lower() for hit in search(TOOLKIT, "helpline"))


def test_the_word_itself_counts_more_than_its_synonym(tmp_path):
    own = """\
        pack: {id: acme, name: Acme, language: en, edition: "1"}
        for_section: plans
        lessons:
          - {id: acme.a, ref: own, title: Quuxes matter, statement: So they do., direction: gap,
             follows: Count quuxes.}
          - {id: acme.b, ref: own, title: Frobs matter, statement: So they do., direction: gap,
             follows: Count frobs.}
        synonyms:
          - [quux, frob]
        """
    (tmp_path / "pack.yaml").write_text(textwrap.dedent(own))
    toolkit = load_toolkit(extra=[tmp_path])
    assert [hit.node.id for hit in search(toolkit, "quux")] == ["acme.a", "acme.b"]
    assert [hit.node.id for hit in search(toolkit, "frob")] == ["acme.b", "acme.a"]
    assert not search(TOOLKIT, "frob")


def test_excerpt_marks_the_words_found():
    hit = search(TOOLKIT, "rotation", kind="question")[0]
    assert f"{MARK_START}" in hit.excerpt
    assert hit.excerpt.count(MARK_START) == hit.excerpt.count(MARK_END)


def test_stems_and_case_do_not_matter():
    wanted = {hit.node.id for hit in search(TOOLKIT, "mentor")}
    assert {hit.node.id for hit in search(TOOLKIT, "MENTORING")} == wanted


def test_section_and_kind_narrow_the_search():
    hits = search(TOOLKIT, "data", section="plans", kind="question")
    assert hits
    assert all(hit.node.section_id == "plans" and hit.node.kind == "question" for hit in hits)


def test_more_words_of_the_query_come_first():
    best = search(TOOLKIT, "crank calls hotline")[0]
    assert "call" in best.excerpt.lower()


@given(st.text(max_size=200))
def test_no_query_breaks_the_search(words):
    for hit in search(TOOLKIT, words, limit=5):
        assert hit.node.id in TOOLKIT


@pytest.mark.parametrize("words", ["", "   ", '"', "NEAR(", "a AND", "*", "title:x", "() OR --"])
def test_search_syntax_is_plain_text(words):
    search(TOOLKIT, words)


def test_only_small_words_still_finds_something_or_nothing_calmly():
    assert isinstance(search(TOOLKIT, "who is it"), tuple)
