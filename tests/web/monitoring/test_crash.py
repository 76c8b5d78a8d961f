"""Killed in the middle of taking in a file: all of it is there, or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.models.query import QuerySet
from django.urls import reverse

from tests.web.monitoring.conftest import named, seen_on
from trueline.web.monitoring.models import MeasuredCell

PROGRAM = Path(__file__).parent / "crashing_import.py"


@pytest.mark.rehearsal
@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_file_is_taken_in_as_a_whole_or_not_at_all(tmp_path):
    environment = {
        **os.environ,
        "TRUELINE_DATA": str(tmp_path),
        "TRUELINE_DATABASE": "",
        "DJANGO_SETTINGS_MODULE": "trueline.web.config.settings",
    }
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "5"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    assert "5 kills" in done.stdout


def test_a_full_disk_is_told_and_what_was_there_stays(cast, monitored, entered, due, monkeypatch):
    entered("trained", "2026-Q1", value="30")
    client, measurement = cast.client("editor"), due("trained", "2026-Q1")
    client.raise_request_exception = False
    address = reverse("monitoring:enter", args=[monitored.pk, measurement.period_id])
    typed = seen_on(client.get(address)) | {"save": "yes", named(measurement, "value"): "31"}

    def full(*_arguments: object, **_options: object) -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(QuerySet, "bulk_create", full)
        answer = client.post(address, typed)
    assert answer.status_code == 503
    assert 'value="31"' in answer.content.decode()
    assert MeasuredCell.objects.get(measurement=due("trained", "2026-Q1")).value == 30
