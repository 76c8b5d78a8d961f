"""Rights end when they end: each right, each way to end it, each thing that was made under it.

A thing works for a member who has the right. Once the right has ended, in whatever way, the same
thing made before no longer works. A new right or a new form joins by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES, WRITES, url_of

from trueline.web.accounts.actions import administration, invitations, members, people
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.protection.origins import of_this_instance
from trueline.web.accounts.roles import ALLOWED, Permission, Role
from trueline.web.comments import actions as discussion
from trueline.web.comments.models import Comment, Mention
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.actions import dividing
from trueline.web.monitoring.models import Measurement
from trueline.web.sharing import actions as sharing
from trueline.web.sharing.views import shared
from trueline.web.tasks import downloads, waking
from trueline.web.tasks.models import MadeFile
from trueline.web.tasks.worker import Worker

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
RIGHTS = sorted(frozenset().union(*ALLOWED.values()))


@dataclass(frozen=True)
class Scene:
    """A member whose right is to end, in a role that has it, and what the organisation has."""

    cast: Any
    member: Membership
    client: Client
    record: DocumentRecord

    @property
    def user(self) -> User:
        return self.member.user

    def at(self, name: str, *args: object) -> str:
        return reverse(name, args=[self.record.pk, *args])


def _removal(scene: Scene, right: Permission) -> None:
    members.remove(by=scene.cast.owner, member=scene.member)


def _demotion(scene: Scene, right: Permission) -> None:
    below = next(role for role in Role if right not in ALLOWED[role])
    members.change_role(by=scene.cast.owner, member=scene.member, role=below)


def _leaving(scene: Scene, right: Permission) -> None:
    members.remove(by=scene.user, member=scene.member)


def _deletion(scene: Scene, right: Permission) -> None:
    people.delete_account(by=User.objects.get(pk=scene.user.pk))


def _disabling(scene: Scene, right: Permission) -> None:
    administration.disable(User.objects.get(pk=scene.user.pk), origin=of_this_instance())


def _transfer(scene: Scene, right: Permission) -> None:
    administration.transfer(
        scene.user,
        scene.cast.owner,
        organisations=[scene.cast.organisation],
        origin=of_this_instance(),
    )


WAYS = {
    "removal": _removal,
    "demotion": _demotion,
    "leaving": _leaving,
    "deletion": _deletion,
    "disabling": _disabling,
    "transfer": _transfer,
}


def _invitation(scene: Scene) -> Callable[[], bool]:
    _made, secret = invitations.invite(
        by=scene.user, organisation=scene.cast.organisation, role=Role.OWNER
    )

    def works() -> bool:
        newcomer = User.objects.create_user(f"{secret[:8].lower()}@example.org", "x", name="New")
        client = Client()
        client.force_login(newcomer, backend=BACKEND)
        client.get(reverse("accounts:join", args=[secret]))
        client.post(reverse("accounts:join", args=[secret]))
        return newcomer.memberships.exists()

    return works


def _link(scene: Scene) -> Callable[[], bool]:
    _made, secret = sharing.share(
        scene.record.revisions.first(),
        by=scene.user,
        note="",
        with_review=True,
        expires=timezone.now() + timedelta(days=3),
    )
    addresses = [
        reverse("sharing:shared", args=[secret]),
        reverse("sharing:shared-export", args=[secret, "design.yaml"]),
    ]
    return lambda: any(Client().get(address).status_code == 200 for address in addresses)


def _export(scene: Scene) -> Callable[[], bool]:
    MadeFile.objects.update(key="")  # what is made already would be handed over at once
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(waking, "wait_until", lambda holds, *, seconds: holds())
        asked = scene.client.post(
            scene.at("documents:export"), {"export": "dossier.pdf", "paper": "a4"}
        )
    waiting = asked["Location"]
    assert Worker(pause=0).once()

    def works() -> bool:
        page, file = (scene.client.get(address) for address in (waiting, f"{waiting}file/"))
        return page.status_code == 200 or file.status_code == 200

    return works


def _mention(scene: Scene) -> Callable[[], bool]:
    said = discussion.begin(
        scene.record, by=scene.cast.owner, address="", text="Please look", mentioned=[scene.user]
    )
    mention = Mention.objects.get(comment=said).pk

    def works() -> bool:
        listed = "Please look" in scene.client.get(reverse("comments:mentions")).content.decode()
        address = reverse("comments:mention", args=[mention])
        return listed or scene.client.post(address).get("Location", "").startswith("/documents/")

    return works


def _comment(scene: Scene) -> Callable[[], bool]:
    said = discussion.begin(scene.record, by=scene.user, address="", text="As it was said")

    def works() -> bool:
        scene.client.post(scene.at("comments:edit", said.pk), {"text": "Reworded since"})
        scene.client.post(scene.at("comments:reply", said.pk), {"text": "And more"})
        return Comment.objects.filter(text__in=["Reworded since", "And more"]).exists()

    return works


def _open_form(scene: Scene) -> Callable[[], bool]:
    scene.client.get(scene.at("workspace:element"), {"at": ""})

    def works() -> bool:
        before = DocumentRecord.objects.get(pk=scene.record.pk).revision
        design = store.document_of(DocumentRecord.objects.get(pk=scene.record.pk))
        at = f"activities[{design.activities[-1].id}]"
        scene.client.post(scene.at("workspace:move"), {"at": at, "way": "up"})
        return DocumentRecord.objects.get(pk=scene.record.pk).revision != before

    return works


def _passkey_session(scene: Scene) -> Callable[[], bool]:
    Authenticator.objects.create(
        user=scene.user, type=Authenticator.Type.WEBAUTHN, data={"name": "Key", "credential": {}}
    )
    client = Client()
    client.force_login(scene.user, backend=BACKEND)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "webauthn", "at": 1}]
    session.save()
    return lambda: client.get(scene.at("documents:history")).status_code == 200


def _assignment(scene: Scene) -> Callable[[], bool]:
    if not scene.record.monitored_indicators.exists():
        submission = submitting.submit(scene.record, by=scene.cast.editor, name="Version")
        submitting.approve(scene.record, submission, by=scene.cast.owner)
    dividing.assign(scene.record, scene.member, None, [], by=scene.cast.owner)
    whole = Measurement.objects.filter(indicator__document=scene.record, site=None)
    address = scene.at("monitoring:report", whole.values_list("period", flat=True)[0])
    return lambda: scene.client.get(address).status_code == 200


THINGS: dict[str, tuple[Permission, Callable[[Scene], Callable[[], bool]]]] = {
    "invitation": ("manage", _invitation),
    "link": ("share", _link),
    "export being made": ("read", _export),
    "mention": ("read", _mention),
    "comment": ("comment", _comment),
    "open form": ("edit", _open_form),
    "assignment": ("report", _assignment),
    "passkey session": ("read", _passkey_session),
}


@pytest.fixture
def scene(cast, record) -> Callable[[Permission], Scene]:
    """Somebody in the least role that has a right."""

    def made(right: Permission) -> Scene:
        role = [role for role in Role if right in ALLOWED[role]][-1]
        user = User.objects.create_user("mara@example.org", "x", name="Mara")
        member = Membership.objects.create(organisation=cast.organisation, user=user, role=role)
        client = Client()
        client.force_login(user, backend=BACKEND)
        return Scene(cast, member, client, record)

    return made


def _can_end(right: Permission, way: str) -> bool:
    if way == "transfer":  # which leaves an editor
        return right not in ALLOWED[Role.EDITOR]
    return way != "demotion" or any(right not in ALLOWED[role] for role in Role)


MATRIX = [
    (thing, way) for thing, (right, _) in THINGS.items() for way in WAYS if _can_end(right, way)
]


def test_each_right_has_a_thing_made_under_it():
    assert {right for right, _ in THINGS.values()} == set(RIGHTS)


@pytest.mark.walk
@pytest.mark.either_database
@pytest.mark.parametrize(("thing", "way"), MATRIX)
def test_what_was_made_under_a_right_ends_with_it(thing, way, scene):
    right, make = THINGS[thing]
    here = scene(right)
    first, second = make(here), make(here)
    assert first(), "it works as long as the right lasts"
    Comment.objects.filter(text__in=["Reworded since", "And more"]).delete()
    WAYS[way](here, right)
    assert not second()


@pytest.mark.walk
@pytest.mark.either_database
@pytest.mark.parametrize(
    ("right", "way"),
    [(right, way) for right in RIGHTS if right != "read" for way in WAYS if _can_end(right, way)],
)
def test_no_form_that_was_open_saves_any_more(right, way, scene, foreign, snapshot):
    """Every address that asks for the right, so that a new form joins by itself."""
    here = scene(right)
    forms = [name for name in WRITES if ADDRESSES[name][0].access.endswith(f":{right}")]
    assert forms
    WAYS[way](here, right)
    before = snapshot()
    for name in forms:
        answer = here.client.post(url_of(name, foreign), {"at": "", "text": "x", "role": "owner"})
        refused = answer.status_code in (403, 404, 405)
        assert refused or answer["Location"].startswith("/account/login/"), name
    assert snapshot() == before


def _ends_meanwhile(monkeypatch, module, end: Callable[[], None]) -> None:
    """A right ends in the seconds in which a file is made."""
    wait_for_file = module.wait_for_file

    def slowly(*arguments: Any, **options: Any) -> Any:
        file_request = wait_for_file(*arguments, **options)
        end()
        return file_request

    monkeypatch.setattr(module, "wait_for_file", slowly)


def test_a_file_being_made_is_not_handed_to_one_who_is_removed_meanwhile(scene, monkeypatch):
    here = scene("read")
    _ends_meanwhile(monkeypatch, downloads, lambda: _removal(here, "read"))
    answer = here.client.post(here.at("documents:export"), {"export": "design.yaml", "paper": "a4"})
    assert answer.status_code == 404


def test_a_file_being_made_is_not_handed_out_by_a_link_that_ends_meanwhile(scene, monkeypatch):
    here = scene("share")
    _made, secret = sharing.share(
        here.record.revisions.first(),
        by=here.user,
        note="",
        with_review=True,
        expires=timezone.now() + timedelta(days=3),
    )
    _ends_meanwhile(monkeypatch, shared, lambda: _removal(here, "share"))
    address = reverse("sharing:shared-export", args=[secret, "design.yaml"])
    assert Client().get(address).status_code == 410
