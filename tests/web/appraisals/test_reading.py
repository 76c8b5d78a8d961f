"""Reading: passages as they stand, answers by their rules, calibration, agreement, what is learned."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from trueline.passages.scoring import Scorer
from trueline.passages.taught import EVERY
from trueline.passages.text import Block, DocumentText
from trueline.web.appraisals.actions import applying, assigning, calling
from trueline.web.appraisals.actions import reading as actions
from trueline.web.appraisals.learning import taught_scorer
from trueline.web.appraisals.models import Answer, LearnedTerm, Mark, ProposalFile, Reading, Round
from trueline.web.appraisals.texts import Screens, page_at, place_of
from trueline.web.attachments.models import Attachment
from trueline.web.documents.actions import submitting

TEXT = DocumentText(
    "a.pdf", "", (Block("First  words here.", 1), Block("Words here, and\tmore.", 2)), 2
)


def test_a_quotation_is_found_verbatim_whatever_its_blanks():
    start, end = place_of(TEXT, "words here, and more.".replace("words", "Words"))
    assert TEXT.text[start:end] == "Words here, and\tmore."
    assert page_at(TEXT, start) == 2
    assert place_of(TEXT, "First words here. Words")[0] == 0
    assert place_of(TEXT, "no such words") is None
    assert place_of(TEXT, " ") is None


def test_screens_hold_all_of_a_text_and_mark_each_passage_once():
    long = DocumentText("a.txt", "", tuple(Block(f"{n} " + "word " * 300) for n in range(30)))
    screens = Screens(long)
    shown = [s for n in range(len(screens.bounds)) for s in screens.blocks(n + 1, [(2, 9, 1)])]
    assert len(screens.bounds) > 3
    assert "\n".join("".join(p.text for p in s.spans) for s in shown) == long.text
    assert [p.text for s in shown for p in s.spans if p.number] == ["word wo"]
    assert screens.holding(0) == 1
    assert screens.holding(len(long.text)) == len(screens.bounds)


@pytest.fixture
def reader(appraisal):
    """A client who reads the proposal, and the address of the first question."""
    appraisal.assign("expert")
    appraisal.declare("expert")
    question = appraisal.round.questions.get(key="foundations.displacement")
    return appraisal.client("expert"), appraisal.url("read", question.pk)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"verdict": "not-relevant"}, "Say why the question is not relevant here."),
        ({}, "error-summary"),
        ({"verdict": "partly", "quote": "Nobody wrote this"}, "stand nowhere in the document"),
    ],
)
def test_an_answer_that_breaks_a_rule_is_told_so_and_kept_in_the_form(reader, sent, says):
    client, address = reader
    answer = client.post(address, {**sent, "to_panel": "Kept words"})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Kept words" in answer.content.decode()
    assert not Answer.objects.exists()


def test_a_passage_is_taken_refused_and_taken_back(reader, appraisal):
    client, address = reader
    (found, *_more) = ProposalFile.objects.get().passages["foundations.displacement"]
    name = f"mark-{ProposalFile.objects.get().pk}-{found['start']}-{found['end']}"
    for kind in ("accepted", "rejected"):
        client.post(address, {"verdict": "addressed", name: kind})
        mark = Mark.objects.get()
        assert (mark.kind, mark.quote) == (kind, found["quote"])
    client.post(address, {"verdict": "addressed", "mark-1-0-5": "accepted"})  # no passage of ours
    assert not Mark.objects.exists()


def test_what_is_handed_in_no_longer_changes(reader, appraisal):
    client, address = reader
    appraisal.read("expert", verdict="addressed")
    assert client.get(address).status_code == 404
    assert client.post(address, {"verdict": "absent"}).status_code == 404
    assert set(Answer.objects.values_list("verdict", flat=True)) == {"addressed"}


def test_a_design_is_read_with_its_review_beside_the_questions(cast, call, record, work):
    submission = submitting.submit(record, by=cast.editor, name="Full proposal")
    values = {**dict.fromkeys(("title", "applicant", "contact"), "A"), "email": "a@b.example"}
    made, _secret = work(
        lambda: applying.hand_in(
            call, {**values, "time_zone": ""}, by=cast.editor, submission=submission
        )
    )
    calling.name_assessors(call, [cast.owner], by=cast.owner)
    assigning.assign(made, call.assessors.get(), by=cast.owner)
    assigning.declare(made, conflict="", words="", suggested=[], by=cast.owner)
    question = call.questions.get(key="awareness.target-group")
    page = cast.client("owner").get(reverse("appraisals:read", args=[made.pk, question.pk]))
    text = page.content.decode()
    assert record.title in text
    assert "The review of the design:" in text


def test_the_calibration_case_is_read_by_all_and_counts_for_nothing(appraisal, work):
    owner, here = appraisal.client("owner"), [appraisal.round.pk]
    file = SimpleUploadedFile("case.md", b"The team asks employers what they earn by it.")
    data = {"title": "A case", "file": file}
    work(lambda: owner.post(reverse("appraisals:calibration", args=here), data))
    case = appraisal.round.proposals.get(is_calibration=True)
    assert case.readings.count() == 4
    for reading in case.readings.all():
        assigning.declare(case, conflict="", words="", suggested=[], by=reading.assessor.user)
        for question in appraisal.round.questions.all():
            said = dict.fromkeys(("remedy", "reason", "to_panel", "to_applicant"), "")
            actions.answer(reading, question, {**said, "verdict": "addressed"}, [])
        actions.hand_in(reading, by=reading.assessor.user)
    page = owner.get(reverse("appraisals:agreement", args=here)).content.decode()
    assert "Calibration case" in page
    assert "Based on 0 proposals" in page
    assert "A case" not in owner.get(reverse("appraisals:matrix", args=here)).content.decode()


@pytest.fixture
def taught(appraisal, work):
    """A finished round whose readings taught something: the key of the question."""
    for number in range(3):
        made, _secret = work(
            lambda number=number: applying.hand_in(
                appraisal.round,
                {"title": "A", "applicant": "B", "contact": "C", "email": "", "time_zone": ""},
                by=None,
                file=("a.txt", f"Brokers {number} keep ledgers of what migrants owe.".encode()),
            )
        )
        assessor = appraisal.round.assessors.get(user=appraisal.expert)
        assigning.assign(made, assessor, by=appraisal.cast.owner)
        reading = Reading.objects.get(proposal=made)
        file, question = made.files.get(), appraisal.round.questions.first()
        quote = f"Brokers {number} keep ledgers"
        said = dict.fromkeys(("remedy", "reason", "to_panel", "to_applicant"), "")
        mark = actions.PassageMark(file, Mark.Kind.OWN, 0, len(quote), 1, quote)
        for each in appraisal.round.questions.all():
            marks = [mark] if each == question else []
            actions.answer(reading, each, {**said, "verdict": "addressed"}, marks)
        actions.hand_in(reading, by=appraisal.expert)
        calling.finish(Round.objects.get(), by=appraisal.cast.owner)
        Round.objects.update(finished=None)
        assert LearnedTerm.objects.exists() == (number == 2)
    calling.finish(Round.objects.get(), by=appraisal.cast.owner)
    return question.key


def test_what_was_learned_without_the_sums_of_all_passages_is_learned_anew_once(appraisal, taught):
    """As in a database of before, and in a backup of one; what was deleted or is new stays as it is."""
    anew = importlib.import_module("trueline.web.appraisals.migrations.0006_learn_anew")
    columns = ("question", "term", "taken", "refused", "documents")
    learned = list(LearnedTerm.objects.values_list(*columns))
    LearnedTerm.objects.filter(term=EVERY).delete()
    LearnedTerm.objects.update(taken=99)
    elsewhere = LearnedTerm.objects.create(
        organisation=appraisal.cast.elsewhere,
        question=taught,
        term=EVERY,
        taken=7,
        refused=1,
        documents=3,
    )
    for _time in range(2):
        anew.learn_anew(apps, None)
        here = LearnedTerm.objects.filter(organisation=appraisal.cast.organisation)
        assert list(here.values_list(*columns)) == learned
    assert LearnedTerm.objects.get(pk=elsewhere.pk).taken == 7
    here.delete()
    anew.learn_anew(apps, None)
    assert not here.exists()


def test_finished_rounds_teach_words_of_three_documents_and_no_sentence(appraisal, taught):
    """Of one document nothing is kept; deleting the round deletes its files, not what was summed up."""
    terms = set(LearnedTerm.objects.values_list("term", flat=True))
    assert len(terms - {EVERY}) == 3  # broker, keep, ledger; no number, which each had its own of
    questions = _questions(taught)
    LearnedTerm.objects.filter(term=EVERY).update(refused=6)
    taught = taught_scorer(questions, appraisal.cast.organisation.pk)
    plain = Scorer(questions).evidence(["Brokers keep ledgers"])
    assert taught.evidence(["Brokers keep ledgers"])[0, 0] > plain[0, 0]
    owner = appraisal.client("owner")
    address = reverse("appraisals:terms", args=[appraisal.round.pk])
    assert b"ledg" in owner.get(address, {"format": "csv"}).content
    owner.post(reverse("appraisals:delete", args=[appraisal.round.pk]))
    assert not Attachment.objects.exists()
    assert LearnedTerm.objects.exists()


def _questions(key):
    from trueline.reports.passages import toolkit_questions
    from trueline.web.library.edition import toolkit_in_use

    return [q for q in toolkit_questions(toolkit_in_use()).questions if q.id == key]


def test_questions_are_fixed_once_the_call_is_open(appraisal):
    address = reverse("appraisals:questions", args=[appraisal.round.pk])
    answer = appraisal.client("owner").post(address, {"chosen": ["mapping.factors"]})
    assert answer.status_code == 409
    assert appraisal.round.questions.count() == 3
