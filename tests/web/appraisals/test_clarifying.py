"""What is asked of applicants, the version that comes in answer, and what changed from one to the other."""

from __future__ import annotations

import random
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import APPLICANT, TEXT
from trueline.document import set_field
from trueline.web.appraisals.actions import applying, assigning, calling, deciding
from trueline.web.appraisals.comparing import comparison
from trueline.web.appraisals.models import Clarification, Proposal, ProposalFile, Round
from trueline.web.archives.person import person_as_data
from trueline.web.attachments.models import Attachment
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.actions.editing import save_fields
from trueline.web.documents.store import document_of

NEWER = TEXT.replace("every quarter", "every month").replace(
    "Each client signs an informed consent, and can leave at any time.\n",
    "Each client is told in her own language what she consents to.\n\nA lawyer is at hand.\n",
)


@pytest.fixture
def page(appraisal):
    return reverse("appraisals:application", args=[appraisal.secret])


@pytest.fixture
def asked(appraisal):
    """The deadline is over, and the applicant is asked something that is due in five days."""
    late = timezone.now() - timedelta(hours=30)
    Round.objects.filter(pk=appraisal.round.pk).update(deadline=late)
    appraisal.declare("owner")
    due = timezone.localdate() + timedelta(days=5)
    said = {"question": appraisal.round.questions.first(), "quote": "", "text": "Who?", "due": due}
    return deciding.ask(appraisal.proposal, said, by=appraisal.cast.owner)


def _replace(client, page, work, old, text=NEWER, name="newer.md"):
    file = SimpleUploadedFile(name, text.encode())
    return work(lambda: client.post(page, {"act": "add", "file": file, "replaces": old.pk}))


def test_a_new_version_stands_beside_what_it_replaces_word_by_word(
    appraisal, asked, page, client, work
):
    old = appraisal.proposal.files.get()
    _replace(client, page, work, old)
    new = ProposalFile.objects.get(removed=None)
    assert new.replaces == old  # kept, since somebody asked about it
    owner = appraisal.client("owner")
    assert appraisal.url("compare", new.pk) in owner.get(appraisal.url("proposal")).content.decode()
    text = _plain(owner.get(appraisal.url("compare", new.pk)))
    assert "[-quarter-]" in text
    assert "[+month+]" in text
    assert "[+A lawyer is at hand.+]" in text
    assert "neighbouring villages" in text  # what stayed around the change
    assert "They chose its aims" not in text  # a paragraph that is as it was
    assert "Safe work" in text  # the heading above
    assert appraisal.client("owner").get(appraisal.url("compare", old.pk)).status_code == 404


def test_the_applicant_sees_the_same_comparison(appraisal, asked, page, client, work):
    """By their link; of a file of somebody else's, or one that replaces nothing, there is none."""
    old = appraisal.proposal.files.get()
    assert "What changed" not in client.get(page).content.decode()
    _replace(client, page, work, old)
    new = ProposalFile.objects.get(removed=None)
    assert f'href="changes/{new.pk}/"' in client.get(page).content.decode()
    shown = client.get(f"{page}changes/{new.pk}/")
    assert "[-quarter-]" in _plain(shown)
    assert "[+month+]" in _plain(shown)
    assert f'href="{page}"' in shown.content.decode()
    assert shown["Cache-Control"] == "private, no-store"
    assert client.get(f"{page}changes/{old.pk}/").status_code == 404
    assert client.get(f"{page[:-2]}/changes/{new.pk}/").status_code == 404


def _plain(answer):
    text = re.sub(
        r"<span\s+class=\"visually-hidden\">.*?</span>", "", answer.content.decode(), flags=re.S
    )
    text = re.sub(r"<ins[^>]*>\s*(.*?)\s*</ins>", r"[+\1+]", text, flags=re.S)
    return re.sub(r"<del[^>]*>\s*(.*?)\s*</del>", r"[-\1-]", text, flags=re.S)


def test_what_changed_is_shown_to_nobody_who_may_not_see_the_proposal(
    appraisal, asked, page, client, work
):
    _replace(client, page, work, appraisal.proposal.files.get())
    address = appraisal.url("compare", ProposalFile.objects.get(removed=None).pk)
    assert appraisal.client("appraiser").get(address).status_code == 404  # reads nothing of it
    appraisal.assign("expert")
    expert = appraisal.client("expert")
    assert expert.get(address)["Location"] == appraisal.url("declare")
    appraisal.declare("expert", conflict="former")
    assert expert.get(address).status_code == 404
    assert appraisal.client("outsider").get(address).status_code == 404


def test_the_panel_hears_of_a_document_that_came_after_a_reading(
    appraisal, asked, page, client, work
):
    appraisal.read("expert", verdict="partly")
    panel = appraisal.url("panel")
    assert "newer.md" not in appraisal.client("owner").get(panel).content.decode()
    _replace(client, page, work, appraisal.proposal.files.get())
    assert "newer.md" in appraisal.client("owner").get(panel).content.decode()


def test_before_anybody_could_read_it_a_replaced_document_is_gone(appraisal, page, client, work):
    old = appraisal.proposal.files.get()
    _replace(client, page, work, old)
    assert not Attachment.objects.filter(pk=old.attachment_id).exists()
    assert ProposalFile.objects.get().replaces is None


