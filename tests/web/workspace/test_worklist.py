"""The review as a list of work: asked, resolved one after another, handed to colleagues."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from operator import attrgetter
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.sampling import sample
from tests.web.saving import change
from trueline.design import Design, parse_design
from trueline.document import load_any, set_field
from trueline.web.documents import store
from trueline.web.documents.models import Assignment, PortfolioEntry
from trueline.web.documents.workspace import Workspace
from trueline.web.examples import example_files

DESIGN = """
title: Loose ends
activities:
  - {id: train, kind: justice, title: Training of inspectors, training: true, lead: A}
  - {id: meet, kind: other, title: Meetings of judges, lead: B}
behaviours: [{id: b, who: Inspectors}]
results:
  - {id: act, statement: Inspectors act on what they see, level: outcome, change: behaviour}
"""


@pytest.fixture
def record(keep):
    return keep(parse_design(DESIGN).document)


@pytest.fixture
def review(record):
    return reverse("workspace:review", args=[record.pk])


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


def rules_on(page: str) -> list[str]:
    return re.findall(r"/toolkit/rules/([a-z.-]+)/", page)


def way_to_resolve(page: str, words: str) -> str:
    """Where “Resolve” of the first note with these words leads."""
    note = next(n for n in re.findall(r"<article.*?</article>", page, re.DOTALL) if words in n)
    return re.search(r'<a href="([^"]+)">Resolve', note)[1]


def counts(page: str) -> dict[str, int]:
    pairs = re.findall(r"<dt>([^<]+)</dt><dd><a href=\"\?weight=[^>]*>(\d+)<", page)
    return {title: int(count) for title, count in pairs}


def test_one_count_everywhere(cast, editor, record, review):
    """The head of the review, its filters, the list of steps and the table of documents agree."""
    page = read(editor, review)
    told = counts(page)
    entry = PortfolioEntry.objects.get()
    assert [*told.values()] == [entry.errors, entry.warnings, entry.open_questions]
    for weight, count in zip(("error", "warning", "note"), told.values(), strict=True):
        assert len(rules_on(read(editor, f"{review}?weight={weight}"))) == count
    rail = re.findall(r'href="[^"]*/review/\?step=([a-z]+)">\s*(\d+) note', page)
    assert sum(int(count) for _step, count in rail) == entry.errors + entry.warnings
    for step, count in rail:
        of_step = counts(read(editor, f"{review}?step={step}"))
        assert of_step == {} or sum([*of_step.values()][:2]) == int(count)


def test_filters_by_sort_and_nonsense(editor, review):
    sorts = [
        rules_on(read(editor, f"{review}?sort={s}"))
        for s in ("cannot-be", "said-badly", "not-said")
    ]
    assert sum(map(len, sorts)) == len(rules_on(read(editor, review)))
    assert rules_on(read(editor, f"{review}?sort=odd&weight=x&step=y&person=z&at=%00"))


def test_what_leads_to_no_result_is_joined_and_the_next_note_comes(editor, record, review):
    url = way_to_resolve(read(editor, f"{review}?weight=error"), "Meetings of judges” leads to no")
    assert "/theory/connect/?cause=meet" in url
    assert url.endswith("#id_effect")
    form = read(editor, url)
    assert re.search(r'<option value="meet" selected', form)
    answer = editor.post(url, {"cause": "meet", "effect": "act"})
    onward = editor.get(answer["Location"])
    asked = parse_qs(urlsplit(onward["Location"]).query)
    assert asked["weight"] == ["error"]
    page = read(editor, onward["Location"])
    assert re.search(r"Resolved\. \d+ of \d+ left\.", page)
    anchor = onward["Location"].partition("#")[2]
    assert re.search(rf'id="{anchor}">\s*<div class="notice[^>]*>\s*<p>Resolved', page)
    assert store.document_of(Workspace(record, None, {}).record).links == ()  # as it was opened
    record.refresh_from_db()
    assert store.document_of(record).links[0].cause == "meet"


def test_what_still_stands_is_said_to_stand(editor, record, review):
    url = way_to_resolve(read(editor, review), "Meetings of judges” leads to no")
    back = parse_qs(urlsplit(url).query)["back"][0]
    onward = editor.get(back)
    assert "This still stands" in read(editor, onward["Location"])


def test_a_missing_indicator_is_picked_for_its_result(editor, record, review):
    page = read(editor, review)
    url = way_to_resolve(page, "Nothing measures")
    assert "/indicators/?result=act&measures=behaviour" in url
    library = read(editor, url)
    assert re.search(r'<option value="act" selected', library)
    picked = re.search(r'name="indicator" value="([^"]+)"', library)[1]
    answer = editor.post(url, {"indicator": picked, "result": "act"})
    form = answer["Location"]
    assert "back=" in form
    sent = {"statement": "Share of sites acted on", "result": "act"}
    saved = editor.post(form.partition("#")[0], sent)
    assert "/review/next/" in saved["Location"]


@pytest.mark.either_database
def test_every_resolve_of_every_example_opens_a_page(editor, keep):
    """And where it names a field, that field is there."""
    dead = []
    for path in sample(example_files(), name=attrgetter("stem"), at_least=3):
        record = keep(load_any(path).document)
        for note in Workspace(record, record.owner, {"edit": True}).notes.standing:
            page, _hash, anchor = note.url.partition("#")
            answer = editor.get(page)
            if answer.status_code != 200 or (
                anchor and f'id="{anchor}' not in answer.content.decode()
            ):
                dead.append((note.finding.rule, note.url))
    assert dead == []


def test_an_empty_list_is_resolved_by_its_first_entry(editor, review):
    url = way_to_resolve(read(editor, review), "which trafficking pattern it answers")
    assert "/add/?to=patterns" in url
    saved = editor.post(url, {"title": "Recruited by cousins"})
    assert "/review/next/" in saved["Location"]


def test_a_colleague_sees_to_a_note_until_it_is_resolved(cast, editor, record, review):
    note = next(
        n
        for n in Workspace(record, cast.editor, {}).notes.standing
        if n.finding.rule == "logic.activity-leads-nowhere" and "meet" in n.finding.path
    )
    query = {"rule": note.finding.rule, "at": note.finding.path}
    assign = reverse("workspace:assign", args=[record.pk], query=query)
    day = timezone.localdate() + timedelta(days=3)
    assert "Reader Person" not in read(editor, assign).partition("<form")[2].partition("</main")[0]
    page = editor.post(assign, {"person": cast.owner.pk, "due": day}, follow=True)
    assert "Owner Person sees to this, by" in page.content.decode()
    assert "Meetings of judges" in read(cast.client("owner"), "/")
    assert "Notes for you to see to" not in read(editor, "/")
    mine = rules_on(read(cast.client("owner"), f"{review}?person=me"))
    assert mine == rules_on(read(editor, f"{review}?person={cast.owner.pk}")) == [note.finding.rule]
    assert len(rules_on(read(editor, f"{review}?person=nobody"))) > 1
    join = {"id": "l", "cause": "meet", "effect": "act"}
    change(record.pk, by=cast.editor, edit=lambda d: set_field(d, "links", (join,)))
    assert Assignment.objects.get().settled
    assert "Notes for you to see to" not in read(cast.client("owner"), "/")
    change(record.pk, by=cast.editor, edit=lambda d: set_field(d, "links", ()))
    assert Assignment.objects.get().settled is None
    editor.post(assign, {"person": "", "due": ""})
    assert not Assignment.objects.exists()


def test_what_is_resolved_leads_on_to_notes_of_other_rules(editor, record):
    query = {"finding": "logic.activity-leads-nowhere", "at": "activities[gone]", "of": 9}
    answer = editor.get(
        reverse("workspace:next-finding", args=[record.pk], query=query), follow=True
    )
    page = answer.content.decode()
    assert "This comes next." in page
    assert len(rules_on(page)) > 1


def test_the_last_note_leads_to_the_end(editor, keep, cast):
    record = keep(Design(title="Empty"))
    query = {"finding": "logic.activity-leads-nowhere", "at": "activities[x]", "sort": "cannot-be"}
    address = reverse("workspace:next-finding", args=[record.pk], query=query)
    assert "That was the last of them" in editor.get(address, follow=True).content.decode()
