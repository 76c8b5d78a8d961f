"""Reading a stranger's file in a process of its own, with limits on time and memory.

Run as a program it reads a file from its input and answers with JSON; `read_apart` starts it. So a
file that makes a reader slow or greedy ends that process and nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

from trueline.design import Design, design_from_json, parse_design
from trueline.document import document_to_json
from trueline.exchange.logframe import LogframeTable, Row, read_logframe
from trueline.files import FileProblems, Problem

SECONDS = 20
MEMORY = 1_000_000_000
ENDINGS = (".yaml", ".yml", ".json", ".xlsx", ".docx")


@dataclass(frozen=True)
class Read:
    """What a file held: a design, or a logframe to be looked at first."""

    design: Design | None = None
    logframe: LogframeTable | None = None


def read_apart(data: bytes, name: str) -> Read:
    """Read a design or logframe in another process. Raises FileProblems."""
    name = "".join(char for char in name if char.isprintable())
    try:
        done = subprocess.run(
            [sys.executable, "-m", "trueline.exchange.apart", name],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _refused(name, f"Reading it took longer than {SECONDS} seconds.") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise _refused(name, "Reading it took more memory than a design can need.") from error
    if problems := answer.get("problems"):
        raise FileProblems([Problem(**problem) for problem in problems])
    if "design" in answer:
        return Read(design=design_from_json(answer["design"]))
    return Read(logframe=logframe_from(answer["logframe"]))


def logframe_from(data: dict[str, Any]) -> LogframeTable:
    """A logframe from the plain data that `asdict` makes of it."""
    rows = tuple(_row(row) for row in data["rows"])
    return LogframeTable(data["place"], rows, data["title"], tuple(data["doubts"]))


def _row(data: dict[str, Any]) -> Row:
    lists = {name: tuple(data[name]) for name in ("indicators", "means", "assumptions")}
    return Row(**{**data, **lists})


def _refused(name: str, message: str) -> FileProblems:
    hint = "Save the design or logframe alone in a new file, and upload that."
    return FileProblems([Problem(name, message, hint=hint)])


def _answer(data: bytes, name: str) -> dict[str, Any]:
    try:
        if PurePath(name).suffix.lower() in (".xlsx", ".docx"):
            return {"logframe": asdict(read_logframe(data, name))}
        return {"design": document_to_json(parse_design(_decoded(data, name), name).document)}
    except FileProblems as found:
        return {"problems": [asdict(problem) for problem in found.problems]}


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileProblems(
            [Problem(name, "It is not text in UTF-8.", hint="Save it as UTF-8, or choose another.")]
        ) from error


def _limit() -> None:
    """Bound this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the time alone is bounded
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main() -> None:
    """Answer for the file on standard input, whose name is the first argument."""
    _limit()
    answer = json.dumps(_answer(sys.stdin.buffer.read(), sys.argv[1]))
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
