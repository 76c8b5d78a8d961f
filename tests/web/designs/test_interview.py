"""The interview about a design: what it asks it also joins."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from trueline.design import Design
from trueline.review import review
from trueline.toolkit import load_toolkit
from trueline.web.designs.interview_links import connected
from trueline.web.designs.screens import SCREENS
from trueline.web.documents import store

UNCONNECTED = {
    "foundations.activity-addresses-nothing",
    "foundations.barrier-not-addressed",
    "indicators.indicator-without-result",
    "indicators.result-without-indicator",
    "logic.activity-leads-nowhere",
    "logic.behaviour-in-no-result",
    "logic.no-impact-stated",
    "logic.result-without-cause",
}
ANSWERS = {
    "factor": {"statement": "Agencies charge fees and nobody checks", "kind": "allow"},
    "factor-scope": {"in_scope": "yes", "changeable": "yes"},
    "who": {"actor_group": "criminal-justice", "who": "Inspectors of two provinces"},
    "from-to": {"current": "They close a visit with a form", "desired": "They ask about debts"},
    "less-trafficking": {"reduces_trafficking": "Those who want out are referred"},
    "barrier": {"statement": "No time on a visit", "kind": "institutional"},
    "activity": {"kind": "justice", "title": "Visits together with a mentor"},
    "activity-what": {"description": "A mentor comes along on ten visits"},
    "activity-whom": {"target_group": "Inspectors of two provinces", "people": "40"},
    "outcome": {"statement": "Inspectors ask workers about debts"},
    "indicator": {"statement": "Share of visits in which workers were asked about debts"},
    "indicator-how": {"methods": "records of visits", "responsible": "Head of inspection"},
    "impact": {"statement": "Fewer workers are held by debts"},
    "assumption": {"statement": "Workers tell inspectors of debts", "verified": ""},
    "displacement": {"likelihood": "unlikely", "reasoning": "Agencies are bound to the place"},
}


@pytest.fixture
def blank(keep):
    return keep(Design(title="Inspectors of two provinces"))


@pytest.fixture
def asked(cast, blank):
    """Goes through the interview, answers what is given for a screen, and skips the others."""

    def through(answers: dict[str, dict[str, str]]):
        client, visited = cast.client("editor"), []
        url = client.get(reverse("workspace:interview-start", args=[blank.pk])).url
        while "/interview/" in url:
            slug = url.rstrip("/").rpartition("/")[2]
            visited.append(slug)
            page = client.get(url).content.decode()
            assert "Leave the interview" in page
            if slug in answers:
                seen = re.search(r'name="seen" value="([^"]*)"', page)[1]
                answer = client.post(url, {"seen": seen, **answers[slug]})
                assert answer.status_code == 302, answer.content.decode()
                url = answer.url
            else:
                skip = re.search(r'<a href="([^"]*)">Skip', page)
                url = skip[1] if skip else reverse("workspace:review", args=[blank.pk])
        blank.refresh_from_db()
        return store.document_of(blank), visited

    return through


def unconnected(design) -> set[str]:
    return UNCONNECTED & {finding.rule for finding in review(design, load_toolkit("en"))}


def test_after_an_interview_nothing_hangs_in_the_air(asked):
    design, visited = asked(ANSWERS)
    assert visited == [screen.slug for screen in SCREENS]
    assert unconnected(design) == set()
    (activity,), (behaviour,), (indicator,) = (
        design.activities,
        design.behaviours,
        design.indicators,
    )
    outcome, impact = design.results
    assert activity.barriers == (behaviour.barriers[0].id,)
    assert activity.factors == (design.factors[0].id,)
    assert (outcome.behaviour, outcome.change) == (behaviour.id, "behaviour")
    assert [(link.cause, link.effect) for link in design.links] == [
        (activity.id, outcome.id),
        (outcome.id, impact.id),
    ]
    assert design.links[0].assumptions[0].statement == "Workers tell inspectors of debts"
    assert indicator.result == outcome.id


@pytest.mark.parametrize("left_out", [{"factor", "factor-scope"}, {"barrier"}, {"displacement"}])
def test_what_was_skipped_leaves_the_rest_joined(asked, left_out):
    design, _visited = asked({s: a for s, a in ANSWERS.items() if s not in left_out})
    assert unconnected(design) == set()


def test_each_rule_that_speaks_of_loose_ends_does_so_without_the_joining(asked, monkeypatch):
    """So that the tests above do not pass because a rule has another name."""
    from dataclasses import replace

    from trueline.web.designs import pages

    monkeypatch.setattr(pages, "PAGES", replace(pages.PAGES, connects=None))
    design, _visited = asked({s: a for s, a in ANSWERS.items() if s != "impact"})
    assert unconnected(design) == UNCONNECTED


def test_joining_is_done_once_and_leaves_what_somebody_joined(golden):
    assert connected(golden) == connected(connected(golden))
    assert connected(golden).links[: len(golden.links)] == golden.links


def test_a_screen_left_out_is_explained_at_the_next(cast, blank):
    url = reverse("workspace:interview", args=[blank.pk, "who"])
    page = cast.client("editor").get(url).content.decode()
    assert "Left out: “Can the programme do something about that?”" in page
    assert "“What makes this pattern possible?” asks, and that has no answer yet." in page


@pytest.mark.parametrize("screen", [s for s in SCREENS if s.place or s.asks], ids=lambda s: s.slug)
def test_every_question_about_the_work_has_its_lesson_beside_it(cast, keep, golden, screen):
    record = keep(golden)
    url = reverse("workspace:interview", args=[record.pk, screen.slug])
    answer = cast.client("editor").get(url, follow=True)
    assert "What was learned" in answer.content.decode(), screen.slug


def test_the_end_of_the_interview_is_the_review_and_says_so(cast, blank):
    client = cast.client("editor")
    url = reverse("workspace:interview", args=[blank.pk, SCREENS[-1].slug])
    seen = re.search(r'name="seen" value="([^"]*)"', client.get(url).content.decode())[1]
    answer = client.post(url, {"seen": seen, "learning": "The board reads it each June"})
    assert answer.url == reverse("workspace:review", args=[blank.pk])
    assert "That was the last question." in client.get(answer.url).content.decode()


def test_what_was_joined_is_said_on_the_next_page(cast, blank):
    client = cast.client("editor")

    def answered(slug: str, **values: str) -> str:
        url = reverse("workspace:interview", args=[blank.pk, slug])
        seen = re.search(r'name="seen" value="([^"]*)"', client.get(url).content.decode())[1]
        return client.get(client.post(url, {"seen": seen, **values}).url).content.decode()

    first = answered("activity", kind="justice", title="Visits")
    assert "joined to what you said before" not in first
    assert "joined to what you said before" in answered("outcome", statement="They ask")


def test_what_stands_in_the_way_is_asked_of_somebody_by_name(cast, keep, golden):
    url = reverse("workspace:interview", args=[keep(golden).pk, "barrier"])
    page = cast.client("editor").get(url).content.decode()
    about = re.search(r'<p class="kind"[^>]*>([^<]*)', page)[1]
    assert golden.behaviours[0].desired[:20] in html.unescape(about)
