"""Over all rounds: what is counted and what is not, what leaves of it, promises beside figures."""

from __future__ import annotations

import io
import uuid
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from unittest.mock import Mock

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import ANSWER, APPLICANT, CALL
from tests.web.figures import decide, enter, hand_in
from trueline.design import Design
from trueline.measures.readings import Count
from trueline.reports.layout.blocks import Missing, Table
from trueline.web.accounts.models import Organisation
from trueline.web.appraisals.actions import applying, assigning, calling, deciding
from trueline.web.appraisals.actions import reading as reading_actions
from trueline.web.appraisals.learning_note import learning_note
from trueline.web.appraisals.models import Proposal, Reading, Round
from trueline.web.appraisals.portfolio import ENOUGH, Portfolio, portfolio_of
from trueline.web.appraisals.promises import Programme, Promise, programmes_of
from trueline.web.appraisals.published_counts import FEWEST, published_count
from trueline.web.documents import store
from trueline.web.documents.actions import archiving, submitting
from trueline.web.monitoring.models import Measurement
from trueline.web.monitoring.summaries import Stands

ABSENT = {**ANSWER, "verdict": "absent", "remedy": "add"}
PARTLY = {**ANSWER, "verdict": "partly", "remedy": "modify"}
YES = ANSWER
NOT_RELEVANT = {**ANSWER, "verdict": "not-relevant", "reason": "No children here"}
OWN = "Who consents?"


@pytest.fixture
def a_round(cast):
    """Begins a round in which the owner reads alone."""

    def begun(title: str, own: str = OWN) -> Round:
        values = {**CALL, "title": title, "deadline": timezone.now() + timedelta(days=9)}
        round = calling.begin(cast.organisation, values, by=cast.owner)
        calling.choose_questions(round, ["foundations.displacement"], [own], by=cast.owner)
        calling.open_call(round, by=cast.owner)
        calling.name_assessors(round, [cast.owner, cast.editor], by=cast.owner)
        round.refresh_from_db()
        return round

    return begun


@pytest.fixture
def read(cast):
    """Hands a proposal in and has it read by the owner with these answers."""

    def done(round: Round, *answers, applicant: str = "Open Doors", by: str = "owner") -> Proposal:
        values = {**APPLICANT, "applicant": applicant, "title": f"Work of {applicant}"}
        made, _secret = applying.hand_in(round, values, by=None, file=("a.md", b"The words."))
        _read(cast, made, answers, by)
        return made

    return done


def _read(cast, proposal, answers, by="owner"):
    person = getattr(cast, by)
    assessor = proposal.round.assessors.get(user=person)
    assigning.assign(proposal, assessor, by=cast.owner)
    assigning.declare(proposal, conflict="", words="", suggested=[], by=person)
    reading = Reading.objects.get(proposal=proposal, assessor=assessor)
    for question, said in zip(proposal.round.questions.all(), answers, strict=True):
        reading_actions.answer(reading, question, said, [])
    reading_actions.hand_in(reading, by=person)


def _asked(cast, by="owner"):
    portfolio = portfolio_of(cast.organisation, getattr(cast, by))
    return {each.text: each for each in portfolio.questions}


def test_questions_are_counted_over_rounds_and_not_relevant_is_no_zero(cast, a_round, read):
    """A question of the toolkit is the same in all rounds, an own one where its words are."""
    first, second = a_round("One"), a_round("Two", own="who  CONSENTS")
    read(first, ABSENT, PARTLY)
    read(second, ABSENT, NOT_RELEVANT)
    read(second, YES, ABSENT)
    asked = _asked(cast)
    toolkit = next(each for each in asked.values() if each.ref)
    (own,) = (each for each in asked.values() if not each.ref)
    assert (toolkit.absent, toolkit.partly, toolkit.read) == (2, 0, 3)
    assert (own.absent, own.partly, own.read) == (1, 1, 2)
    assert own.remedies == [("add", 1), ("modify", 1)]


