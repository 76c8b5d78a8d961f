"""TRUELINE_URL: hosts and https follow from it, and under a path every link and file does."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from web_visitor import Visitor

from trueline.web.config.instance import from_environment

WORDS = "quiet-lantern-harvest-9"
PATH = "/work/trueline"


@pytest.mark.parametrize(
    ("url", "origin", "path", "https"),
    [
        ("https://trueline.example.org", "https://trueline.example.org", "", True),
        ("https://Trueline.example.org/", "https://trueline.example.org", "", True),
        ("https://example.org/trueline/", "https://example.org", "/trueline", True),
        ("http://example.org:8080/a/b-c", "http://example.org:8080", "/a/b-c", False),
        ("http://[2001:db8::1]:8000", "http://[2001:db8::1]:8000", "", False),
    ],
)
def test_hosts_and_https_follow(url, origin, path, https):
    found = from_environment({"TRUELINE_URL": url})
    assert (found.address.origin, found.path, found.https) == (origin, path, https)
    assert found.hosts == (origin.partition("//")[2],)


def test_what_is_said_besides_is_heard():
    said = {"TRUELINE_URL": "https://a.example.org", "TRUELINE_HOSTS": "b.example.org"}
    assert from_environment(said).hosts == ("a.example.org", "b.example.org")
    with pytest.raises(ImproperlyConfigured, match="contradicts TRUELINE_HTTPS"):
        from_environment({**said, "TRUELINE_HTTPS": "no"})


@pytest.mark.parametrize(
    "url",
    [
        "trueline.example.org",
        "ftp://x.org",
        "https://",
        "https://x.org/?a=b",
        "https://x.org/#a",
        "https://u:p@x.org",
        "https://x.org/a/../b",
        "https://x.org/a b",
        "https://x.org/<a>",
        "https://x.org:99999",
        "//x.org",
    ],
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="should be like https://"):
        from_environment({"TRUELINE_URL": url})


@pytest.fixture(scope="module")
def instance(tmp_path_factory) -> Iterator[tuple[str, dict[str, str], list[object]]]:
    """An instance under a path: its origin, its environment, and its options."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
    env = {**plain, "TRUELINE_URL": f"http://127.0.0.1:{port}{PATH}/"}
    data = ["--data", tmp_path_factory.mktemp("path") / "data"]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "trueline",
            "serve",
            *map(str, data),
            "--port",
            str(port),
            "--owner-name",
            "Owner",
            "--owner-email",
            "owner@example.org",
            "--organisation",
            "S",
        ],
        env={**env, "TRUELINE_OWNER_PASSWORD": WORDS},
        stdout=subprocess.PIPE,
        text=True,
    )
    while env["TRUELINE_URL"] not in process.stdout.readline():
        assert process.poll() is None
    yield f"http://127.0.0.1:{port}", env, data
    process.terminate()
    process.communicate(timeout=30)


@pytest.fixture
def visitor(instance) -> Iterator[Visitor]:
    origin, _env, _data = instance
    connection = http.client.HTTPConnection(origin.partition("//")[2], timeout=20)
    for _ in range(100):
        try:
            connection.connect()
        except OSError:
            time.sleep(0.1)
        else:
            break
    yield Visitor(connection, origin, PATH)
    connection.close()


ANY = r"href|src|action|formaction|data-[\w-]+"


def links(page: str, attributes: str = ANY) -> set[str]:
    """Everything on a page that leads to this host."""
    found = re.findall(rf'(?:{attributes})="(/[^"]*)"', page)
    return {unescape(each).partition("#")[0] for each in found}


@pytest.mark.slow
def test_under_a_path_every_link_file_and_cookie_follows(visitor):
    visitor.sign_in("owner@example.org", WORDS)
    status, _page = visitor.send(
        f"{PATH}/designs/new/", f"{PATH}/designs/new/example/", name="awareness-nepal-gulf"
    )
    assert status == 302
    seen, waiting, shapes = set(), [f"{PATH}/", f"{PATH}/designs/", f"{PATH}/nothing-here/"], set()
    while waiting:
        path = waiting.pop(0)
        status, page = visitor.ask("GET", path)
        assert status in (200, 302, 404, 405), path
        assert status != 404 or path.endswith("/nothing-here/"), path
        found = links(page, "href|src")
        for name, value in visitor.last.headers.items():
            if name == "Location":
                found.add(urlsplit(value).path)
            if name == "Set-Cookie":
                assert f"Path={PATH}/" in value, path
        assert {each for each in found | links(page) if not each.startswith(f"{PATH}/")} == set(), (
            path
        )
        for each in sorted(found - seen):
            seen.add(each)
            shape = re.sub(r"[0-9a-f-]{36}|\d+|(?<=toolkit/).+", "x", urlsplit(each).path)
            if shape not in shapes and "logout" not in each:
                shapes.add(shape)
                waiting.append(each)
    assert len(shapes) > 40
    assert any(each.endswith(".css") for each in seen)


@pytest.mark.slow
def test_a_proxy_may_take_the_path_away(visitor):
    """As Caddy's handle_path does: what comes is answered alike."""
    status, page = visitor.ask("GET", "/account/login/")
    assert status == 200
    assert all(each.startswith(f"{PATH}/") for each in links(page))
    css = next(each for each in links(page) if each.endswith(".css"))
    assert visitor.ask("GET", css.removeprefix(PATH))[0] == 200


@pytest.mark.slow
def test_links_from_the_command_line_follow(instance):
    origin, env, data = instance
    done = subprocess.run(
        [sys.executable, "-m", "trueline", "reset-password", "owner@example.org", *map(str, data)],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith(f"{origin}{PATH}/account/")
