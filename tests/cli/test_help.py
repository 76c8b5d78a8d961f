"""Helps say where a value comes from, and point to what stands where they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from trueline.cli.app import app
from trueline.cli.spoken_help import commands_below, with_language_everywhere

COMMANDS = commands_below(with_language_everywhere(get_command(app)))
each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)

SOMETHING_ELSE = {("review", "data"), ("demo", "data")}
"""Options that no variable stands for: the figures of a review, the folder of the demonstration."""


@pytest.fixture(scope="module")
def variables() -> set[str]:
    """The variables that Trueline reads from its surroundings."""
    source = Path(__file__).parents[2] / "src/trueline"
    texts = (path.read_text("utf-8") for path in source.rglob("*.py"))
    return {name for text in texts for name in re.findall(r"\"(TRUELINE_[A-Z_]+)\"", text)}


@each_command
def test_an_option_names_the_variable_that_says_the_same(command, variables):
    """Once the defaults hid them."""
    assert {"TRUELINE_DATA", "TRUELINE_WORKERS"} <= variables
    for option in command.params:
        same = f"TRUELINE_{(option.name or '').upper()}"
        meant = (command.name, option.name) not in SOMETHING_ELSE
        if option.param_type_name == "option" and same in variables and meant:
            assert same in (option.help or ""), f"{command.name} --{option.name}"


@each_command
def test_no_help_points_above(command):
    """What a command takes stands below what its help says, not “above”."""
    assert not re.search(r"\babove\b", command.help or "")


def test_periods_are_chosen_by_the_same_words_everywhere():
    """`--to` once was a period for one command, and for all others the file to write."""
    options = [each for command in COMMANDS for each in command.params]
    of_periods = {name for each in options if each.metavar == "PERIOD" for name in each.opts}
    of_others = {name for each in options if each.metavar != "PERIOD" for name in each.opts}
    assert of_periods == {"--from", "--until"}
    assert not of_periods & of_others
