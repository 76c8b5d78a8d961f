"""The container files fit the program: what they copy is there, what they call and set exists."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from trueline.cli.app import app
from trueline.web.config.instance import from_environment

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "Containerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
PASSWORD = "0123abcd"
URL = "https://trueline.example.org"


def instructions(name: str) -> list[str]:
    return [line.partition(" ")[2].strip() for line in LINES if line.startswith(f"{name} ")]


def ours() -> dict[str, Any]:
    """The services that run Trueline, by name."""
    return {name: each for name, each in COMPOSE["services"].items() if "build" in each}


def filled(value: str) -> str:
    """A value as Compose fills it in, where `.env` holds what has to be there."""
    given = {"TRUELINE_DATABASE_PASSWORD": PASSWORD, "TRUELINE_URL": URL}

    def fill(match: re.Match[str]) -> str:
        name, sign, usual = match.groups()
        assert sign == ":-" or name in given, name
        return given.get(name, usual)

    return re.sub(r"\$\{(\w+)(:-|:\?)([^}]*)\}", fill, value)


def parse(command: list[str]) -> None:
    """Raises where the command line knows no such command or option."""
    main = typer.main.get_command(app)
    name, *options = command
    main.commands[name].make_context(name, list(options))


def test_what_is_copied_is_there_and_sent_to_whoever_builds() -> None:
    sent = [
        line[1:]
        for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
        if line.startswith("!")
    ]
    for line in instructions("COPY"):
        if line.startswith("--from"):
            continue
        *sources, _target = shlex.split(line)
        for source in sources:
            assert (ROOT / source).exists(), source
            assert any(source == name or source.startswith(f"{name}/") for name in sent), source


def test_what_the_package_is_built_from_is_copied() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    copied = {name for line in instructions("COPY") for name in shlex.split(line)[:-1]}
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        project["project"]["readme"],
        *wheel["force-include"],
        *wheel["shared-data"],
        "LICENSE.md",
        "LICENSES",
        "hatch_build.py",
        "pyproject.toml",
    }
    assert needed <= copied
    assert "src" in copied


def test_the_image_serves_as_nobody_in_particular() -> None:
    assert json.loads(instructions("ENTRYPOINT")[0]) == ["trueline"]
    parse(json.loads(instructions("CMD")[0]))
    assert instructions("USER") == ["trueline"]
    folder = re.search(r"TRUELINE_DATA=(\S+)", " ".join(instructions("ENV")))[1]
    assert folder.startswith(f"{instructions('VOLUME')[0]}/")


@pytest.mark.parametrize("name", sorted(ours()))
def test_a_service_calls_what_there_is(name: str) -> None:
    parse(ours()[name]["command"])


@pytest.mark.parametrize("name", sorted(ours()))
def test_a_service_sets_what_is_read(name: str, tmp_path: Path) -> None:
    environ = {key: filled(value) for key, value in ours()[name]["environment"].items()}
    instance = from_environment({**environ, "TRUELINE_DATA": str(tmp_path)})
    assert (instance.https, instance.proxied, instance.tasks) == (True, True, "apart")
    assert instance.hosts == ("trueline.example.org",)
    database = COMPOSE["services"]["database"]["environment"]
    user, password, name = (filled(database[f"POSTGRES_{it}"]) for it in ("USER", "PASSWORD", "DB"))
    assert instance.database == f"postgresql://{user}:{password}@database:5432/{name}"
    guide = (ROOT / "docs/how-to/run-trueline-for-many.md").read_text("utf-8")
    assert all(f"`{key}`" in guide for key in environ)


def test_services_and_volumes_refer_to_each_other() -> None:
    named = set()
    for service in COMPOSE["services"].values():
        assert set(service.get("depends_on", {})) <= set(COMPOSE["services"])
        for volume in service.get("volumes", []):
            named.add(volume.partition(":")[0])
        for other, wanted in service.get("depends_on", {}).items():
            assert wanted["condition"] == "service_healthy"
            assert "healthcheck" in COMPOSE["services"][other]
    assert named == set(COMPOSE["volumes"])
    places = {volume.partition(":")[2] for each in ours().values() for volume in each["volumes"]}
    assert places == set(instructions("VOLUME"))


def test_the_port_is_that_at_which_it_listens() -> None:
    command = COMPOSE["services"]["web"]["command"]
    port = command[command.index("--port") + 1]
    assert COMPOSE["services"]["web"]["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert f":{port}/health/ready/" in COMPOSE["services"]["web"]["healthcheck"]["test"][-1]
    assert instructions("EXPOSE") == [port]


def test_the_check_of_health_is_a_program(tmp_path: Path) -> None:
    compile(COMPOSE["services"]["web"]["healthcheck"]["test"][-1], "compose.yaml", "exec")
