"""What is said of a command line that can't be read."""

import os

import pytest

from tests.language.pseudo import plain_words
from trueline.cli.usage_errors import worded
from trueline.language.pseudo import PSEUDO


@pytest.mark.parametrize(
    ("typer_says", "we_say"),
    [
        ("No such command 'revie'.", "There is no command 'revie'."),
        (
            "No such command 'revie'. Did you mean 'review', 'serve'?",
            "There is no command 'revie'. Did you mean 'review', 'serve'?",
        ),
        ("No such option: --fomat", "There is no option --fomat."),
        (
            "No such option: --fomat (Possible options: --data, --format)",
            "There is no option --fomat. Did you mean --data, --format?",
        ),
        (
            "No such option: --fomat Did you mean --format?",
            "There is no option --fomat. Did you mean --format?",
        ),
        ("Missing command.", "Which command? One is missing."),
        ("Missing argument 'FILE...'.", "'FILE...' is missing."),
        ("Missing option '--to' / '-t'.", "The option '--to' / '-t' is missing."),
        ("Option '--out' requires an argument.", "The option '--out' needs a value behind it."),
        ("Option '--strict' does not take a value.", "The option '--strict' takes no value."),
        ("Got unexpected extra argument (c.yaml)", "This is more than the command takes: c.yaml"),
        ("Got unexpected extra argument(s) (c d)", "This is more than the command takes: c d"),
        (
            "Invalid value for '--format': Value error, 'doc' is not one of 'pdf', 'html'.",
            "'--format' can't be 'doc'. It is one of 'pdf', 'html'.",
        ),
        (
            "Invalid value for '--format': 'doc' is not one of 'pdf', 'html'.",
            "'--format' can't be 'doc'. It is one of 'pdf', 'html'.",
        ),
        (
            "Invalid value for '--port': Input should be a valid integer, unable to parse string"
            " as an integer",
            "'--port' takes a whole number.",
        ),
        ("Invalid value for '--port': 'x' is not a valid int.", "'--port' takes a whole number."),
        (
            "Invalid value for '--port': 'x' is not a valid integer.",
            "'--port' takes a whole number.",
        ),
        (
            "Invalid value for '--level': Input should be a valid number, unable to parse string"
            " as a number",
            "'--level' takes a number.",
        ),
        (
            "Invalid value for '--keep': Input should be greater than or equal to 1",
            "'--keep' has to be at least 1.",
        ),
        (
            "Invalid value for '--port': Input should be less than or equal to 65535",
            "'--port' has to be at most 65535.",
        ),
        (
            "Invalid value for '--port': 0 is not in the range 1<=x<=65535.",
            "'--port' has to be within 1<=x<=65535.",
        ),
        (
            "Invalid value for 'FILE': Path 'x' does not exist.",
            "'FILE' can't be read: Path 'x' does not exist.",
        ),
        ("Something that nobody foresaw.", "Something that nobody foresaw."),
    ],
)
def test_each_fault_is_said_in_plain_words(typer_says, we_say):
    assert worded(typer_says) == we_say


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("revie", "'review'"),
        ("review --fomat json x.yaml", "--format"),
        ("review", "FILE"),
        ("review x.yaml --format", "--format"),
        ("review x.yaml --format doc", "'sarif'"),
        ("review --strict=3 x.yaml", "--strict"),
        ("serve --port x", "--port"),
        ("compare a.yaml b.yaml c.yaml", "c.yaml"),
    ],
)
def test_it_is_said_in_the_reader_s_language_and_names_what_is_meant(process, line, names):
    env = {**os.environ, "TRUELINE_LANGUAGE": PSEUDO, "COLUMNS": "200"}
    told = process(*line.split(), env=env)
    assert (told.returncode, names in told.stderr) == (2, True)
    sentence = told.stderr.partition("╭")[2]
    english = {"There", "Did", "mean", "missing", "option", "value", "one", "number", "more"}
    assert english & plain_words(sentence) == set()


@pytest.mark.parametrize(
    "command",
    [
        ("reset-password", "a@example.org"),
        *(("account", name, "a@example.org") for name in ("disable", "enable", "end-sessions")),
        ("account", "reset-second-step", "a@example.org"),
        ("account", "transfer", "a@example.org", "b@example.org"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
@pytest.mark.parametrize("address", ["trueline.example.org", "ftp://x.org", "https://x.org:99999"])
def test_an_address_is_checked_when_it_is_read(run, tmp_path, command, address):
    """A link that began with whatever was typed was given out once, and led nowhere."""
    folder = tmp_path / "data"
    said = run(*command, "--address", address, "--data", folder, code=2)
    assert "--address should be like https://trueline.example.org" in " ".join(said.split())
    assert not folder.exists()
