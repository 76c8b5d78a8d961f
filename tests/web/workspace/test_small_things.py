"""What is said in small places: removing with its links, what is needed, where one is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils import formats, translation

from tests.web.workspace.small import SMALL, at, now, seen
from trueline.design import DESIGN, parse_design
from trueline.document import dangling_references
from trueline.language import day
from trueline.web.documents.workspace import Workspace

NAMED = parse_design(
    """
title: Safe work
sources: [{id: s1, title: Exit survey}, {id: s2, title: Court files}]
behaviours: [{id: b1, who: Inspectors, sources: [s2, s1], barriers: [{id: fear, statement: Fear, sources: [s1]}]}]
activities: [{id: t1, kind: other, title: Training}]
results: [{id: r1, statement: They act}, {id: r2, statement: Less of it}]
links: [{id: l1, cause: t1, effect: r1, assumptions: [{id: a1, statement: x, sources: [s1]}]},
        {id: l2, cause: r1, effect: r2}]
indicators: [{id: i1, statement: Share, result: r1}]
"""
).document


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def remove(client, record, place: str, **more: str):
    url = at("workspace:remove", record, at=place)
    return client.post(url, {"seen": seen(client.get(url).content.decode()), **more})


def test_a_source_is_taken_out_of_what_names_it(editor, keep):
    record = keep(NAMED)
    page = editor.get(at("workspace:remove", record, at="sources[s1]")).content.decode()
    assert re.search(r'name="unlink"[^>]*checked', page)
    answer = remove(editor, record, "sources[s1]", unlink="yes")
    design = now(record)
    assert list(dangling_references(design)) == []
    assert design.behaviours[0].sources == ("s2",)
    assert design.behaviours[0].barriers[0].sources == ()
    assert "taken out of what named it" in editor.get(answer.url).content.decode()


def test_undoing_brings_back_the_source_and_what_named_it(editor, keep):
    record = keep(NAMED)
    answer = remove(editor, record, "sources[s1]", unlink="yes")
    page = editor.get(answer.url).content.decode()
    undo = re.search(r'action="([^"]*/undo/[^"]*)"', page)[1].replace("&amp;", "&")
    editor.post(undo)
    assert now(record) == NAMED


def test_links_go_with_the_result_that_they_lead_from_or_to(editor, keep):
    record = keep(NAMED)
    remove(editor, record, "results[r1]", unlink="yes")
    design = now(record)
    assert design.links == ()
    assert design.indicators[0].result is None


def test_without_the_tick_what_names_it_stays_and_the_review_says_so(editor, keep):
    record = keep(NAMED)
    remove(editor, record, "sources[s1]")
    assert now(record).behaviours == NAMED.behaviours
    assert len(list(dangling_references(now(record)))) == 3


def test_what_names_it_is_called_by_name_and_a_link_by_its_ends(editor, keep):
    record = keep(NAMED)
    page = editor.get(at("workspace:remove", record, at="results[r1]")).content.decode()
    used = re.findall(r"<li><bdi>([^<]*)</bdi></li>", page)
    assert len(used) == 3
    assert "Training" in used[0]
    assert "They act" in used[0]
    assert used[2] == "Indicator “Share”"


def test_an_element_that_nothing_names_is_removed_without_that_question(editor, keep):
    record = keep(NAMED)
    page = editor.get(at("workspace:remove", record, at="results[r2]")).content.decode()
    assert 'name="unlink"' in page
    page = editor.get(at("workspace:remove", record, at="indicators[i1]")).content.decode()
    assert 'name="unlink"' not in page


def test_a_target_that_was_left_empty_is_told_what_it_needs(editor, keep):
    record = keep(SMALL)
    answer = editor.post(at("workspace:add", record, to="indicators[i1].targets"), {})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("By: This is needed. The day by which it is to be reached.") == 1


def test_what_is_said_in_the_form_leads_to_the_field(editor, keep):
    record = keep(SMALL)
    page = editor.get(at("workspace:element", record, at="behaviours[b1]")).content.decode()
    links = re.findall(r'<a href="([^"]*)">\s*Said in the form', page)
    assert links == [
        f"/documents/{record.pk}/element/?at=behaviours%5Bb1%5D#id_who",
        f"/documents/{record.pk}/step/behaviours/#at-behaviours-b1--barriers",
    ]


def test_nobody_meets_an_id_where_an_element_has_no_name(editor, keep):
    record = keep(
        parse_design(
            "{title: T, activities: [{id: zz-9, kind: other}], results: [{id: yy-8}],"
            " indicators: [{id: xx-7, result: yy-8}]}"
        ).document
    )
    for step in ("activities", "indicators", "review"):
        page = editor.get(f"/documents/{record.pk}/step/{step}/", follow=True).content.decode()
        shown = re.sub(r"<[^>]*>", " ", page)
        assert "without a name" in shown, step
        assert not re.search(r"zz-9|yy-8|xx-7", shown), step


def test_a_phone_shows_in_which_step_one_is(editor, keep):
    record = keep(SMALL)
    url = f"/documents/{record.pk}/step/activities/"
    page = " ".join(editor.get(url).content.decode().split())
    number = [step.slug for step in DESIGN.steps].index("activities") + 1
    assert f"<summary> Step {number} of {len(DESIGN.steps)}: Activities </summary>" in page
    page = " ".join(editor.get(at("documents:history", record)).content.decode().split())
    assert "<summary> All steps </summary>" in page


def test_steps_have_the_same_names_and_counts_beside_the_page_and_in_the_review(cast, editor, keep):
    record = keep(SMALL)
    page = editor.get(at("workspace:review", record)).content.decode()
    beside = re.search(r'<nav class="steps".*?</nav>', page, re.DOTALL)[0]
    names = re.findall(
        r'<a href="[^"]*"(?: aria-current="step")?>([^<]+)</a>\s*(?:<span|</li>)', beside
    )
    offered = re.search(r'<select[^>]*name="step".*?</select>', page, re.DOTALL)[0]
    assert set(re.findall(r'value="[^"]+"[^>]*>([^<]+)<', offered)) <= set(names)
    counts = Workspace(record, cast.editor, {}).notes.counts
    assert sum(counts.values()) > 5
    for slug, count in counts.items():
        page = editor.get(at("workspace:review", record, step=slug)).content.decode()
        told = re.findall(r"<dd><a href=\"[^\"]*\">(\d+)<", page)
        assert int(told[0]) + int(told[1]) == count, slug


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_days_have_one_form_on_every_page(language):
    """Django's, in templates, is that of the texts that Trueline makes itself."""
    with translation.override(language):
        assert formats.date_format(date(2027, 3, 31)) == day(date(2027, 3, 31))


def test_what_was_removed_is_not_called_by_its_id(editor, keep):
    """The note alone quotes it, since a file may have named it so."""
    record = keep(NAMED)
    remove(editor, record, "sources[s1]")
    card = f"/documents/{record.pk}/step/behaviours/"
    for url in (card, at("workspace:element", record, at="behaviours[b1]")):
        page = editor.get(url).content.decode()
        without_notes = re.sub(r'<article class="note .*?</article>', "", page, flags=re.DOTALL)
        shown = re.sub(r"<[^>]*>", " ", without_notes)
        assert "no longer there" in shown
        assert not re.search(r"\bs1\b", shown)
