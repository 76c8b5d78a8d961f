"""`trueline export`: what a person types, and what is said when it can't be done."""

from html import escape

import pytest
from typer.testing import CliRunner

from trueline.cli.app import app
from trueline.language import gettext, override

RUN = CliRunner()
NOTICE = "Some words of this document are not translated yet and stand in English."
YAML = "title: Safe work\nactivities:\n  - id: a\n    kind: other\n    title: Check offers\n"


@pytest.fixture
def design(tmp_path):
    file = tmp_path / "safe-work.yaml"
    file.write_text(YAML, encoding="utf-8")
    return file


def export(*arguments):
    return RUN.invoke(app, ["export", *map(str, arguments)])


def test_writes_each_file_asked_for(design, tmp_path):
    svg, book = tmp_path / "theory-of-change.svg", tmp_path / "our-logframe.xlsx"
    result = export(design, "--to", svg, "--to", book)
    assert result.exit_code == 0, result.output
    assert "Check offers" in svg.read_text(encoding="utf-8")
    assert book.read_bytes().startswith(b"PK")
    assert result.output.count("Wrote") == 2


def test_a_name_that_says_nothing_is_answered_with_names_that_do(design, tmp_path):
    result = export(design, "--to", tmp_path / "safe-work.docx")
    assert result.exit_code == 2
    assert "safe-work-dossier.docx" in result.output
    assert not (tmp_path / "safe-work.docx").exists()


def test_never_writes_over_the_design(tmp_path):
    file = tmp_path / "design.yaml"
    file.write_text("# A note of mine\n" + YAML, encoding="utf-8")
    result = export(file, "--to", file)
    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8").startswith("# A note of mine")


def test_the_review_needs_something_to_stand_in(design, tmp_path):
    result = export(design, "--to", tmp_path / "theory-of-change.svg", "--with-review")
    assert result.exit_code == 2
    assert "dossier" in result.output


@pytest.mark.slow
def test_a_day_can_be_given_so_that_files_repeat(design, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    first, second = tmp_path / "a-dossier.docx", tmp_path / "b-dossier.docx"
    export(design, "--to", first, "--to", second)
    assert first.read_bytes() == second.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert export(design, "--to", first).exit_code == 2


def test_a_place_that_is_not_there_is_said_plainly(design, tmp_path):
    diagram = tmp_path / "theory-of-change.svg"
    result = export(design, "--to", tmp_path / "nowhere" / "design.json", "--to", diagram)
    assert result.exit_code == 2
    assert "there is no folder" in result.stderr
    assert "1 problem; 1 other file went through." in result.stderr
    assert diagram.exists()


def test_speaks_the_language_asked_for_and_says_once_what_has_no_translation(design, tmp_path):
    page = tmp_path / "safe-work-review.html"
    result = export(design, "--to", page, "--language", "fr")
    assert result.exit_code == 0, result.output
    text = page.read_text(encoding="utf-8")
    assert 'lang="fr"' in text
    assert text.count(escape(gettext_in_french(NOTICE))) == 1


def gettext_in_french(text):
    with override("fr"):
        return gettext(text)
