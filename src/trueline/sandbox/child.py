"""Runs in the process: it is started by this file's name, since it has no other path.

The first line of its input is the task as JSON, all that follows the file. It answers with JSON.
The reader is imported while that is still allowed; the file is looked at only afterwards.
"""

import errno
import importlib
import json
import os
import sys
from dataclasses import asdict
from typing import Any

NOT_NEEDED = ("numpy", "pandas")
"""What openpyxl imports where it is there. No reader needs it, and numpy starts threads, which a
confined process may not."""


NICER = 5
"""By how much it gives way to those who answer visitors: what it imports takes most of its time."""


def main() -> None:
    if hasattr(os, "nice"):
        os.nice(NICER)
    task = json.loads(sys.stdin.buffer.readline())
    sys.path[:] = task["path"]
    sys.modules.update(dict.fromkeys(NOT_NEEDED))  # type: ignore[arg-type]
    answer = os.fdopen(os.dup(1), "w", encoding="ascii")
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), 1)  # what a reader prints is no part of the answer
    try:
        reply = _answer(task)
    except MemoryError:
        sys.exit("out of memory")
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOMEM:
            sys.exit("out of memory")
        reply = {"failed": type(error).__name__}
    json.dump(reply, answer)
    answer.close()


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    from trueline.files import FileProblems
    from trueline.language import get_ready, override
    from trueline.sandbox.confining import confine
    from trueline.sandbox.limits import limit

    # Readers of workbooks load numpy where it is installed, which starts threads: none may start here.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    module, _, function = task["reader"].partition(":")
    reader = getattr(importlib.import_module(module), function)
    get_ready(task["language"])
    limit(seconds=task["seconds"], memory=task["memory"])
    left_open = confine()  # from here on no limit can be changed
    try:
        with override(task["language"]):
            read = reader(sys.stdin.buffer.read(), task["name"], **task["options"])
    except FileProblems as error:
        return {"problems": [asdict(each) for each in error.problems], "left_open": left_open}
    return {"read": read, "left_open": left_open}


if __name__ == "__main__":
    main()
