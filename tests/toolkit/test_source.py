"""What is the source's and what is ours: labels, notes, quotations, and what stands in for what."""

import pytest
from pydantic import ValidationError

from trueline.language.terms import DIRECTION
from trueline.toolkit import FollowUp, load_toolkit
from trueline.toolkit.entries import TRUELINE_FIELDS
from trueline.toolkit.notes import notes_of
from trueline.toolkit.wording import follow_up, proxy_is_ours, proxy_of, quoted

TOOLKIT = load_toolkit()

# Read off the source: a label says no more than the sentence that it stands beside.
LABELS = {
    "1 L1": "gap",
    "1 L2": "finding",
    "1 L3": "gap",
    "1 L4": "limited-evidence",
    "1 A1": "not-supported",
    "1 A2": "not-supported",
    "1 A3": "not-supported",
    "1 G1": "premise",
    "2 L1": "no-verified-example",
    "2 L2": "premise",
    "2 L3": "premise",
    "3 L1": "limited-evidence",
    "3 L2": "gap",
    "3 L3": "recommendation",
    "4 L1": "limited-evidence",
    "4 L2": "challenge",
    "4 L3": "limited-evidence",
    "5 L1": "finding",
    "5 L2": "finding",
    "5 L3": "challenge",
    "5 L4": "challenge",
    "6 L1": "limited-evidence",
    "6 L2": "challenge",
    "6 L3": "challenge",
    "6 L4": "challenge",
    "7 L1": "gap",
    "7 L2": "gap",
    "7 L3": "finding",
    "7 L4": "finding",
    "7 L5": "gap",
    "7 L6": "gap",
    "8 L1": "finding",
    "8 L2": "limited-evidence",
    "8 L3": "finding",
    "8 L4": "gap",
    "8 L5": "gap",
    "8 L6": "gap",
    "8 L7": "gap",
    "8 L8": "recommendation",
    "9 L1": "gap",
    "9 L2": "gap",
    "9 L3": "gap",
    "9 L4": "gap",
}


def test_labels_of_lessons():
    assert {lesson.ref: lesson.direction for lesson in TOOLKIT.lessons()} == LABELS
    assert set(LABELS.values()) == set(DIRECTION.labels)


def test_labels_of_lessons_are_ours():
    assert "direction" in TRUELINE_FIELDS["lesson"]


# Where the number of each footnote stands in the source.
NOTES = {
    1: "icat",
    2: "icat",
    3: "icat",
    4: "1 L1",
    5: "1 L2",
    6: "1 L4",
    7: "foundations",
    8: "1 A1",
    9: "1 A2",
    10: "1 A3",
    11: "foundations",
    12: "mapping",
    13: "mapping",
    14: "2 L1",
    15: "2 L2.1",
    16: "2 Q1.5",
    17: "2 Q5.1",
    18: "3 L2",
    19: "3 Q4",
    20: "3 E2.2",
    21: "3 E6",
    22: "4 L1",
    23: "4 L2.2",
    24: "4 L2.4",
    25: "4 L3",
    26: "4 Q4",
    27: "4 Q6.1",
    28: "4 E5.1",
    29: "legal",
    30: "5 L1",
    31: "5 L1",
    32: "5 Q7",
    33: "5 E8.1",
    34: "justice",
    35: "6 L3",
    36: "6 L4",
    37: "6 Q6.1",
    38: "6 Q7.3",
    39: "identification",
    40: "identification",
    41: "7 L1",
    42: "7 L4",
    43: "7 L5",
    44: "7 Q5.1",
    45: "7 E2.1",
    46: "support",
    47: "8 L1.9",
    48: "8 L3",
    49: "8 L4",
    50: "8 L5",
    51: "8 L7",
    52: "8 L8",
    53: "9 L4",
    54: "plans",
    55: "9 Q6",
}


@pytest.mark.parametrize(("number", "place"), NOTES.items())
def test_note_stands_at_what_it_supports(number, place):
    holders = {
        node.ref if " " in place else node.id for node in TOOLKIT.linked_from(f"fn-{number}")
    }
    assert place in holders


def test_notes_of_a_section_stand_at_a_sentence_an_example_or_its_questions():
    """A note that a section holds stands at one part of it, never at the section as a whole."""
    for section in TOOLKIT.sections:
        parts = (*section.introduction, *section.examples, *section.quotations)
        at_parts = {note for part in parts for note in part.evidence}
        assert set(notes_of(section)) == at_parts | set(section.questions_evidence), section.id
    example = next(e for e in TOOLKIT.section("justice").examples if e.letter == "e")
    assert example.evidence == ("fn-34",)
    assert TOOLKIT.section("plans").questions_evidence == ("fn-54",)


def test_the_definition_of_a_victim_and_article_7_are_quoted():
    first, second = TOOLKIT.section("support").quotations
    assert first.citation.startswith("“Victims” means persons who, individually or collectively")
    assert second.citation.endswith("or to prevent victimization.")
    assert first.article == "Annex A, paragraph 1"
    assert quoted(first).startswith("“‘Victims’ means")
    (article,) = TOOLKIT["fn-50"].quotations
    assert article.article == "article 7"
    assert article.citation.startswith("each State Party shall consider adopting")


