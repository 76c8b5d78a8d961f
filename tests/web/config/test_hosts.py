"""A host has one form and our ports; any other is answered with 400."""

from __future__ import annotations

import pytest
from django.conf import settings

from trueline.web.config.instance import Instance

HTTPS = Instance(
    folder=settings.INSTANCE.folder, hosts=("testserver", "named:8443"), https=True, proxied=True
)


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("testserver", 200),
        ("testserver:80", 200),
        ("TestServer", 200),
        ("testserver.", 200),
        ("testserver:443", 400),
        ("testserver:8000", 400),
        ("testserver:", 400),
        ("testserver:0", 400),
        ("testserver:080", 400),
        ("testserver:99999", 400),
        ("testserver:80:80", 400),
        ("user@testserver", 400),
        ("testserver..", 400),
        ("testserver/", 400),
        ("test server", 400),
        ("testserver,localhost", 400),
        ("testserver\u3002", 400),
        ("127.0.0.1", 200),
        ("[::1]", 400),
        ("2130706433", 400),
        ("evil.example", 400),
        ("testserver#", 400),
        ("testserver?x", 400),
    ],
)
def test_a_host_has_one_form_and_our_ports(db, client, host, answer):
    assert client.get("/account/login/", HTTP_HOST=host).status_code == answer


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("testserver", 200),
        ("testserver:443", 200),
        ("testserver:80", 400),
        ("testserver:8000", 400),
        ("named:8443", 200),
        ("named:8444", 400),
        ("testserver:8443", 400),
    ],
)
def test_behind_a_proxy_the_port_is_that_of_https_or_one_that_is_named(
    db, client, settings, host, answer
):
    settings.INSTANCE, settings.ALLOWED_HOSTS = HTTPS, ["testserver", "named"]
    assert client.get("/account/login/", HTTP_HOST=host, SERVER_PORT="8000").status_code == answer


def test_a_server_met_directly_answers_at_its_own_port(db, client):
    said = {"HTTP_HOST": "testserver:8123", "SERVER_PORT": "8123"}
    assert client.get("/account/login/", **said).status_code == 200
