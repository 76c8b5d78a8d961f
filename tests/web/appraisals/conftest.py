"""A round of the organisation with a proposal from outside, three people who read, and one who may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.passages import uploads
from trueline.web.accounts.models import Membership, User
from trueline.web.appraisals.actions import applying, assigning, calling, deciding
from trueline.web.appraisals.actions import reading as reading_actions
from trueline.web.appraisals.models import Declaration, Proposal, Reading, Round
from trueline.web.tasks.worker import Worker

TEXT = """# Safe work

The programme was designed with women who had worked abroad. They chose its aims.

The team checks every quarter whether recruiters move to neighbouring villages because of the work.

Each client signs an informed consent, and can leave at any time.
"""
CALL: dict[str, Any] = {
    "title": "Safe work 2027",
    "text": "We fund work against trafficking.",
    "budget": Decimal(900_000),
    "currency": "EUR",
    "time_zone": "Europe/Vienna",
    "late_hours": 24,
    "assessors_each": 2,
    "criteria": ["It is a registered organisation"],
}
APPLICANT = {
    "title": "Villages that ask",
    "applicant": "Open Doors",
    "contact": "Ana Ruiz",
    "email": "ana@opendoors.example",
    "time_zone": "Asia/Manila",
}
ANSWER = {"verdict": "addressed", "remedy": "", "reason": "", "to_panel": "", "to_applicant": ""}


def read_here(reader: str, data: bytes, name: str, **options: Any) -> Any:
    """What `read_in_sandbox` does, in this process."""
    return getattr(uploads, reader.partition(":")[2])(data, name, **options)


@pytest.fixture(autouse=True)
def _read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proposals are read in this process; that another one does it, tests/passages shows."""
    monkeypatch.setattr(uploads, "read_in_sandbox", read_here)


@pytest.fixture
def work(django_capture_on_commit_callbacks: Any) -> Callable[[Callable[[], Any]], Any]:
    """Do something, and all that it leaves to workers."""

    def done(act: Callable[[], Any]) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            made = act()
        worker = Worker(pause=0)
        while worker.once():
            pass
        return made

    return done


@dataclass
class Appraisal:
    """A round and those who take part. `url` is an address of the proposal."""

    cast: Any
    round: Round
    proposal: Proposal
    secret: str
    expert: User

    def url(self, name: str, *more: object) -> str:
        return reverse(f"appraisals:{name}", args=[self.proposal.pk, *more])

    def client(self, name: str) -> Client:
        if name != "expert":
            return self.cast.client(name)
        client = Client()
        client.force_login(
            self.expert, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    def user(self, name: str) -> User:
        return self.expert if name == "expert" else getattr(self.cast, name)

    def declare(self, name: str, conflict: str = "") -> None:
        assigning.declare(
            self.proposal, conflict=conflict, words="Words", suggested=[], by=self.user(name)
        )

    def dismiss(self) -> None:
        """The editor, an owner from now on, finds that the one open conflict is none."""
        Membership.objects.filter(user=self.cast.editor).update(role="owner")
        declared = Declaration.objects.open_conflicts().get()
        values = {"declaration": declared.pk, "reason": "Long ago"}
        self.client("editor").post(self.url("conflicts"), values)
        assert not Declaration.objects.open_conflicts().exists()

    def assign(self, name: str) -> Reading:
        user = self.user(name)
        assessor = self.round.assessors.get(pseudonym=user.pseudonym)
        assigning.assign(self.proposal, assessor, by=self.cast.owner)
        return Reading.objects.get(proposal=self.proposal, assessor=assessor)

    def read(self, name: str, **said: str) -> None:
        """Declare, answer every question alike, and hand in."""
        reading = self.assign(name)
        self.declare(name)
        for question in self.round.questions.all():
            reading_actions.answer(reading, question, {**ANSWER, **said}, [])
        reading_actions.hand_in(reading, by=self.user(name))

    def decide(self) -> Any:
        return deciding.decide(
            self.proposal,
            outcome="conditions",
            reason="Because the panel said so",
            letter="Dear Ana Ruiz,\n\nWe will fund it.",
            by=self.cast.owner,
        )


@pytest.fixture
def call(cast: Any) -> Round:
    """An open call with two questions of the toolkit and one of the funder's own."""
    values = {**CALL, "deadline": timezone.now() + timedelta(days=9)}
    round = calling.begin(cast.organisation, values, by=cast.owner)
    calling.choose_questions(
        round,
        ["awareness.target-group", "foundations.displacement"],
        ["Who consents?"],
        by=cast.owner,
    )
    calling.open_call(round, by=cast.owner)
    round.refresh_from_db()
    return round


@pytest.fixture
def appraisal(cast: Any, call: Round, work: Any) -> Appraisal:
    expert = User.objects.create_user("expert@example.org", "x", name="Expert Person")
    Membership.objects.create(organisation=cast.organisation, user=expert, role="appraiser")
    people = [cast.owner, cast.editor, cast.appraiser, expert]
    calling.name_assessors(call, people, by=cast.owner)
    proposal, secret = work(
        lambda: applying.hand_in(call, APPLICANT, by=None, file=("work.md", TEXT.encode()))
    )
    return Appraisal(cast, call, proposal, secret, expert)
