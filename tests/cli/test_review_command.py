"""`trueline review` as somebody at a terminal, and somebody's CI, meet it."""

import json
import os

import pytest
from jsonschema import Draft202012Validator

from tests.patterns.growth import LONG, SHORT, grows_too_fast
from trueline.language import languages

RULE = "support.shelter-cannot-be-left"
ELEMENT = "activities[house].free_to_leave"


def waived(path, *, until: str, why: str = "Ordered by the court for two clients."):
    text = path.read_text() + (
        f"waivers:\n  - rule: {RULE}\n    element: {ELEMENT}\n    who: Asha\n"
        f"    why: {why}\n    until: {until}\n"
    )
    path.write_text(text)


def test_each_note_names_place_severity_reason_step_and_rule(run, shelter):
    out = run("review", shelter.name, code=1)
    assert "A safe place" in out
    assert (
        "Look again\n  Error · Activity “House in the capital”, Free to leave?  shelter.yaml:6"
        in out
    )
    assert "House in the capital" in out
    for part in ("Why: ", "Next: ", f"{RULE} · {ELEMENT}", "ICAT toolkit, "):
        assert part in out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_the_reason_of_a_rule_is_told_once(run, tmp_path):
    path = tmp_path / "two.yaml"
    path.write_text(
        "activities:\n"
        + "".join(f"  - {{id: a{n}, kind: other, title: Work {n}}}\n" for n in range(2))
    )
    out = run("review", path, code=1)
    assert out.count("logic.activity-leads-nowhere") == 1
    assert out.count("Add a link from it") == 1
    assert "“Work 0” leads to no result" in out
    assert "“Work 1” leads to no result" in out
    assert out.count("Each activity needs a stated way") == 1


def test_the_end_counts_what_is_asked_for_and_says_where_to_begin(run, shelter):
    out = run("review", shelter, code=1)
    closing = out[out.index("In all: ") :]
    assert closing.startswith("In all: 1 error, ")
    asked = [line.split(maxsplit=1) for line in closing.splitlines() if line[:6].strip().isdigit()]
    counts = {what: int(number) for number, what in asked}
    total = sum(int(part.split()[0]) for part in closing.splitlines()[0][8:].split(", "))
    assert sum(counts.values()) == total
    order = ["reconsider the approach", "modify it", "add something beside it", "find out first"]
    assert list(counts) == [what for what in order if what in counts]
    assert "Begin with: Activity “House in the capital”" in closing


def test_open_questions_are_grouped_below_what_is_wrong(run, shelter):
    out = run("review", shelter, code=1)
    assert out.index(RULE) < out.index("still open") < out.index("answers.open-questions")
    assert out.count("answers.open-questions") == 1


def test_a_waiver_is_shown_and_does_not_count(run, shelter):
    waived(shelter, until="2999-01-31")
    out = run("review", shelter)
    aside = out[out.index("Set aside by the team") :]
    assert "Set aside by Asha until 31 January 2999 (error)" in aside
    assert "Reason: Ordered by the court for two clients." in aside
    assert "1 set aside" in aside


def test_a_waiver_whose_day_has_passed_counts_no_longer(run, shelter):
    waived(shelter, until="2020-01-31")
    out = run("review", shelter, code=1)
    assert "It was set aside until 31 January 2020, so it stands here again." in out
    assert "Set aside by the team" not in out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("never", 0)])
def test_when_the_command_fails(run, shelter, fail_on, code):
    run("review", shelter, "--fail-on", fail_on, code=code)


def test_a_warning_fails_only_where_asked(run, shelter):
    shelter.write_text(shelter.read_text().replace("false", "true"))
    run("review", shelter)
    run("review", shelter, "--fail-on", "warning", code=1)


def test_folders_at_any_depth_and_one_table(run, shelter):
    inner = shelter.parent / "round 2" / "more"
    inner.mkdir(parents=True)
    (inner / "second.yml").write_text("title: Second\nactivities: []\nresults: []\n")
    (inner / "settings.yaml").write_text("name: not a design\n")
    (inner / "own.json").write_text('{"schema_version": 1, "title": "Third"}')
    (inner.parent / ".hidden").mkdir()
    (inner.parent / ".hidden/design.yaml").write_text("schema_version: 1\n")
    out = run("review", shelter.parent, "--summary", code=1)
    for title in ("A safe place", "Second", "Third"):
        assert title in out
    assert "3 designs reviewed." in out
    assert "1 file passed over:\n  " in out
    assert "settings.yaml: names nothing that a design holds" in out
    assert "Why" not in out


def test_what_can_be_read_is_reviewed_all_the_same(run, shelter, tmp_path):
    (tmp_path / "torn.yaml").write_text("title: [a\n")
    (tmp_path / "odd.yaml").write_text("titel: A\nphase: old\n")
    empty = tmp_path / "nothing here"
    empty.mkdir()
    out = run(
        "review",
        shelter,
        tmp_path / "torn.yaml",
        tmp_path / "odd.yaml",
        tmp_path / "gone.yaml",
        empty,
        code=2,
    )
    assert RULE in out
    assert "torn.yaml:2:1: This is not valid YAML" in out
    assert "odd.yaml:1:8: There is no field `titel` here. Did you mean `title`?" in out
    assert "odd.yaml:2:8: `phase` can't be the text “old”." in out
    assert "gone.yaml: There is no such file." in out
    assert "nothing here: There is no design in this folder." in out
    assert "5 problems; 1 other file went through." in out


def test_a_torn_design_in_a_folder_is_not_passed_over(run, tmp_path):
    (tmp_path / "torn.yaml").write_text("schema_version: 1\ntitle: [a\n")
    assert "torn.yaml:3:1: This is not valid YAML" in run("review", tmp_path, code=2)


