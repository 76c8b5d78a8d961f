"""Who watches an instance is told whether it lives and is ready, and figures if it offers them."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from trueline.web.config.log_lines import AsJson
from trueline.web.serving import health

pytestmark = pytest.mark.django_db
TOKEN = "a-token-that-nobody-guesses"


def ask(path: str, **headers: str):
    return Client(headers={"host": "10.1.2.3:9", **headers}).get(path)


def test_it_lives_and_is_ready_under_any_name():
    for path in ("/health/", "/health/live/", "/health/ready/"):
        response = ask(path)
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert json.loads(response.content)["status"] in ("alive", "ready")


def test_without_its_database_it_lives_and_is_not_ready(monkeypatch):
    def gone(*_: object) -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", gone)
    assert ask("/health/live/").status_code == 200
    response = ask("/health/ready/")
    assert response.status_code == 503
    assert "does not answer" in response.content.decode()


def test_before_it_is_brought_up_to_date_it_is_not_ready(monkeypatch):
    monkeypatch.setattr(health, "migrations_behind", lambda: 2)
    assert ask("/health/ready/").status_code == 503


def test_health_is_only_read():
    assert Client().post("/health/").status_code == 405


def figures(settings, allowed: str, **headers: str):
    settings.INSTANCE = replace(settings.INSTANCE, metrics=allowed)
    return Client(headers=headers).get("/metrics/")


def test_figures_are_for_those_who_were_let(settings):
    bearer = f"Bearer {TOKEN}"
    assert figures(settings, "", authorization=bearer).status_code == 404
    assert figures(settings, TOKEN).status_code == 404
    assert figures(settings, TOKEN, authorization=f"{bearer}x").status_code == 404
    assert figures(settings, TOKEN, authorization=bearer).status_code == 200
    assert figures(settings, "local").status_code == 200
    assert figures(settings, "local", x_forwarded_for="127.0.0.1").status_code == 404
    assert Client(REMOTE_ADDR="192.0.2.9").get("/metrics/").status_code == 404


def test_figures_count_answers_and_tasks(settings):
    def count(status: str) -> float:
        lines = figures(settings, "local").content.decode().splitlines()
        name = f'trueline_requests_total{{status="{status}"}}'
        return float(next((line.split()[-1] for line in lines if line.startswith(name)), 0))

    before = count("404")
    Client().get("/no-such-page/")
    assert count("404") == before + 1
    assert "# TYPE trueline_tasks gauge" in figures(settings, "local").content.decode()


def test_a_log_line_is_json_and_tells_no_secret():
    try:
        raise ValueError("at /shared/9f2Kq-zanzibar_71/")
    except ValueError:
        record = logging.LogRecord(
            "trueline", logging.ERROR, "", 0, "Failed: /join/%s/", ("9f2Kq-zanzibar_71",), None
        )
        import sys

        record.exc_info = sys.exc_info()
    line = AsJson("%(message)s").format(record)
    assert "zanzibar" not in line
    told = json.loads(line)
    assert told["message"] == "Failed: /join/…/"
    assert "ValueError: at /shared/…/" in told["trace"]
    assert (told["level"], told["logger"]) == ("ERROR", "trueline")
