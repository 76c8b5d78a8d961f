"""The content of a demonstration: two organisations, people in each role, and the worked examples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from trueline.document import load_any
from trueline.web.accounts.actions import invitations, organisations, people
from trueline.web.accounts.models import Organisation, User
from trueline.web.accounts.roles import Role
from trueline.web.documents import store
from trueline.web.examples import example_files
from trueline.web.monitoring.examples import Team, figures_of, measure


@dataclass(frozen=True)
class Members:
    """An organisation of the demonstration. The first of its people owns it."""

    name: str
    people: tuple[tuple[str, Role], ...]


TEAMS = (
    Members(
        "Safe Crossings",
        (
            ("Amara Okafor", Role.OWNER),
            ("Bimala Thapa", Role.EDITOR),
            ("Carlos Medina", Role.APPRAISER),
            ("Dina Haddad", Role.READER),
        ),
    ),
    Members(
        "River Delta Foundation",
        (("Elif Kaya", Role.OWNER), ("Farid Rahimi", Role.EDITOR), ("Grace Mwangi", Role.READER)),
    ),
)


@transaction.atomic
def fill() -> int:
    """Make people, organisations and documents. Returns how many documents there are."""
    examples = example_files()
    for number, team in enumerate(TEAMS):
        owner, editor, organisation = _create_team(team)
        measuring = Team(editor or owner, owner)
        for example in examples[number :: len(TEAMS)] or examples[:1]:
            _keep(example, measuring, organisation)
    return len(examples)


def _create_team(team: Members) -> tuple[User, User | None, Organisation]:
    users = {
        name: people.create(email=_address(name), name=name, password=None)
        for name, _role in team.people
    }
    (first, _), *others = team.people
    organisation = organisations.create(by=users[first], name=team.name)
    editor = None
    for name, role in others:
        invitation, _secret = invitations.invite(
            by=users[first], organisation=organisation, role=role, note=name
        )
        invitations.accept(by=users[name], invitation=invitation)
        editor = users[name] if role is Role.EDITOR else editor
    return users[first], editor, organisation


def _keep(example: Path, team: Team, organisation: Organisation) -> None:
    """Keep an example, with the figures that were invented for it."""
    document = load_any(example).document
    record = store.create(
        by=team.editor, organisation=organisation, document=document, origin="example"
    )
    if table := figures_of(example):
        measure(record, table, team)


def _address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@example.org"
