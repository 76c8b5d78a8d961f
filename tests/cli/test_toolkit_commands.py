"""`trueline toolkit` as somebody at a terminal meets it."""

import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from trueline.cli.app import app
from trueline.toolkit import load_toolkit

RUNNER = CliRunner()


def run(*arguments: str, code: int = 0) -> str:
    """What a command prints; its exit code must be `code`."""
    done = RUNNER.invoke(app, [*arguments])
    assert done.exit_code == code, (done.output, done.exception)
    return done.output


def process(*arguments: str, **options) -> subprocess.CompletedProcess:
    """The command in a process of its own, as the shell starts it."""
    command = [sys.executable, "-c", "from trueline.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def test_sections():
    out = run("toolkit", "sections")
    for section in load_toolkit().sections:
        assert section.id in out


PLACES = (
    "awareness",
    "3 Q1",
    "fn 9",
    "R 4",
    "support.written-plan",
    "actor-group",
    "sex.female",
    "foundations.actors",
    "justice.barriers.rotation",
    "legal.criminalising-countries",
)


@pytest.mark.parametrize("name", PLACES)
def test_show_by_id_and_by_place(name):
    out = run("toolkit", "show", *name.split())
    assert "ref" in out or "vocabulary" in out or "term" in out
    assert all(line == line.rstrip() for line in out.splitlines())
    assert "\x1b" not in out


def test_everything_can_be_shown():
    """An entry of each kind and shape, and each with a bracket, which Rich could take for markup."""
    from trueline.cli.printing import console
    from trueline.cli.toolkit_view import print_node

    toolkit = load_toolkit()
    shapes = {(node.kind, *(name for name, value in node.item if value)): node for node in toolkit}
    bracketed = [node for node in toolkit if "[" in "".join(map(str, dict(node.item).values()))]
    for node in (*shapes.values(), *bracketed):
        print_node(console(), toolkit, node)


def test_show_says_what_an_indicator_does_not_show():
    out = run("toolkit", "show", "justice.participants")
    assert "Does not show" in out
    assert "Never stands in" in out
    assert "what people have learned" in out


def test_show_marks_the_label_of_a_lesson_as_ours():
    out = run("toolkit", "show", "awareness.limited-evidence")
    assert "It reports (ours)" in out
    assert "Limited evidence" in out


def test_show_quotes_the_law():
    out = run("toolkit", "show", "fn", "50")
    assert "“each State Party shall consider" in out
    assert "article 7" in out


def test_show_suggests_the_nearest_name():
    out = run("toolkit", "show", "awareness.targetgroup", code=2)
    assert "Did you mean `awareness.target-group`" in out


def test_search_and_its_json():
    assert "6 Q7" in run("toolkit", "search", "police", "rotate", "--kind", "question")
    hits = json.loads(run("toolkit", "search", "rotate", "--json", "-n", "2", "-s", "6"))
    assert len(hits) == 2
    assert hits[0]["section"] == "justice"
    assert "**" in hits[0]["excerpt"]


def test_search_that_finds_nothing_says_so():
    assert "No entry was found for “qqqq”" in run("toolkit", "search", "qqqq")


def test_search_for_a_kind_that_is_not_there():
    assert "The kinds are: about, category" in run("toolkit", "search", "x", "-k", "foo", code=2)


def test_what_the_source_does_not_say_is_marked():
    assert "Does not show (ours)" in run("toolkit", "show", "support.stable-housing")
    assert "Denominator (ours)" in run("toolkit", "show", "support.stable-housing")
    assert "(ours)  Whether" not in run("toolkit", "show", "awareness.reach")
    assert "Does not show " in run("toolkit", "show", "awareness.reach")


def test_figures_are_shown_with_their_number():
    assert "63,251 victims in 103 countries" in run("toolkit", "show", "1")
    assert "at least 146 countries" in run("toolkit", "show", "legal.criminalising-countries")


def test_search_in_a_section_that_is_not_there():
    assert "The sections are: 1 foundations" in run("toolkit", "search", "x", "-s", "12", code=2)


def test_counts_as_table_and_json():
    assert "55 footnotes" in run("toolkit", "counts")
    data = json.loads(run("toolkit", "counts", "--json"))
    assert [section["number"] for section in data["sections"]] == list(range(1, 10))
    assert (data["evidence"], data["resources"], data["topics"]) == (55, 25, 8)


def test_units_are_counted_listed_and_written_for_readers(tmp_path):
    data = json.loads(run("toolkit", "counts", "--json"))
    assert data["units"]["quotation"] == 4
    assert "awareness.target-group" in run("toolkit", "units", "-s", "awareness")
    path = tmp_path / "units.csv"
    run("toolkit", "units", "--to", str(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("unit,ref,kind,text")
    assert len(lines) > data["units"]["source"]


@pytest.mark.slow
def test_validate_an_own_pack(tmp_path):
    (tmp_path / "pack.yaml").write_text(
        'pack: {id: acme, name: Acme, language: en, edition: "1"}\n'
        "for_section: plans\n"
        "lessons:\n"
        "  - {id: acme.l, ref: own, title: T, statement: S., direction: gap, follows: F.}\n"
    )
    assert "“Acme” is in order: 1 × lesson" in run("toolkit", "validate", str(tmp_path))
    assert "acme.l" in run("toolkit", "show", "acme.l", "--with", str(tmp_path))
    own = run("toolkit", "search", "T", "--with", str(tmp_path), "--kind", "lesson")
    assert "acme.l  [own entry]" in own


@pytest.mark.slow
def test_problems_are_printed_without_traceback(tmp_path):
    (tmp_path / "pack.yaml").write_text("pack: {id: Acme}\n")
    done = process("toolkit", "validate", str(tmp_path))
    assert done.returncode == 2
    assert "pack.yaml:1:" in done.stderr
    assert "nothing was done" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("to", "says"), [("x.odt", "ends in none of"), ("gone/x.json", "there is no folder “gone”")]
)
def test_export_that_cannot_be_written(to, says, tmp_path):
    done = process("toolkit", "export", "--to", to, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_export_on_a_full_disk_leaves_the_old_file(tmp_path):
    """A limit on the size of files stands for the full disk."""
    import resource

    target = tmp_path / "toolkit.json"
    target.write_text("before")
    limit = (50_000, resource.RLIM_INFINITY)
    done = process(
        "toolkit",
        "export",
        "--to",
        str(target),
        env={**os.environ, "TRUELINE_CACHE": str(tmp_path / "cache")},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
    )
    assert done.returncode == 2, done.stderr
    assert "unchanged" in done.stderr
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir() if path.name != "cache"] == ["toolkit.json"]


def test_paper_that_does_not_exist():
    said = run("toolkit", "export", "--to", "x.pdf", "--paper", "a5", code=2)
    assert "'a4', 'letter'" in said


@pytest.mark.slow
def test_a_closed_pipe_is_no_error():
    command = f'"{sys.executable}" -c "from trueline.cli import main; main()" toolkit show legal'
    done = subprocess.run(
        f"{command} | head -1", shell=True, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


@pytest.mark.slow
def test_tour_writes_the_pocket_edition(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "trueline-tour/pocket.pdf" in run("toolkit", "tour")
    assert (tmp_path / "trueline-tour/pocket.pdf").read_bytes().startswith(b"%PDF")


def test_version_and_help():
    assert run("--version").startswith("trueline ")
    assert "Exit codes" in run("--help")
