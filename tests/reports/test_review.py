"""The review as a report: what the page and the print hold, and what they must not."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import html5lib
import pytest
from pypdf import PdfReader

from tests.review.seeded import EXAMPLES
from trueline.design import Answer, load_design, parse_design
from trueline.reports.labels import place_of
from trueline.reports.review import MarginNotes, reviewed
from trueline.reports.review.content import review_content
from trueline.reports.review.page import review_html
from trueline.reports.review.pdf import review_pdf
from trueline.reports.review.sarif import uri
from trueline.review.finding import SORTS
from trueline.toolkit import load_toolkit

DESIGN = """\
title: Work & <b>dignity</b>
activities:
  - id: house
    kind: support
    title: House in the capital
    free_to_leave: false
    return_only: true
behaviours:
  - id: stay
    desired: Accept help
    barriers: [{id: fear, statement: Fear of the police}]
results:
  - {id: safe, statement: Clients are safe, level: outcome}
links:
  - {id: l1, cause: house, effect: safe}
displacement:
  - {kind: target, likelihood: likely}
answers:
  - {question: support.written-plan, stance: addressed}
waivers:
  - rule: support.return-is-the-only-way
    element: activities[house].return_only
    who: Asha
    why: Residence permits are not given here.
    until: 2027-01-31
"""


@pytest.fixture(scope="module")
def review():
    return reviewed(parse_design(DESIGN), load_toolkit(), on=date(2026, 11, 24))


def texts(page: str) -> str:
    return " ".join("".join(html5lib.parse(page, namespaceHTMLElements=False).itertext()).split())


def test_the_page_is_sound_html(review):
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(review_html(review))


def test_the_page_needs_nothing_else(review):
    page = review_html(review)
    for loader in ("http:", "https:", "src=", "<link", "<script", "@import", "url("):
        assert loader not in page


def test_what_people_write_stays_text(review):
    page = review_html(review)
    assert "<b>dignity" not in page
    assert "Work & <b>dignity</b>" in texts(page)


def test_every_finding_is_on_the_page_and_in_the_print(review):
    page = texts(review_html(review))
    reader = PdfReader(BytesIO(review_pdf(review)))
    printed = "".join("".join(p.extract_text() for p in reader.pages).split())
    assert review.findings
    for finding in review.findings:
        step = finding.waiver.why if finding.waiver else finding.next_step
        for said in (finding.message, step, finding.rule):
            assert " ".join(said.split()) in page
        assert "".join(finding.rule.split()) in printed
    assert "24 November 2026" in page


def test_what_is_set_aside_is_shown_with_its_reason(review):
    page = texts(review_html(review))
    assert "Set aside by Asha until 31 January 2027: Residence permits are not given here." in page
    assert review_content(review)["waived"][0]["rule"] == "support.return-is-the-only-way"


def test_the_same_design_gives_the_same_page_on_every_day():
    first, second = (reviewed(parse_design(DESIGN), load_toolkit()) for _ in range(2))
    assert review_html(first) == review_html(second)
    assert "2026" not in texts(review_html(replace(first, findings=()))).replace("2016", "")


def test_what_decides_stands_first_and_the_rest_by_sort(review):
    notes = MarginNotes(review)
    assert notes.deciding[0].finding.rule == "support.shelter-cannot-be-left"
    sorts = [part.sort for part in notes.parts]
    assert sorts == sorted(sorts, key=SORTS.index)
    for part in notes.parts:
        severities = [topic.finding.severity for topic in part.topics]
        assert severities == sorted(severities)


def test_every_note_stands_once(review):
    notes = MarginNotes(review)
    topics = [*notes.deciding, *(t for part in notes.parts for t in part.topics), *notes.open]
    known = [id(note) for topic in topics for note in topic.notes]
    known += [id(note) for note in notes.waived]
    assert len(known) == len(set(known)) == len(review.findings)


def test_the_same_question_of_several_activities_stands_once_with_the_list():
    activities = "".join(f"  - {{id: a{n}, kind: support, title: House {n}}}\n" for n in range(5))
    several = reviewed(parse_design(f"activities:\n{activities}"), load_toolkit())
    page = texts(review_html(several))
    assert page.count("Start the plan with the client’s own goals") == 1
    assert all(f"“House {n}” does not say how clients take part" in page for n in range(5))


def test_a_review_of_an_early_draft_fits_three_pages():
    draft = load_design(EXAMPLES / "early-draft-oresia-coast.yaml")
    reader = PdfReader(BytesIO(review_pdf(reviewed(draft, load_toolkit()))))
    assert len(reader.pages) <= 3
    first = reader.pages[0].extract_text()
    assert "What decides this design" in first
    assert "Number of victims identified on the coast" in first


@pytest.mark.parametrize(
    ("address", "title", "inside"),
    [
        ("", "The design as a whole", ""),
        ("results", "Results", ""),
        ("activities[house].free_to_leave", "Activity “House in the capital”", "Free to leave?"),
        (
            "behaviours[stay].barriers[fear].statement",
            "Behaviour “Accept help”",
            "Barrier “Fear of the police”, Barrier",
        ),
        ("links[l1]", "Link from “House in the capital” to “Clients are safe”", ""),
        ("displacement[target]", "Displacement “Other people”", ""),
        ("evaluation.learning", "Evaluation and learning", "How learning is used"),
        ("activities[gone]", "Activities", ""),
    ],
)
def test_places_in_words(review, address, title, inside):
    place = place_of(review.document, address, review.toolkit)
    assert (place.title, place.inside) == (title, inside)


def test_an_answer_is_called_by_its_question(review):
    place = place_of(review.document, "answers[support.written-plan].text", review.toolkit)
    assert place.title.startswith("Answer on “")
    question = review.toolkit.questions("support")[0]
    known = review.document.model_copy(update={"answers": (Answer(question=question.id),)})
    place = place_of(known, f"answers[{question.id}]", review.toolkit)
    assert place.title == f"Answer on “{question.title}”"


def test_a_design_without_findings_says_so(review):
    page = texts(review_html(replace(review, findings=())))
    assert "No remarks." in page
    assert review_pdf(replace(review, findings=())).startswith(b"%PDF")


def test_paths_in_sarif():
    assert uri("a folder/größe.yaml") == "a%20folder/gr%C3%B6%C3%9Fe.yaml"
    assert uri("/x/a b.yaml") == "file:///x/a%20b.yaml"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_used_by_everybody(review, tmp_path, chromium, scheme):
    from axe_playwright_python.sync_playwright import Axe

    path = tmp_path / "review.html"
    path.write_text(review_html(review), encoding="utf-8")
    page = chromium.new_page(color_scheme=scheme, viewport={"width": 360, "height": 700})
    page.goto(path.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
