"""Who is suggested for which proposal, why, and what a suggestion must not tell."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.appraisals.conftest import APPLICANT
from trueline.web.appraisals.actions import applying, assigning
from trueline.web.appraisals.expertise import About, Suggestion, about, suggested
from trueline.web.appraisals.models import Assessor, Expertise, Proposal, ProposalFile, Reading
from trueline.web.archives.person import person_as_data
from trueline.web.library.edition import toolkit_in_use

NEPALI = "Brokers in Nepal take fees. Nepal has laws, and women of Nepal know them. So does Qatar."
HERE = About("fr", frozenset(["NP"]), frozenset(["awareness"]))


def _of(pk, **known):
    assessor = Assessor(pk=pk, user_id=pk)
    said = {"sections": [], "languages": [], "countries": [], **known}
    return assessor, (Expertise(user_id=pk, **said) if known else None)


def _order(load, *people):
    known = {assessor.user_id: said for assessor, said in people if said}
    found = suggested([assessor for assessor, _said in people], HERE, load, known)
    return [each.assessor.pk for each in found]


def test_what_fits_counts_as_one_proposal_less():
    plain, nepal = _of(1), _of(2, countries=["NP", "QA"])
    both = _of(3, countries=["NP"], sections=["awareness", "legal"])
    assert _order({1: 1, 2: 2, 3: 3}, plain, nepal, both) == [1, 2, 3]
    assert _order({1: 2, 2: 2, 3: 3}, plain, nepal, both) == [2, 3, 1]
    assert _order({1: 0, 2: 0, 3: 0}, plain, nepal, both) == [3, 2, 1]


def test_who_does_not_read_the_language_comes_last_and_is_told_so():
    silent, other, reads = _of(1), _of(2, languages=["es"]), _of(3, languages=["fr", "en"])
    assert _order({1: 5, 2: 0, 3: 5}, silent, other, reads) == [3, 1, 2]
    said = Suggestion(other[0], 0, HERE, other[1]).reasons
    assert "did not name French" in said
    assert "reads French" in Suggestion(reads[0], 0, HERE, reads[1]).reasons


def test_every_question_belongs_to_a_section_by_its_name():
    toolkit = toolkit_in_use()
    sections = {each.id for each in toolkit.sections}
    assert {each.id.partition(".")[0] for each in toolkit.questions()} <= sections


@pytest.fixture
def of_nepal(appraisal, work):
    made, _secret = work(
        lambda: applying.hand_in(
            appraisal.round, APPLICANT, by=None, file=("n.txt", NEPALI.encode())
        )
    )
    return made


def test_a_document_says_its_language_and_the_countries_it_names_often(appraisal, of_nepal):
    found = about(appraisal.round, [of_nepal])[of_nepal.pk]
    assert found.language == "en"
    assert found.countries == {"NP"}  # Qatar stands there once
    assert found.sections == {"awareness", "foundations"}


def test_one_says_of_oneself_what_one_knows(cast, db):
    client, here = cast.client("editor"), reverse("appraisals:expertise")
    said = {"matter": ["legal"], "languages": ["fr"], "countries": "Nepal, Katar"}
    assert client.post(here, said).status_code == 302
    known = Expertise.objects.get()
    assert (known.user, known.sections, known.countries) == (cast.editor, ["legal"], ["NP", "QA"])
    assert "Nepal" in client.get(here).content.decode()
    wrong = client.post(here, {**said, "countries": "Atlantis"})
    assert wrong.status_code == 422
    assert client.post(here, {"languages": ["tlh"]}).status_code == 422
    assert "['NP', 'QA']" in str(person_as_data(cast.editor))
    assert "Qatar" not in cast.client("owner").get(here).content.decode()
    cast.editor.delete()
    assert not Expertise.objects.exists()


def test_the_page_of_a_proposal_says_who_fits_and_why(appraisal, of_nepal):
    said = {"sections": ["awareness"], "languages": ["en"], "countries": ["NP"]}
    assigning.say_expertise(said, by=appraisal.expert)
    assigning.declare(of_nepal, conflict="", words="", suggested=[], by=appraisal.cast.owner)
    page = appraisal.client("owner").get(reverse("appraisals:proposal", args=[of_nepal.pk]))
    options = page.content.decode().partition("<select")[2].partition("</select")[0]
    first = " ".join(options.partition("</option>")[0].split())
    assert "Expert Person (0 proposals assigned · reads English · knows: Nepal, " in first


def test_by_load_and_expertise_never_beats_a_conflict_or_match(appraisal, of_nepal):
    for name in ("editor", "expert"):
        said = {"sections": ["awareness"], "languages": ["en"], "countries": ["NP"]}
        assigning.say_expertise(said, by=appraisal.user(name))
    assigning.declare(
        of_nepal, conflict="former", words="x", suggested=[], by=appraisal.cast.editor
    )
    appraisal.expert.email = "expert@opendoors.example"
    appraisal.expert.save()
    appraisal.client("owner").post(reverse("appraisals:assign-by-load", args=[appraisal.round.pk]))
    names = {str(each.assessor) for each in of_nepal.readings.all()}
    assert names == {"Owner Person", "Appraiser Person"}


def test_the_load_that_is_shown_tells_nothing_of_a_proposal_in_conflict(appraisal, of_nepal):
    """The owner has a conflict with one proposal, and learns from the page of another who reads it neither
    by a number nor by an order."""
    appraisal.declare("owner", conflict="financial")
    assigning.declare(of_nepal, conflict="", words="", suggested=[], by=appraisal.cast.owner)
    here = reverse("appraisals:proposal", args=[of_nepal.pk])
    before = _select(appraisal.client("owner").get(here))
    appraisal.assign("expert")
    appraisal.assign("editor")
    assert Reading.objects.count() == 2
    assert _select(appraisal.client("owner").get(here)) == before


def _select(page):
    return page.content.decode().partition("<select")[2].partition("</select")[0]


def test_a_design_is_about_the_countries_that_it_says(cast, call, record, work):
    from trueline.web.documents.actions import submitting
    from trueline.web.documents.store import document_of

    submission = submitting.submit(record, by=cast.editor, name="Full")
    work(lambda: applying.hand_in(call, APPLICANT, by=cast.editor, submission=submission))
    assert ProposalFile.objects.get().countries == list(document_of(record).countries)
    assert Proposal.objects.get().document == record
