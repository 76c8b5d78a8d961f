"""Guesses are limited, whatever a request says of itself, and nobody's guesses shut an owner out.

Each way to vary a request is tried with each form that a secret can be guessed at: a new way or a
new form needs its line in `WAYS` or `FORMS`.
"""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from allauth.account.models import Login
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import get_resolver
from fido2.utils import websafe_encode
from web_addresses import ADDRESSES

from tests.web.accounts.guessing import EMAIL, HERE, TRIES, USUAL, WORDS, Try, sign_in
from trueline.web.accounts.actions import invitations, people
from trueline.web.accounts.models import User
from trueline.web.accounts.protection import guesses
from trueline.web.accounts.protection.link_guesses import SECRETS
from trueline.web.accounts.protection.networks import coarse, network_of
from trueline.web.serving.password_links import password_link

WAYS: dict[str, Callable[[int], Try]] = {
    "nothing": lambda n: USUAL,
    "port": lambda n: USUAL.saying(HTTP_HOST=f"testserver:{8000 + n}"),
    "host": lambda n: USUAL.saying(HTTP_HOST=("testserver", "localhost", "127.0.0.1")[n % 3]),
    "host in capitals": lambda n: USUAL.saying(HTTP_HOST=_cased("testserver", n)),
    "host with a dot": lambda n: USUAL.saying(HTTP_HOST=("testserver.", "testserver")[n % 2]),
    "X-Forwarded-Host": lambda n: USUAL.saying(
        HTTP_X_FORWARDED_HOST=("localhost", "127.0.0.1")[n % 2] + f":{n}"
    ),
    "X-Forwarded-For": lambda n: USUAL.saying(HTTP_X_FORWARDED_FOR=f"198.51.100.{n}"),
    "IPv6 of one network": lambda n: USUAL.saying(REMOTE_ADDR=f"2001:db8:1:2::{n:x}"),
    "IPv4 written as IPv6": lambda n: USUAL.saying(REMOTE_ADDR=("::ffff:" * (n % 2)) + HERE),
    "port of the server": lambda n: USUAL.saying(SERVER_PORT=str(8000 + n)),
    "Forwarded and all other words": lambda n: USUAL.saying(
        HTTP_FORWARDED=f"for=198.51.100.{n};host=h{n}.example",
        HTTP_X_REAL_IP=f"198.51.100.{n}",
        HTTP_X_FORWARDED_PROTO=("http", "https")[n % 2],
        HTTP_X_FORWARDED_PORT=str(n),
        HTTP_USER_AGENT=f"Browser/{n}",
        HTTP_ACCEPT_LANGUAGE=("fr", "ar")[n % 2],
    ),
    "forged device": lambda n: replace(USUAL, device=f"forged-{n}"),
    "capitals": lambda n: replace(USUAL, email=_cased(EMAIL, n)),
    "blanks": lambda n: replace(USUAL, email=" " * n + EMAIL + "\t" * (n % 3)),
    "look-alikes": lambda n: replace(USUAL, email=_alike(EMAIL, n)),
    "another address of the account": lambda n: replace(
        USUAL, email=(EMAIL, "kim.second@example.org")[n % 2]
    ),
}


def _cased(text: str, n: int) -> str:
    """The text with other letters in capitals each time."""
    return "".join(c.upper() if n >> (i % 4) & 1 else c for i, c in enumerate(text))


def _alike(text: str, n: int) -> str:
    """Kelvin's sign is a K in lower case; the others never reach the account."""
    signs = {"k": "\u212a", "s": "\u017f", "e": "\u0435", "o": "\uff4f"}
    chosen = [pair for i, pair in enumerate(signs.items()) if n >> i & 1]
    for letter, sign in chosen:
        text = text.replace(letter, sign)
    return text


def passkey(tried: Try) -> Any:
    """An answer of a key that belongs to nobody, for the account that it names."""
    user = User.objects.get(email=EMAIL)
    handle = websafe_encode(user_pk_to_url_str(user).encode())
    client = tried.client()
    client.get("/account/2fa/webauthn/login/", HTTP_ACCEPT="application/json")
    data = websafe_encode(
        b'{"type":"webauthn.get","challenge":"AAAA","origin":"http://testserver"}'
    )
    answer = {
        "id": "AAAA",
        "rawId": "AAAA",
        "type": "public-key",
        "response": {
            "clientDataJSON": data,
            "authenticatorData": websafe_encode(bytes(37)),
            "signature": "AAAA",
            "userHandle": handle,
        },
    }
    return client.post("/account/2fa/webauthn/login/", {"credential": json.dumps(answer)})


