"""Types what a page says into a terminal, as a reader would, and notices what differs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pexpect

from tests.docs.blocks import Block, Command, about, blocks_of, commands_of, matches
from tests.docs.slips import Slip
from tests.docs.starting import USUAL, starter

ROOT = Path(__file__).parents[2]
PATIENCE = 180
PROMPT = re.compile(r"\[typist:(\d+)\] ")
ENDED_BY_CTRL_C = (0, 130)


class Differs(Exception):
    """Something is not as the page says. The message says where, and what came instead."""


class Typist:
    """One terminal, kept for a whole page: folders, variables and files stay from block to block."""

    def __init__(
        self, folder: Path, environ: Mapping[str, str], python: str, patience: int = PATIENCE
    ) -> None:
        self.folder, self.python = folder, python
        self.shell = pexpect.spawn(
            "/bin/bash",
            ["--norc", "--noprofile", "--noediting"],
            cwd=str(folder),
            env=dict(environ),
            encoding="utf-8",
            echo=False,
            timeout=patience,
            dimensions=(50, 100),
        )
        self.shell.delaybeforesend = None
        self.shell.sendline("PS1='[typist:$?] '; PS2=''; stty -echo; true")
        self.shell.expect(r"\[typist:0\] ")

    def follow(self, block: Block) -> None:
        """Do what the block says. Raises Differs."""
        if block.get("not run"):
            return
        if block.file:
            self._save(block)
        elif block.language == "python":
            program = f"line_{block.line}.py"
            (self.folder / program).write_text(block.text, encoding="utf-8")
            self._type(block, Command(f"{self.python} {program}", None), [], code=0)
        else:
            answers = block.typed
            *commands, last = commands_of(block)
            for command in commands:
                self._type(block, command, answers, code=0)
            self._type(block, last, answers, code=int(block.get("exit code") or 0))
            if answers:
                raise Differs(f"{block}: nobody asked for “{answers[0][0]}”")

    def stops_at(self, block: Block, slip: Slip) -> None:
        """Do the block as it once stood, which must be noticed."""
        try:
            self.follow(slip.put_back(block))
        except Differs as noticed:
            if re.search(slip.says, str(noticed)):
                return
            raise
        raise Differs(f"{block}: nobody notices that it once said:\n{slip.once}")

    def enter(self, folder: Path) -> None:
        """Go to a folder before anything of a page is done."""
        self.folder = folder
        self.shell.sendline(f"cd {shlex.quote(str(folder))}")
        self.shell.expect(PROMPT)

    def _save(self, block: Block) -> None:
        path = self.folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if block.get("added to") else "w", encoding="utf-8") as stream:
            stream.write(block.text)

    def _type(
        self, block: Block, command: Command, answers: list[tuple[str, str]], *, code: int
    ) -> None:
        until = block.get("until")
        self.shell.sendline(command.text)
        try:
            printed = self._until_prompt(answers, until)
        except (pexpect.TIMEOUT, pexpect.EOF) as error:
            raise Differs(
                f"{block}: `{command.text}` does not end:\n{self.shell.before}"
            ) from error
        ended = int(self.shell.match[1])
        if ended != code and not (until and until in printed and ended in ENDED_BY_CTRL_C):
            raise Differs(f"{block}: `{command.text}` ended with {ended}:\n{printed}")
        if command.printed is not None and not matches(printed, command.printed):
            raise Differs(
                f"{block}: `{command.text}` printed:\n{printed}\ninstead of:\n{command.printed}"
            )

    def _until_prompt(self, answers: list[tuple[str, str]], until: str) -> str:
        """What is printed before the next prompt, answering and ending what the page says."""
        printed = ""
        while True:
            awaited = [PROMPT, re.compile(re.escape(until) if until else r"(?!)")]
            awaited += [re.compile(re.escape(asked)) for asked, _ in answers[:1]]
            number = self.shell.expect(awaited)
            printed += self.shell.before
            if number == 0:
                return printed
            printed += self.shell.after
            if number == 1:
                self.shell.sendintr()
                until = ""
            else:
                self.shell.sendline(answers.pop(0)[1])

    def close(self) -> None:
        self.shell.kill(signal.SIGKILL)
        self.shell.wait()
        self.shell.close(force=False)


def tools(folder: Path) -> Path:
    """A folder for the path with `trueline` and a Python that knows it, and nothing else of ours."""
    folder.mkdir()
    python = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
    for name, script in {"trueline": starter(), "python": python}.items():
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    return folder


@contextmanager
def at_work(home: Path, path: str, *, patience: int = PATIENCE, **environ: str) -> Iterator[Typist]:
    """Somebody with a clean home, who finds commands on `path`.

    `patience`: for how many seconds they wait for one command.
    """
    typist = Typist(home, {**USUAL, "HOME": str(home), "PATH": path, **environ}, "python", patience)
    try:
        yield typist
    finally:
        typist.close()


def follow(page: Path, folder: Path, slips: Iterable[Slip] = ()) -> None:
    """Do all that a page says, in order, in a clean home. Raises Differs at the first difference.

    `slips` are tried where they once stood, each before the line that stands there now.
    """
    home = folder / "home"
    home.mkdir()
    path = f"{tools(folder / 'tools')}:/usr/local/bin:/usr/bin:/bin"
    with at_work(home, path, TRUELINE_CACHE=os.environ["TRUELINE_CACHE"]) as typist:
        read(page, typist, slips=slips)


def read(page: Path, typist: Typist, role: str = "", slips: Iterable[Slip] = ()) -> None:
    """Do what the page says to `role`, after what its reader has done before."""
    before = about(page)
    if before.get("in") == "the source":
        shutil.copytree(ROOT / "examples", typist.folder / "examples")
    if other := before.get("begins with"):
        read(page.parent / other, typist)
    for block in blocks_of(page):
        if block.get("as") == role:
            for slip in slips:
                if slip.stood_in(block):
                    typist.stops_at(block, slip)
            typist.follow(block)
