"""Of forty commands only the one that is called is made; whoever errs is told of all of them."""

from __future__ import annotations

import pytest
from typer.main import get_command, get_command_name
from typer.testing import CliRunner

from trueline.cli.app import app, app_for

NAMES = [
    *(each.name or get_command_name(each.callback.__name__) for each in app.registered_commands),
    *(each.name for each in app.registered_groups),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_command_helps_as_it_does_among_all(name: str) -> None:
    alone = app_for([name, "--help"])
    assert list(get_command(alone).commands) == [name]
    runner = CliRunner()
    assert (
        runner.invoke(alone, [name, "--help"]).output == runner.invoke(app, [name, "--help"]).output
    )


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["reviw"], ["--language", "fr", "review"], ["--help", "review"]]
)
def test_else_all_are_there(arguments: list[str]) -> None:
    assert set(get_command(app_for(arguments)).commands) == set(NAMES)
