"""Wrong and hostile files: each gets problems with place and words, and never a traceback."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trueline.design import Design, design_from_json, load_design, parse_design
from trueline.files import FileProblems, Limits, parse_text

WRONG_TEXTS: dict[str, tuple[str, str, int | None]] = {
    # name: text, words of the message, line
    "empty": ("", "The file is empty", None),
    "blank lines": ("\n  \n\n", "The file is empty", None),
    "comments only": ("# one\n# two\n", "nothing but comments", None),
    "only a null": ("~\n", "should hold named fields", 1),
    "a word": ("hello\n", "it is the text “hello”", 1),
    "a list": ("- a\n- b\n", "it is a list", 1),
    "a number": ("12\n", "it is the number 12", 1),
    "tab indent": ("budget:\n\tamount: 1\n", "not valid YAML", 2),
    "tab in list": ("countries:\n\t- NP\n", "not valid YAML", 2),
    "open quote": ('title: "A\nlead: B\n', "not valid YAML", None),
    "open bracket": ("countries: [NP\ntitle: A\n", "not valid YAML", None),
    "open brace": ("budget: {amount: 1\n", "not valid YAML", None),
    "stray bracket": ("title: ]\n", "not valid YAML", 1),
    "colon in value": ("title: A: B\n", "a colon stands inside a value", 1),
    "no colon": ("title A\nlead: B\n", "not valid YAML", None),
    "no space after colon": ("title:A\n", "should hold named fields", 1),
    "bad indent": ("title: A\n lead: B\n", "not valid YAML", 2),
    "list out of line": ("countries:\n  - NP\n - IN\n", "not valid YAML", 3),
    "starts with at": ("title: @home\n", "begins with a special character", 1),
    "starts with per cent": ("title: %home\n", "not valid YAML", 1),
    "backtick": ("title: `x`\n", "begins with a special character", 1),
    "bad escape": ('title: "\\q"\n', "not valid YAML", 1),
    "nul": ("title: a\x00b\n", "invisible control character", 1),
    "bell": ("lead: x\ntitle: a\x07b\n", "invisible control character", 2),
    "anchor": ("title: &a A\n", "Anchors", 1),
    "alias": ("title: *a\n", "Anchors", 1),
    "anchored map": ("budget: &b {amount: 1, currency: EUR}\n", "Anchors", 1),
    "merge key": ("budget:\n  <<: {amount: 1}\n", "Merge keys", 2),
    "tag": ("title: !!str A\n", "Tags such as", 1),
    "python tag": ("title: !!python/object/apply:os.system [ls]\n", "Tags such as", 1),
    "own tag": ("title: !secret A\n", "Tags such as", 1),
    "tagged name": ("!!str title: A\n", "Tags such as", 1),
    "binary tag": ("title: !!binary aGk=\n", "Tags such as", 1),
    "two documents": ("title: A\n---\ntitle: B\n", "second document", 2),
    "bad directive": ("%YAML 9.9\n---\ntitle: A\n", "not valid YAML", None),
    "complex key": ("? [a, b]\n: c\n", "where a name is expected", 1),
    "duplicate key": ("title: A\nlead: C\ntitle: B\n", "`title` stands here a second time", 3),
    "duplicate nested": ("budget:\n  amount: 1\n  amount: 2\n", "stands here a second time", 3),
    "deep lists": ("countries: " + "[" * 40 + "]" * 40 + "\n", "nests values more than", 1),
    "very deep lists": ("[" * 100_000, "nests values more than", 1),
    "very deep maps": ("{a: " * 50_000, "nests values more than", 1),
    "deep blocks": ("".join(f"{' ' * n}a:\n" for n in range(60)), "nests values more than", 13),
    "dashes in a row": ("- " * 5_000 + "a\n", "nests values more than", 1),
    "too many values": ("countries: [" + "a," * 120_000 + "a]\n", "more than 100,000 values", 1),
    "huge integer": (f"sources: [{{id: a, year: {'9' * 400}}}]\n", "`year` should be", 1),
    "hugest integer": ("sources: [{id: a, year: " + "9" * 50_000 + "}]\n", "`year` should be", 1),
    "huge exponent": ("sources: [{id: a, year: 1e999}]\n", "`year` should be", 1),
    "infinite budget": (
        "budget: {amount: .inf, currency: EUR}\n",
        "`amount` should be a number",
        1,
    ),
    "alias bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n", "Anchors", 1),
    "html": ("<html><body>\n<p style='a: b'>Not found</p>\n", "", None),
    "csv": ('title,lead\n"A, B",C\n', "", None),
    "half a character": ('title: "\\ud800"\n', "not valid YAML", 1),
}

WRONG_JSON: dict[str, tuple[str, str, int | None]] = {
    "empty": ("", "The file is empty", None),
    "null": ("null", "should hold named fields", 1),
    "a list": ("[]", "an empty list", 1),
    "open": ('{"title": "A"', "not valid JSON", 1),
    "trailing comma": ('{"title": "A",\n}', "not valid JSON", None),
    "single quotes": ("{'title': 'A'}", "not valid JSON", 1),
    "comment": ('{"title": "A"} // x', "not valid JSON", 1),
    "not a number": ('{"title": "NaN",\n "budget": {"amount": NaN}}', "NaN is not a number", 2),
    "infinity": ('{"budget": {"amount": -Infinity}}', "-Infinity is not a number", 1),
    "duplicate key": ('{"title": "A",\n "title": "B"}', "stands here a second time", 2),
    "half a character": ('{"title": "A\\ud800"}', "half a character", 1),
    "half a name": ('{"\\ud800": "A"}', "", 1),
    "deep": ('{"a":' * 500 + "1" + "}" * 500, "nests values", None),
    "very deep": ("[" * 200_000, "nests values", None),
    "huge integer": ('{"sources": [{"id": "a", "year": ' + "9" * 5_000 + "}]}", "too many", None),
    "nul": ('{"title": "a\x00b"}', "not valid JSON", 1),
    "two values": ('{"title": "A"} {"title": "B"}', "not valid JSON", 1),
    "unknown field": ('{\n\t"title": "A \\ud83d\\ude00",\n\t"titel": "B"}', "no field `titel`", 3),
    "wrong type, compact": ('{"title":"A","countries":"NP"}', "`countries` should be a list", 1),
}


def problems_of(text: str, name: str) -> FileProblems:
    with pytest.raises(FileProblems) as caught:
        parse_design(text, name)
    for problem in caught.value.problems:
        assert problem.file == name
        assert problem.message.endswith(".")
        assert len(str(problem)) < 1500
    return caught.value


@pytest.mark.parametrize("name", WRONG_TEXTS)
def test_a_wrong_yaml_text_is_told_with_its_place(name: str) -> None:
    text, words, line = WRONG_TEXTS[name]
    first = problems_of(text, "d.yaml").problems[0]
    assert words in first.message
    assert line is None or first.line == line


@pytest.mark.parametrize("name", WRONG_JSON)
def test_a_wrong_json_text_is_told_with_its_place(name: str) -> None:
    text, words, line = WRONG_JSON[name]
    first = problems_of(text, "d.json").problems[0]
    assert words in first.message
    assert line is None or first.line == line
    if "second time" not in words:
        with pytest.raises(FileProblems):
            design_from_json(text)


def docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")


WRONG_FILES: dict[str, tuple[Any, str]] = {
    "latin-1": ("title: Réforme\n".encode("latin-1"), "not UTF-8: byte 0xe9"),
    "half of utf-8": ("title: é".encode()[:-1], "not UTF-8"),
    "half of utf-16": ("title: A\n".encode("utf-16")[:-1], "not UTF-16"),
    "utf-16 without mark": ("title: A\n".encode("utf-16-le"), "control character"),
    "random bytes": (bytes(range(128, 256)), "not UTF-8"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "Word, Excel, PDF or zip"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word, Excel, PDF or zip"),
    "docx": (docx, "Word, Excel, PDF or zip"),
    "empty": (b"", "The file is empty"),
    "only a mark": (b"\xef\xbb\xbf", "The file is empty"),
    "6 MB": (b"title: " + b"a" * 6_000_000, "larger than 5 MB"),
    "5 MB of brackets": (b"[" * 5_000_000, "nests values more than"),
    "5 MB of one text": (b"title: " + b"a" * 4_900_000, "500 is the most"),
    "folder": (Path.mkdir, "This is a folder"),
    "missing": (lambda path: None, "There is no such file"),
    "pipe": (os.mkfifo, "not an ordinary file"),
    "broken link": (lambda path: path.symlink_to(path.parent / "gone"), "no such file"),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_is_told_by_name(name: str, tmp_path: Path) -> None:
    content, words = WRONG_FILES[name]
    path = tmp_path / "d.yaml"
    path.write_bytes(content) if isinstance(content, bytes) else content(path)
    with pytest.raises(FileProblems) as caught:
        load_design(path)
    assert words in str(caught.value)
    assert caught.value.problems[0].file == str(path)


def test_a_file_the_system_keeps_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("title: A")

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblems, match="can't be read: Permission denied"):
        load_design(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_that_office_programs_write(encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_bytes(f"title: Réforme{end}countries:{end}  - NP{end}".encode(encoding))
    assert load_design(path).document == Design(title="Réforme", countries=("NP",))


def test_limits_can_be_tighter() -> None:
    with pytest.raises(FileProblems, match="larger than"):
        parse_text("title: A", "d.yaml", Limits(size=4))


def told(read: Callable[[], Design]) -> bool:
    """Whether reading gives a design, or problems each of which is a sentence with a place."""
    try:
        return isinstance(read(), Design)
    except FileProblems as found:
        return all(one.message.endswith(".") and one.file for one in found.problems)


tidy = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
bits = st.sampled_from(
    [
        "title",
        "activities",
        "kind",
        "id",
        ":",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\t",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "!!x",
        "#",
        "|",
        ">-",
        "%",
        "---",
        "...",
        "justice",
        "a",
        "1",
        "~",
        ",",
        "\x00",
        "\ufeff",
        "\u2028",
        "\x85",
        "\r",
        "é",
        "\\u",
        "<<",
        "?",
        "no",
    ]
)


@tidy
@given(st.text() | st.lists(bits, max_size=30).map("".join), st.sampled_from(["d.yaml", "d.json"]))
@pytest.mark.slow
def test_any_text_is_a_design_or_problems(text: str, name: str) -> None:
    assert told(lambda: parse_design(text, name).document)


@tidy
@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_a_design_or_problems(raw: bytes) -> None:
    assert told(lambda: design_from_json(raw))


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["justice", "2026-02-30", "x", "NP"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *Design.model_fields,
                    "id",
                    "kind",
                    "due",
                    "cause",
                    "amount",
                    "barriers",
                    "targets",
                    "studies",
                    "question",
                    "x",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@tidy
@given(st.dictionaries(st.sampled_from([*Design.model_fields, "x"]), values, max_size=4))
@pytest.mark.slow
def test_any_data_is_a_design_or_problems_with_places(data: dict[str, Any]) -> None:
    assert told(lambda: design_from_json(json.dumps(data)))
