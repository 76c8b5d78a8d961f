"""How tests run commands: inside the process, or as the shell starts them."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from trueline.cli.app import app


@pytest.fixture
def run():
    """What a command prints; its exit code must be `code`."""

    def command(*arguments, code: int = 0) -> str:
        done = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert done.exit_code == code, (done.output, done.exception)
        return done.output

    return command


@pytest.fixture
def process():
    """The command in a process of its own; `before` stands before it on the line."""

    def command(*arguments, before=(), **options) -> subprocess.CompletedProcess:
        start = [*before, sys.executable, "-c", "from trueline.cli import main; main()"]
        every = {"capture_output": True, "text": True, "check": False, **options}
        return subprocess.run([*start, *map(str, arguments)], **every)

    return command


SHELTER = """\
title: A safe place
activities:
  - id: house
    kind: support
    title: House in the capital
    free_to_leave: false
behaviours:
  - {id: stay, who: Clients, desired: Accept help}
results:
  - id: safe
    statement: Clients are safe
    level: outcome
links:
  - {id: l1, cause: house, effect: safe}
"""
"""A design with one error, at a line that is known."""


@pytest.fixture
def shelter(tmp_path, monkeypatch):
    """Its file, in the folder where the command is run."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "shelter.yaml"
    path.write_text(SHELTER)
    return path
