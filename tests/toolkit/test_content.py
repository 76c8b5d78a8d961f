"""The content against the source: counts read off it, and what every entry must say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from trueline.language.parsing import parse_country
from trueline.toolkit import Category, Indicator, Lesson, Question, counts, load_toolkit

TOOLKIT = load_toolkit()
# section: lessons, questions, categories, indicators. Section 1 has four findings (three on the
# state of the response, one on prevention), three assumptions, and one entry for the eight groups.
EXPECTED = {
    "foundations": (8, 6, 0, 0),
    "mapping": (3, 8, 0, 0),
    "awareness": (3, 9, 6, 20),
    "livelihoods": (3, 6, 6, 10),
    "legal": (4, 14, 8, 49),
    "justice": (4, 9, 6, 18),
    "identification": (6, 9, 5, 12),
    "support": (8, 7, 9, 27),
    "plans": (4, 7, 5, 16),
}


def test_counts_of_each_section():
    found = {
        c.section: (c.lessons, c.questions, c.categories, c.indicators) for c in counts(TOOLKIT)
    }
    assert found == EXPECTED


def test_foundations_by_kind():
    kinds = [lesson.kind for lesson in TOOLKIT.lessons("foundations")]
    assert kinds == ["finding"] * 3 + ["prevention"] + ["assumption"] * 3 + ["actors"]
    assert len(TOOLKIT["foundations.actors"].points) == 8
    assert len(TOOLKIT["mapping.patterns-differ"].points) == 4


# Bullets under a lesson or question, and what else can be answered on its own, such as (a), (b) in
# a question, as counted in the source by hand. Where it gives examples in brackets only, they are
# one point.
POINTS = {
    "1 G1": 8,
    "1 Q3": 4,
    "1 Q4": 3,
    "1 Q6": 3,
    "2 L2": 4,
    "2 Q1": 5,
    "2 Q2": 5,
    "2 Q5": 1,
    "2 Q6": 3,
    "2 Q8": 3,
    "3 L2": 5,
    "3 Q6": 3,
    "3 Q8": 1,
    "3 Q9": 1,
    "4 L2": 4,
    "4 L3": 2,
    "4 Q5": 2,
    "4 Q6": 1,
    "5 L3": 2,
    "5 Q5": 1,
    "5 Q7": 2,
    "5 Q8": 2,
    "5 Q10": 1,
    "5 Q14": 2,
    "6 L2": 6,
    "6 Q1": 7,
    "6 Q3": 2,
    "6 Q4": 8,
    "6 Q6": 1,
    "6 Q7": 5,
    "6 Q9": 5,
    "7 Q2": 9,
    "7 Q3": 4,
    "7 Q4": 2,
    "7 Q5": 3,
    "7 Q6": 7,
    "7 Q8": 1,
    "7 Q9": 1,
    "8 L1": 9,
    "8 L5": 2,
    "8 L8": 2,
    "8 Q1": 8,
    "8 Q3": 3,
    "8 Q4": 3,
    "8 Q5": 5,
    "8 Q6": 8,
    "9 L4": 5,
    "9 Q1": 1,
    "9 Q2": 1,
    "9 Q3": 2,
}


def test_points_of_each_lesson_and_question():
    entries = (*TOOLKIT.lessons(), *TOOLKIT.questions())
    assert {entry.ref: len(entry.points) for entry in entries if entry.points} == POINTS
    assert sum(count.points for count in counts(TOOLKIT)) == sum(POINTS.values())


def test_introductions_give_rationale_examples_and_goals():
    letters = {s.number: "".join(e.letter for e in s.examples) for s in TOOLKIT.sections}
    assert letters == {
        1: "",
        2: "",
        3: "abcd",
        4: "abcd",
        5: "abcd",
        6: "abcde",
        7: "abc",
        8: "abc",
        9: "",
    }
    for section in TOOLKIT.sections:
        assert section.rationale
        assert bool(section.goals) == (section.part == "II"), section.id


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("foundations", ["21 to 45 million", "63,251 victims in 103 countries", "26 per cent"]),
        ("legal", ["170 States Parties", "at least 146 countries"]),
        ("identification", ["49,105", "about 30 per cent of 70,000"]),
        ("plans", ["11 countries", "4 of 11", "5 of 11", "0 of 11", "0 of 11"]),
    ],
)
def test_figures_of_each_section(section, values):
    assert [figure.value for figure in TOOLKIT.section(section).figures] == values


def test_every_instrument_has_its_full_name():
    names = [one.name or "" for one in TOOLKIT.indicators(category="legal.ratification")]
    for words in (
        "Transnational Organized Crime",
        "Trafficking in Persons",
        "Rights of the Child",
        "Sale of Children",
        "Discrimination Against Women",
        "Migrant Workers",
        "Corruption",
        "No. 29",
        "Protocol of 2014",
        "No. 105",
        "No. 182",
        "No. 189",
        "1951",
        "Economic, Social",
        "Civil and Political",
    ):
        assert any(words in name for name in names), words


def test_evidence_further_reading_and_instruments():
    assert [item.id for item in TOOLKIT.evidence] == [f"fn-{n}" for n in range(1, 56)]
    assert [item.ref for item in TOOLKIT.resources] == [f"R {n}" for n in range(1, 26)]
    assert len(TOOLKIT.topics) == 8
    assert {topic.id for topic in TOOLKIT.topics} == {
        topic for item in TOOLKIT.resources for topic in item.topics
    }
    instruments = TOOLKIT.indicators(category="legal.ratification")
    assert len(instruments) == 15
    assert all(instrument.name for instrument in instruments)


@pytest.mark.parametrize(
    ("id", "figures"),
    [
        ("fn-4", ["21 million", "45 million", "63,251", "103 countries", "2012 and 2015"]),
        ("fn-5", ["26 per cent"]),
        ("fn-18", []),
        ("fn-29", ["170", "13 December 2016"]),
        ("fn-30", ["146", "33", "2003"]),
        ("fn-42", ["49,105", "30 per cent", "70,000", "2009"]),
        ("fn-53", ["11 countries", "four", "five", "none", "2016"]),
    ],
)
def test_figures_are_exact(id, figures):
    for figure in figures:
        assert figure in TOOLKIT[id].note


def test_every_ref_of_the_source_stands_once():
    """Lessons, questions, categories and indicators are numbered without gap or repeat."""
    for section in TOOLKIT.sections:
        n = section.number
        questions = [q.ref for q in TOOLKIT.questions(section.id)]
        assert questions == [f"{n} Q{i}" for i in range(1, len(questions) + 1)]
        if n > 1:
            lessons = [entry.ref for entry in TOOLKIT.lessons(section.id)]
            assert lessons == [f"{n} L{i}" for i in range(1, len(lessons) + 1)]
        for i, category in enumerate(TOOLKIT.categories(section.id), 1):
            assert category.ref == f"{n} E{i}"
            refs = [indicator.ref for indicator in category.indicators]
            assert refs == [f"{n} E{i}.{k}" for k in range(1, len(refs) + 1)]


def test_every_lesson_and_question_is_linked():
    for node in TOOLKIT:
        if isinstance(node.item, Lesson):
            assert node.item.questions, node.id
        if isinstance(node.item, Question):
            assert node.item.lessons, node.id
            assert node.item.indicators or node.section_id in ("foundations", "mapping"), node.id


def test_question_offers_a_remedy_for_what_is_not_known_or_not_done():
    for question in TOOLKIT.questions():
        assert len(question.responses) >= 2, question.id
        for response in question.responses:
            if response.stance == "not-known":
                assert response.remedy == "generate", question.id
    used = {response.remedy for question in TOOLKIT.questions() for response in question.responses}
    assert used == {"modify", "add", "generate", "reconsider"}


@pytest.mark.parametrize("category", TOOLKIT.categories(), ids=lambda c: c.id)
def test_proxies_follow_the_source(category: Category):
    expected = {"impact": "is-impact", "behaviour": "if-verified"}
    assert category.stands_in == expected.get(category.measures, "never")
    assert category.shows
    assert category.does_not_show


@pytest.mark.parametrize(
    ("id", "anchor", "months"),
    [
        ("awareness.change-retained", "end", {"window": (6, 12)}),
        ("livelihoods.change-retained", "start", {"at": (12, 24)}),
        ("justice.change-retained", "end", {"at_least": 12}),
        ("justice.still-in-position", "end", {"at_least": 12}),
        ("support.stable-employment", "exit", {"at": (12,)}),
        ("support.reintegration", "exit", {"at": (6, 12, 24)}),
    ],
)
def test_retention_is_measured_when_the_source_says(id, anchor, months):
    wanted = TOOLKIT[id].follow_up
    held = wanted.model_dump(exclude_defaults=True, exclude={"anchor", "anchor_is_ours"})
    assert (wanted.anchor, held) == (anchor, months)
    assert wanted.anchor_is_ours == (id == "support.reintegration")


def test_targets_of_the_source():
    targets = {
        indicator.id: (indicator.target.comparison, indicator.target.value)
        for indicator in TOOLKIT.indicators()
        if indicator.target
    }
    assert targets == {
        "support.written-plan": ("at-least", 80),
        "support.stable-employment": ("at-least", 80),
        "support.voluntary-return": ("all", None),
        "support.client-feedback-given": ("at-least", 80),
        "support.stable-housing": ("at-least", 70),
        "support.programme-updates": ("at-least", 3),
    }


def test_proportions_have_numerator_and_denominator():
    for indicator in TOOLKIT.indicators():
        if indicator.measure == "proportion":
            assert indicator.numerator, indicator.id
            assert indicator.denominator, indicator.id
        given = set(indicator.source_gives) - {"measure", "unit", "direction"}
        for field in given:
            assert getattr(indicator, field), (indicator.id, field)


def test_vocabulary():
    def ids(name: str) -> list[str]:
        return [term.id for term in TOOLKIT.terms(name)]

    assert len(ids("actor-group")) == 8
    assert len(ids("country")) == 250
    assert len(ids("identification-channel")) == 9
    assert len(ids("voluntarism")) == 6
    assert ids("displacement-kind") == [
        "place",
        "time",
        "method",
        "target",
        "crime-type",
        "replaced-members",
    ]
    for name in (
        "sex",
        "age-band",
        "exploitation-form",
        "means-of-control",
        "recruiter-relation",
        "sector",
        "service",
        "victim-right",
        "strategy",
        "factor-kind",
    ):
        assert ids(name)


def test_statements_are_written_out():
    """No entry is left as a note to ourselves, and none ends in the middle."""
    left = re.compile(r"\b(TODO|FIXME|XXX|TBD|lorem)\b")
    for node in TOOLKIT:
        for field in ("statement", "text", "note", "follows", "why", "good_answer", "shows"):
            said = getattr(node.item, field, None) or ""
            assert not left.search(said), node.id
            whole = said.endswith((".", "?", ":", "”", ")")) or isinstance(node.item, Indicator)
            assert not said or whole, (node.id, said[-40:])


SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not SHARED.exists(), reason="the source is not beside the project")
def test_no_sentence_is_copied_from_the_source(root):
    command = [sys.executable, SHARED / "tools/overlap", SHARED / "source/icat-toolkit.txt"]
    places = [root / "src/trueline/toolkit/pack", root / "src/trueline/review", root / "docs"]
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    assert done.stdout.strip().endswith("overlaps: 0"), done.stdout


def test_every_country_is_found_by_the_name_that_it_has_here():
    """All but Congo, which is the name of two."""
    names = {term.label: term.id.upper() for term in TOOLKIT.terms("country")}
    lost = [name for name, code in names.items() if parse_country(name).value != code]
    assert lost == ["Congo"]
    assert names["Congo"] in parse_country("Congo").readings
