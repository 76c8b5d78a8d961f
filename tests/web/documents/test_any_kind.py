"""Everything that pages do with a document, done with a kind that only its registration tells of.

A page, list or action that is bound to a design fails here.
"""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from html import unescape
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES, PRIVATE, WRITES, url_of

from tests.toy import TOY, Block, Toy
from trueline.document import document_to_yaml
from trueline.web.audit.models import Event
from trueline.web.comments.models import Comment, Mention
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord, State, Submission
from trueline.web.serving.backups import restoring
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write

pytestmark = pytest.mark.usefixtures("toy")
TOWER = Toy(
    title="Tower",
    blocks=(
        Block(id="cube", title="Cube", edges="sharp"),
        Block(id="ball", title="Ball", edges="round"),
    ),
)
OF_DESIGNS = sorted(
    name
    for name, (_view, asks) in ADDRESSES.items()
    if name.startswith(("designs:", "monitoring:")) and asks == {"document_id"}
)
OF_DOCUMENTS = sorted(name for name, asks in PRIVATE.items() if "document_id" in asks)


@pytest.fixture
def golden() -> Toy:
    """What stands in for a design in all that the cast is given."""
    return TOWER


@pytest.fixture
def foreign(foreign):
    return {**foreign, "kind": "toy", "slug": "making"}


@pytest.fixture
def record(keep) -> DocumentRecord:
    return keep(TOWER)


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def now(record: DocumentRecord) -> Toy:
    record.refresh_from_db()
    return store.document_of(record)


def text_of(response) -> str:
    """What a page says, without its markup."""
    assert response.status_code == 200, response
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(response.content.decode())).split())


def seen(response) -> str:
    return re.search(r'name="seen" value="([^"]*)"', response.content.decode())[1]


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


@pytest.mark.parametrize("step", [step.slug for step in TOY.steps])
@pytest.mark.parametrize("who", ["editor", "reader"])
def test_every_step_opens(cast, record, who, step):
    address = reverse("workspace:step", args=[record.pk, step])
    assert "Tower" in text_of(cast.client(who).get(address, follow=True))


def test_its_language_can_be_changed(editor, record):
    address = reverse("workspace:element", args=[record.pk], query={"at": ""})
    sent = {"seen": seen(editor.get(address)), "title": "Tower", "language": "fr", "age": "3"}
    assert editor.post(address, sent).status_code == 302
    assert (now(record).language, now(record).age) == ("fr", 3)


def test_an_element_is_added_edited_moved_and_removed(editor, record):
    add = reverse("workspace:add", args=[record.pk], query={"to": "blocks"})
    assert editor.post(add, {"title": "Roof", "edges": "round"}).status_code == 302
    edit = reverse("workspace:element", args=[record.pk], query={"at": "blocks[roof]"})
    sent = {"seen": seen(editor.get(edit)), "title": "Red roof", "edges": "round"}
    assert editor.post(edit, sent).status_code == 302
    move = reverse("workspace:move", args=[record.pk])
    assert editor.post(move, {"at": "blocks[roof]", "way": "up"}).status_code == 302
    remove = reverse("workspace:remove", args=[record.pk], query={"at": "blocks[ball]"})
    page = editor.get(remove)
    assert "Ball" in text_of(page)
    assert editor.post(remove, {"seen": seen(page)}).status_code == 302
    assert [block.title for block in now(record).blocks] == ["Cube", "Red roof"]


def test_its_lists_are_filled_in_as_tables(editor, record):
    grid = reverse("workspace:grid", args=[record.pk], query={"of": "blocks"})
    step = editor.get(reverse("workspace:step", args=[record.pk, "blocks"])).content.decode()
    assert grid in step
    sent = {"seen": record.revision, "cube|edges": "Round", "block": "Roof\tSharp\nWall\tround"}
    answer = editor.post(grid, sent)
    assert "1 row changed. 2 rows added." in text_of(editor.get(answer.url))
    assert [(block.title, block.edges) for block in now(record).blocks] == [
        ("Cube", "round"),
        ("Ball", "round"),
        ("Roof", "sharp"),
        ("Wall", "round"),
    ]


@pytest.mark.parametrize("page", ["workspace:budget", "workspace:timeline"])
def test_what_it_has_nothing_for_is_not_there(editor, record, page):
    assert editor.get(reverse(page, args=[record.pk])).status_code == 404


