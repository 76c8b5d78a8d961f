"""What is installed, compared with the lock that lies in the package."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from trueline.web.serving import deployment, installed

DJANGO = version("django")


@pytest.fixture
def lock(tmp_path, monkeypatch):
    """Another lock in place of the package's own; what is said of it."""

    def said(text: str) -> list[tuple[str, str]]:
        path = tmp_path / "requirements.lock"
        path.write_text(text)
        monkeypatch.setattr(deployment, "differences", lambda: installed.differences(path))
        return [(answer.mark, answer.text) for answer in deployment._packages()]

    return said


def pinned(path: Path) -> set[str]:
    return set(re.findall(r"^\S+==\S+", path.read_text(), re.MULTILINE))


def test_the_packages_lock_holds_the_pins_of_development_and_no_package_of_it(root):
    ours = pinned(installed.LOCK)
    assert ours < pinned(root / "requirements.lock")
    assert not any(pin.startswith(("pytest", "ruff", "playwright")) for pin in ours)
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    names = {pin.partition("==")[0] for pin in ours}
    for text in project["dependencies"]:
        assert canonicalize_name(Requirement(text).name) in names, "run `make lock`"


def test_each_pin_has_hashes():
    text = re.sub(r"\\\n\s*", " ", installed.LOCK.read_text())
    assert all("--hash=sha256:" in line for line in text.splitlines())


def test_what_is_as_tested_is_said_to_be(lock):
    assert lock(f"django=={DJANGO} \\\n    --hash=sha256:aa\n")[0][0] == "ok"


def test_what_is_older_has_to_be_put_right_and_the_line_for_it_is_given(lock):
    ((mark, text),) = lock(f"django==999.1 \\\n    --hash=sha256:aa\nbabel=={version('babel')}\n")
    assert mark == "WRONG"
    assert f"django {DJANGO} (tested: 999.1)" in text
    assert f"pip install --require-hashes -r {installed.LOCK}" in text
    assert "babel" not in text


def test_what_is_missing_has_to_be_put_right(lock):
    ((mark, text),) = lock("no-such-package==1.0\n")
    assert mark == "WRONG"
    assert "no-such-package missing (tested: 1.0)" in text


def test_what_is_newer_is_worth_knowing(lock):
    ((mark, text),) = lock("django==0.1\n")
    assert mark == "NOTE"
    assert f"django {DJANGO} (tested: 0.1)" in text


def test_what_another_system_needs_does_not_count(lock):
    assert lock("no-such-package==1.0 ; sys_platform == 'nowhere'\n")[0][0] == "ok"