def test_nobody_replaces_the_document_of_another(appraisal, asked, page, client, work):
    other, _secret = work(
        lambda: applying._store_proposal(
            appraisal.round, APPLICANT, None, ("other.md", TEXT.encode()), None
        )
    )
    answer = _replace(client, page, work, other.files.get())
    assert answer.status_code == 422
    assert other.files.get().removed is None


def test_after_the_day_documents_are_closed_and_an_answer_is_marked_late(
    appraisal, asked, page, client, work
):
    Clarification.objects.update(due=timezone.localdate() - timedelta(days=2))
    _replace(client, page, work, appraisal.proposal.files.get())
    assert ProposalFile.objects.count() == 1
    client.post(page, {"act": "answer", "which": asked.pk, "text": "The women did"})
    shown = " ".join(
        appraisal.client("owner").get(appraisal.url("proposal")).content.decode().split()
    )
    assert "The women did" in shown
    assert "after the due date" in shown


def test_what_is_asked_about_a_passage_says_where_it_stands(appraisal):
    appraisal.declare("owner")
    owner, due = appraisal.client("owner"), timezone.localdate() + timedelta(days=5)
    said = {"text": "Who?", "due": due.isoformat()}
    wrong = owner.post(appraisal.url("clarify"), {**said, "quote": "Nobody wrote this"})
    assert wrong.status_code == 422
    assert "stand nowhere in the document" in wrong.content.decode()
    owner.post(appraisal.url("clarify"), {**said, "quote": "They  chose its"})
    made = Clarification.objects.get()
    assert (made.file, made.page) == (appraisal.proposal.files.get(), 1)


def test_what_somebody_asked_is_among_what_is_held_about_them_alone(appraisal, asked):
    cast = appraisal.cast
    rows = person_as_data(cast.owner)["appraisals"]
    assert [row["text"] for row in rows if "asked" in row] == ["Who?"]
    assert not any("asked" in row for row in person_as_data(cast.editor)["appraisals"])


def test_a_newer_version_of_a_design_is_compared_element_by_element(cast, call, record, work):
    record.organisation = cast.elsewhere
    record.save()
    first = submitting.submit(record, by=cast.outsider, name="First")
    made, _secret = work(
        lambda: applying.hand_in(call, APPLICANT, by=cast.outsider, submission=first)
    )
    calling.name_assessors(call, [cast.owner], by=cast.owner)
    assigning.assign(made, call.assessors.get(), by=cast.owner)
    assigning.declare(made, conflict="", words="", suggested=[], by=cast.owner)
    title = f"{document_of(record).title} and beyond"
    save_fields(record, by=cast.outsider, address="", values={"title": title}, seen=None)
    record.refresh_from_db()
    second = submitting.submit(record, by=cast.outsider, name="Second")
    own = reverse("appraisals:own-application", args=[made.pk])
    applicant = cast.client("outsider")
    assert "Second" in applicant.get(own).content.decode()
    work(lambda: applicant.post(own, {"act": "version", "version": second.pk}))
    new = Proposal.objects.get().files.get(removed=None)
    text = _plain(cast.client("owner").get(reverse("appraisals:compare", args=[made.pk, new.pk])))
    assert "and beyond+]" in text
    assert text.count('class="change ') == 1
    stranger = submitting.submit(_another(cast, record), by=cast.editor, name="Of others")
    answer = applicant.post(own, {"act": "version", "version": stranger.pk})
    assert answer.status_code == 422


def _another(cast, record):
    document = set_field(document_of(record), "title", "Another")
    return store.create(
        by=cast.editor, organisation=cast.organisation, document=document, origin="blank"
    )


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_between_two_texts(seed):
    """What did not change is the same on both sides, however texts were shuffled and reworded."""
    chance = random.Random(seed)
    old = [f"Paragraph {n} says {chance.random()} of things" for n in range(chance.randrange(12))]
    new = [line for line in old if chance.random() > 0.3]
    for _turn in range(chance.randrange(5)):
        new.insert(chance.randrange(len(new) + 1), f"New words {chance.random()}")
    new = [line.replace("things", "people") if chance.random() > 0.7 else line for line in new]
    found = comparison(_file(old), _file(new))
    kinds = [each.kind for each in found]
    reworded = kinds.count("changed")
    before = "".join(_side(each, "removed") for each in found)
    after = "".join(_side(each, "added") for each in found)
    stayed = [line for line in old if line not in before]
    assert stayed == [line for line in new if line not in after]
    assert len(old) - kinds.count("removed") - reworded == len(stayed)
    assert len(new) - kinds.count("added") - reworded == len(stayed)


def _side(change, kind):
    return "".join(each.text for each in change.pieces if each.kind in ("same", kind)) + "\n"


def _file(lines):
    blocks = [[line, 1, "paragraph"] for line in lines]
    file = ProposalFile(state="ready", pages=1, blocks=blocks)
    file.attachment = Attachment(name="a.md", sha256="")
    return file


def test_a_document_that_could_not_be_read_is_not_compared():
    assert comparison(_file(["a"]), ProposalFile(state="refused")) is None
