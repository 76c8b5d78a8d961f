"""Help and messages speak the reader's language, or the one that was asked for."""

from __future__ import annotations

import os
import re

import pytest
from typer.main import get_command

from tests.language.pseudo import plain_words
from trueline.cli.app import app
from trueline.cli.spoken_help import (
    commands_below,
    in_the_reader_s_language,
    language_asked_for,
    with_language_everywhere,
)
from trueline.language import override
from trueline.language.pseudo import PSEUDO, altered

CODE = re.compile(r"`[^`]*`|^ *(?:trueline|git|pg_dump|docker) .*$", re.MULTILINE)
"""What is to be typed as it stands."""


def test_no_command_says_a_word_in_its_help_that_is_not_marked():
    with override(PSEUDO):
        command = in_the_reader_s_language(with_language_everywhere(get_command(app)))
    commands = [command, *commands_below(command)]
    texts = {
        (each.name, text)
        for each in commands
        for part in (each, *each.params)
        for text in (getattr(part, "help", None), getattr(part, "epilog", None))
        if text
    }
    assert len(texts) > 3 * len(commands) > 60
    assert [
        (name, left) for name, text in texts if (left := plain_words(CODE.sub(" ", text)))
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("command", [["compare"], ["toolkit", "search"]])
def test_every_command_takes_the_language_before_and_behind_it(process, command):
    env = {**os.environ, "TRUELINE_LANGUAGE": "en", "COLUMNS": "200"}
    behind = process(*command, "--help", "--language", PSEUDO, env=env).stdout
    before = process(f"--language={PSEUDO}", *command, "--help", env=env).stdout
    assert before == behind != process(*command, "--help", env=env).stdout


@pytest.mark.slow
def test_what_stands_around_helps_and_errors_is_in_the_language_asked_for(process):
    env = {**os.environ, "TRUELINE_LANGUAGE": PSEUDO, "COLUMNS": "200"}
    told = process("review", "--help", env=env).stdout + process("review", env=env).stderr
    plain = {"Usage", "Arguments", "Options", "default", "required", "Show", "Error", "Try"}
    assert plain & plain_words(told) == set()
    assert altered("Usage:") in told
    assert altered("Show this message and exit.") in told


@pytest.mark.slow
def test_messages_are_in_the_language_asked_for(process):
    env = {**os.environ, "TRUELINE_LANGUAGE": "en"}
    told = process("compare", "--language", PSEUDO, "none.yaml", "neither.yaml", env=env)
    assert (told.returncode, "none.yaml" in told.stderr) == (2, True)
    assert told.stderr != process("compare", "none.yaml", "neither.yaml", env=env).stderr


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("compare a b", None),
        ("--language fr compare a b", "fr"),
        ("compare a b --language=ar", "ar"),
        ("--language fr compare --language ar a b", "ar"),
        ("compare -- --language fr", None),
        ("compare a b --language", None),
    ],
)
def test_the_language_is_known_before_a_line_is_parsed(line, language):
    assert language_asked_for(line.split()) == language