@pytest.mark.parametrize(
    ("id", "what"),
    [
        ("awareness.learning", "a change in behaviour."),
        ("livelihoods.change", "the effect on vulnerability to risky migration or trafficking."),
        ("justice.satisfaction", "the achievement of learning outcomes."),
        ("justice.learning", "the application of what was learned."),
    ],
)
def test_the_source_says_what_exactly_a_category_cannot_stand_in_for(id, what):
    category = TOOLKIT[id]
    assert proxy_of(category) == f"Never stands in for what lies beyond it: {what}"
    assert not proxy_is_ours(category)


def test_each_category_that_never_stands_in_says_for_what():
    for category in TOOLKIT.categories():
        assert bool(category.cannot_stand_in_for) == (category.stands_in == "never"), category.id
        named = {"cannot_stand_in_for", "stands_in"} <= set(category.source_gives)
        if category.stands_in == "never":
            assert named == (not proxy_is_ours(category)), category.id


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"anchor": "end", "window": (6, 12)}, "6 to 12 months after the activity ends"),
        ({"anchor": "start", "at": (12, 24)}, "12 and 24 months after start-up"),
        ({"anchor": "end", "at_least": 12}, "at least 12 months after the activity ends"),
        ({"anchor": "exit", "at": (1,)}, "1 month after people leave the programme"),
    ],
)
def test_follow_ups_in_words(wanted, words):
    assert follow_up(FollowUp(**wanted)) == words


@pytest.mark.parametrize(
    ("wanted", "months"),
    [({"window": (6, 12)}, (6,)), ({"at": (6, 24)}, (6, 24)), ({"at_least": 12}, (12,))],
)
def test_follow_ups_suggest_as_few_months_as_will_do(wanted, months):
    assert FollowUp(anchor="end", **wanted).suggested == months


@pytest.mark.parametrize(
    "wrong", [{}, {"at": (6,), "at_least": 6}, {"window": (12, 6)}, {"at": (6, 6)}, {"at": (0,)}]
)
def test_follow_ups_have_one_form_and_months_that_rise(wrong):
    with pytest.raises(ValidationError):
        FollowUp(anchor="end", **wrong)


def test_a_caution_of_ours_is_not_passed_off_as_the_sources():
    assert "caution" not in TOOLKIT["awareness.materials-distributed"].source_gives
    for id in ("identification.legitimate-calls", "support.voluntary-return"):
        assert "caution" in TOOLKIT[id].source_gives, id
        assert TOOLKIT[id].caution_added, id
    assert "problem of rights" not in TOOLKIT["support.voluntary-return"].caution


def test_front_matter_names_agencies_partners_and_subtitle():
    about = TOOLKIT.head.about
    assert [name.rpartition("(")[2] for name in (*about.members, *about.partners)] == [
        "ILO)",
        "IOM)",
        "OHCHR)",
        "UNHCR)",
        "UNICEF)",
        "UNODC)",
        "ICMPD)",
        "OSCE)",
    ]
    assert about.subtitle == (
        "Harnessing accumulated knowledge to respond to trafficking in persons"
    )
    (resolution,) = (passage for passage in about.purpose if "A/RES/61/180" in passage.text)
    assert "March 2007" in resolution.text
    assert "20 December 2006" in (resolution.added or "")


def test_every_category_shows_the_answer_to_something():
    linked = {
        target
        for entry in (*TOOLKIT.lessons(), *TOOLKIT.questions())
        for target in entry.indicators
    }
    reached = linked | {TOOLKIT.node(id).parent for id in linked}
    for category in TOOLKIT.categories():
        assert category.id in reached, category.ref


# Links that once led to the wrong place: from, to what they must not lead, to what they must.
MENDED = (
    ("1 L3", "1 Q4", "8 Q5"),
    ("5 L4", "5 Q1", "2 Q7"),
    ("5 Q7", "5 E7", "5 E8.3"),
    ("5 Q13", "5 E4", "6 E5.1"),
    ("7 L2", "7 E1", "5 E3.1"),
    ("7 L3", "7 E1", "8 E2"),
    ("8 L4", "8 E9", "5 E5.3"),
    ("8 L7", "8 E9", "5 E6.2"),
    ("3 L2", "", "3 E4"),
    ("4 Q2", "", "4 E4"),
    ("6 L1", "", "6 E1"),
    ("6 Q5", "", "6 E2"),
    ("7 Q2", "", "7 E2"),
)


@pytest.mark.parametrize(("start", "wrong", "right"), MENDED)
def test_links_lead_where_they_belong(start, wrong, right):
    node = next(n for n in TOOLKIT.at(start) if n.kind in ("lesson", "question"))
    ids = (*getattr(node.item, "questions", ()), *node.item.indicators)
    targets = {TOOLKIT.node(id).ref for id in ids}
    assert right in targets
    assert wrong not in targets
