"""Connections as servers, proxies and attackers make them: each ends, and none keeps others out."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from trueline.web.config.head import without_body_for_head
from trueline.web.serving.connections import Limits
from trueline.web.serving.listening import listen
from trueline.web.serving.server import Server

QUICK = Limits(
    headers=0.3, body=0.3, body_rate=1_000_000, idle=0.4, linger=2, refusal=0.3, connections=12
)


class Application:
    """Answers with what it was sent. `/wait` waits until told."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.begun = threading.Event()
        self.asked: list[str] = []

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        if environ["PATH_INFO"] == "/wait":
            self.begun.set()
            self.go_on.wait(10)
        if environ["PATH_INFO"] == "/large":
            start_response("200 OK", [("Content-Length", "20000000")])
            return [b"a" * 20_000_000]
        announced = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read()
        status = "413 Content Too Large" if announced >= 6_000_000 else "200 OK"
        text = f"{environ['REQUEST_METHOD']} {announced} {len(body)}".encode()
        start_response(status, [("Content-Length", str(len(text)))])
        return [text]


@contextmanager
def serving(application, **options) -> Iterator[Server]:
    host = options.pop("host", "127.0.0.1")
    server = Server(application, listen(host, 0), proxied=False, **options)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        server.stop()
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def quick(application) -> Iterator[Server]:
    with serving(application, limits=QUICK) as server:
        yield server


@pytest.fixture
def connect() -> Iterator[Callable[..., socket.socket]]:
    """Opens a connection to a server and sends something; all are closed in the end."""
    opened: list[socket.socket] = []

    def made(server: Server, sent: bytes = b"") -> socket.socket:
        address = (server.effective_host, int(server.effective_port))
        opened.append(socket.create_connection(address, timeout=8))
        opened[-1].sendall(sent)
        return opened[-1]

    yield made
    for each in opened:
        each.close()


def until(connection: socket.socket, end: bytes) -> bytes:
    """What comes, up to this."""
    found = b""
    while not found.endswith(end):
        data = connection.recv(65_536)
        assert data, found
        found += data
    return found


def rest(connection: socket.socket) -> bytes:
    """All that comes until the other side ends."""
    found = b""
    while data := connection.recv(65_536):
        found += data
    return found


def answered(server: Server) -> bool:
    """Whether somebody who comes now is served."""
    visitor = http.client.HTTPConnection(server.effective_host, int(server.effective_port), 20)
    visitor.request("GET", "/")
    found = visitor.getresponse()
    found.read()
    visitor.close()
    return found.status == 200


def drip(connection: socket.socket, data: bytes, stop: Callable[[], bool]) -> None:
    """A byte now and then, so that the connection is never silent."""
    try:
        for byte in data:
            if stop():
                return
            connection.send(bytes([byte]))
            time.sleep(0.05)
    except OSError:
        return


BEGINNINGS = {
    "headers": b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    "body": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n",
    "chunks": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n500\r\n",
}


@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=BEGINNINGS)
def test_a_request_that_comes_byte_by_byte_ends(quick, beginning, connect):
    connection = connect(quick, beginning)
    over = threading.Event()
    thread = threading.Thread(target=drip, args=(connection, b"a" * 400, over.is_set))
    thread.start()
    found = rest(connection)
    over.set()
    thread.join()
    assert found.startswith((b"HTTP/1.0 408", b"HTTP/1.1 408"))
    assert answered(quick)