def test_the_second_of_two_editors_sees_both_versions(cast, record):
    address = reverse("workspace:element", args=[record.pk], query={"at": "blocks[cube]"})
    first, second = cast.client("editor"), cast.client("owner")
    opened = {client: seen(client.get(address)) for client in (first, second)}
    first.post(address, {"seen": opened[first], "title": "Die", "edges": "sharp"})
    response = second.post(address, {"seen": opened[second], "title": "Box", "edges": "sharp"})
    assert response.status_code == 409
    assert "Editor Person" in response.content.decode()
    assert now(record).blocks[0].title == "Die"


def test_a_question_of_the_toolkit_is_answered(editor, record):
    query = {"question": "foundations.expertise"}
    address = reverse("workspace:answer", args=[record.pk], query=query)
    sent = {"stance": "not-known", "text": "We will ask."}
    page = text_of(editor.post(address, sent, follow=True))
    assert "What could follow from this answer" in page
    assert "activity" not in page.partition("What could follow")[2].partition("Answer")[0]
    assert now(record).answers[0].stance == "not-known"


def test_the_review_speaks_of_it_and_what_it_says_can_be_set_aside(cast, editor, record):
    review = reverse("workspace:review", args=[record.pk])
    page = text_of(editor.get(review))
    assert "“Cube” has sharp edges." in page
    query = {"rule": "safety.sharp-edges", "at": "blocks[cube].edges"}
    waive = reverse("workspace:waive", args=[record.pk], query=query)
    until = timezone.localdate() + timedelta(days=30)
    assert editor.post(waive, {"why": "For a museum", "until": until}).status_code == 302
    assert now(record).waivers[0].why == "For a museum"
    assert "For a museum" in text_of(editor.get(review))
    assert text_of(editor.get(reverse("library:rule", args=["safety.sharp-edges"])))


def test_the_interview_asks_its_questions(editor, record):
    start = reverse("workspace:interview-start", args=[record.pk])
    page = editor.get(start, follow=True)
    assert "Who makes it?" in text_of(page)
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', page.content.decode(), re.DOTALL)[0]
    assert "Toys" in crumbs
    assert "Designs" not in crumbs
    sent = {"seen": seen(page), "maker": "Adjoa"}
    page = editor.post(page.redirect_chain[-1][0], sent, follow=True)
    assert "What is its first block?" in text_of(page)
    assert now(record).maker == "Adjoa"


def test_the_interview_of_a_kind_without_questions_asks_for_its_fields(editor, record, monkeypatch):
    from tests.toy.web.toys import pages
    from trueline.web.documents.kind_pages import KindPages

    monkeypatch.setattr(pages, "PAGES", KindPages())
    page = editor.get(reverse("workspace:interview-start", args=[record.pk]), follow=True)
    assert "Question 1 of" in text_of(page)


def test_it_is_commented_on_and_colleagues_are_named(cast, editor, record):
    address = reverse("comments:new", args=[record.pk], query={"at": "blocks[cube]"})
    sent = {"text": "Too sharp?", "mention": cast.reader.pk}
    assert editor.post(address, sent).status_code == 302
    assert Comment.objects.get().address == "blocks[cube]"
    assert Mention.objects.get().user == cast.reader
    assert "Too sharp?" in text_of(cast.client("reader").get(reverse("comments:mentions")))
    listed = text_of(editor.get(reverse("comments:list", args=[record.pk])))
    assert "Block “Cube”" in listed


def test_its_history_is_read_compared_and_restored(cast, editor, record):
    move = reverse("workspace:move", args=[record.pk])
    editor.post(move, {"at": "blocks[cube]", "way": "down"})
    assert "Block “Cube”" in text_of(editor.get(reverse("documents:history", args=[record.pk])))
    query = {"older": 1, "newer": 2}
    compared = text_of(editor.get(reverse("documents:compare", args=[record.pk], query=query)))
    assert "Moved" in compared
    assert "Cube" in text_of(editor.get(reverse("documents:revision", args=[record.pk, 1])))
    restore = reverse("documents:restore", args=[record.pk, 1])
    asked = re.search(r"<main.*?</main>", editor.get(restore).content.decode(), re.DOTALL)[0]
    assert "design" not in asked
    assert editor.post(restore).status_code == 302
    assert now(record) == TOWER


def test_it_is_read_by_a_link(cast, editor, client, record):
    links = reverse("sharing:links", args=[record.pk])
    day = timezone.localdate() + timedelta(days=9)
    page = editor.post(links, {"until": day, "note": "", "with_review": "on"}, follow=True)
    secret = re.search(r'id="made"[^>]*value="http://testserver([^"]+)"', page.content.decode())[1]
    shared = text_of(client.get(secret))
    assert "Cube" in shared
    assert "has sharp edges" in shared
    file = client.get(reverse("sharing:shared-export", args=[secret.split("/")[2], "parts.csv"]))
    assert b"cube,Cube" in file.content


