"""Signing in with an account elsewhere, at a small provider of OpenID Connect on this machine."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings as django_settings
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.web.accounts.actions import invitations, people
from trueline.web.accounts.models import Organisation, User
from trueline.web.accounts.protection import snapshots
from trueline.web.accounts.roles import Role
from trueline.web.config import single_sign_on
from trueline.web.config.instance import from_environment

CLIENT, SECRET = "trueline", "a-secret-between-the-two"
PERSON = {"sub": "77", "email": "ana@example.org", "email_verified": True, "name": "Ana Pérez"}


class Provider:
    """Answers as a provider does; `person` is who signs in there. Codes are good once."""

    def __init__(self) -> None:
        self.person = dict(PERSON)
        self.codes: dict[str, dict] = {}
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.answer(self, urlsplit(self.path), "")

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                provider.answer(self, urlsplit(self.path), body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}/realms/agency"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler, address, body: str) -> None:
        name = address.path.rpartition("/")[2]
        status, content = 200, {}
        if name == "openid-configuration":
            content = {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "userinfo_endpoint": f"{self.issuer}/userinfo",
                "jwks_uri": f"{self.issuer}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        elif name == "token":
            status, content = self._token({k: v[0] for k, v in parse_qs(body).items()})
        elif name == "userinfo":
            content = self.person
        else:
            status = 404
        data = json.dumps(content).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    def _token(self, sent: dict[str, str]) -> tuple[int, dict]:
        asked = self.codes.pop(sent.get("code", ""), None)
        challenge = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(challenge).decode().rstrip("=")
        if asked is None or sent["client_secret"] != SECRET or proof != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60, **self.person}
        token = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "1"})
        return 200, {"access_token": "t", "token_type": "Bearer", "id_token": token}

    def sign_in(self, address: str) -> str:
        """What a browser does at the provider: where it sends the visitor back to."""
        asked = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{time.monotonic_ns()}"
        self.codes[code] = asked
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?{urlencode({'code': code, 'state': asked['state']})}"


@pytest.fixture
def provider(settings) -> Iterator[Provider]:
    found = Provider()
    environ = {
        "TRUELINE_OIDC": found.issuer,
        "TRUELINE_OIDC_CLIENT": CLIENT,
        "TRUELINE_OIDC_SECRET": SECRET,
        "TRUELINE_OIDC_NAME": "Agency accounts",
    }
    known = single_sign_on.read(environ)
    settings.INSTANCE = replace(
        settings.INSTANCE, single_sign_on=known, sign_up="invited", mail="smtp://mail.example.org"
    )
    settings.SOCIALACCOUNT_PROVIDERS = known.providers
    yield found
    found.server.shutdown()
    found.server.server_close()


def begin(client: Client, onward: str = "") -> str:
    """Where the button leads."""
    address = reverse("openid_connect_login", args=["sso"])
    response = client.post(address, {"next": onward} if onward else {})
    assert response.status_code == 302
    return response["Location"]


def sign_in(client: Client, provider: Provider, onward: str = ""):
    return client.get(provider.sign_in(begin(client, onward)))


def is_in(client: Client) -> bool:
    return client.get(reverse("accounts:account")).status_code == 200


@pytest.fixture
def ana(db) -> User:
    """Who has an account here already, with a confirmed address and a password."""
    user = people.create(email="ana@example.org", name="Ana", password="quiet-lantern-harvest-9")
    EmailAddress.objects.filter(user=user).update(verified=True)
    return user


@pytest.mark.django_db
def test_it_is_off_unless_a_provider_is_named(client):
    assert b"organisation\xe2\x80\x99s account" not in client.get("/account/login/").content
    assert client.post(reverse("openid_connect_login", args=["sso"])).status_code == 404
    assert django_settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"] == ["'self'"]


def test_who_has_an_account_is_known_by_the_confirmed_address(client, provider, ana):
    assert b"Sign in with Agency accounts" in client.get("/account/login/").content
    response = sign_in(client, provider, onward=reverse("accounts:account"))
    assert response["Location"] == reverse("accounts:account")
    assert is_in(client)
    account = SocialAccount.objects.get(user=ana)
    assert account.extra_data == {"sub": "77", "email": "ana@example.org", "email_verified": True}
    ana.refresh_from_db()
    assert ana.has_usable_password()
    (told,) = [message for message in mail.outbox if "connected" in message.subject]
    assert told.to == ["ana@example.org"]
    assert "Agency accounts" in told.body
    assert "/account/undo/" in told.body


def test_afterwards_by_the_provider_s_own_name_for_them(provider, ana):
    sign_in(Client(), provider)
    provider.person["email"] = "married@example.org"
    again = Client()
    sign_in(again, provider)
    assert is_in(again)
    assert User.objects.count() == 1


@pytest.mark.parametrize("verified", [False, None, "true"])
def test_an_address_that_is_not_confirmed_opens_no_account(client, provider, ana, verified):
    provider.person["email_verified"] = verified
    response = sign_in(client, provider)
    assert response.status_code == 403
    assert "confirmed and yours alone" in response.content.decode()
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def test_somebody_new_needs_an_invitation(client, provider, db):
    response = sign_in(client, provider)
    assert "by invitation" in response.content.decode()
    assert not User.objects.exists()


def test_somebody_invited_joins_without_a_password(client, provider, cast):
    _made, secret = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER
    )
    join = reverse("accounts:join", args=[secret])
    client.get(join)
    assert sign_in(client, provider)["Location"] == join
    client.post(join)
    member = User.objects.get(email="ana@example.org")
    assert (member.name, member.has_usable_password()) == ("Ana Pérez", False)
    assert member.memberships.get().role == Role.READER


def test_a_second_step_is_asked_all_the_same(client, provider, ana):
    totp.TOTP.activate(ana, totp.generate_totp_secret())
    response = sign_in(client, provider)
    assert response["Location"] == reverse("mfa_authenticate")
    assert not is_in(client)


def test_an_organisation_s_rule_holds(client, provider, ana):
    organisation = Organisation.objects.create(name="Strict")
    organisation.memberships.create(user=ana, role=Role.READER)
    organisation.memberships.update(second_step_by=timezone.now() - timedelta(days=1))
    sign_in(client, provider)
    page = client.get(reverse("accounts:organisation", args=[organisation.pk]))
    assert page.status_code == 403
    assert "second step" in page.content.decode()


def test_a_closed_account_stays_closed(client, provider, ana):
    User.objects.filter(pk=ana.pk).update(is_active=False)
    sign_in(client, provider)
    assert not is_in(client)


def test_an_answer_of_somebody_else_is_refused(client, provider, ana):
    """A code is good for the browser that asked, and once."""
    back = provider.sign_in(begin(client))
    other = Client()
    other.get(back)
    assert not is_in(other)
    client.get(back)
    assert is_in(client)
    again = Client()
    again.get(back)
    assert not is_in(again)


def test_a_provider_that_fails_is_said_in_a_sentence(client, provider, ana):
    back = provider.sign_in(begin(client))
    provider.codes.clear()
    response = client.get(back)
    assert "did not answer as it should" in response.content.decode()
    stopped = client.get(f"{back.partition('?')[0]}?error=access_denied")
    assert response.status_code < 500
    assert stopped.status_code < 500
    assert not is_in(client)


def test_who_has_no_password_confirms_at_the_provider(client, provider, ana):
    ana.set_unusable_password()
    ana.save()
    sign_in(client, provider)
    download = reverse("archives:personal")
    assert client.post(download).status_code == 200
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    response = client.post(download)
    assert response["Location"].startswith(reverse("openid_connect_login", args=["sso"]))
    assert "Go on" in client.get(response["Location"]).content.decode()
    account = reverse("accounts:account")
    client.get(provider.sign_in(begin(client, account)))
    assert client.post(download).status_code == 200


def test_undoing_a_change_forgets_the_account_elsewhere(client, provider, ana):
    before = snapshots.take(ana)
    sign_in(client, provider)
    snapshots.put_back(ana, before)
    assert not SocialAccount.objects.filter(user=ana).exists()


def test_accounts_are_not_connected_by_hand(client, provider, ana):
    for name in ("socialaccount_connections", "socialaccount_signup"):
        assert client.get(reverse(name)).status_code == 404
    address = reverse("openid_connect_login", args=["sso"])
    client.force_login(ana, backend="allauth.account.auth_backends.AuthenticationBackend")
    provider.person |= {"sub": "somebody else", "email": "else@example.org"}
    response = client.post(f"{address}?process=connect")
    client.get(provider.sign_in(response["Location"]))
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"TRUELINE_OIDC": "https://login.example.org"}, "TRUELINE_OIDC_CLIENT is missing"),
        ({"TRUELINE_OIDC_SECRET": "x"}, "TRUELINE_OIDC is missing"),
        ({"TRUELINE_OIDC": "http://login.example.org"}, "by https"),
        ({"TRUELINE_OIDC": "login.example.org"}, "should be like"),
    ],
)
def test_half_a_provider_is_refused(environ, says):
    full = {"TRUELINE_OIDC_CLIENT": "a", "TRUELINE_OIDC_SECRET": "b"}
    given = environ if "missing" in says else {**full, **environ}
    with pytest.raises(ImproperlyConfigured, match=says):
        from_environment(given)


def test_the_browser_may_go_to_the_provider_and_nowhere_else():
    known = single_sign_on.SingleSignOn("https://login.example.org:8443/realms/a", "a", SECRET, "c")
    assert known.origin == "https://login.example.org:8443"
    assert SECRET not in repr(known)
