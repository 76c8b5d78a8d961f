"""The pages of a proposal as pictures: who gets them, what is marked on them, and what is kept."""

from __future__ import annotations

import re

import pytest
import typst
from django.urls import reverse

from tests.web.appraisals.conftest import APPLICANT, TEXT, Appraisal
from trueline.limits import Limit
from trueline.web.appraisals import pictures
from trueline.web.appraisals.actions import applying
from trueline.web.tasks.actions import TooMany
from trueline.web.tasks.models import MadeFile

pytestmark = pytest.mark.either_database


@pytest.fixture
def printed(appraisal, work, tmp_path):
    """A proposal as a PDF of three pages; the second speaks to displacement."""
    path = tmp_path / "work.typ"
    first, second = TEXT.split("The team checks", 1)
    pages = (first.replace("# ", "= "), f"The team checks{second}", "Annex")
    path.write_text("\n#pagebreak()\n".join(pages))
    made, secret = work(
        lambda: applying.hand_in(
            appraisal.round, APPLICANT, by=None, file=("work.pdf", typst.compile(path))
        )
    )
    return Appraisal(appraisal.cast, appraisal.round, made, secret, appraisal.expert)


@pytest.fixture
def reader(printed):
    printed.assign("expert")
    printed.declare("expert")
    question = printed.round.questions.get(key="foundations.displacement")
    return printed.client("expert"), printed.url("read", question.pk)


def _page(printed, number):
    return printed.url("page", printed.proposal.files.get().pk, number)


def test_the_page_of_the_best_passage_is_shown_with_it_marked(reader, printed):
    client, address = reader
    text = client.get(address).content.decode()
    assert "Pages as they look" in text
    assert "<img" not in text  # words come first, pictures on demand
    page = client.get(address, {"view": "pages"}).content.decode()
    assert "Page 2 of 3" in page
    assert f'src="{_page(printed, 2)}"' in page
    assert re.search(r'<g id="passage-1">\s*<rect x="\d+" y="\d+" width="\d+" height="\d+"', page)
    assert 'alt="Page 2 of work.pdf' in page
    picture = client.get(_page(printed, 2))
    assert picture["Content-Type"] == "image/png"
    assert picture["Cache-Control"] == "private, no-store"
    assert picture.content.startswith(b"\x89PNG")


def test_other_pages_are_a_step_away_and_lead_back_to_the_passage(reader, printed):
    client, address = reader
    file = printed.proposal.files.get().pk
    last = client.get(address, {"view": "pages", "page": "999"}).content.decode()
    assert "Page 3 of 3" in last
    assert "<rect" not in last
    assert f'href="?file={file}&amp;view=pages&amp;page=2#passage-1"' in last


def test_pictures_stay_chosen_from_question_to_question(reader, printed):
    client, address = reader
    saved = client.post(address, {"verdict": "partly", "view": "pages", "page": "2"})
    assert saved["Location"].endswith("?view=pages")
    stays = client.post(address, {"verdict": "partly", "view": "pages", "page": "2", "stay": "yes"})
    assert stays["Location"] == f"{address}?view=pages&page=2"


def test_a_page_is_drawn_once_for_all_who_read(reader, printed, monkeypatch):
    client, _address = reader
    drawn = []
    read = pictures.read_page_picture
    monkeypatch.setattr(
        pictures, "read_page_picture", lambda *given: drawn.append(given) or read(*given)
    )
    printed.declare("owner")
    for one in (client, client, printed.client("owner")):
        assert one.get(_page(printed, 1)).status_code == 200
    assert len(drawn) == 1


def test_only_so_many_are_kept(reader, printed, monkeypatch):
    client, _address = reader
    monkeypatch.setattr(pictures, "PAGE_PICTURES", Limit(2, "", ""))
    for number in (1, 2, 3):
        client.get(_page(printed, number))
    kept = MadeFile.objects.filter(maker=pictures.draw.module_path)
    assert {each.arguments["page"] for each in kept} == {2, 3}
    assert client.get(_page(printed, 1)).status_code == 200


