"""Searching as a programme officer would."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trueline.files import read_file
from trueline.lexicon import fold
from trueline.toolkit import load_toolkit, search
from trueline.toolkit.search import MARK_END, MARK_START, understood_as

TOOLKIT = load_toolkit()
QUERIES = [
    case
    for name in ("queries.yaml", "queries_second.yaml")
    for case in read_file(Path(__file__).with_name(name)).data
]
UNTUNED = [
    case
    for name in (
        "queries_third.yaml",
        "queries_fourth.yaml",
        "queries_fifth.yaml",
        "queries_sixth.yaml",
    )
    for case in read_file(Path(__file__).with_name(name)).data
]
NAMES = {case["query"].lower() for case in UNTUNED if len(case["query"].split()) < 4}
"""Names of things, which an entry may well have as a keyword."""

IN_OTHER_LANGUAGES = read_file(Path(__file__).with_name("queries_languages.yaml")).data


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case["query"])
def test_plain_query_finds_its_place_among_the_first_three(case):
    found = [hit.node.ref for hit in search(TOOLKIT, case["query"], limit=3)]
    assert set(found) & set(case["expect"])
    assert all(TOOLKIT.at(ref) for ref in case["expect"])


def wanted(case):
    """The ids of the entries that answer a query, and of what holds them, which comes first."""
    ids = {
        node.id
        for name in case["expect"]
        for node in ([TOOLKIT.node(name)] if name in TOOLKIT else TOOLKIT.at(name))
    }
    holding = {TOOLKIT.node(id).parent for id in ids} - {None}
    return ids | holding


def share_found(cases, first):
    """The share of queries with a right entry among the first so many."""
    found = [
        {hit.node.id for hit in search(TOOLKIT, case["query"], limit=first)} & wanted(case)
        for case in cases
    ]
    return sum(map(bool, found)) / len(cases)


def test_queries_nobody_tuned_to_find_their_place():
    assert share_found(UNTUNED, 3) >= 0.95
    assert share_found(UNTUNED, 1) >= 0.8


def test_queries_in_french_spanish_and_arabic_find_the_english_entries():
    assert share_found(IN_OTHER_LANGUAGES, 3) >= 0.95
    assert share_found(IN_OTHER_LANGUAGES, 1) >= 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hot-line", "hotline"),
        ("hot line", "hotline"),
        ("psycosocial", "psychosocial"),
        ("TRAFICKING", "trafficking"),
        ("reintergration", "reintegration"),
        ("período de reflexión", "periodo de reflexion"),
        ("ligne d’écoute", "ligne d'ecoute"),
        ("إعادة الإدماج", "اعادة الادماج"),
    ],
)
def test_spelling_hyphens_and_accents_make_no_difference(one, other):
    first, second = (search(TOOLKIT, words, limit=5) for words in (one, other))
    assert first
    assert [hit.node.id for hit in first] == [hit.node.id for hit in second]


@pytest.mark.parametrize("words", ["hotline", "NRM", "SOPs", "Iran", "xyzzyx", "frob"])
def test_words_that_are_right_or_beyond_guessing_stay(words):
    assert understood_as(TOOLKIT, words) is None


def test_a_reader_is_told_how_a_misspelt_word_was_read():
    assert understood_as(TOOLKIT, "traficking victms") == "trafficking victims"


def test_a_question_comes_before_its_own_point_where_both_speak_of_it():
    for words in ("stigma", "bribed officers", "interpreters"):
        order = [hit.node for hit in search(TOOLKIT, words, limit=40)]
        places = {node.id: place for place, node in enumerate(order)}
        scores = {hit.node.id: hit.score for hit in search(TOOLKIT, words, limit=40)}
        for node in order:
            whole = node.parent
            if node.kind == "point" and scores.get(whole, 0) >= 0.6 * scores[node.id]:
                assert places[whole] < places[node.id]


def test_no_query_is_smuggled_in_as_a_keyword():
    asked = {case["query"].lower() for case in (*QUERIES, *UNTUNED)} - NAMES
    for node in TOOLKIT:
        assert not asked & {word.lower() for word in getattr(node.item, "keywords", ())}, node.id


def test_the_lexicon_says_each_term_once_in_a_concept():
    ids = [concept.id for concept in TOOLKIT.lexicon]
    assert len(ids) == len(set(ids))
    for concept in TOOLKIT.lexicon:
        for terms in concept.terms.values():
            folded = [fold(term).text for term in terms]
            assert len(folded) == len(set(folded)), concept.id


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


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_query_breaks_the_search(words):
    for hit in search(TOOLKIT, words, limit=5):
        assert hit.node.id in TOOLKIT


@pytest.mark.parametrize("words", ["", "   ", '"', "NEAR(", "a AND", "*", "title:x", "() OR --"])
def test_search_syntax_is_plain_text(words):
    search(TOOLKIT, words)


def test_only_small_words_still_finds_something_or_nothing_calmly():
    assert isinstance(search(TOOLKIT, "who is it"), tuple)