def test_a_question_that_one_applicant_answered_is_not_passed_on(cast, a_round, read):
    """However many proposals are theirs; a question of several rounds counts the applicants of all."""
    first, second = a_round("One"), a_round("Two", own="Asked here alone")
    for applicant in ("Clear Water", "Bright Path"):
        read(first, ABSENT, YES, applicant=applicant)
    for _number in range(5):
        read(second, ABSENT, ABSENT, applicant="Open Doors")
    asked = _asked(cast)
    assert (asked["Asked here alone"].read, asked["Asked here alone"].is_enough) == (5, False)
    toolkit = next(each for each in asked.values() if each.ref)
    assert (toolkit.applicants, toolkit.is_enough) == (3, True)


def test_where_assessors_differ_nothing_counts_before_the_panel_agrees(cast, a_round, read):
    round = a_round("One")
    proposal = read(round, ABSENT, YES)
    _read(cast, proposal, (PARTLY, YES), by="editor")
    assert not any(each.ref for each in _asked(cast).values())
    question = round.questions.first()
    deciding.agree(proposal, question, PARTLY, by=cast.owner)
    (toolkit,) = (each for each in _asked(cast).values() if each.ref)
    assert (toolkit.absent, toolkit.partly) == (0, 1)


def test_a_conflict_leaves_the_proposal_out_of_every_number(cast, a_round, read):
    """The editor counts the same whatever was found of the proposal that they have a conflict with."""
    round = a_round("One")
    other = read(round, ABSENT, YES)
    assigning.declare(other, conflict="", words="", suggested=[], by=cast.editor)
    here = reverse("appraisals:portfolio", args=[cast.organisation.pk])
    hidden, _secret = applying.hand_in(round, APPLICANT, by=None, file=("a.md", b"The words."))
    assigning.declare(hidden, conflict="financial", words="x", suggested=[], by=cast.editor)
    before = _lines(cast.client("editor").get(here))
    _read(cast, hidden, (PARTLY, ABSENT))
    assert _lines(cast.client("editor").get(here)) == before
    assert "1 proposal is left out" in " ".join(" ".join(before).split())
    assert _asked(cast)[OWN].absent == 1


def _lines(answer):
    lines = answer.content.decode().splitlines()
    return [each for each in lines if "csrfmiddlewaretoken" not in each]


def test_those_who_do_not_manage_find_no_portfolio(cast, a_round):
    here = reverse("appraisals:portfolio", args=[cast.organisation.pk])
    assert cast.client("appraiser").get(here).status_code == 403
    assert cast.client("outsider").get(here).status_code == 404
    assert cast.client("owner").get(here).status_code == 200


def test_the_page_asks_the_same_of_the_database_however_many_there_are(
    cast, a_round, read, django_assert_max_num_queries
):
    for number in range(6):
        read(a_round(f"Round {number}"), ABSENT, YES)
    client, here = (
        cast.client("owner"),
        reverse("appraisals:portfolio", args=[cast.organisation.pk]),
    )
    with django_assert_max_num_queries(26):
        client.get(here)


@pytest.mark.parametrize("of", [ENOUGH, 6, 9, 40])
def test_a_number_that_leaves_fits_several_counts_at_either_end(of):
    """Whoever knows who took part can't tell of anybody from 'all', 'none' or 'all but mine'."""
    by_text: dict[str, list[int]] = {}
    for count in range(of + 1):
        by_text.setdefault(str(published_count(count, of)), []).append(count)
    sure = [counts[0] for counts in by_text.values() if len(counts) == 1]
    assert all(FEWEST <= count <= of - FEWEST for count in sure)
    assert {0, 1, of - 1, of} <= {
        c for counts in by_text.values() if len(counts) > 1 for c in counts
    }


def test_the_note_names_no_applicant_and_waits_until_numbers_tell_of_nobody(cast, a_round, read):
    round, here = a_round("Safe work"), [cast.organisation.pk]
    names = ["Open Doors", "Clear Water", "Bright Path"]
    for applicant in [*names, names[0]]:
        read(round, ABSENT, YES, applicant=applicant)
    client = cast.client("owner")
    page, note = (reverse(f"appraisals:{name}", args=here) for name in ("portfolio", "note"))
    calling.finish(round, by=cast.owner)
    assert "five proposals or more" in client.get(page).content.decode()
    assert client.post(note, {"export": "learning-note.docx"}).status_code == 404
    Round.objects.update(finished=None)
    read(Round.objects.get(), YES, PARTLY, applicant="Bright Path")
    assert "five proposals or more" in client.get(page).content.decode()  # not finished
    calling.finish(Round.objects.get(), by=cast.owner)
    word = client.post(note, {"export": "learning-note.docx"})
    text = text_of(word.content)
    assert "Safe work" in text
    assert "more than 2 of 5" in text  # four of five left it open
    assert OWN not in text  # one of five is not told
    assert not any(name in text for name in [*names, "Ana Ruiz"])
    pdf = client.post(note, {"export": "learning-note.pdf"})
    assert pdf.content.startswith(b"%PDF")
    assert client.post(note, {"export": "grades.pdf"}).status_code == 404
    job = reverse("appraisals:note-job", args=[*here, uuid.uuid4()])
    assert client.get(job).status_code == 404


