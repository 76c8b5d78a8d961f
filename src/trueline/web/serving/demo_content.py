"""What a demonstration holds: two organisations, people in each role, and the worked examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from trueline.document import Document, load_any
from trueline.web.accounts.actions import invitations, organisations, people
from trueline.web.accounts.models import Organisation, User
from trueline.web.accounts.roles import Role
from trueline.web.documents import store
from trueline.web.examples import example_files


@dataclass(frozen=True)
class Team:
    """An organisation of the demonstration. The first of its people owns it."""

    name: str
    people: tuple[tuple[str, Role], ...]


TEAMS = (
    Team(
        "Safe Crossings",
        (
            ("Amara Okafor", Role.OWNER),
            ("Bimala Thapa", Role.EDITOR),
            ("Carlos Medina", Role.APPRAISER),
            ("Dina Haddad", Role.READER),
        ),
    ),
    Team(
        "River Delta Foundation",
        (("Elif Kaya", Role.OWNER), ("Farid Rahimi", Role.EDITOR), ("Grace Mwangi", Role.READER)),
    ),
)


@transaction.atomic
def fill() -> int:
    """Make people, organisations and documents. Returns how many documents there are."""
    documents = [load_any(path).document for path in example_files()]
    for number, team in enumerate(TEAMS):
        owner, editor, organisation = _found(team)
        _keep(documents[number :: len(TEAMS)] or documents[:1], editor or owner, organisation)
    return len(documents)


def _found(team: Team) -> tuple[User, User | None, Organisation]:
    made = {
        name: people.create(email=_address(name), name=name, password=None)
        for name, _role in team.people
    }
    (first, _), *others = team.people
    organisation = organisations.create(by=made[first], name=team.name)
    editor = None
    for name, role in others:
        invitation, _secret = invitations.invite(
            by=made[first], organisation=organisation, role=role, note=name
        )
        invitations.accept(by=made[name], invitation=invitation)
        editor = made[name] if role is Role.EDITOR else editor
    return made[first], editor, organisation


def _keep(documents: Sequence[Document], by: User, organisation: Organisation) -> None:
    for document in documents:
        store.create(by=by, organisation=organisation, document=document, origin="example")


def _address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@example.org"
