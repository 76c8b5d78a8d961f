"""The theory of change as a page: the picture leads everywhere, and joins what is chosen."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from trueline.design import parse_design
from trueline.web.documents import store

DESIGN = parse_design(
    """
activities: [{id: train, kind: justice, title: Training}]
results: [{id: trained, statement: Trained, level: output},
          {id: act, statement: Inspectors act, level: outcome}]
links: [{id: l1, cause: train, effect: trained}, {id: l2, cause: train, effect: act}]
"""
).document


@pytest.fixture
def record(keep):
    return keep(DESIGN)


def at(name, record, **query):
    return reverse(name, args=[record.pk], query=query)


def test_every_box_and_arrow_is_a_link_with_its_notes(cast, record):
    page = unescape(cast.client("reader").get(at("designs:theory", record)).content.decode())
    for address in ("activities[train]", "results[trained]", "results[act]", "links[l1]"):
        assert f'data-at="{address}"' in page
    arrow = re.search(r'<a [^>]*data-at="links\[l2\]"[^>]*aria-label="([^"]*)"', page)[1]
    assert re.fullmatch(r"“Training” leads to “Inspectors act”, not verified \(\d\)", arrow)
    assert 'data-connect=""' in page  # a reader drags nothing


def test_what_is_chosen_is_shown_with_what_can_be_done(cast, record):
    url = at("designs:theory", record, at="results[trained]")
    page = unescape(cast.client("editor").get(url).content.decode())
    assert 'id="chosen"' in page
    assert "from=results%5Btrained%5D" in page
    assert "Join it to a result" not in cast.client("reader").get(url).content.decode()


def test_from_a_chosen_box_every_result_leads_to_joining(cast, record):
    url = at("designs:theory", record, **{"from": "results[trained]"})
    page = unescape(cast.client("editor").get(url).content.decode())
    assert "connect/?cause=trained&effect=act" in page
    assert "connect/?cause=trained&effect=trained" not in page


def test_joining_asks_what_must_hold_and_keeps_it(cast, record):
    client, url = (
        cast.client("editor"),
        at("designs:connect", record, cause="trained", effect="act"),
    )
    page = client.get(url).content.decode()
    assert '<option value="trained" selected' in page
    sent = {"cause": "trained", "effect": "act", "statement": "They may act", "strength": "weak"}
    assert client.post(url, sent).status_code == 302
    record.refresh_from_db()
    link = store.document_of(record).links[-1]
    assert (link.cause, link.effect) == ("trained", "act")
    assert link.assumptions[0].statement == "They may act"
    assert client.post(url, sent).status_code == 422  # joined already
    assert client.post(url, {**sent, "cause": "act"}).status_code == 422  # to itself


def test_how_a_step_is_checked_is_kept_without_a_statement(cast, record):
    sent = {"cause": "trained", "effect": "act", "statement": "", "check": "We ask inspectors"}
    cast.client("editor").post(at("designs:connect", record), sent)
    record.refresh_from_db()
    assert store.document_of(record).links[-1].assumptions[0].check == "We ask inspectors"


@pytest.mark.parametrize("bad", ["nonsense[", "results[none]", "title", "indicators[i]"])
def test_what_is_not_in_the_picture_chooses_nothing(cast, record, bad):
    page = cast.client("editor").get(at("designs:theory", record, at=bad))
    assert page.status_code == 200
    assert 'id="chosen"' not in page.content.decode()


def test_an_empty_design_has_a_page_too(cast, keep):
    empty = keep(parse_design("title: Empty").document)
    assert cast.client("editor").get(at("designs:theory", empty)).status_code == 200


@pytest.fixture
def large(keep):
    """130 results in a row of links, a third of them outcomes, and one that leads to twenty."""
    results = [
        {"id": f"r{n}", "statement": f"Result {n}", "level": ("output", "outcome")[n % 3 == 0]}
        for n in range(130)
    ]
    links = [{"id": f"l{n}", "cause": f"r{n}", "effect": f"r{n + 1}"} for n in range(129)]
    links += [{"id": f"hub{n}", "cause": "r5", "effect": f"r{n}"} for n in range(10, 50)]
    return keep(DESIGN.model_validate({"results": results, "links": links}))


def boxes(page: str) -> set[str]:
    picture = page[page.index('id="picture"') : page.index("</svg>")]
    return set(re.findall(r'data-at="([^"]*)"', picture))


def test_a_large_theory_is_counted_by_level_and_each_level_leads_to_its_names(cast, large):
    client = cast.client("reader")
    page = unescape(client.get(at("designs:theory", large)).content.decode())
    assert boxes(page) == {"output", "outcome"}
    assert 'href="?level=outcome#boxes"' in page
    page = unescape(client.get(at("designs:theory", large, level="outcome")).content.decode())
    assert 'href="?at=results%5Br3%5D#picture"' in page
    assert "results%5Br4%5D#picture" not in page


def test_around_a_chosen_box_stand_those_it_is_joined_to_and_how_many_more(cast, large):
    page = unescape(
        cast.client("reader").get(at("designs:theory", large, at="results[r5]")).content.decode()
    )
    assert {"results[r5]", "results[r4]", "results[r6]", "links[l4]"} <= boxes(page)
    assert len([box for box in boxes(page) if box.startswith("results")]) == 25
    assert re.search(r'aria-label="Result 5[^"]*, joined to \d+ more"', page)
    assert "“Result 4” leads to “Result 5”." in page
    assert "“Result 100” leads to" not in page


def test_a_name_is_found_among_many_and_page_after_page_leads_to_all(cast, large):
    client = cast.client("reader")
    page = client.get(at("designs:theory", large, q="result 77")).content.decode()
    assert re.findall(r"\?at=results%5B(r\d+)%5D#picture", page) == ["r77"]
    names, address = [], at("designs:theory", large, level="output")
    while address:
        page = unescape(client.get(address).content.decode())
        names += re.findall(r'href="\?at=results%5B(r\d+)%5D#picture"', page)
        following = re.search(r'rel="next" href="(\?level[^"]*)#boxes"', page)
        address = at("designs:theory", large) + following[1] if following else ""
    assert names == [f"r{n}" for n in range(130) if n % 3]


def test_from_a_box_of_a_large_theory_every_result_in_the_list_leads_to_joining(cast, large):
    url = at("designs:theory", large, **{"from": "results[r1]", "q": "77"})
    page = unescape(cast.client("editor").get(url).content.decode())
    assert "connect/?cause=r1&effect=r77" in page