def test_a_body_that_keeps_coming_may_take_its_time(application, connect):
    slowly = Limits(headers=0.3, body=0.3, body_rate=10)
    with serving(application, limits=slowly) as server:
        connection = connect(server, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
        for _ in range(10):
            connection.send(b"a" * 10)
            time.sleep(0.1)
        assert until(connection, b"POST 100 100")


def test_a_connection_that_nobody_uses_ends(quick, connect):
    connection = connect(quick, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert rest(connection).endswith(b"GET 0 0")


@pytest.mark.parametrize("beginning", [*BEGINNINGS.values(), b""], ids=[*BEGINNINGS, "silent"])
def test_however_many_hold_a_connection_others_are_served(application, beginning, connect):
    """More than the server holds at once: the one that keeps its request longest makes room."""
    with serving(application, limits=Limits(connections=12)) as server:
        for _ in range(40):
            connect(server, beginning)
        assert answered(server)
        assert len(server.active_channels) <= 12


def test_many_more_connections_than_threads_and_those_answered_stay_open(application, connect):
    with serving(application, threads=2) as server:
        held = [connect(server, BEGINNINGS["body"]) for _ in range(300)]
        assert answered(server)
        for connection in held:
            connection.sendall(b"a" * 5000)
        assert all(until(connection, b"POST 5000 5000") for connection in held)


@pytest.mark.parametrize("expecting", [b"", b"Expect: 100-continue\r\n"], ids=["", "expecting"])
@pytest.mark.parametrize("way", ["announced", "chunked"])
def test_too_large_a_body_is_refused_unread_and_the_answer_arrives(
    application, way, expecting, connect
):
    """The visitor sends all of it all the same, as browsers do."""
    size, piece = 20_000_000, b"a" * 100_000
    length = f"Content-Length: {size}" if way == "announced" else "Transfer-Encoding: chunked"
    with serving(application) as server:
        head = f"POST / HTTP/1.1\r\nHost: x\r\n{length}\r\n".encode()
        connection = connect(server, head + expecting + b"\r\n")
        if not (expecting and way == "announced"):  # which is told before it sends anything
            for _ in range(size // len(piece)):
                chunk = piece if way == "announced" else b"186a0\r\n" + piece + b"\r\n"
                connection.sendall(chunk)
        found = rest(connection).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
        assert found.startswith(b"HTTP/1.1 413")
        assert b"Connection: close" in found
        assert found.endswith(b" 0")
        assert answered(server)


def test_whoever_does_not_read_the_answer_holds_no_thread(application, connect):
    with serving(application, threads=2) as server:
        for _ in range(10):
            connect(server, b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answered(server)


def test_too_large_a_body_that_never_comes_is_refused_all_the_same(application, connect):
    with serving(application, limits=Limits(refusal=0.3)) as server:
        head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 90000000\r\n\r\n"
        assert rest(connect(server, head)).startswith(b"HTTP/1.1 413")


def test_what_is_large_but_allowed_is_read(application):
    with serving(application) as server:
        visitor = http.client.HTTPConnection(server.effective_host, int(server.effective_port), 9)
        visitor.request("POST", "/", body=b"a" * 4_900_000)
        assert visitor.getresponse().read() == b"POST 4900000 4900000"
        visitor.close()


def test_unfinished_bodies_fill_no_disk(application, connect):
    limits = Limits(unfinished_bodies=2_000_000)
    with serving(application, limits=limits) as server:
        head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"
        for _ in range(6):
            connect(server, head + b"a" * 900_000)
        deadline = time.monotonic() + 8
        while len(server.active_channels) != 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        assert len(server.active_channels) == 2


def test_waiting_to_be_asked_for_a_body(application, connect):
    with serving(application) as server:
        connection = connect(
            server,
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n",
        )
        assert until(connection, b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"abc")
        assert until(connection, b"POST 3 3")


def test_a_body_in_chunks(application, connect):
    with serving(application) as server:
        connection = connect(
            server,
            b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            b"3\r\nabc\r\n2;note=x\r\nde\r\n0\r\n\r\n",
        )
        assert until(connection, b"POST 5 5")


def test_requests_one_after_the_other_are_answered_in_their_order(application, connect):
    """HEAD among them: what follows it is the next answer, not its body."""
    methods = ["GET", "HEAD", "POST", "HEAD", "HEAD", "GET"]
    with serving(without_body_for_head(application)) as server:
        sent = "".join(
            f"{each} / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n" for each in methods
        )
        connection = connect(server, sent.encode())
        stream = connection.makefile("rb")
        for method in methods:
            assert stream.readline() == b"HTTP/1.1 200 OK\r\n"
            length = 0
            while (line := stream.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length"):
                    length = int(line.split()[1])
            assert length > 0
            if method != "HEAD":
                assert stream.read(length) == f"{method} 0 0".encode()
        stream.close()


@pytest.mark.parametrize(
    "odd",
    [
        b"HEAD / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n Folded\r\n" + b"A: b\r\n" * 9_000 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    ],
    ids=["length", "encoding", "headers too large", "TLS"],
)
def test_what_is_no_request_is_refused_and_ends(application, odd, connect):
    with serving(application) as server:
        found = rest(connect(server, odd))
        assert found.startswith((b"HTTP/1.0 4", b"HTTP/1.1 4", b"HTTP/1.0 501", b"HTTP/1.1 501"))
        if odd.startswith(b"HEAD"):
            assert found.endswith(b"\r\n\r\n")
        assert application.asked == []


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_over_ipv6(application):
    with serving(application, host="::1") as server:
        assert answered(server)


def test_stopping_finishes_what_is_in_hand(application, connect):
    """The request being answered, and one whose body is still on its way."""
    with serving(application, in_hand=8) as server:
        waiting = connect(server, b"GET /wait HTTP/1.1\r\nHost: x\r\n\r\n")
        sending = connect(server, BEGINNINGS["body"])
        idle = connect(server, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert until(idle, b"GET 0 0")
        assert application.begun.wait(5)
        server.stop()
        assert idle.recv(10) == b""
        with pytest.raises(ConnectionError):
            connect(server)
        sending.sendall(b"a" * 5000)
        found = rest(sending)
        assert b"Connection: close" in found
        assert found.endswith(b"POST 5000 5000")
        application.go_on.set()
        assert rest(waiting).endswith(b"GET 0 0")


def test_stopping_waits_no_longer_than_it_says(application, connect):
    with serving(application, in_hand=0.3) as server:
        connect(server, BEGINNINGS["body"])
        server.stop()
        deadline = time.monotonic() + 8
        while not server.is_over and time.monotonic() < deadline:
            time.sleep(0.05)
        assert server.is_over
