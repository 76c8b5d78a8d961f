"""Through Caddy and nginx as the docs set them up: what visitors do, and what attackers try."""

from __future__ import annotations

import getpass
import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from web_visitor import Visitor

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CADDY = shutil.which("caddy")
WORDS = "quiet-lantern-harvest-9"
TRUSTING = ssl.create_default_context()
TRUSTING.check_hostname, TRUSTING.verify_mode = False, ssl.CERT_NONE
pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def documented(root: Path, language: str) -> str:
    """The set-up that the page for administrators shows."""
    page = (root / "docs/how-to/run-trueline-for-many.md").read_text("utf-8")
    return textwrap.dedent(re.search(rf"( +)```{language}\n(.+?)\n +```", page, re.S)[2])


def comes_up(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(900):
        assert process.poll() is None
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(port)


@dataclass
class Site:
    """An instance behind a proxy, met by https."""

    port: int
    opened: list[Any] = field(default_factory=list)

    def connect(self) -> http.client.HTTPSConnection:
        self.opened.append(
            http.client.HTTPSConnection("localhost", self.port, timeout=20, context=TRUSTING)
        )
        return self.opened[-1]

    def socket(self, sent: bytes) -> ssl.SSLSocket:
        plain = socket.create_connection(("localhost", self.port), timeout=20)
        self.opened.append(TRUSTING.wrap_socket(plain, server_hostname="localhost"))
        self.opened[-1].sendall(sent)
        return self.opened[-1]


def visitor_of(site: Site) -> Visitor:
    return Visitor(site.connect(), f"https://localhost:{site.port}")


def upload(visitor: Visitor, size: int) -> tuple[int, str]:
    """Send a design of about this size."""
    file = "title: Brought along\n" + "# \n" * (size // 3)
    parts = {f'"{name}"': value for name, value in visitor.hidden("/designs/new/").items()}
    parts['"file"; filename="design.yaml"'] = file
    body = "".join(
        f"--edge\r\nContent-Disposition: form-data; name={name}\r\n\r\n{value}\r\n"
        for name, value in parts.items()
    )
    kind = "multipart/form-data; boundary=edge"
    return visitor.ask("POST", "/designs/new/file/", f"{body}--edge--\r\n".encode(), kind)


@pytest.fixture(scope="module")
def started() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a program, and ends it when all is done."""
    processes: list[subprocess.Popen[bytes]] = []

    def start(*command: object, **env: str) -> subprocess.Popen[bytes]:
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
        processes.append(subprocess.Popen([*map(str, command)], env={**plain, **env}))
        return processes[-1]

    yield start
    for process in reversed(processes):
        process.send_signal(signal.SIGTERM)
        process.wait(30)


@pytest.fixture(scope="module")
def sites(root, started, tmp_path_factory) -> dict[str, Site]:
    """One instance, and each proxy before it that this machine has."""
    folder = tmp_path_factory.mktemp("proxies")
    inner, ports = free_port(), {"caddy": free_port(), "nginx": free_port()}
    hosts = ",".join(f"localhost:{port}" for port in ports.values())
    behind = started(
        sys.executable,
        "-m",
        "trueline",
        "serve",
        "--data",
        folder / "data",
        "--port",
        inner,
        "--owner-name",
        "Owner",
        "--owner-email",
        "owner@example.org",
        "--organisation",
        "Safe Paths",
        TRUELINE_OWNER_PASSWORD=WORDS,
        TRUELINE_HOSTS=hosts,
        TRUELINE_HTTPS="yes",
        TRUELINE_PROXIED="yes",
    )
    found = {}
    for name, begin in (("caddy", _caddy), ("nginx", _nginx)):
        if command := begin(root, folder, ports[name], inner):
            comes_up(ports[name], started(*command, HOME=str(folder)))
            found[name] = Site(ports[name])
    comes_up(inner, behind)
    return found


def _caddy(root: Path, folder: Path, port: int, inner: int) -> list[object]:
    if not CADDY:
        return []
    text = documented(root, "caddyfile").replace("127.0.0.1:8000", f"127.0.0.1:{inner}")
    text = text.replace("trueline.example.org", f"https://localhost:{port}")
    ours = "admin off\nlocal_certs\nskip_install_trust\nauto_https disable_redirects\n"
    file = folder / "Caddyfile"
    file.write_text(text.replace("{\n", "{\n" + ours, 1), encoding="utf-8")
    return [CADDY, "run", "--config", file, "--adapter", "caddyfile"]


def _nginx(root: Path, folder: Path, port: int, inner: int) -> list[object]:
    if not NGINX:
        return []
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-subj",
            "/CN=localhost",
            "-keyout",
            folder / "key.pem",
            "-out",
            folder / "certificate.pem",
        ],
        check=True,
        capture_output=True,
    )
    text = documented(root, "nginx").replace("127.0.0.1:8000", f"127.0.0.1:{inner}")
    for old, new in (
        ("/etc/ssl/trueline.pem", f"{folder}/certificate.pem"),
        ("/etc/ssl/trueline.key", f"{folder}/key.pem"),
        ("trueline.example.org", "localhost"),
        ("[::]:", "[::1]:"),
        ("443", str(port)),
        ("listen 80;", f"listen {free_port()};"),
        ("[::1]:80", f"[::1]:{free_port()}"),
    ):
        text = text.replace(old, new)
    kept = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"user {getpass.getuser()};\ndaemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/errors;\nevents {{}}\n"
        f"http {{ access_log off;\n{kept}{text} }}\n",
        encoding="utf-8",
    )
    return [NGINX, "-c", file]


@pytest.fixture(params=["caddy", "nginx"])
def site(request, sites) -> Iterator[Site]:
    if request.param not in sites:
        pytest.skip(f"{request.param} is not here; .ci/run installs it")
    yield sites[request.param]
    while sites[request.param].opened:
        sites[request.param].opened.pop().close()


def test_signing_in_and_a_file_of_almost_five_megabytes(site):
    visitor = visitor_of(site)
    visitor.sign_in("owner@example.org", WORDS)
    status, page = upload(visitor, 4_900_000)
    assert (status, page) == (302, "")


def test_too_large_a_file_is_refused_with_a_page_that_says_so(site):
    visitor = visitor_of(site)
    visitor.sign_in("owner@example.org", WORDS)
    status, page = upload(visitor, 8_000_000)
    assert status == 413
    assert "up to 5 MB" in page
    assert visitor_of(site).ask("GET", "/account/login/")[0] == 200


def test_head_among_gets(site):
    """On one connection, as a checker of links or a monitor does: no answer is taken for another."""
    visitor = visitor_of(site)
    for path, status in (
        ("/account/login/", 200),
        ("/nothing-here/", 404),
        ("/join/x/", 404),
        ("/", 200),
        ("/static/css/base.css", 200),
    ) * 4:
        assert visitor.ask("HEAD", path) == (status, "")
        found, page = visitor.ask("GET", path)
        assert (found, bool(page)) == (status, True)


@pytest.mark.parametrize(
    "beginning",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        b"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nlogin=",
        b"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n",
    ],
    ids=["slow headers", "slow bodies", "slow chunks"],
)
def test_whoever_holds_connections_open_keeps_nobody_out(site, beginning):
    held = [site.socket(beginning) for _ in range(120)]
    assert visitor_of(site).ask("GET", "/account/login/")[0] == 200
    for connection in held:
        connection.send(b"a")
    assert visitor_of(site).ask("GET", "/account/login/")[0] == 200


def test_pages_asked_for_by_http_2(site):
    """As browsers do."""
    curl = shutil.which("curl")
    if not curl:
        pytest.skip("no curl on this machine")
    done = subprocess.run(
        [
            curl,
            "-sk",
            "--http2",
            "-o",
            os.devnull,
            "-w",
            "%{http_code}",
            f"https://localhost:{site.port}/account/login/",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "200"
