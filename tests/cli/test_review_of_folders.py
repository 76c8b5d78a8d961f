"""Which files of a folder are designs: none is passed over in silence, none is taken for another."""

import codecs
import json

import pytest

WORK = "title: One\nactivities:\n  - {id: a, kind: other, title: Work}\n"

DESIGNS = {
    "one-list.yaml": WORK,
    "quoted.yaml": WORK.replace("title:", '"title":', 1).replace("activities:", "'activities':"),
    "flow.yaml": "{title: One, activities: [{id: a, kind: other, title: Work}]}",
    "small.json": '{"title": "One", "activities": []}',
    "version.yaml": "schema_version: 1\n",
    "unknown-name.yaml": f"{WORK}results: []\nnotes: ours\n",
}
PASSED_OVER = {
    "settings.yaml": ("name: x\non: push\n", "names nothing that a design holds"),
    "list.yml": ("- a\n- b\n", "a list, not named fields"),
    "words.yaml": ("just words\n", "the text “just words”, not named fields"),
    "empty.yaml": ("\n", "empty"),
    "pack.yaml": (
        "title: Pack\nindicators: []\nlessons: []\n",
        "holds what no design does: lessons",
    ),
    "torn.yaml": ("name: [a\n", "can't be read, and does not look like a design"),
    "one-name.yaml": ("activities: [a\n", "can't be read, and does not look like a design"),
    "package.json": ('{"name": "x"}', "names nothing that a design holds"),
    "ours.schema.json": ('{"title": "x", "activities": 1}', "a JSON Schema"),
}
BROKEN = {
    "torn.yaml": WORK + "  - {id: [\n",
    "tabbed.yaml": "title: One\nactivities:\n\t- id: a\n",
    "torn.json": '{"title": "One", "activities": [',
}


@pytest.mark.parametrize("name", DESIGNS)
def test_a_design_is_known_by_its_names(run, tmp_path, name):
    (tmp_path / name).write_text(DESIGNS[name])
    out = run("review", tmp_path, "--fail-on", "never", code=2 if "unknown" in name else 0)
    assert "There is no design in this folder." not in out


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf_16_as_some_shells_write_it_is_read_in_a_folder_too(run, tmp_path, bom):
    encoding = "utf-16-le" if bom == codecs.BOM_UTF16_LE else "utf-16-be"
    (tmp_path / "a.yaml").write_bytes(bom + WORK.replace("One", "Été").encode(encoding))
    alone = run("review", tmp_path / "a.yaml", code=1)
    assert "Été" in alone
    assert run("review", tmp_path, code=1) == alone


def test_each_file_passed_over_is_named_with_the_reason(run, tmp_path):
    (tmp_path / "design.yaml").write_text(WORK)
    for name, (text, _) in PASSED_OVER.items():
        (tmp_path / name).write_text(text)
    out = run("review", tmp_path, "--summary", code=1)
    assert f"{len(PASSED_OVER)} files passed over:" in out
    for name, (_, reason) in PASSED_OVER.items():
        assert f"{name}: {reason}\n" in out
    target = tmp_path / "out.json"
    run("review", tmp_path, "--out", target, code=1)
    told = {each["file"]: each["reason"] for each in json.loads(target.read_text())["passed_over"]}
    assert told == {str(tmp_path / name): reason for name, (_, reason) in PASSED_OVER.items()}


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "html", "pdf"])
@pytest.mark.parametrize("beside", ["", BROKEN["torn.yaml"]], ids=["alone", "beside a broken one"])
def test_they_are_named_too_where_nothing_is_left_to_review(run, tmp_path, form, beside):
    """Of a folder whose only design could not be read, once nothing said why it held none."""
    (tmp_path / "settings.yaml").write_text("name: x\n")
    if beside:
        (tmp_path / "torn.yaml").write_text(beside)
    out = run("review", tmp_path, "--format", form, code=2)
    assert "1 file passed over:" in out
    assert "settings.yaml: names nothing that a design holds\n" in out


def test_of_very_many_the_first_are_named(run, tmp_path):
    (tmp_path / "design.yaml").write_text(WORK)
    for number in range(30):
        (tmp_path / f"{number:02}.yaml").write_text("name: x\n")
    out = run("review", tmp_path, "--summary", code=1)
    assert "19.yaml: " in out
    assert "20.yaml: " not in out
    assert "  and 10 more\n" in out


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_with_names_of_a_design_is_an_error(run, tmp_path, name):
    (tmp_path / name).write_text(BROKEN[name])
    out = run("review", tmp_path, code=2)
    assert f"{name}:" in out
    assert "This is not valid" in out
    assert "passed over" not in out
