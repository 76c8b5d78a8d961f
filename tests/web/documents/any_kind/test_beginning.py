"""How any kind of document begins, and where it is listed.

It is done with a kind that only its registration tells of: a page, list or action that is bound to a
design fails here.
"""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.toy import Block, Toy
from tests.web.documents.any_kind.toys import TOWER, now, text_of
from trueline.document import document_to_yaml
from trueline.web.audit.models import Event
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord

pytestmark = pytest.mark.usefixtures("toy")


def test_lists_and_menus_name_it(editor, record):
    page = text_of(editor.get(reverse("documents:list", args=["toy"])))
    assert "Toys" in page
    assert "Tower" in page
    designs = text_of(editor.get(reverse("documents:list", args=["design"])))
    assert "Tower" not in designs
    assert "Toys" in designs


def test_an_empty_list_says_what_a_toy_is(editor):
    assert "something to play with" in text_of(editor.get("/toys/"))


@pytest.mark.parametrize("way", ["workspace", "interview"])
def test_it_is_begun_with_a_title(cast, editor, way):
    sent = {"organisation": cast.organisation.pk, "title": "Kite", "language": "ne", "way": way}
    response = editor.post(reverse("documents:new-blank", args=["toy"]), sent, follow=True)
    assert response.status_code == 200
    kite = store.document_of(DocumentRecord.objects.get(kind="toy"))
    assert (kite.title, kite.language) == ("Kite", "ne")


def test_it_is_begun_from_a_worked_example_of_its_own(cast, editor):
    page = editor.get(reverse("documents:new", args=["toy"])).content.decode()
    assert re.findall(r'name="example" value="([^"]+)"', page) == ["castle"]
    sent = {"organisation": cast.organisation.pk, "example": "castle"}
    assert editor.post(reverse("documents:new-example", args=["toy"]), sent).status_code == 302
    assert store.document_of(DocumentRecord.objects.get(kind="toy")).maker == "Adjoa"


def test_it_is_found_by_words_of_its_title(keep, editor):
    for title in ("Tall tower", "Small tower", "Kite"):
        keep(TOWER.model_copy(update={"title": title}))
    page = text_of(editor.get(reverse("documents:list", args=["toy"]), {"q": "tower"}))
    assert ("Tall tower" in page, "Small tower" in page, "Kite" in page) == (True, True, False)


@pytest.mark.slow
def test_it_is_begun_from_a_file(cast, editor):
    file = SimpleUploadedFile("tower.yaml", document_to_yaml(TOWER).encode())
    sent = {"organisation": cast.organisation.pk, "file": file}
    assert editor.post(reverse("documents:new-file", args=["toy"]), sent).status_code == 302
    assert store.document_of(DocumentRecord.objects.get(kind="toy")) == TOWER


@pytest.mark.slow
def test_a_file_of_another_kind_is_not_taken_for_it(cast, editor):
    file = SimpleUploadedFile("design.yaml", b"kind: design\ntitle: Safe work\n")
    sent = {"organisation": cast.organisation.pk, "file": file}
    response = editor.post(reverse("documents:new-file", args=["toy"]), sent)
    assert response.status_code == 422
    assert "This file is of the kind" in response.content.decode()


def test_its_overview_says_where_it_stands_and_what_helps_most(cast, editor, record):
    overview = reverse("documents:overview", args=[record.pk])
    page = text_of(editor.get(overview))
    for words in ("Blocks: 2", "“Cube” has sharp edges.", "Editor Person 1 save", "Blocks begun"):
        assert words in page
    assert "Put right the 1 thing" in page
    assert "Put right" not in text_of(cast.client("reader").get(overview))


def test_the_next_best_step_follows_what_is_there(cast, keep, editor):
    def best(toy: Toy) -> str:
        page = text_of(editor.get(reverse("documents:overview", args=[keep(toy).pk])))
        return page.partition("Next best step ")[2].partition(" Where it stands")[0]

    assert best(Toy(title="Nothing yet")) == "Begin: be asked one question at a time"
    round_block = Block(id="ball", title="Ball", edges="round")
    assert best(Toy(title="Round", blocks=(round_block,))) == "Write down: Making"
    done = Toy(title="Round", summary="It rolls.", blocks=(round_block,))
    assert best(done) == "Hand this version in"


def test_it_stands_in_the_table_of_all_kinds(cast, editor, record):
    page = text_of(editor.get("/", {"kind": "toy"}))
    assert "Tower" in page
    assert "Toy · Safe Paths" in page
    designs = text_of(editor.get("/", {"kind": "design"}))
    assert "Tower" not in designs.partition(" Portfolio ")[2]


def test_it_is_copied_given_away_and_offered_as_a_template(cast, editor, record):
    duplicate = reverse("documents:duplicate", args=[record.pk])
    assert "Copy of Tower" in editor.get(duplicate).content.decode()
    sent = {"title": "Second tower", "organisation": cast.organisation.pk}
    assert editor.post(duplicate, sent).status_code == 302
    copy = DocumentRecord.objects.get(title="Second tower")
    assert store.document_of(copy) == TOWER.model_copy(update={"title": "Second tower"})
    assert editor.post(duplicate, {**sent, "organisation": cast.elsewhere.pk}).status_code == 422
    owner = reverse("documents:owner", args=[record.pk])
    assert editor.post(owner, {"owner": cast.reader.pk}).status_code == 422
    editor.post(owner, {"owner": cast.owner.pk})
    new = reverse("documents:new", args=["toy"])
    assert "From a template" not in text_of(editor.get(new))
    editor.post(reverse("documents:template", args=[record.pk]), {"template": "yes"})
    assert "Tower" in text_of(editor.get(new)).partition("From a template")[2]
    assert "Tower" not in text_of(cast.client("outsider").get(new))
    now(record)
    assert (record.owner, record.is_template) == (cast.owner, True)
    told = [
        *Event.objects.filter(subject="toy", subject_id=record.pk).values_list("action", flat=True)
    ]
    assert {"gave to another", "made a template"} <= {*told}
