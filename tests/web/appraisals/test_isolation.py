"""Whoever has a conflict, or has still to read, learns nothing of what others found: nowhere."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from trueline.web.appraisals.actions import applying, assigning, deciding
from trueline.web.appraisals.models import Clarification, Declaration
from trueline.web.archives.organisation import write_organisation
from trueline.web.archives.person import person_as_data

SECRET = "Quetzal finding 51c"
pytestmark = pytest.mark.either_database


def _pages(appraisal):
    """All addresses by which something of a round or proposal might be told."""
    asked = appraisal.round.questions.first()
    of_round = (
        "round",
        "score",
        "agreement",
        "matrix",
        "log",
        "terms",
        "assessors",
        "questions",
        "change",
    )
    of_proposal = (
        "proposal",
        "declare",
        "overview",
        "findings",
        "panel",
        "decide",
        "clarify",
        "check",
        "conflicts",
    )
    addresses = [reverse(f"appraisals:{name}", args=[appraisal.round.pk]) for name in of_round]
    addresses += [appraisal.url(name) for name in of_proposal]
    addresses += [appraisal.url(name, asked.pk) for name in ("read", "panel-question")]
    organisation = appraisal.cast.organisation.pk
    addresses += [
        reverse("appraisals:portfolio", args=[organisation]),
        reverse("home"),
        reverse("appraisals:rounds", args=[organisation]),
        reverse("accounts:audit", args=[organisation]),
    ]
    return addresses


def _seen(client, appraisal):
    """What somebody sees on all these pages, without keys of forms."""
    seen = {}
    for address in _pages(appraisal):
        answer = client.get(address, follow=True)
        body = b"".join(answer) if answer.streaming else answer.content
        lines = body.decode().splitlines()
        seen[address] = [each for each in lines if "csrfmiddlewaretoken" not in each]
    return seen


def _download(appraisal, user):
    stream = io.BytesIO()
    write_organisation(appraisal.cast.organisation, stream, by=user)
    with zipfile.ZipFile(stream) as archive:
        names = [n for n in archive.namelist() if n.startswith("appraisals/")]
        return {name: archive.read(name) for name in names}


def test_an_unfinished_assessor_sees_the_same_whatever_others_do(appraisal):
    """Owner, editor and expert read; nothing changes for the owner when the others hand in."""
    appraisal.assign("owner")
    appraisal.declare("owner")
    for name in ("editor", "expert"):
        appraisal.assign(name)
        appraisal.declare(name)
    client = appraisal.client("owner")
    before, taken = _seen(client, appraisal), _download(appraisal, appraisal.cast.owner)
    told = person_as_data(appraisal.cast.owner)
    appraisal.read("editor", verdict="partly", to_panel=SECRET, to_applicant=SECRET)
    appraisal.read("expert", verdict="absent", to_panel=SECRET)
    after = _seen(client, appraisal)
    assert after == before
    assert _download(appraisal, appraisal.cast.owner) == taken
    assert person_as_data(appraisal.cast.owner) == told
    assert not any(SECRET in line for lines in after.values() for line in lines)
    assert client.get(appraisal.url("panel")).status_code == 404


def test_what_is_asked_of_the_applicant_is_told_to_who_still_reads_at_its_question_alone(appraisal):
    """Before the answer nothing is told; then it stands beside the question, and on no other page."""
    appraisal.assign("expert")
    appraisal.declare("expert")
    client = appraisal.client("expert")
    before = _seen(client, appraisal)
    first, second, *_others = appraisal.round.questions.all()
    due = timezone.localdate() + timedelta(days=9)
    asked = {"quote": SECRET, "text": SECRET, "due": due}
    deciding.ask(appraisal.proposal, {**asked, "question": None}, by=appraisal.cast.owner)
    deciding.ask(appraisal.proposal, {**asked, "question": second}, by=appraisal.cast.owner)
    assert _seen(client, appraisal) == before
    for each in Clarification.objects.all():
        applying.answer(each, "We mean the villages", by=None)
    assert _seen(client, appraisal) == before  # the first question among them
    assert SECRET in client.get(appraisal.url("read", second.pk)).content.decode()
    assert "We mean the villages" in client.get(appraisal.url("read", second.pk)).content.decode()
    assert SECRET not in client.get(appraisal.url("read", first.pk)).content.decode()
    appraisal.read("expert")
    assert SECRET in client.get(appraisal.url("proposal")).content.decode()


def test_a_download_tells_who_still_reads_only_what_they_asked_themselves(appraisal):
    """The owner reads; what the editor asks of the applicant comes with it once their reading is in."""
    for name in ("owner", "editor"):
        appraisal.assign(name)
        appraisal.declare(name)
    due = timezone.localdate() + timedelta(days=9)
    asked = {"question": None, "quote": "", "due": due}
    owner, editor = appraisal.cast.owner, appraisal.cast.editor
    deciding.ask(appraisal.proposal, {**asked, "text": "Who pays?"}, by=owner)
    deciding.ask(appraisal.proposal, {**asked, "text": SECRET}, by=editor)
    rows = _download(appraisal, owner)["appraisals/clarifications.json"].decode()
    assert "Who pays?" in rows
    assert SECRET not in rows
    appraisal.read("owner")
    assert SECRET in _download(appraisal, owner)["appraisals/clarifications.json"].decode()


def test_who_has_a_conflict_learns_nothing_from_declaring_on(appraisal):
    """The owner manages the round, has a conflict, and sees neither readings nor decision of it."""
    appraisal.declare("owner", conflict="professional")
    client = appraisal.client("owner")
    before, taken = _seen(client, appraisal), _download(appraisal, appraisal.cast.owner)
    for name in ("editor", "expert"):
        appraisal.read(name, verdict="partly", to_panel=SECRET, to_applicant=SECRET)
    question = appraisal.round.questions.first()
    deciding.remark(appraisal.proposal, question, SECRET, by=appraisal.cast.editor)
    deciding.agree(
        appraisal.proposal,
        question,
        {"verdict": "partly", "remedy": "add", "reason": SECRET},
        by=appraisal.cast.editor,
    )
    assert _seen(client, appraisal) == before
    assert _download(appraisal, appraisal.cast.owner) == taken
    for name in ("proposal", "panel", "decide", "check", "clarify", "overview"):
        assert client.get(appraisal.url(name)).status_code == 404
    audit = client.get(reverse("accounts:audit_csv", args=[appraisal.cast.organisation.pk]))
    assert b"appraisal" not in b"".join(audit)
    held = json.dumps(person_as_data(appraisal.cast.owner))
    assert SECRET not in held


def test_nobody_opens_anything_before_they_declared(appraisal):
    appraisal.assign("expert")
    client = appraisal.client("expert")
    file = appraisal.proposal.files.get()
    asked = appraisal.round.questions.first()
    for url in (
        appraisal.url("proposal"),
        appraisal.url("file", file.pk),
        appraisal.url("read", asked.pk),
        appraisal.url("panel"),
    ):
        assert client.get(url)["Location"] == appraisal.url("declare")
    shown = client.get(appraisal.url("declare")).content.decode()
    assert "Open Doors" in shown  # from whom it comes
    assert "Villages that ask" not in shown  # and nothing of it


def test_a_conflict_ends_reading_and_only_another_owner_dismisses_it(appraisal):
    reading = appraisal.assign("expert")
    appraisal.declare("expert")
    appraisal.declare("expert", conflict="financial")
    reading.refresh_from_db()
    assert reading.excused
    again = appraisal.client("expert").post(appraisal.url("declare"), {"conflict": "none"})
    assert again.status_code == 422
    declared = Declaration.objects.conflicts().get(user=appraisal.expert)
    with pytest.raises(ValueError, match="of their own"):
        assigning.dismiss(declared, "No", by=appraisal.expert)
    appraisal.declare("owner")
    owner = appraisal.client("owner")
    owner.post(appraisal.url("conflicts"), {"declaration": declared.pk, "reason": "Long ago"})
    declared.refresh_from_db()
    assert declared.is_clear
    reading.refresh_from_db()
    assert reading.excused is None


def test_a_match_is_suggested_and_wants_a_reason(appraisal):
    appraisal.assign("expert")
    appraisal.expert.email = "expert@opendoors.example"
    appraisal.expert.save()
    client = appraisal.client("expert")
    assert "opendoors.example" in client.get(appraisal.url("declare")).content.decode()
    silent = client.post(appraisal.url("declare"), {"conflict": "none"})
    assert silent.status_code == 422
    client.post(appraisal.url("declare"), {"conflict": "none", "words": "Another Open Doors"})
    assert Declaration.objects.get().suggested


def test_by_load_nobody_gets_what_they_have_a_conflict_or_match_with(appraisal):
    appraisal.declare("editor", conflict="former")
    appraisal.expert.email = "expert@opendoors.example"
    appraisal.expert.save()
    appraisal.client("owner").post(reverse("appraisals:assign-by-load", args=[appraisal.round.pk]))
    names = {str(each.assessor) for each in appraisal.proposal.readings.all()}
    assert names == {"Owner Person", "Appraiser Person"}


def test_members_who_do_not_take_part_find_no_proposal(appraisal):
    client = appraisal.client("appraiser")
    assert client.get(appraisal.url("declare")).status_code == 404
    page = client.get(reverse("appraisals:round", args=[appraisal.round.pk])).content.decode()
    assert appraisal.proposal.receipt not in page


def test_a_search_finds_a_proposal_by_what_its_line_may_say(appraisal):
    client, list_ = (
        appraisal.client("owner"),
        reverse("appraisals:round", args=[appraisal.round.pk]),
    )

    def finds(words: str) -> bool:
        return appraisal.proposal.receipt in client.get(list_, {"q": words}).content.decode()

    words = [appraisal.proposal.receipt, "doors OPEN", "villages"]
    assert [finds(each) for each in words] == [True, True, False]
    appraisal.declare("owner")
    assert [finds(each) for each in words] == [True, True, True]
    appraisal.proposal.declarations.all().delete()
    appraisal.declare("owner", conflict="former")
    assert [finds(each) for each in words] == [True, False, False]


def test_the_log_is_narrowed_by_proposal_and_by_what_was_done(appraisal):
    appraisal.read("expert")
    appraisal.declare("owner")
    log = reverse("appraisals:log", args=[appraisal.round.pk])
    receipt, owner = appraisal.proposal.receipt, appraisal.client("owner")
    every = owner.get(log).content.decode()
    assert "Opened the call" in every
    assert receipt in every
    of_one = owner.get(log, {"q": receipt}).content.decode()
    lines = re.findall(r"<li>\s+([^<]+) · <bdi>([^<]+)</bdi>", of_one)
    assert "Declared that there is no conflict of interest" in {what for what, _of in lines}
    assert {of for _what, of in lines} == {receipt}
    opened = owner.get(log, {"what": "round opened"}).content.decode()
    assert re.findall(r"<li>\s+([^<]+?)\s+<span", opened) == ["Opened the call"]
    assert "Nothing was found" in owner.get(log, {"q": "nobody at all"}).content.decode()


def test_who_left_stays_under_a_mark(appraisal):
    appraisal.read("expert", to_panel=SECRET)
    appraisal.declare("owner")
    mark = str(appraisal.expert.pseudonym)[:4].upper()
    appraisal.expert.delete()
    page = appraisal.client("owner").get(appraisal.url("panel")).content.decode()
    assert f"Former member {mark}" in page
    log = appraisal.client("owner").get(reverse("appraisals:log", args=[appraisal.round.pk]))
    assert mark in log.content.decode()


def test_all_that_somebody_did_stays_when_their_account_goes(appraisal):
    """Readings, conflicts, remarks and their lines in the log, under one and the same mark."""
    appraisal.read("expert", verdict="partly", to_panel=SECRET)
    appraisal.declare("editor", conflict="former")
    question = appraisal.round.questions.first()
    deciding.remark(appraisal.proposal, question, "Said by the expert", by=appraisal.expert)
    said = {"verdict": "partly", "remedy": "add", "reason": "Agreed"}
    deciding.agree(appraisal.proposal, question, said, by=appraisal.expert)
    appraisal.declare("owner")
    expert, editor = (
        str(each.pseudonym)[:4].upper() for each in (appraisal.expert, appraisal.cast.editor)
    )
    appraisal.expert.delete()
    appraisal.cast.editor.delete()
    owner = appraisal.client("owner")
    panel = owner.get(appraisal.url("panel-question", question.pk)).content.decode()
    assert panel.count(f"Former member {expert}") == 2  # the reading, and what was said
    assert "Said by the expert" in panel
    assert "Agreed" in panel
    assert f"Former member {editor}" in owner.get(appraisal.url("conflicts")).content.decode()
    log = owner.get(reverse("appraisals:log", args=[appraisal.round.pk])).content.decode()
    assert log.count(f"Former member {expert}") == 4  # declared, read, remarked, agreed
    assert "Expert Person" not in log + panel


def test_nobody_waits_for_a_reading_of_somebody_whose_account_is_gone(appraisal):
    appraisal.assign("expert")
    appraisal.read("editor", verdict="partly")
    client = appraisal.client("editor")
    assert client.get(appraisal.url("panel")).status_code == 404
    appraisal.expert.delete()
    assert client.get(appraisal.url("panel")).status_code == 200
    appraisal.declare("owner")
    owner = appraisal.client("owner")
    assert "still reading" not in owner.get(appraisal.url("proposal")).content.decode()
    owner.post(reverse("appraisals:assign-by-load", args=[appraisal.round.pk]))
    assert appraisal.proposal.readings.counted().count() == 2  # the round says two
