"""Styles and scripts as they are served: packed, and under names that change with what they say.

Styles and our scripts travel without their comments, which explain the code to those who change it, and
the styles and the scripts of every page as one file each: on a slow line, each file costs a turn.

`trueline serve` and `demo` gather them into the instance's folder as they start. Where that was not
done, as in tests, they are served as they lie in the package.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

from trueline.web.config.linked_scripts import linked


class GatheredFiles(CompressedManifestStaticFilesStorage):
    """Gives the name with a digest to what was gathered, and its own name to anything else."""

    manifest_strict = False
    support_js_module_import_aggregation = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._urls: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """The address of a file, looked up once for each state of it: a page asks for more than a dozen."""
        hashed = None if force else self.hashed_files.get(name)
        if hashed is None:
            return super().url(name, force)
        if hashed not in self._urls:
            self._urls[hashed] = super().url(name)
        return self._urls[hashed]

    def stored_name(self, name: str) -> str:
        """The name that a page links to."""
        return super().stored_name(name) if self.hashed_files else name

    def _save(self, name: str, content: File) -> str:
        if name.endswith(".css"):
            text = without_comments(b"".join(content.chunks()).decode("utf-8"))
            text = _IMPORT.sub(lambda match: _imported(name, match[1]), text)
            content = ContentFile(text.encode(), name=name)
        elif name.startswith("js/"):
            content = ContentFile(linked(_module(name), _script).encode(), name=name)
        return super()._save(name, content)


_IMPORT = re.compile(r'^@import (?:url\()?"([^"]+?)(?:\.[0-9a-f]{12})?\.css"\)?;\n', re.MULTILINE)
"""An import of a style sheet, with or without the digest in its name."""


def _imported(name: str, other: str) -> str:
    """The style sheet that another imports from beside itself, without comments."""
    path = finders.find(str(PurePosixPath(name).with_name(f"{other}.css")))
    return without_comments(Path(path).read_text("utf-8"))


def _module(name: str) -> str:
    """The name of a script without folder, ending and digest."""
    return PurePosixPath(name).name.split(".")[0]


def _script(module: str) -> str:
    return Path(finders.find(f"js/{module}.js")).read_text("utf-8")


_OPENS = re.compile(r"/\*|[\"']")
_IN_A_STRING = re.compile(r"\\.|[\"'\n]", re.DOTALL)


def without_comments(css: str) -> str:
    """A style sheet without what a browser passes over: comments, empty lines, indentation."""
    parts, at = [], 0
    while opens := _OPENS.search(css, at):
        if opens.group() == "/*":
            parts.append(css[at : opens.start()])
            end = css.find("*/", opens.end())
            at = end + 2 if end >= 0 else len(css)
        else:
            end = _end_of_string(css, opens)
            parts.append(css[at:end])
            at = end
    lines = "".join([*parts, css[at:]]).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())


def _end_of_string(css: str, opens: re.Match[str]) -> int:
    """Behind the sign that closes a string, or where its line ends without one."""
    at = opens.end()
    while met := _IN_A_STRING.search(css, at):
        at = met.end()
        if met.group() in (opens.group(), "\n"):
            return at
    return len(css)
