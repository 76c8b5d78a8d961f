"""From folders of YAML to a toolkit."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

from trueline.files import FileProblems, Problem
from trueline.language import gettext
from trueline.toolkit.cache import cache_key, cached_pack, keep_pack
from trueline.toolkit.checks import KnownNames, check
from trueline.toolkit.names import names_in
from trueline.toolkit.pack import Pack, joined, pack_files, read_files
from trueline.toolkit.packfile import PackFile
from trueline.toolkit.toolkit import Toolkit

SOURCE = Path(__file__).parent / "pack"
_SHAPES = "4"
"""Raise it when a shape of a pack changes, so that packs cached before are read anew."""


def languages() -> tuple[str, ...]:
    """The languages that the source's pack is written in."""
    return tuple(sorted(folder.name for folder in SOURCE.iterdir() if folder.is_dir()))


def load_toolkit(language: str = "en", extra: Iterable[Path | str] = ()) -> Toolkit:
    """The toolkit in a language, with the packs that organisations add.

    `extra` names folders of the same shape as the source's pack. Their entries join the source's,
    marked as their own (`Toolkit.is_own`), and never replace one. Raises FileProblems, with file
    and line, where a pack can't be read or its links lead nowhere; ValueError for a language
    that there is no pack in.
    """
    folders = tuple(Path(folder) for folder in extra)
    if language not in languages():
        raise ValueError(f"No pack in {language!r}; there is {', '.join(languages())}.")
    if not folders:
        return _source_toolkit(language)
    return Toolkit(_with_extra(_source_pack(language), folders))


@functools.cache
def _source_toolkit(language: str) -> Toolkit:
    return Toolkit((_source_pack(language),))


@functools.cache
def _source_pack(language: str) -> Pack:
    folder = SOURCE / language
    key = cache_key(folder, _SHAPES)
    pack = cached_pack(key)
    if pack is None:
        pack = read_pack(folder)
        keep_pack(key, pack)
    return pack


def _with_extra(source: Pack, folders: tuple[Path, ...]) -> tuple[Pack, ...]:
    packs = [source]
    for folder in folders:
        packs.append(read_pack(folder, before=tuple(packs)))
    return tuple(packs)


def read_pack(folder: Path, before: tuple[Pack, ...] = ()) -> Pack:
    """Read and check one pack; `before` are the packs it adds to. Raises FileProblems."""
    files = read_files(folder)
    pack = joined(folder, files)
    if any(pack.head.id == earlier.head.id for earlier in before):
        message = gettext("The pack id `{id}` is taken.", id=pack.head.id)
        hint = gettext(
            "Give your pack an id of its own, such as a short name of your organisation."
        )
        raise FileProblems([Problem(str(pack_files(folder)[0].parent), message, hint=hint)])
    problems = list(check(files, _known_names(before), extra=bool(before)))
    if problems:
        raise FileProblems(problems)
    return pack


def validate_pack(folder: Path, language: str = "en") -> Toolkit:
    """Validates a pack for `trueline toolkit validate`: the toolkit with it, or FileProblems."""
    return load_toolkit(language, extra=[folder])


def _known_names(packs: tuple[Pack, ...]) -> KnownNames:
    names: dict[str, set[str]] = {"entry": set(), "section": set()}
    for content in _as_files(packs):
        for name in names_in(content):
            names.setdefault(name.kind, set()).add(name.id)
            if name.full:
                names["entry"].add(name.id)
    return KnownNames({kind: frozenset(ids) for kind, ids in names.items()})


def _as_files(packs: tuple[Pack, ...]) -> Iterable[PackFile]:
    for pack in packs:
        for chapter in pack.chapters:
            yield PackFile.model_construct(
                section=chapter.section,
                lessons=chapter.lessons,
                questions=chapter.questions,
                categories=chapter.categories,
            )
        yield PackFile.model_construct(
            indicators=pack.added_indicators,
            evidence=pack.evidence,
            guides=pack.guides,
            topics=pack.topics,
            resources=pack.resources,
            vocabulary=pack.vocabulary,
        )