@pytest.mark.parametrize(
    ("applicants", "is_told"),
    [
        (["Open Doors", "Open Doors", "Open Doors", "Clear Water", "Bright Path"], True),
        (["Open Doors", "Open Doors", "OPEN  DOORS", "Open Doors", "Clear Water"], False),
        (["Open Doors", "Clear Water", "Bright Path"], False),
    ],
)
def test_what_became_of_promises_is_told_of_five_programmes_of_three_applicants(
    applicants, is_told
):
    promise = Promise("Judges trained", "200", None)
    kinds = [type(block) for block in _promised([(name, [promise]) for name in applicants])]
    assert (Table in kinds) is is_told
    assert (Missing in kinds) is not is_told


def test_promises_are_counted_by_programme_and_not_by_indicator():
    """Four indicators of one programme are one programme, which nobody is to learn of."""
    reached = Mock(stands=Stands.REACHED)
    open_one = Promise("Judges trained", "200", None)
    names = ["Open Doors", "Clear Water", "Bright Path", "Safe Road", "High Ground"]
    told = [(name, [open_one]) for name in names[1:]]
    (table,) = (
        each for each in _promised([(names[0], [reached] * 4), *told]) if isinstance(each, Table)
    )
    counts = dict(table.rows)
    assert counts["Target reached"] == "fewer than 3 of 5"
    assert counts["Without a figure, or none that can be shown"] == "more than 2 of 5"


def _promised(told):
    """What a note says of the promises of applicants."""
    portfolio = Portfolio([])
    programmes = [Programme(Proposal(applicant=name), promises) for name, promises in told]
    vars(portfolio)["programmes"] = programmes  # as they come from the database
    vars(portfolio)["questions"] = []
    note = learning_note(portfolio, Organisation(name="A funder"), on=date(2026, 5, 1))
    return note.sections[-1].blocks


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def _indicator(name: str, **more):
    target = {"due": date(2026, 12, 31), "value": Decimal(200)}
    usual = {"measure": "count", "unit": "people", "direction": "up", "baseline": {"value": 0}}
    return {"id": name, "statement": f"{name} trained", "targets": [target], **usual, **more}


@pytest.fixture
def funded(cast, call, work):
    """A design from elsewhere, approved there, handed in, funded and measured."""
    design = Design.model_validate(
        {
            "title": "Safe work",
            "start": date(2026, 1, 1),
            "end": date(2026, 12, 31),
            "indicators": [
                _indicator("judges", counts_people=True, frequency="quarterly"),
                _indicator("clients", counts_people=True, frequency="quarterly"),
                _indicator("never", counts_people=False, frequency="yearly"),
            ],
        }
    )
    record = store.create(
        by=cast.outsider, organisation=cast.elsewhere, document=design, origin="blank"
    )
    submission = submitting.submit(record, by=cast.outsider, name="Full proposal")
    submitting.approve(record, submission, by=cast.outsider)
    made, _secret = work(
        lambda: applying.hand_in(call, APPLICANT, by=cast.outsider, submission=submission)
    )
    calling.name_assessors(call, [cast.owner], by=cast.owner)
    _read(cast, made, (YES, YES, YES))
    said = {"outcome": "fund", "reason": "Good", "letter": "Dear Ana"}
    deciding.issue(deciding.decide(made, **said, by=cast.owner), by=cast.owner)
    for name, value in (("judges", 90), ("clients", 4)):
        rows = Measurement.objects.filter(indicator__key=name).select_related("period__document")
        row = rows.order_by("period__end").first()
        enter(row, Count(Decimal(value)), by=cast.outsider)
        hand_in(row, by=cast.outsider)
        decide(
            Measurement.objects.select_related("period__document").get(pk=row.pk), by=cast.outsider
        )
    return Proposal.objects.get(pk=made.pk)