def test_it_is_submitted_and_approved(cast, editor, record):
    address = reverse("documents:submissions", args=[record.pk])
    assert editor.post(address, {"name": "First model"}).status_code == 302
    submission = Submission.objects.get()
    approve = reverse("documents:approve", args=[record.pk, submission.pk])
    assert editor.post(approve).status_code == 403
    assert cast.client("owner").post(approve).status_code == 302
    record.refresh_from_db()
    assert record.state == State.APPROVED
    assert "Approved" in text_of(editor.get("/toys/"))


def test_each_of_its_exports_is_handed_over(editor, record):
    address = reverse("documents:export", args=[record.pk])
    page = editor.get(address)
    assert "List of parts" in text_of(page)
    assert "Dossier" not in text_of(page)
    response = editor.post(address, {"export": "parts.csv"})
    if response.status_code == 302:
        response = editor.get(response["Location"] + "file/")
    assert b"cube,Cube" in b"".join(response)
    assert editor.post(address, {"export": "dossier.pdf"}).status_code == 404


def test_it_is_archived_brought_back_and_deleted(cast, editor, record):
    archive = reverse("documents:archive", args=[record.pk])
    assert editor.post(archive).headers["Location"] == "/toys/"
    refused = editor.post(reverse("workspace:move", args=[record.pk]), {"at": "blocks[cube]"})
    assert refused.status_code == 409
    assert editor.post(reverse("documents:unarchive", args=[record.pk])).status_code == 302
    editor.post(archive)
    owner = cast.client("owner")
    assert owner.post(reverse("documents:delete", args=[record.pk])).status_code == 302
    assert not DocumentRecord.objects.filter(kind="toy").exists()


def test_what_was_done_to_it_stands_in_the_audit(cast, editor, record):
    editor.post(reverse("documents:archive", args=[record.pk]))
    told = Event.objects.filter(subject="toy").values_list("action", flat=True)
    assert {*told} == {"created", "archived"}
    audit = reverse("accounts:audit", args=[cast.organisation.pk])
    page = text_of(cast.client("owner").get(audit))
    assert "Archived the toy “Tower”" in page


def test_it_is_part_of_what_can_be_taken_away(cast, record):
    owner = cast.client("owner")
    address = reverse("archives:organisation", args=[cast.organisation.pk])
    with ZipFile(io.BytesIO(b"".join(owner.post(address)))) as archive:
        kept = json.loads(archive.read(f"toys/{record.pk}.json"))
    assert kept["blocks"][0]["title"] == "Cube"
    mine = json.loads(cast.client("editor").post(reverse("archives:personal")).content)
    assert mine["changes_to_documents"][0]["document"] == str(record.pk)


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


@pytest.mark.parametrize("name", OF_DESIGNS)
def test_pages_that_only_designs_have_are_not_there_for_it(editor, record, name):
    assert editor.get(reverse(name, args=[record.pk])).status_code == 404


@pytest.mark.parametrize("name", OF_DOCUMENTS)
def test_an_outsider_finds_nothing_of_it(name, cast, foreign, canary, snapshot):
    client, url, before = cast.client("outsider"), url_of(name, foreign), snapshot()
    for method in ("get", "head", "post", "put", "delete"):
        response = getattr(client, method)(url)
        assert response.status_code in (404, 405), (method, response.status_code)
        assert canary not in response.content.decode("utf-8", "replace")
    assert snapshot() == before


@pytest.mark.parametrize("name", sorted({*OF_DOCUMENTS} & {*WRITES}))
def test_a_reader_changes_nothing_of_it(name, cast, foreign, snapshot):
    client, url, before = cast.client("reader"), url_of(name, foreign), snapshot()
    for method in ("get", "post", "put", "delete"):
        assert getattr(client, method)(url).status_code in (403, 405)
    assert snapshot() == before


def test_it_is_searched_for_nowhere_that_others_look(cast, foreign, canary):
    """What others find by search, lists and the audit holds nothing of it."""
    client = cast.client("outsider")
    for address in ("/toys/", "/designs/", reverse("library:search")):
        assert canary not in client.get(address, {"q": "Tower"}).content.decode()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_it_comes_back_from_a_backup(record, tmp_path):
    file = tmp_path / "kept.backup"
    write(FileTarget(file))
    call_command("flush", interactive=False, verbosity=0)
    restoring.restore(str(file), passphrase=str, say=print)
    assert now(record) == TOWER
