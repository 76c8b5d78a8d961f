"""Terms that were compiled are kept, and used again only where they are what would be compiled."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trueline.lexicon import Concept, Lexicon
from trueline.toolkit import cache

CONCEPTS = (
    Concept(id="staff", terms={"en": ("caseworker", "team"), "fr": ("équipe",)}),
    Concept(id="deciding", terms={"en": ("<staff> … decid*", "decides"), "ar": ("الفريق يقرر",)}),
    Concept(id="staff", terms={"en": ("night watch",)}),
)
TEXT = "The team of the shelter decides, and so does the night watch. L’équipe aussi. والفريق يقرر"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("TRUELINE_CACHE", str(folder))
    return folder


def read(concepts: tuple[Concept, ...]) -> list[tuple[str, str]]:
    lexicon = Lexicon(concepts, cache.compiled_terms(concepts))
    matches = lexicon.find(TEXT)
    return [(match.concept.id, TEXT[match.start : match.end]) for match in matches]


def test_what_was_kept_reads_as_what_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(CONCEPTS)
    assert ("deciding", "team of the shelter decides") in first
    assert ("staff", "night watch") in first
    monkeypatch.setattr(cache, "compile_terms", None)  # nothing is compiled a second time
    assert read(CONCEPTS) == first


def test_a_term_more_is_compiled_anew(folder: Path) -> None:
    read(CONCEPTS)
    more = (*CONCEPTS, Concept(id="also", terms={"en": ("so does",)}))
    assert ("also", "so does") in read(more)
    assert len(list(folder.iterdir())) == 2


def test_the_same_words_for_another_concept_are_compiled_anew() -> None:
    read(CONCEPTS)
    other = Concept(id="people", terms=CONCEPTS[0].terms)
    assert ("people", "équipe") in read((other, *CONCEPTS))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:500],
        lambda data: b"",
        lambda data: data.replace(b"team", b"tram"),
        lambda data: data.partition(b"\n")[2],
        lambda data: b"\n",
        lambda data: data[:64] + b"\n{}",
        lambda data: b"\xff" * 300,
    ],
)
def test_a_damaged_file_is_made_anew(folder: Path, damage) -> None:
    first = read(CONCEPTS)
    (file,) = folder.iterdir()
    intact = file.read_bytes()
    file.write_bytes(damage(intact))
    assert read(CONCEPTS) == first
    assert file.read_bytes() == intact


def test_without_a_place_to_write_it_is_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TRUELINE_CACHE", str(tmp_path / "file"))
    assert read(CONCEPTS) == read(CONCEPTS) != []


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("trueline.cache.os.fdopen", full)
    assert read(CONCEPTS)
    assert not list(folder.iterdir())


def test_only_the_newest_stay(folder: Path) -> None:
    for number in range(cache.MOST_TERMS + 3):
        read((Concept(id=f"n{number}", terms={"en": ("team",)}),))
        for file in folder.iterdir():
            os.utime(file, (file.stat().st_mtime - 10,) * 2)
    assert len(list(folder.iterdir())) == cache.MOST_TERMS
    assert read((Concept(id=f"n{number}", terms={"en": ("team",)}),)) == [(f"n{number}", "team")]


@pytest.mark.slow
def test_processes_that_begin_at_once_get_the_same(folder: Path) -> None:
    code = (
        "from trueline.toolkit import load_toolkit\n"
        "print(sorted(load_toolkit().reading.read('The team decides.').concepts))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(3)
    ]
    outputs = {process.communicate(timeout=60)[0] for process in started}
    assert len(outputs) == 1
    assert b"[]" not in outputs
    assert not list(folder.glob("*.part"))
