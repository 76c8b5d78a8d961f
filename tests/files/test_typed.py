"""A path in a command can be typed as it is shown."""

import shlex

import pytest

from trueline.files import typed


@pytest.mark.parametrize("name", ["a.yaml", "our design.yaml", "l'été.yaml", "$HOME `x`", "a\nb"])
def test_a_shell_reads_the_path_again(name):
    assert shlex.split(f"trueline review {typed(name)}")[2:] == [name]


def test_an_ordinary_name_stays_as_it_is():
    assert typed("designs/safe-work.yaml") == "designs/safe-work.yaml"


def test_a_name_is_never_an_option():
    assert typed("-x.yaml") == "./-x.yaml"
