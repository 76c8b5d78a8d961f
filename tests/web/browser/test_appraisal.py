"""A proposal from a stranger's browser to a reading by keyboard alone, and to the letter."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.web.appraisals.conftest import CALL, TEXT, read_here
from tests.web.browser.looking import fits, violations
from trueline.passages import uploads
from trueline.web.appraisals.actions import assigning, calling
from trueline.web.appraisals.models import Mark, Proposal
from trueline.web.tasks.worker import Worker

KEYS = 4
"""Strokes for each question at most: twenty questions take ninety with those on the way."""


def test_from_a_strangers_proposal_to_the_letter(visit, cast, tmp_path, monkeypatch):
    monkeypatch.setattr(uploads, "read_in_sandbox", read_here)
    round = calling.begin(
        cast.organisation, {**CALL, "deadline": timezone.now() + timedelta(days=9)}, by=cast.owner
    )
    keys = ["awareness.target-group", "foundations.displacement"]
    calling.choose_questions(round, keys, ["Who consents?"], by=cast.owner)
    calling.open_call(round, by=cast.owner)
    calling.name_assessors(round, [cast.owner], by=cast.owner)

    stranger = visit(None, f"/calls/{round.pk}/")
    stranger.get_by_text("by your clocks:").wait_for()
    for label, value in (
        ("Title of your proposal", "Villages that ask"),
        ("Your organisation", "Open Doors"),
        ("Contact person", "Ana Ruiz"),
        ("Mail address", "ana@opendoors.example"),
    ):
        stranger.get_by_label(label).fill(value)
    file = tmp_path / "work.md"
    file.write_text(TEXT)
    stranger.get_by_label("Document").set_input_files(file)
    stranger.get_by_role("button", name="Hand in").click()
    stranger.get_by_text("Keep the address of this page").first.wait_for()
    assert violations(stranger) == []
    receipt = stranger.url
    worker = Worker(pause=0)
    while worker.once():
        pass

    proposal = Proposal.objects.get()
    assigning.assign(proposal, round.assessors.get(), by=cast.owner)
    owner = visit("owner", f"/proposals/{proposal.pk}/read/")
    owner.get_by_label("No, there is none").check()
    owner.get_by_role("button", name="Declare").click()
    owner.get_by_role("link", name="Read it").click()
    owner.get_by_role("list").get_by_role("link", name="Could trafficking move").click()
    for number, strokes in ((1, "ja1s"), (2, "2s"), (3, "3s")):
        owner.locator("p.kind", has_text=f"Question {number} of 3").wait_for()
        if number == 1:
            assert violations(owner) == []
            assert fits(owner)
        if number == 2:  # whoever touches a key by mistake turns them off
            owner.get_by_label("Use these keys").uncheck()
            owner.keyboard.press("1")
            assert owner.locator("[name=verdict]:checked").count() == 0
            owner.get_by_label("Use these keys").check()
        assert len(strokes) <= KEYS
        for key in strokes:
            owner.keyboard.press(key)
    owner.get_by_role("button", name="Hand in").click()
    assert Mark.objects.get().kind == "accepted"
    owner.get_by_role("link", name="What assessors found").first.click()
    assert violations(owner) == []
    owner.goto(f"/proposals/{proposal.pk}/draft/")
    owner.get_by_role("button", name="Begin the draft").click()
    owner.get_by_text("The draft is begun.").first.wait_for()
    assert violations(owner) == []
    owner.goto(f"/proposals/{proposal.pk}/decide/")
    owner.get_by_label("Fund", exact=True).check()
    owner.get_by_label("Reasons, for your records").fill("It answers what counts.")
    owner.get_by_role("button", name="Save").click()
    owner.get_by_role("button", name="Issue the letter").click()
    with owner.expect_download() as waiting:
        owner.get_by_role("button", name="Letter as PDF").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    stranger.goto(receipt)
    stranger.get_by_text("We are glad to tell you").wait_for()
