"""A round from the call to the letter, through its pages."""

from __future__ import annotations

import io
from datetime import timedelta

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import APPLICANT, TEXT
from trueline.web.appraisals.models import Proposal, ProposalFile, Reading, Round

pytestmark = pytest.mark.either_database


def test_a_round_from_the_call_to_the_letter(cast, client, work):
    owner = cast.client("owner")
    made = owner.post(
        reverse("appraisals:new", args=[cast.organisation.pk]),
        {
            "title": "Safe work 2027",
            "text": "We fund work.",
            "late_hours": "0",
            "day": (timezone.localdate() + timedelta(days=9)).isoformat(),
            "hour": "17:00",
            "time_zone": "Europe/Vienna",
            "assessors_each": "2",
            "criteria": "Registered\nHas accounts",
        },
    )
    round = Round.objects.get()
    assert made["Location"] == reverse("appraisals:questions", args=[round.pk])
    assert round.deadline.astimezone(round.zone).hour == 17
    here = {"args": [round.pk]}
    call = reverse("appraisals:call", **here)
    assert client.get(call).status_code == 404  # nobody outside sees it yet
    owner.post(
        reverse("appraisals:questions", **here),
        {"chosen": ["foundations.displacement"], "own": "Who consents?"},
    )
    owner.post(
        reverse("appraisals:assessors", **here), {"people": [cast.editor.pk, cast.appraiser.pk]}
    )
    owner.post(reverse("appraisals:open", **here))

    file = SimpleUploadedFile("work.md", TEXT.encode())
    receipt = work(lambda: client.post(call, {**APPLICANT, "file": file}))["Location"]
    page = client.get(receipt).content.decode()
    assert "work.md" in page
    assert "Asia/Manila" in page
    proposal = Proposal.objects.get()
    assert proposal.receipt in page

    owner.post(reverse("appraisals:assign-by-load", **here))
    assert Reading.objects.count() == 2
    first, second = round.questions.all()
    for name, verdict in (("editor", "addressed"), ("appraiser", "partly")):
        _reads(cast.client(name), proposal, first, second, verdict)

    at = [proposal.pk]
    owner.post(reverse("appraisals:declare", args=at), {"conflict": "none"})
    panel = owner.get(reverse("appraisals:panel", args=at)).content.decode()
    assert "Assessors differ" in panel
    owner.post(
        reverse("appraisals:panel-question", args=[*at, first.pk]),
        {"verdict": "partly", "remedy": "modify", "reason": "It comes too late"},
    )
    owner.post(
        reverse("appraisals:decide", args=at),
        {"outcome": "conditions", "reason": "The panel agrees", "letter": ""},
    )
    letter = Proposal.objects.get().decision.letter
    assert "Ana Ruiz" in letter
    assert "Say more of it" in letter  # what an assessor wrote to the applicant
    assert "For us alone" not in letter
    owner.post(
        reverse("appraisals:condition", args=at), {"text": "Add a baseline", "due": "1 May 2027"}
    )
    assert "Add a baseline" not in client.get(receipt).content.decode()
    owner.post(reverse("appraisals:issue", args=at))
    shown = client.get(receipt).content.decode()
    assert "Add a baseline" in shown
    assert "The panel agrees" not in shown  # the reasons are the funder's own

    word = owner.post(reverse("appraisals:letter", args=at), {"export": "letter.docx"})
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(word.content)).paragraphs)
    assert "Add a baseline" in text
    pdf = owner.post(reverse("appraisals:letter", args=at), {"export": "letter.pdf"})
    assert pdf.content.startswith(b"%PDF")
    condition = proposal.decision.conditions.get()
    client.post(receipt, {"act": "report", "which": condition.pk, "text": "It is done"})
    assert "It is done" in owner.get(reverse("appraisals:decide", args=at)).content.decode()
    owner.post(reverse("appraisals:find-met", args=[*at, condition.pk]))
    condition.refresh_from_db()
    assert condition.met_by == cast.owner


def _reads(client, proposal, first, second, verdict):
    at = [proposal.pk]
    read = reverse("appraisals:read", args=[*at, first.pk])
    assert client.get(read)["Location"] == reverse("appraisals:declare", args=at)
    client.post(reverse("appraisals:declare", args=at), {"conflict": "none"})
    page = client.get(read).content.decode()
    assert "<mark" in page
    assert "neighbouring villages" in page
    file = ProposalFile.objects.get()
    (found,) = [
        each for each in file.passages[first.key] if "neighbouring villages" in each["quote"]
    ]
    saved = client.post(
        read,
        {
            f"mark-{file.pk}-{found['start']}-{found['end']}": "accepted",
            "verdict": verdict,
            "to_panel": "For us alone",
            "to_applicant": "Say more of it",
        },
    )
    assert saved["Location"] == reverse("appraisals:read", args=[*at, second.pk])
    early = client.post(reverse("appraisals:hand-in", args=at))
    assert early["Location"] == saved["Location"]  # one has no answer yet
    own = {"verdict": "addressed", "quote": "Each client  signs an informed consent"}
    client.post(saved["Location"], own)
    reading = Reading.objects.get(marks__kind="own", submitted=None)
    mark = reading.marks.get(kind="own")
    assert mark.quote == "Each client signs an informed consent"
    client.post(reverse("appraisals:hand-in", args=at))
    reading.refresh_from_db()
    assert reading.submitted
