"""A draft design begun from the passages of a proposal, up to its review."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.appraisals.conftest import ANSWER, TEXT
from trueline.web.accounts.models import Membership, Organisation
from trueline.web.appraisals.actions import reading as actions
from trueline.web.appraisals.actions.reading import PassageMark
from trueline.web.appraisals.drafting import draft_of
from trueline.web.appraisals.models import Mark, ProposalFile
from trueline.web.appraisals.passages import files_of
from trueline.web.audit.models import Event
from trueline.web.comments.models import Comment
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord

pytestmark = pytest.mark.either_database
QUOTE = "Each client signs an informed consent"
KEPT = "The team checks every quarter whether recruiters move"


def _mark(appraisal, reading, key, quote, kind=Mark.Kind.OWN):
    file = ProposalFile.objects.get(proposal=appraisal.proposal)
    start = TEXT.replace("# ", "").replace("\n\n", "\n").index(quote)
    question = appraisal.round.questions.get(key=key)
    marks = [PassageMark(file, kind, start, start + len(quote), 1, quote)]
    actions.answer(reading, question, ANSWER, marks)


@pytest.fixture
def reader(appraisal):
    """The expert, who took a passage for one question and refused what was found for another."""
    reading = appraisal.assign("expert")
    appraisal.declare("expert")
    _mark(appraisal, reading, "awareness.target-group", QUOTE)
    return appraisal.client("expert"), reading


def test_a_draft_holds_what_the_reader_took_with_its_place_and_is_reviewed(appraisal, reader):
    """From the reading to a design in the expert's own organisation, and to what its review says."""
    client, _reading = reader
    own = Organisation.objects.create(name="Consultants")
    Membership.objects.create(organisation=own, user=appraisal.expert, role="editor")
    overview = client.get(appraisal.url("overview")).content.decode()
    assert appraisal.url("draft") in overview
    page = client.get(appraisal.url("draft")).content.decode()
    assert "It becomes a design of Consultants." in page
    made = client.post(appraisal.url("draft"), {"organisation": own.pk})
    record = DocumentRecord.objects.get(organisation=own)
    assert made["Location"] == reverse("workspace:review", args=[record.pk])
    design = store.document_of(record)
    assert design.title == "Villages that ask"
    (source,) = design.sources
    assert (source.title, source.author) == ("work.md", "Open Doors")
    assert appraisal.proposal.files.get().attachment.sha256 in source.note
    (answer,) = design.answers
    assert answer.question == "awareness.target-group"
    assert answer.text == f"“{QUOTE}” (work.md, page 1)"
    assert answer.sources == (source.id,)
    (activity,) = design.activities
    assert (activity.kind, activity.id) == ("awareness", answer.activity)
    assert not activity.title  # no word that nobody wrote
    comments = {each.address: each.text for each in Comment.objects.filter(document=record)}
    assert comments[f"activities[{activity.id}]"].splitlines()[1] == answer.text
    asked, found = comments["displacement"].splitlines()
    assert asked == "Could trafficking move instead of stopping? (1 Q3)"
    assert found.startswith(f"Suggested by the program: “{KEPT}")
    listed = client.get(reverse("comments:list", args=[record.pk])).content.decode()
    assert KEPT in listed
    assert QUOTE in listed
    review = client.get(made["Location"]).content.decode()
    assert "leads nowhere" in review or "leads to no" in review
    history = client.get(reverse("documents:history", args=[record.pk])).content.decode()
    assert "Started from the passages of a proposal" in history


def test_nothing_stands_in_a_draft_that_the_proposal_does_not_say(appraisal, reader):
    """Every sentence of answers and comments is a quotation of the document, or says whose it is."""
    drafted = draft_of(appraisal.proposal, files_of(appraisal.proposal), reader[1])
    text = " ".join(TEXT.split())
    said = [each.text for each in drafted.design.answers]
    said += [line for _at, text in drafted.comments for line in text.splitlines()[1:]]
    assert len(said) >= 3
    for each in said:
        quoted = each.partition("“")[2].rpartition("” (work.md, page 1)")[0]
        assert quoted
        assert quoted in text


def test_what_a_reader_refused_stays_out(appraisal, reader):
    client, reading = reader
    _mark(appraisal, reading, "awareness.target-group", QUOTE, Mark.Kind.REJECTED)
    (found, *_others) = appraisal.proposal.files.get().passages["foundations.displacement"]
    name = f"mark-{appraisal.proposal.files.get().pk}-{found['start']}-{found['end']}"
    question = appraisal.round.questions.get(key="foundations.displacement")
    client.post(appraisal.url("read", question.pk), {"verdict": "absent", name: "rejected"})
    drafted = draft_of(appraisal.proposal, files_of(appraisal.proposal), reading)
    assert not drafted.design.answers
    assert not any(found["quote"] in text for _address, text in drafted.comments)


def test_nobody_drafts_from_what_others_took(appraisal, reader):
    appraisal.assign("editor")
    appraisal.declare("editor")
    client = appraisal.client("editor")
    client.post(appraisal.url("draft"), {"organisation": appraisal.cast.organisation.pk})
    record = DocumentRecord.objects.get(title="Villages that ask")
    assert not store.document_of(record).answers
    assert not Comment.objects.filter(document=record, text__contains=f"“{QUOTE}”").exclude(
        text__startswith="Suggested by the program"
    )


def test_only_where_one_may_begin_designs(appraisal, reader):
    """An appraiser alone may not; nor for an organisation of others; nor whoever has a conflict."""
    client, _reading = reader
    page = client.get(appraisal.url("draft")).content.decode()
    assert "You belong to no organisation in which you may begin a design" in page
    refused = client.post(appraisal.url("draft"), {"organisation": appraisal.cast.organisation.pk})
    assert refused.status_code == 422
    appraisal.declare("owner")
    owner = appraisal.client("owner")
    other = owner.post(appraisal.url("draft"), {"organisation": appraisal.cast.elsewhere.pk})
    assert other.status_code == 422
    assert not DocumentRecord.objects.exists()
    appraisal.declare("owner", conflict="financial")
    assert owner.get(appraisal.url("draft")).status_code == 404


def test_the_log_tells_it_to_those_who_may_know(appraisal, reader):
    appraisal.declare("owner")
    owner = appraisal.client("owner")
    owner.post(appraisal.url("draft"), {"organisation": appraisal.cast.organisation.pk})
    assert Event.objects.filter(detail__what="draft begun").count() == 1
    log = reverse("appraisals:log", args=[appraisal.round.pk])
    assert "Began a draft design" not in owner.get(log).content.decode()  # others still read
    for question in appraisal.round.questions.all():
        actions.answer(reader[1], question, ANSWER, [])
    actions.hand_in(reader[1], by=appraisal.expert)
    assert "Began a draft design" in owner.get(log).content.decode()


def test_of_a_design_no_draft_is_begun(cast, appraisal, record, work):
    from trueline.web.appraisals.actions import applying

    submission = submitting.submit(record, by=cast.editor, name="Full proposal")
    values = {"title": "A design", "applicant": "A", "contact": "B", "email": "", "time_zone": ""}
    made, _secret = work(
        lambda: applying.hand_in(appraisal.round, values, by=None, submission=submission)
    )
    appraisal.proposal = made
    appraisal.declare("owner")
    owner = appraisal.client("owner")
    assert owner.get(appraisal.url("draft")).status_code == 404
    assert appraisal.url("draft") not in owner.get(appraisal.url("proposal")).content.decode()
