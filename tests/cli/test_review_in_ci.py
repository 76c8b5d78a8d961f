"""The review as code hosts and CI take it up, and the recipes that the docs give."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
import yaml

from trueline import about

RULE = "support.shelter-cannot-be-left"


def sarif_of(run, path, code=1):
    return json.loads(run("review", path, "--format", "sarif", code=code))["runs"][0]


def test_a_waiver_stands_in_the_source(run, shelter):
    shelter.write_text(
        shelter.read_text()
        + f"waivers:\n  - rule: {RULE}\n    element: activities[house].free_to_leave\n"
        "    why: Ordered by the court.\n    until: 2999-01-31\n"
    )
    results = sarif_of(run, shelter, code=0)["results"]
    (suppression,) = next(each for each in results if each["ruleId"] == RULE)["suppressions"]
    assert suppression["kind"] == "inSource"


def test_addresses_stand_there_once_there_is_one(run, shelter, monkeypatch):
    driver = sarif_of(run, shelter)["tool"]["driver"]
    assert "informationUri" not in driver
    assert all("helpUri" not in rule for rule in driver["rules"])
    monkeypatch.setattr(about, "ADDRESS", "https://code.example.org/trueline")
    driver = sarif_of(run, shelter)["tool"]["driver"]
    assert driver["informationUri"] == "https://code.example.org/trueline"
    uris = {rule["id"]: rule["helpUri"] for rule in driver["rules"]}
    assert uris[RULE].endswith("/docs/generated/rules/support.md#shelter-cannot-be-left")


def test_the_help_pages_are_there(root):
    page = (root / "docs/generated/rules/support.md").read_text()
    assert '<a id="shelter-cannot-be-left"></a>' in page


def test_junit(run, shelter, tmp_path):
    odd = tmp_path / "odd.yaml"
    odd.write_text("title: 'A & B <c>'\nphase: old\n")
    bare = tmp_path / "bare.yaml"
    bare.write_text("title: 'Tom & \"Ann\"'\n")
    target = tmp_path / "review.xml"
    run("review", shelter, odd, bare, "--out", target, code=2)
    suites = ET.parse(target).getroot()
    told = {suite.get("name"): suite for suite in suites}
    assert set(told) == {"A safe place", 'Tom & "Ann"', "Files"}
    house = told["A safe place"]
    assert int(house.get("tests")) == len(house)
    assert int(house.get("failures")) == len(house.findall("testcase/failure")) > 0
    failed = next(case for case in house if case.get("name").startswith(RULE))
    assert f"{shelter.name}:6" in failed.find("failure").text
    assert "Nothing to review yet" in told['Tom & "Ann"'].find("testcase/skipped").get("message")
    assert told["Files"].find("testcase/error") is not None


@pytest.fixture
def recipes(root):
    text = (root / "docs/how-to/review-a-design.md").read_text()
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S)
    return [yaml.load(block, yaml.BaseLoader) for block in blocks]


def commands_in(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from commands_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from commands_in(each)
    elif isinstance(value, str) and value.startswith("trueline review"):
        yield value


def test_the_recipes_run_what_they_say(run, recipes, tmp_path, monkeypatch, root):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "designs").mkdir()
    example = root / "examples" / "awareness-nepal-gulf.yaml"
    (tmp_path / "designs" / example.name).write_bytes(example.read_bytes())
    commands = [each for recipe in recipes for each in commands_in(recipe)]
    for command in commands:
        arguments = command.split()[1:]
        run(*(arguments if len(arguments) > 1 else [*arguments, "designs/"]), "--fail-on", "never")
    assert {each.suffix for each in tmp_path.glob("review.*")} == {".sarif", ".xml"}


def test_the_hook_names_a_command_that_is_there(root, run):
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"].split() == ["trueline", "review"]
    assert hook["id"] in (root / "docs/how-to/review-a-design.md").read_text()
    out = run("review", "--help")
    assert "--fail-on" in out