def test_who_may_not_open_the_proposal_gets_no_page(reader, printed, client):
    """Outsiders, members who do not take part, the undeclared, those in conflict; none, by guessing."""
    mine, _address = reader
    address = _page(printed, 1)
    assert mine.get(address).status_code == 200  # it is drawn, and kept
    assert printed.client("outsider").get(address).status_code == 404
    assert printed.client("appraiser").get(address).status_code == 404
    assert client.get(address)["Location"].startswith("/account/login/")
    assert printed.client("owner").get(address)["Location"] == printed.url("declare")
    printed.declare("owner", conflict="financial")
    assert printed.client("owner").get(address).status_code == 404
    printed.declare("expert", conflict="former")
    assert mine.get(address).status_code == 404


@pytest.mark.parametrize("number", [0, 4, 10**6])
def test_a_page_that_is_not_there_is_not_found(reader, printed, number):
    assert reader[0].get(_page(printed, number)).status_code == 404


def test_a_text_has_no_pages(appraisal):
    appraisal.assign("expert")
    appraisal.declare("expert")
    client, question = appraisal.client("expert"), appraisal.round.questions.first()
    page = client.get(appraisal.url("read", question.pk), {"view": "pages"}).content.decode()
    assert "Pages as they look" not in page
    assert "neighbouring villages" in page
    assert client.get(_page(appraisal, 1)).status_code == 404


def test_a_page_that_can_not_be_drawn_says_so_and_stands_there_as_text(
    reader, printed, monkeypatch
):
    """It is tried once, and not again at each look."""
    client, address = reader
    tried = []
    monkeypatch.setattr(pictures, "read_page_picture", lambda *given: tried.append(given) or 1 / 0)
    for _look in range(3):
        page = client.get(address, {"view": "pages"}).content.decode()
        assert "Something went wrong while it was being made. Below is its text." in page
        assert "neighbouring villages" in page.partition("data-document")[2]
        assert "htmx" not in page
    answer = client.get(_page(printed, 2))
    assert answer.status_code == 404
    assert "Something went wrong" in answer.content.decode()
    assert len(tried) == 1


def test_where_nobody_draws_pages_the_text_is_there(reader, monkeypatch):
    client, address = reader
    monkeypatch.setattr(pictures, "wait_for_file", lambda file_request, **_more: file_request)
    monkeypatch.setattr(pictures, "is_anybody_working", lambda: False)
    page = client.get(address, {"view": "pages"}).content.decode()
    assert "no worker runs on this instance. Below is its text." in page
    assert "neighbouring villages" in page


def test_a_page_that_takes_longer_is_waited_for(reader, printed, monkeypatch):
    client, address = reader
    monkeypatch.setattr(pictures, "wait_for_file", lambda file_request, **_more: file_request)
    monkeypatch.setattr(pictures, "is_anybody_working", lambda: True)
    page = client.get(address, {"view": "pages"}).content.decode()
    assert "The page is being drawn." in page
    assert "htmx" in page
    assert client.get(_page(printed, 2)).status_code == 503


def test_whoever_has_too_much_under_way_is_told(reader, printed, monkeypatch):
    client, address = reader

    def refuse(*_given, **_more):
        raise TooMany(Limit(1, "", ""))

    monkeypatch.setattr(pictures, "ask_for", refuse)
    page = client.get(address, {"view": "pages"}).content.decode()
    assert "Several files are being made for you." in page
    assert client.get(_page(printed, 1)).status_code == 503


def test_a_passage_on_another_part_of_a_long_text_is_led_to(appraisal, work):
    long = "\n\n".join(["Nothing of it is said here. " * 40] * 12) + "\n\n" + TEXT
    made, _secret = work(
        lambda: applying.hand_in(
            appraisal.round, APPLICANT, by=None, file=("long.md", long.encode())
        )
    )
    one = Appraisal(appraisal.cast, appraisal.round, made, "", appraisal.expert)
    one.assign("expert")
    one.declare("expert")
    question = appraisal.round.questions.get(key="foundations.displacement")
    address = reverse("appraisals:read", args=[made.pk, question.pk])
    page = appraisal.client("expert").get(address, {"screen": "1"}).content.decode()
    assert re.search(r'href="\?file=\d+&amp;screen=2#passage-1"', page)