def second_step(tried: Try) -> Any:
    user = User.objects.get(email=EMAIL)
    if not user.authenticator_set.exists():
        TOTP.activate(user, "A" * 32)
    client = tried.client()
    session = client.session  # as it stands once the password was right
    login = Login(user=user, email=EMAIL)
    login.state = {"stages": {"current": "mfa_authenticate"}}
    session["account_login"] = login.serialize()
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client.post("/account/2fa/authenticate/", {"code": "000000"})


def reset(tried: Try) -> Any:
    return tried.client().post("/account/password/reset/", {"email": tried.email})


def _signed_in(tried: Try) -> Client:
    client = tried.client()
    client.force_login(
        User.objects.get(email=EMAIL), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def reauthenticate(tried: Try) -> Any:
    return _signed_in(tried).post("/account/reauthenticate/", {"password": "wrong"})


def old_password(tried: Try) -> Any:
    new = {"password1": "slow-meadow-bicycle-4", "password2": "slow-meadow-bicycle-4"}
    return _signed_in(tried).post("/account/password/change/", {"oldpassword": "wrong", **new})


_numbers = itertools.count()


def link(path: str) -> Callable[[Try], Any]:
    return lambda tried: tried.client().get(path.format(next(_numbers)))


FORMS: dict[str, Callable[[Try], Any]] = {
    "sign-in": sign_in,
    "sign-in by passkey": passkey,
    "second step": second_step,
    "reset": reset,
    "reauthentication": reauthenticate,
    "old password": old_password,
    "invitation": link("/join/guess-{}/"),
    "share link": link("/shared/guess-{}/"),
    "new password": link("/account/password/reset/key/1-guess-{}/"),
    "confirmation": link("/account/confirm-email/guess-{}/"),
}
BY_ADDRESS = ("capitals", "blanks", "look-alikes", "another address of the account")
TYPED = ("sign-in", "reset")
PAIRS = [
    (way, form)
    for way, form in itertools.product(WAYS, FORMS)
    if form in TYPED or way not in BY_ADDRESS
]


@pytest.mark.walk
@pytest.mark.either_database
@pytest.mark.slow
@pytest.mark.parametrize(("way", "form"), PAIRS)
def test_ten_guesses_and_no_more(way, form, person, monkeypatch):
    """From the eleventh on, each is refused or is no request at all; none reaches the password."""
    looked_at = []

    def checked(user: User, raw: str) -> bool:
        looked_at.append(user.pk)
        return check_password(raw, user.password)

    monkeypatch.setattr(User, "check_password", checked)
    answers = [FORMS[form](WAYS[way](n)).status_code for n in range(TRIES)]
    if way != "look-alikes":
        assert set(answers[10:]) <= {400, 429}, answers
    assert looked_at.count(person.pk) <= 10


@pytest.mark.walk
@pytest.mark.either_database
@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_the_right_password_after_them_opens_nothing_there(way, person):
    for n in range(TRIES):
        sign_in(WAYS[way](n))
    assert sign_in(WAYS[way](TRIES), WORDS).status_code in {200, 400, 429}
    assert sign_in(USUAL.saying(REMOTE_ADDR="198.51.100.200"), WORDS).status_code == 302


def test_what_a_proxy_says_of_the_visitor_is_what_it_adds_itself(person, settings):
    """Behind a proxy the last of the addresses is the proxy's word; the others anybody writes."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [
        sign_in(
            Try(
                said=(
                    ("REMOTE_ADDR", "127.0.0.1"),
                    ("HTTP_X_FORWARDED_FOR", f"198.51.100.{n}, {HERE}"),
                )
            )
        ).status_code
        for n in range(TRIES)
    ]
    assert set(answers[10:]) == {429}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sixty_at_once_are_no_more_than_ten():
    people.create(email=EMAIL, name="Kim Person", password=WORDS)
    start, answers = threading.Barrier(12), []

    def guess() -> None:
        start.wait()
        answers.extend([sign_in(USUAL).status_code for _ in range(5)])
        connection.close()

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 60
    assert answers.count(200) <= 10
    assert set(answers) == {200, 429}


def test_right_answers_do_not_count(person):
    assert all(sign_in(USUAL, WORDS).status_code == 302 for _ in range(TRIES))


def test_a_refused_guess_keeps_what_was_typed_and_says_when(person):
    for _ in range(TRIES):
        last = sign_in(USUAL)
    assert last["Retry-After"] == "600"
    page = last.content.decode()
    assert f'value="{EMAIL}"' in page
    assert "pauses for ten minutes" in page


def test_many_invented_accounts_push_no_count_out(person):
    """Each invented address makes counts of its own; those of a real account stay."""
    for _ in range(TRIES):
        sign_in(USUAL)
    assert settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] > 10_000_000
    assert sign_in(USUAL, WORDS).status_code == 429


def test_a_mail_for_a_new_password_goes_out_five_times_an_hour(person, mailoutbox):
    for _ in range(TRIES):
        reset(USUAL)
    assert len(mailoutbox) == 5


def test_a_new_password_begins_the_count_anew(person):
    for _ in range(TRIES):
        sign_in(USUAL)
    new = "slow-meadow-bicycle-4"
    client = USUAL.client()
    form = client.get(password_link(EMAIL, "http://testserver").removeprefix("http://testserver"))
    client.post(form["Location"], {"password1": new, "password2": new})
    assert sign_in(USUAL, new).status_code == 302


def test_a_dead_link_opened_again_and_again_is_one_wrong_secret(cast):
    client = USUAL.client()
    assert {client.get("/join/long-gone/").status_code for _ in range(30)} == {404}
    _, secret = invitations.invite(by=cast.owner, organisation=cast.organisation, role="reader")
    assert client.get(f"/join/{secret}/").status_code == 200


def test_every_secret_in_an_address_is_watched():
    """Addresses that carry a secret are told by the names of their parts; here are all there are."""
    parts = set().union(*(asks for _, asks in ADDRESSES.values()))
    harmless = {
        "filter_id",
        "reading_id",
        "document_id",
        "organisation_id",
        "member_id",
        "invitation_id",
        "comment_id",
        "link_id",
        "session_id",
        "job_id",
        "period_id",
        "measurement_id",
        "indicator_id",
        "change_id",
        "call_id",
        "round_id",
        "report_id",
        "proposal_id",
        "application_id",
        "question_id",
        "sent_id",
        "page_number",
        "assigned_id",
        "condition_id",
        "site_id",
        "test_id",
        "file_id",
        "assignment_id",
        "mention_id",
        "submission_id",
        "number",
        "state",
        "instrument",
        "slug",
        "name",
        "id",
        "ref",
        "kind",
        "rest",
    }
    assert parts - set(SECRETS) <= harmless
    assert "secret" in parts
    assert get_resolver().resolve("/account/confirm-email/x/").kwargs == {"key": "x"}


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::4", "2001:db8:1:3::/64"),
        ("::1", "::/64"),
        ("fe80::1%eth0", "fe80::/64"),
    ],
)
def test_a_network_is_an_address_or_a_64th_of_ipv6(address, network):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


@pytest.mark.parametrize(
    ("address", "kept"),
    [("203.0.113.7", "203.0.113.0/24"), ("2001:db8:1:2::4", "2001:db8:1::/48"), ("", "")],
)
def test_what_is_kept_of_an_address_is_coarse(address, kept):
    assert coarse(address) == kept


def test_the_same_account_however_it_is_spelt(person):
    spelt = {
        guesses.account_with(email).key
        for email in (EMAIL, EMAIL.upper(), "\u212aim.person@example.org", "kim.second@example.org")
    }
    assert spelt == {f"user:{person.pk}"}
    unknown = {
        guesses.account_with(e).key
        for e in ("no@example.org", " NO@example.org", "ｎo@example.org")
    }
    assert len(unknown) == 1


def test_no_link_in_a_mail_follows_a_forwarded_host(person, mailoutbox):
    reset(USUAL.saying(HTTP_X_FORWARDED_HOST="localhost"))
    assert "http://testserver/account/password/reset/key/" in mailoutbox[0].body
