"""The log lets nobody in who reads it."""

from __future__ import annotations

import json
import logging
import sys
from uuid import UUID

import pytest
from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError
from django.urls import reverse
from django.utils.module_loading import import_string
from web_addresses import ADDRESSES

SECRET = "9f2Kq-zanzibar_71"
OURS = {name: asks for name, (_view, asks) in ADDRESSES.items() if "secret" in asks}
ALLAUTH = {
    "account_reset_password_from_key": {"uidb36": "1", "key": SECRET},
    "account_confirm_email": {"key": SECRET},
}


@pytest.fixture
def line():
    """The line that a message becomes in the log of an instance."""
    (written,) = settings.LOGGING["formatters"].values()
    formatter = import_string(written["()"])(written["fmt"])

    def of(message: str, *args: object) -> str:
        record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
        return formatter.format(record)

    return of


@pytest.mark.parametrize("name", sorted({*OURS, *ALLAUTH}))
def test_no_line_tells_the_secret_of_an_address(name, line):
    ours = {"secret": SECRET, "name": "brief", "job_id": UUID(int=1), "comment_id": 1, "sent_id": 1}
    url = reverse(name, kwargs=ALLAUTH.get(name) or {ask: ours[ask] for ask in OURS[name]})
    assert SECRET in url
    for message in ("Gone: %s", "Forbidden (token missing): %s?chapter=all", 'at "%s"'):
        told = line(message, url)
        assert SECRET not in told
        assert url.split("/")[1] in told


def test_other_addresses_are_told(line):
    assert line("Not Found: %s", "/designs/12/share/").endswith("Not Found: /designs/12/share/")


def test_a_link_that_ended_is_logged_through_it(db, client, caplog, line):
    with caplog.at_level(logging.WARNING, "django.request"):
        client.get(reverse("sharing:shared", args=[SECRET]))
    (told,) = caplog.records
    assert SECRET in told.getMessage()
    assert SECRET not in line(told.msg, *told.args)


@pytest.mark.parametrize("host", ["evil.example", "testserver:99", "a b", "evil.example\tx"])
def test_a_foreign_host_is_one_line(db, client, caplog, host):
    (written,) = settings.LOGGING["formatters"].values()
    formatter = import_string(written["()"])(written["fmt"])
    with caplog.at_level(logging.WARNING):
        assert client.get("/toolkit/", headers={"host": host}).status_code == 400
    told = [formatter.format(record) for record in caplog.records]
    assert len(told) == 1
    assert "\n" not in told[0]
    assert "DisallowedHost" in told[0]
    assert "ALLOWED_HOSTS" not in told[0]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OperationalError("server closed the connection\n\tunexpectedly\n"), "unexpectedly"),
        (InterfaceError(), "InterfaceError"),
        (MemoryError(), "MemoryError"),
    ],
)
@pytest.mark.parametrize("kind", ["WithoutSecrets", "AsJson"])
def test_what_the_database_could_not_do_is_a_sentence_with_the_reason(error, reason, kind):
    told = logged(error, kind)
    assert "\n" not in told
    assert "Traceback" not in told
    assert "The worker can't go on" in told
    assert reason in told
    assert kind == "WithoutSecrets" or "trace" not in json.loads(told)


@pytest.mark.parametrize("error", [ValueError("x"), IntegrityError("twice"), OSError("full")])
def test_what_nobody_foresaw_is_told_with_where_it_happened(error):
    assert "Traceback" in logged(error, "WithoutSecrets")


def logged(error: Exception, kind: str) -> str:
    """The line of an exception that was met on the way."""
    formatter = import_string(f"trueline.web.config.log_lines.{kind}")("%(levelname)s %(message)s")
    try:
        raise error
    except Exception:
        met = sys.exc_info()
    record = logging.LogRecord(
        "trueline", logging.ERROR, "", 0, "The worker can't go on with %s.", ("x",), met
    )
    return formatter.format(record)
