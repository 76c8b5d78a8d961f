"""Beginning a design: blank, by interview, from an example, from a design file, from a logframe."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from trueline.document import document_to_yaml
from trueline.web.designs.screens import SCREENS
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord

BLANK, FILE, LOGFRAME = (
    reverse(*way)
    for way in (
        ("documents:new-blank", None, ["design"]),
        ("documents:new-file", None, ["design"]),
        ("designs:new-logframe",),
    )
)


def only() -> DocumentRecord:
    return DocumentRecord.objects.get()


def upload(client, cast, name, data):
    return client.post(
        FILE, {"organisation": cast.organisation.pk, "file": SimpleUploadedFile(name, data)}
    )


def test_a_title_is_enough(cast):
    client = cast.client("editor")
    response = client.post(BLANK, {"organisation": cast.organisation.pk, "title": "<b>Å</b>"})
    assert response.status_code == 302
    assert only().title == "<b>Å</b>"
    page = client.get(response["Location"], follow=True).content.decode()
    assert "&lt;b&gt;Å&lt;/b&gt;" in page
    assert "<b>Å</b>" not in page


def test_no_title_is_said_and_nothing_is_made(cast):
    response = cast.client("editor").post(BLANK, {"organisation": cast.organisation.pk})
    assert response.status_code == 422
    assert not DocumentRecord.objects.exists()


@pytest.mark.parametrize("who", ["reader", "appraiser"])
def test_who_may_not_write_begins_nothing(cast, who):
    client = cast.client(who)
    assert client.get(reverse("documents:new", args=["design"])).status_code == 403
    answer = client.post(BLANK, {"organisation": cast.organisation.pk, "title": "x"})
    assert answer.status_code == 403
    assert not DocumentRecord.objects.exists()


def test_nobody_begins_a_design_for_an_organisation_of_others(cast):
    response = cast.client("outsider").post(
        BLANK, {"organisation": cast.organisation.pk, "title": "x"}
    )
    assert response.status_code == 422
    assert not DocumentRecord.objects.exists()


@pytest.mark.slow
def test_a_design_file_is_taken_whole(cast, golden):
    response = upload(cast.client("editor"), cast, "d.yaml", document_to_yaml(golden).encode())
    assert response.status_code == 302
    assert store.document_of(only()) == golden


def test_personal_data_in_a_file_are_told_at_once_and_not_repeated(cast):
    data = "title: Casa\nsummary: La víctima Rosa Quispe, DNI 45678912, vive con nosotros."
    client = cast.client("editor")
    sent = upload(client, cast, "e.yaml", data.encode())
    page = client.get(sent["Location"], follow=True).content.decode()
    head = page[page.index("personal data of a client") :][:400]
    assert "Take them out now" in head
    assert "45678912" not in head


def test_a_file_without_personal_data_draws_no_warning(cast):
    client = cast.client("editor")
    data = b"title: House\nsummary: Victims of trafficking find a house of 12 places."
    sent = upload(client, cast, "d.yaml", data)
    page = client.get(sent["Location"], follow=True).content.decode()
    assert "personal data of a client" not in page


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.yaml", b"title: [1", "Line "),
        ("a.yaml", b"titel: x", "title"),
        ("a.yaml", b"\xff\xfe\x00bad", "UTF-8"),
        ("a.exe", b"MZ", "of another kind"),
        ("a.json", b'{"a":' * 5000, "nest"),
        ("a.xlsx", b"no", "no Excel or Word file"),
    ],
)
def test_a_file_that_does_not_fit_is_answered_in_words(cast, name, data, words):
    response = upload(cast.client("editor"), cast, name, data)
    assert response.status_code == 422
    assert words.lower() in response.content.decode().lower()
    assert not DocumentRecord.objects.exists()


@pytest.fixture
def previewed(cast, usual_workbook):
    client = cast.client("editor")
    page = upload(client, cast, "frame.xlsx", usual_workbook).content.decode()
    kept = re.search(r'name="kept" value="([^"]+)"', page)
    assert kept, page
    return client, page, kept[1]


@pytest.mark.slow
def test_a_logframe_is_shown_before_anything_is_kept(previewed):
    _client, page, _kept = previewed
    assert "Inspectors are trained" in page
    assert not DocumentRecord.objects.exists()


@pytest.mark.slow
def test_a_logframe_begins_a_design_as_its_rows_were_set(previewed):
    client, _page, kept = previewed
    sent = {
        "kept": kept,
        "title": "Mine",
        "level-0": "",
        "level-3": "outcome",
        "kind-3": "justice",
        "level-2": "output",
    }
    sent |= {"level-3": "activity"}
    assert client.post(LOGFRAME, sent).status_code == 302
    design = store.document_of(only())
    assert design.title == "Mine"
    assert [r.statement for r in design.results] == ["Inspectors act", "Inspectors are trained"]
    assert [a.kind for a in design.activities] == ["justice"]


def test_a_preview_that_was_tampered_with_is_refused(cast):
    response = cast.client("editor").post(LOGFRAME, {"kept": "forged", "title": "x"})
    assert response.status_code == 302
    assert not DocumentRecord.objects.exists()


def test_the_interview_saves_each_answer_and_can_be_left(cast):
    client = cast.client("editor")
    response = client.post(
        BLANK, {"organisation": cast.organisation.pk, "title": "T", "way": "interview"}
    )
    response = client.get(response["Location"])
    answers = {"summary": "S", "statement": "Something", "recruitment": "By agents"}
    seen = []
    while "/interview/" in response["Location"]:
        url = response["Location"]
        seen.append(url.rstrip("/").rpartition("/")[2])
        page = client.get(url).content.decode()
        data = {"seen": re.search(r'name="seen" value="([^"]*)"', page)[1]}
        names = set(re.findall(r'name="([a-z_]+)"', page)) - {"seen", "csrfmiddlewaretoken"}
        data |= {name: answers.get(name, "") for name in names}
        if "kind" in names and seen[-1] == "activity":
            data |= {"kind": "support", "title": "Shelter"}
        response = client.post(url, data)
        assert response.status_code == 302, response.content.decode()
        assert len(seen) < 60
    design = store.document_of(only())
    assert design.summary == "S"
    assert design.patterns[0].recruitment == "By agents"
    assert design.activities[0].kind == "support"
    assert "activity-whom" in seen
    assert "from-to" not in seen  # nobody's behaviour was named, so there is nothing to ask of it
    assert set(seen) <= {screen.slug for screen in SCREENS}


@pytest.mark.either_database
@pytest.mark.slow
def test_a_file_full_of_mistakes_makes_a_short_page(cast):
    """1.8 MB of unknown names."""
    text = "".join(f"unknown_{n:05}: 1234567\n" for n in range(75_000))
    answer = upload(cast.client("editor"), cast, "many.yaml", text.encode())
    assert answer.status_code == 422
    page = answer.content.decode()
    assert page.count("There is no field") == 50
    assert "There are 74,950 more problems in it." in page
    assert len(page) < 100_000
