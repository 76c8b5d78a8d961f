"""HEAD answers as GET would, with nothing after the headers, and changes nothing. For every address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES

from tests.sampling import sample
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.roles import Role
from trueline.web.config.wsgi import application
from trueline.web.documents.models import DocumentRecord
from trueline.web.sharing import actions as sharing

OTHERS = (
    "/nothing-here/",
    "/join/nobody-made-it/",
    "/shared/nobody-made-it/",
    "/static/css/base.css",
    "/static/none.css",
    "/account/login/",
    "/account/email/",
    "/account/2fa/",
)


def asked(client, method: str, path: str) -> tuple[str, dict[str, str], bytes]:
    """An answer as a server gets it; the test client would drop the body of HEAD by itself."""
    environ = client._base_environ(PATH_INFO=path, REQUEST_METHOD=method)
    started = []
    body = application(environ, lambda status, headers, *_: started.extend([status, headers]))
    try:
        content = b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()
    return started[0], dict(started[1]), content


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The test's connection to the database stays open, as it does in the test client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def addresses(cast, foreign) -> dict[str, str]:
    """One of each, with what it leads to."""
    record = DocumentRecord.objects.get(pk=foreign["document_id"])
    _link, shared = sharing.share(
        record.revisions.get(),
        by=cast.editor,
        note="",
        with_review=True,
        expires=timezone.now() + timedelta(days=3),
    )
    _made, join = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER
    )
    known = {
        **foreign,
        "filter_id": 1,
        "mention_id": 1,
        "reading_id": "00000000-0000-0000-0000-000000000000",
        "session_id": 1,
        "id": "justice.mentoring",
        "ref": "6 Q8",
        "name": "design.yaml",
    }
    for user in (cast.owner, cast.editor):  # as allauth would on their first visit
        EmailAddress.objects.create(user=user, email=user.email, primary=True)
    found = {path: path for path in OTHERS}
    for name, (_view, asks) in ADDRESSES.items():
        if name == "accounts:delete_account":
            continue  # allauth asks for the password again before anything but GET
        secret = join if name == "accounts:join" else shared
        found[name] = reverse(name, kwargs={ask: known.get(ask, secret) for ask in asks})
    return found


@pytest.mark.either_database
@pytest.mark.slow
@pytest.mark.parametrize("who", ["owner", None])
def test_head_is_get_without_its_body(who, cast, addresses, client, snapshot):
    client = cast.client(who) if who else client
    wrong = {}
    for name in sample(addresses):
        path, before = addresses[name], snapshot()
        status, headers, body = asked(client, "HEAD", path)
        if snapshot() != before:
            wrong[name] = "changed something"
        wanted, _headers, content = asked(client, "GET", path)
        lengths = headers.get("Content-Length"), str(len(content))
        if status != wanted or body or (content and lengths[0] in (None, "0")):
            wrong[name] = (status, wanted, len(body), lengths)
    assert wrong == {}