def test_json_fits_its_schema(run, shelter, tmp_path):
    waived(shelter, until="2999-01-31")
    (tmp_path / "torn.yaml").write_text("title: [a\n")
    target = tmp_path / "review.json"
    run("review", shelter, tmp_path / "torn.yaml", "--out", target, code=2)
    data = json.loads(target.read_text())
    Draft202012Validator(json.loads(run("schema", "review"))).validate(data)
    (design,) = data["designs"]
    (finding,) = [one for one in design["findings"] if one["rule"] == RULE]
    assert (finding["line"], finding["path"], finding["waiver"]["until"]) == (
        6,
        ELEMENT,
        "2999-01-31",
    )
    assert design["summary"]["waived"] == 1
    assert data["problems"][0]["file"].endswith("torn.yaml")


def test_sarif_names_rules_lines_and_what_is_set_aside(run, shelter, tmp_path):
    waived(shelter, until="2999-01-31")
    (tmp_path / "torn.yaml").write_text("title: [a\n")
    target = tmp_path / "review.sarif"
    run("review", shelter, tmp_path / "torn.yaml", "--out", target, code=2)
    log = json.loads(target.read_text())
    (run_,) = log["runs"]
    assert log["version"] == "2.1.0"
    rules = {rule["id"]: rule for rule in run_["tool"]["driver"]["rules"]}
    assert set(rules) == {result["ruleId"] for result in run_["results"]}
    assert all(rule["help"]["text"] and "helpUri" not in rule for rule in rules.values())
    (result,) = [one for one in run_["results"] if one["ruleId"] == RULE]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 6
    assert place["artifactLocation"]["uri"] == shelter.as_uri()
    assert result["level"] == "error"
    assert "Ordered by the court" in result["suppressions"][0]["justification"]
    (told,) = run_["invocations"]
    assert told["executionSuccessful"] is False
    assert "not valid YAML" in told["toolExecutionNotifications"][0]["message"]["text"]


def test_the_ending_of_the_file_says_what_is_written(run, shelter, tmp_path):
    for name, begins in (("a.html", b"<!doctype html>"), ("a.pdf", b"%PDF"), ("a.txt", b"A safe")):
        run("review", shelter, "-o", tmp_path / name, code=1)
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "ends in none of" in run("review", shelter, "-o", tmp_path / "a.odt", code=2)


def test_several_pages_need_a_folder(run, shelter, tmp_path):
    other = tmp_path / "b" / "shelter.yaml"
    other.parent.mkdir()
    other.write_text(shelter.read_text())
    assert "Name a folder" in run("review", shelter, other, "-f", "html", code=2)
    run("review", shelter, other, "-f", "html", "-o", tmp_path / "made", code=1)
    names = {path.name for path in (tmp_path / "made").iterdir()}
    assert names == {"shelter-review.html", "shelter-2-review.html"}


@pytest.mark.parametrize("form", ["txt", "json", "sarif", "html"])
def test_a_name_that_is_no_text_is_written_all_the_same(run, shelter, tmp_path, form):
    odd = tmp_path / os.fsdecode(b"\xff\xfe.yaml")
    try:
        odd.write_text(shelter.read_text())
    except OSError:
        pytest.skip("this system has no such names")
    run("review", odd, "-o", tmp_path / f"made.{form}", code=1)
    assert "\ufffd" in (tmp_path / f"made.{form}").read_text() or form == "sarif"


@pytest.mark.slow
def test_many_files_are_shared_among_processes(run, shelter, tmp_path):
    for number in range(60):
        (tmp_path / f"{number:02}.yaml").write_text(shelter.read_text())
    (tmp_path / "torn.yaml").write_text("title: [a\n")
    out = run("review", *sorted(tmp_path.glob("*.yaml")), "-f", "json", code=2)
    designs = json.loads(out[: out.rindex("}") + 1])["designs"]
    assert [os.path.basename(one["file"]) for one in designs] == [
        *(f"{number:02}.yaml" for number in range(60)),
        "shelter.yaml",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("word", ["know ", "victims ", "plan training income "])
def test_no_sentence_stops_it(run, tmp_path, word):
    """Eight assumptions of 20,000 letters, in a file of 160 KB."""
    path = tmp_path / "long.yaml"

    def read(text):
        assumptions = "".join(f"\n      - {{id: s{n}, statement: {n} {text}}}" for n in range(8))
        path.write_text(
            "activities:\n  - {id: a, kind: awareness}\nresults:\n  - {id: r, level: outcome}\n"
            f"links:\n  - id: l\n    cause: a\n    effect: r\n    assumptions:{assumptions}\n"
        )
        run("review", path, "--fail-on", "never")

    short, long = ((word * length)[: length - 2] for length in (SHORT, LONG))
    assert not grows_too_fast(read, short, long)


def test_of_many_mistakes_fifty_are_told_and_all_counted(run, tmp_path):
    path = tmp_path / "many.yaml"
    path.write_text("".join(f"unknown_{n}: 1\n" for n in range(80)))
    out = run("review", path, code=2)
    assert out.count("There is no field") == 50
    assert "There are 30 more problems in it. Mend these first." in out
    assert "80 problems; nothing was done." in out
    told = json.loads(run("review", path, "--format", "json", code=2).partition("\n}\n")[0] + "}")
    assert [each["more"] for each in told["problems"]] == [0] * 50 + [30]


def test_the_language_can_be_asked_for(run, shelter):
    french = run("review", shelter, "--language", "fr", code=1)
    assert "Erreur" in french
    assert "Error" not in french
    assert "Erreur" not in run("review", shelter, code=1)
    refused = run("review", shelter, "--language", "tlh", code=2)
    assert f"The languages are: {', '.join(languages())}" in refused
