"""Others' readings are not given away by what stands around them: lists, logs, drafts, learned words."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import ANSWER, TEXT
from trueline.web.accounts.models import Membership, Organisation
from trueline.web.appraisals.actions import applying, calling
from trueline.web.appraisals.actions import reading as actions
from trueline.web.appraisals.actions.reading import FindingOpinion, PassageMark
from trueline.web.appraisals.archive_rows import of_person
from trueline.web.appraisals.findings import Reviewed
from trueline.web.appraisals.models import Declaration, LearnedTerm, Mark, Opinion, Round
from trueline.web.archives.organisation import write_organisation
from trueline.web.comments.models import Comment
from trueline.web.documents.models import DocumentRecord

QUOTE = "Each client signs an informed consent"
pytestmark = pytest.mark.either_database


def _page(appraisal, who, name):
    """The words of a page of the round, as one line."""
    answer = appraisal.client(who).get(reverse(f"appraisals:{name}", args=[appraisal.round.pk]))
    lines = answer.content.decode().splitlines()
    return " ".join(each.strip() for each in lines if "csrfmiddlewaretoken" not in each)


def _take(appraisal, reading, quote=QUOTE):
    file = appraisal.proposal.files.get()
    start = TEXT.replace("# ", "").replace("\n\n", "\n").index(quote)
    mark = PassageMark(file, Mark.Kind.OWN, start, start + len(quote), 1, quote)
    question = appraisal.round.questions.get(key="awareness.target-group")
    actions.answer(reading, question, ANSWER, [mark])


def test_the_log_tells_who_has_a_conflict_nothing_of_a_proposal_that_was_withdrawn(appraisal):
    appraisal.declare("owner", conflict="professional")
    before = _page(appraisal, "owner", "log").count("<li>")
    appraisal.read("expert")
    applying.withdraw(appraisal.proposal, by=None)
    assert "Handed in a reading" not in _page(appraisal, "owner", "log")
    assert _page(appraisal, "owner", "log").count("<li>") == before
    appraisal.declare("editor")
    assert "Handed in a reading" in _page(
        appraisal, "editor", "log"
    )  # and it is complete for others


def test_who_has_seen_the_panel_is_not_assigned_by_load(appraisal):
    """The round asks for two readings, and one is in: the editor has seen it, and reads no more."""
    people = [appraisal.cast.editor, appraisal.expert]
    calling.name_assessors(appraisal.round, people, by=appraisal.cast.owner)
    appraisal.declare("editor")
    appraisal.read("expert")
    assert appraisal.client("editor").get(appraisal.url("panel")).status_code == 200
    appraisal.client("owner").post(reverse("appraisals:assign-by-load", args=[appraisal.round.pk]))
    names = {str(each.assessor) for each in appraisal.proposal.readings.all()}
    assert names == {"Expert Person"}


def test_who_saw_the_panel_before_it_closed_again_is_not_assigned_later(appraisal):
    appraisal.declare("editor")
    appraisal.declare("owner")
    appraisal.read("expert")
    appraisal.assign("appraiser")
    assert appraisal.client("editor").get(appraisal.url("panel")).status_code == 404
    editor = appraisal.round.assessors.get(user=appraisal.cast.editor)
    assert (
        f'value="{editor.pk}"'
        not in appraisal.client("owner")
        .get(appraisal.url("proposal"))
        .content.decode()
        .partition('id="assessor"')[2]
    )
    appraisal.client("owner").post(appraisal.url("assign"), {"assessor": editor.pk})
    assert not appraisal.proposal.readings.filter(assessor=editor).exists()


def test_the_list_of_assessors_does_not_tell_who_has_handed_in(appraisal):
    """Taken from the list, two people go from it alike, though one of them had handed in."""
    appraisal.declare("owner", conflict="professional")
    appraisal.assign("editor")
    appraisal.read("expert")
    named = reverse("appraisals:assessors", args=[appraisal.round.pk])
    appraisal.client("owner").post(named, {"people": [appraisal.cast.owner.pk], "save": "yes"})
    page = _page(appraisal, "owner", "round")
    assert "<bdi>Owner Person</bdi>" in page
    for name in ("Editor Person", "Expert Person"):
        assert f"<bdi>{name}</bdi>" not in page
    listed = appraisal.client("owner").get(named).context["form"]
    assert listed.initial["people"] == [str(appraisal.cast.owner.pk)]
    assert appraisal.proposal.readings.exclude(submitted=None).count() == 1
    calling.name_assessors(appraisal.round, [appraisal.expert], by=appraisal.cast.owner)
    assert "<bdi>Expert Person</bdi>" in _page(appraisal, "owner", "round")


def test_who_still_reads_does_not_learn_from_the_choice_of_assessors_who_else_does(appraisal):
    appraisal.assign("owner")
    appraisal.declare("owner")
    client = appraisal.client("owner")

    def offered():
        page = client.get(appraisal.url("proposal")).content.decode()
        return page.partition('id="assessor"')[2].partition("</select>")[0]

    before = offered()
    assert "Editor Person" in before
    appraisal.read("editor")
    assert offered() == before
    editor = appraisal.round.assessors.get(user=appraisal.cast.editor)
    client.post(appraisal.url("assign"), {"assessor": editor.pk})
    assert appraisal.proposal.readings.count() == 2


@pytest.fixture
def case(appraisal, work):
    """The proposal that counts is left; what `appraisal` speaks of is the calibration case."""
    owner = appraisal.cast.owner
    appraisal.proposal = work(
        lambda: applying.give_calibration(appraisal.round, "A case", ("c.md", b"Words."), by=owner)
    )
    return appraisal


def test_the_calibration_page_does_not_tell_that_somebody_has_handed_in(case):
    case.declare("owner")
    case.declare("expert")
    before = _page(case, "owner", "calibration")
    case.read("expert")
    assert _page(case, "owner", "calibration") == before


def test_who_has_seen_what_others_found_of_the_case_does_not_get_it(case):
    calling.name_assessors(case.round, [case.expert], by=case.cast.owner)
    case.declare("owner")
    case.read("expert")
    assert case.client("owner").get(case.url("panel")).status_code == 200
    people = [case.expert, case.cast.owner, case.cast.editor]
    calling.name_assessors(case.round, people, by=case.cast.owner)
    names = {str(each.assessor) for each in case.proposal.readings.all()}
    assert names == {"Expert Person", "Editor Person"}


def test_a_draft_in_the_funders_organisation_holds_no_marks_while_others_read(appraisal):
    """All its members can open the draft, those who still read the proposal among them."""
    for name in ("editor", "expert"):
        appraisal.assign(name)
        appraisal.declare(name)
    reading = appraisal.proposal.readings.get(assessor__user=appraisal.cast.editor)
    _take(appraisal, reading)
    editor, here = appraisal.client("editor"), {"organisation": appraisal.cast.organisation.pk}
    assert "stays out" in " ".join(editor.get(appraisal.url("draft")).content.decode().split())
    editor.post(appraisal.url("draft"), here)
    draft = DocumentRecord.objects.get(title="Villages that ask")
    taken = Comment.objects.filter(document=draft, text__contains=f"\n“{QUOTE}”")
    assert QUOTE not in draft.content
    assert not taken.exists()
    for one in appraisal.proposal.readings.all():
        for question in actions.unanswered(one):
            actions.answer(one, question, ANSWER, [])
        actions.hand_in(one, by=one.assessor.user)
    editor.post(appraisal.url("draft"), here)
    assert any(QUOTE in each.content for each in DocumentRecord.objects.all())


def test_no_draft_is_begun_where_somebody_has_a_conflict(appraisal):
    own = Organisation.objects.create(name="Consultants")
    for user in (appraisal.cast.editor, appraisal.expert):
        Membership.objects.create(organisation=own, user=user, role="editor")
    appraisal.declare("editor")
    appraisal.declare("expert", conflict="former")
    for organisation in (own, appraisal.cast.organisation):
        answer = appraisal.client("editor").post(
            appraisal.url("draft"), {"organisation": organisation.pk}
        )
        assert answer.status_code == 422
    assert not DocumentRecord.objects.exists()


def test_what_somebody_who_left_had_only_begun_is_counted_and_taken_away_nowhere(appraisal):
    begun = appraisal.assign("expert")
    appraisal.declare("expert")
    _take(appraisal, begun)
    for name in ("editor", "owner"):
        appraisal.read(name)
    appraisal.expert.delete()
    page = _page(appraisal, "owner", "agreement")
    stream = io.BytesIO()
    write_organisation(appraisal.cast.organisation, stream, by=appraisal.cast.owner)
    with zipfile.ZipFile(stream) as archive:
        answers = json.loads(archive.read("appraisals/answers.json"))
        marks = json.loads(archive.read("appraisals/passages.json"))
    assert {each["by"] for each in answers} == {"Editor Person", "Owner Person"}
    assert not marks
    question = appraisal.round.questions.get(key="awareness.target-group")
    actions_of = appraisal.proposal.readings.exclude(submitted=None)
    for reading in actions_of:
        reading.answers.filter(question=question).update(verdict="partly", remedy="add")
    assert _page(appraisal, "owner", "agreement") == page  # two of two agree, as before


def test_a_conflict_takes_away_all_that_was_begun(appraisal):
    reading = appraisal.assign("expert")
    appraisal.declare("expert")
    finding = Reviewed(appraisal.proposal.files.get(), "a.rule", "", (), "It says nothing.")
    actions.opine(reading, [FindingOpinion(finding, Opinion.Kind.HOLDS)])
    appraisal.declare("expert", conflict="personal")
    assert not Opinion.objects.exists()


def test_learned_words_are_not_shown_to_who_has_a_conflict_with_what_taught_them(appraisal):
    appraisal.read("expert")
    Round.objects.update(finished=timezone.now())
    LearnedTerm.objects.create(
        organisation=appraisal.cast.organisation,
        question="awareness.target-group",
        term="quetzal",
        taken=3,
        refused=0,
        documents=3,
    )
    terms = reverse("appraisals:terms", args=[appraisal.round.pk])

    def seen():
        client = appraisal.client("owner")
        stream = io.BytesIO()
        write_organisation(appraisal.cast.organisation, stream, by=appraisal.cast.owner)
        with zipfile.ZipFile(stream) as archive:
            rows = archive.read("appraisals/learned-terms.json").decode()
        file = b"".join(client.get(terms, {"format": "csv"})).decode()
        return ["quetzal" in each for each in (client.get(terms).content.decode(), file, rows)]

    assert seen() == [True, True, True]
    appraisal.declare("owner", conflict="institutional")
    assert seen() == [False, False, False]


def test_declarations_are_kept_and_the_open_conflict_holds_whatever_was_declared_beside_it(
    appraisal,
):
    appraisal.declare("editor")
    for sort in ("former", "financial"):
        appraisal.declare("owner", conflict=sort)
        if sort == "former":
            appraisal.dismiss()
    listed = appraisal.client("editor").get(appraisal.url("conflicts")).content.decode()
    assert listed.index("Former") < listed.index("Financial")
    assert listed.count("Dismissed on") == 1
    export = [each for each in of_person(appraisal.cast.owner) if "declared" in each]
    assert [(each["declared"], bool(each["dismissed"])) for each in export] == [
        ("former", True),
        ("financial", False),
    ]
    Declaration.objects.create(  # what a second window had sent at the same moment
        proposal=appraisal.proposal,
        user=appraisal.cast.owner,
        pseudonym=appraisal.cast.owner.pseudonym,
    )
    owner = appraisal.client("owner")
    assert owner.get(appraisal.url("proposal")).status_code == 404
    assert appraisal.proposal.receipt in _page(appraisal, "owner", "round")
    assert appraisal.proposal.applicant not in _page(appraisal, "owner", "round")
    pseudonym = appraisal.cast.owner.pseudonym
    appraisal.cast.owner.delete()
    left = Declaration.objects.filter(pseudonym=pseudonym)
    assert [each.user for each in left] == [None] * 3
