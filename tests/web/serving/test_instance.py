"""What the environment says of an instance: taken, or refused in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from django.urls import reverse

from trueline.web.config.instance import Instance, from_environment


def test_nothing_said_is_a_laptop():
    assert from_environment({}).hosts == ("127.0.0.1", "localhost", "[::1]")
    assert from_environment({}).sign_up == "invited"


@pytest.mark.parametrize(
    ("name", "value"),
    [("TRUELINE_SIGN_UP", "all"), ("TRUELINE_HTTPS", "maybe"), ("TRUELINE_SOURCE", "javascript:x")],
)
def test_what_is_not_understood_is_refused_by_name(name, value):
    with pytest.raises(ImproperlyConfigured, match=name):
        from_environment({name: value})


def test_the_source_that_runs_here_is_in_the_foot_of_pages(client, db, tmp_path):
    with override_settings(INSTANCE=Instance(tmp_path, source="https://example.org/ours")):
        assert 'href="https://example.org/ours"' in client.get(reverse("home")).content.decode()
    assert "example.org" not in client.get(reverse("home")).content.decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("backup", "backups/b.zip"),
        ("backup", "-"),
        ("check-deployment",),
        ("reset-password", "a@example.org"),
    ],
    ids=" ".join,
)
def test_where_nothing_was_ever_started_nothing_is_made(tmp_path, command):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO", "TRUELINE"))}
    done = subprocess.run(
        [sys.executable, "-m", "trueline", *command, "--data", "typo"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
    )
    assert done.returncode == 2
    assert "There is nothing to" in " ".join(done.stderr.split())
    assert f"{tmp_path}/typo" in "".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []
