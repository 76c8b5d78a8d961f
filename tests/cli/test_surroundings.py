"""Files, folders, disks, pipes and terminals as they are: a sentence each, and never a traceback."""

import io
import os
import re
import shutil
import subprocess
import sys

import pytest

from trueline.cli.printing import console

HOSTILE = {
    "binary": bytes(range(256)) * 8,
    "zip": b"PK\x03\x04 and so on",
    "latin-1": "title: Größe".encode("latin-1"),
    "empty": b"",
    "too large": b"title: " + b"a" * 5_000_001,
    "a list": b"- a\n",
    "aliases": b"a: &a [x]\nb: *a\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_files_that_are_no_designs_end_in_a_sentence(process, tmp_path, content):
    (tmp_path / "x.yaml").write_bytes(content)
    done = process("review", "x.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("x.yaml")
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_file_that_may_not_be_read(process, shelter, tmp_path):
    """Root may read everything, so the file is replaced by what nobody reads: a socket."""
    import socket

    path = tmp_path / "s.yaml"
    with socket.socket(socket.AF_UNIX) as place:
        place.bind(str(path))
        done = process("review", path)
    assert done.returncode == 2
    assert "This is not an ordinary file." in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_a_full_disk_is_told(process, shelter):
    with open("/dev/full", "w") as full:
        done = process("review", shelter, stdout=full, capture_output=False, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == "The output can't be written: No space left on device.\n"
    done = process("review", shelter, "-o", "/dev/full", "-f", "json")
    assert done.returncode == 2
    assert "/dev/full: Can't write it: No space left on device." in done.stderr


@pytest.mark.slow
def test_a_pipe_gets_utf8_whatever_the_system_speaks(process, shelter):
    shelter.write_text(shelter.read_text().replace("House in", "Căminul “ć” în"))
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = process("review", shelter, env=environment, encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Căminul “ć” în the capital" in done.stdout


@pytest.mark.slow
def test_a_closed_pipe_is_no_error(shelter):
    command = f'"{sys.executable}" -c "from trueline.cli import main; main()" review "{shelter}"'
    done = subprocess.run(
        f"{command} | head -1", shell=True, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("A safe place\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_an_output_that_was_never_open_is_no_error(shelter, closed):
    command = f"'{sys.executable}' -c 'from trueline.cli import main; main()' review '{shelter}'"
    done = subprocess.run(
        f"{command} {closed}", shell=True, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(run, shelter, tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    said = run("review", tmp_path, code=2)
    assert "pipe.yaml: This is not an ordinary file." in said
    assert "A safe place" in said


ROOT = os.geteuid() == 0


@pytest.mark.slow
@pytest.mark.skipif(ROOT and not shutil.which("setpriv"), reason="root can't give up its rights")
def test_what_lies_in_a_closed_folder_is_told(process, shelter, tmp_path):
    """Root may go anywhere, so the command gives its rights away first."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    start = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if ROOT else []
    for command, says in (
        (["review", closed / "a.yaml"], "The file can't be read"),
        (["review", shelter, "--out", closed / "a.html"], "Can't write it"),
        (["new", closed / "a.yaml"], "Can't write it"),
        (["export", shelter, "--to", closed / "dossier.docx"], "Can't write it"),
    ):
        done = process(*command, before=start)
        assert done.returncode == 2
        assert f"{says}: Permission denied." in done.stderr


@pytest.mark.slow
def test_a_terminal_gets_its_width_and_words_beside_colour(shelter):
    """`script` gives the command a terminal of 60 columns."""
    command = f"stty cols 60; '{sys.executable}' -c 'from trueline.cli import main; main()' review {shelter.name}"
    environment = {**os.environ, "TERM": "xterm-256color"}
    for said in ("NO_COLOR", "COLUMNS", "LINES"):
        environment.pop(said, None)
    done = subprocess.run(
        ["script", "-qec", command, "/dev/null"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=shelter.parent,
    )
    assert "\x1b[" in done.stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
    assert re.search(r"Error · [^·\n]+, Free to leave\?", plain)
    assert max(map(len, plain.splitlines())) <= 60


def test_what_printed_can_be_thrown_away_after_its_stream_was_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr("sys.stdout", stream)
    printed = console()
    printed.print("Well.")
    stream.close()
    printed.file.close()
