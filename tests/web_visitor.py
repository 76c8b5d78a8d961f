"""A visitor without a browser: one connection, cookies, and what forms send by themselves."""

from __future__ import annotations

import re
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode


class Visitor:
    """Meets an instance at `origin`, whose pages begin with `path`."""

    def __init__(self, connection: HTTPConnection, origin: str, path: str = "") -> None:
        self.connection, self.origin, self.path = connection, origin, path
        self.cookies: dict[str, str] = {}
        self.last: HTTPResponse | None = None

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, str]:
        """The status and the page at a whole path; what else was said stands in `last`."""
        headers = {
            "Host": self.origin.partition("//")[2],
            "Referer": f"{self.origin}/",
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
        }
        if kind:
            headers["Content-Type"] = kind
        self.connection.request(method, path, body or None, headers)
        self.last = self.connection.getresponse()
        for cookie in self.last.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return self.last.status, self.last.read().decode("utf-8", "replace")

    def hidden(self, path: str) -> dict[str, str]:
        """What a page's forms send by themselves."""
        page = self.ask("GET", path)[1]
        inputs = re.findall(
            r'<input type="hidden" name="(\w+)" (?:id="\w+" )?value="([^"]+)"', page
        )
        return {name: unescape(value) for name, value in inputs}

    def send(self, form_at: str, to: str = "", **values: str) -> tuple[int, str]:
        """Fill in a form of a page, and send it there or elsewhere."""
        form = {**self.hidden(form_at), **values}
        kind = "application/x-www-form-urlencoded"
        return self.ask("POST", to or form_at, urlencode(form).encode(), kind)

    def sign_in(self, email: str, password: str) -> None:
        assert self.send(f"{self.path}/account/login/", login=email, password=password)[0] == 302
        assert self.ask("GET", f"{self.path}/designs/")[0] == 200
