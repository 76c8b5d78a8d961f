"""The typist notices what is wrong with a page: a page without a complaint is a page that is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import WrongComment, blocks_of, matches
from tests.docs.typist import Differs, follow


def page(folder: Path, text: str) -> Path:
    """A page with `text`, in which ' stands for a fence's backtick."""
    made = folder / "page.md"
    made.write_text("# A page\n" + text.replace("'''", "```"), encoding="utf-8")
    return made


WRONG = {
    "a command that is not on the path": ("'''\npytest tests\n'''", "ended with 127"),
    "a file that nobody made": ("'''\ncat before.yaml\n'''", "ended with 1"),
    "a folder that nobody made": ("'''\ntouch to-send/a.pdf\n'''", "ended with 1"),
    "a failure in the middle": ("'''\nfalse\ntrue\n'''", "`false` ended with 1"),
    "another exit code": ("<!-- exit code: 3 -->\n'''\n(exit 2)\n'''", "ended with 2"),
    "an exit code that does not come": ("<!-- exit code: 1 -->\n'''\ntrue\n'''", "ended with 0"),
    "other words": ("'''console\n$ echo warning\nnote\n'''", "instead of:\nnote"),
    "words that are left out": ("'''console\n$ printf 'a\\nb\\n'\na\n'''", "printed:\na"),
    "words that do not come": ("'''console\n$ true\nall is well\n'''", "instead of"),
    "a variable that is not exported": (
        "'''\nA=yes\n'''\n\n'''console\n$ sh -c 'echo \"[$A]\"'\n[yes]\n'''",
        "printed:\n[]",
    ),
    "a program that fails": ("'''python\nimport nowhere\n'''", "No module named 'nowhere'"),
    "a question that is not asked": (
        "<!-- typed: Name: Amara -->\n'''\ntrue\n'''",
        "nobody asked for “Name: ”",
    ),
    "a server that does not start": ("<!-- until: ready -->\n'''\n(exit 2)\n'''", "ended with 2"),
    "a step of a list": ("1. Do it:\n\n   '''\n   false\n   '''\n", "page.md:4"),
}
RIGHT = {
    "words": "'''console\n$ echo a b c\na ... c\n'''",
    "any lines": "'''console\n$ printf 'a\\nb\\nc\\nd\\n'\na\n...\nd\n'''",
    "a line over two lines": "'''\necho a \\\n  b > c\n'''\n\n'''console\n$ cat c\na b\n'''",
    "files": (
        "<!-- file: a/b.txt -->\n'''\none\n'''\n<!-- added to: a/b.txt -->\n'''\ntwo\n'''\n"
        "'''console\n$ cat a/b.txt\none\ntwo\n'''"
    ),
    "folders stay": "'''\nmkdir a && cd a\n'''\n\n'''console\n$ basename $PWD\na\n'''",
    "a question": (
        "<!-- typed: Name: Amara -->\n'''console\n$ read -p 'Name: ' N && echo \"<$N>\"\n"
        "Name: <Amara>\n'''"
    ),
    "what is ended by Ctrl-C": (
        "<!-- until: ready -->\n'''\nsh -c 'echo ready; exec sleep 60'\n'''"
    ),
    "what can't be run": "<!-- not run: it\n     takes a year -->\n'''\nfalse\n'''",
    "what others do": "<!-- as: root -->\n'''\nfalse\n'''",
    "a program": "'''python\nimport trueline\n'''",
}


@pytest.mark.parametrize(("text", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_noticed(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(Differs) as caught:
        follow(page(tmp_path, text), tmp_path)
    assert says in str(caught.value).replace("\r\n", "\n")


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_is_right_passes(text: str, tmp_path: Path) -> None:
    follow(page(tmp_path, text), tmp_path)


def test_a_file_needs_a_name_or_a_reason(tmp_path: Path) -> None:
    blocks = blocks_of(page(tmp_path, "'''yaml\na: b\n'''\n\n<!-- not run: why -->\n'''ini\n'''\n"))
    assert [(block.line, block.is_known) for block in blocks] == [(2, False), (7, True)]


def test_no_block_is_overlooked(tmp_path: Path) -> None:
    text = "".join(
        f"{' ' * indent}'''sh\n{' ' * indent}true\n{' ' * indent}'''\n" for indent in (0, 3, 5)
    )
    assert len(blocks_of(page(tmp_path, text))) == 3


@pytest.mark.parametrize("comment", ["<!-- notrun: why -->", "<!-- just a thought -->"])
def test_a_comment_that_says_nothing_known_is_refused(comment: str, tmp_path: Path) -> None:
    with pytest.raises(WrongComment, match=r"page\.md:3"):
        blocks_of(page(tmp_path, f"{comment}\n'''\ntrue\n'''"))


def test_dots_stand_for_no_line_too_but_not_for_part_of_a_word_left_out() -> None:
    assert matches("a\nb\n", "a\n...\nb")
    assert not matches("a\nbc\n", "a\n...\nb")
    assert not matches("a\n", "")