def test_figures_of_an_applicant_are_seen_only_while_they_share_them(cast, funded):
    page = reverse("appraisals:portfolio", args=[cast.organisation.pk])
    owner, applicant = cast.client("owner"), cast.client("outsider")
    own = reverse("appraisals:own-application", args=[funded.pk])
    closed = owner.get(page).content.decode()
    assert "does not share where its indicators stand" in closed
    assert "judges trained" not in closed
    applicant.post(own, {"act": "share-figures"})
    shown = owner.get(page).content.decode()
    assert "judges trained" in shown
    assert "target 200" in shown
    assert "90" in shown
    log = owner.get(reverse("appraisals:log", args=[funded.round_id])).content.decode()
    assert "The applicant shares where its indicators stand" in log
    applicant.post(own, {"act": "keep-figures"})
    assert owner.get(page).content.decode().count("judges trained") == 0


def test_sharing_ends_even_once_the_design_is_archived(cast, funded):
    own = reverse("appraisals:own-application", args=[funded.pk])
    applicant = cast.client("outsider")
    applicant.post(own, {"act": "share-figures"})
    archiving.archive(funded.document, by=cast.outsider)
    assert "keep-figures" in applicant.get(own).content.decode()
    applicant.post(own, {"act": "keep-figures"})
    assert Proposal.objects.get(pk=funded.pk).figures_shared is None
    assert applicant.post(own, {"act": "share-figures"}).status_code == 404


def test_small_counts_of_people_are_held_back_from_the_funder(cast, funded):
    cast.client("outsider").post(
        reverse("appraisals:own-application", args=[funded.pk]), {"act": "share-figures"}
    )
    (programme,) = portfolio_of(cast.organisation, cast.owner).programmes
    lines = {each.indicator: each.line for each in programme.promises}
    assert "<11" in lines["clients trained"].value
    assert "90" in lines["judges trained"].value


def test_only_those_who_may_act_for_the_design_share_its_figures(cast, funded, client):
    """Whoever has the link alone does not, nor the one who handed it in and left since."""
    Proposal.objects.filter(pk=funded.pk).update(digest="0" * 64)
    own = reverse("appraisals:own-application", args=[funded.pk])
    cast.outsider.memberships.update(role="reader")
    applicant = cast.client("outsider")
    assert "share-figures" not in applicant.get(own).content.decode()
    assert applicant.post(own, {"act": "share-figures"}).status_code == 404
    assert Proposal.objects.get(pk=funded.pk).figures_shared is None


def test_promises_of_the_organisation_itself_need_no_leave(cast, funded):
    Proposal.objects.filter(pk=funded.pk).update(from_organisation=cast.organisation.pk)
    (programme,) = portfolio_of(cast.organisation, cast.owner).programmes
    assert len(programme.promises) == 3


def test_promises_of_all_programmes_are_asked_for_at_once(cast, funded):
    def queries() -> int:
        rows = Proposal.objects.filter(decision__isnull=False).select_related("round", "decision")
        proposals = list(rows)
        with CaptureQueriesContext(connection) as asked:
            found = programmes_of(proposals)
        assert [len(each.promises) for each in found] == [3] * len(proposals)
        return len(asked)

    Proposal.objects.update(from_organisation=cast.organisation.pk)
    for_one = queries()
    file, decision = funded.files.get(), funded.decision
    for number in range(2, 5):
        funded.pk, funded.number, funded.digest = uuid.uuid4(), number, str(number)
        funded.from_organisation = cast.organisation.pk
        funded.save(force_insert=True)
        file.pk, file.proposal = None, funded
        decision.pk, decision.proposal = None, funded
        file.save(force_insert=True)
        decision.save(force_insert=True)
    assert queries() == for_one


def test_what_is_not_funded_or_not_approved_promises_nothing(cast, funded):
    for outcome, approved in product(("decline", "fund"), (None, timezone.now())):
        funded.decision.outcome = outcome
        funded.decision.save()
        funded.document.revisions.get().submissions.update(approved=approved)
        found = portfolio_of(cast.organisation, cast.owner).programmes
        assert bool(found) == (outcome == "fund" and approved is not None)
