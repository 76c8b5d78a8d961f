"""One pack as a whole: the files of its folder, read, checked and joined.

`read_pack` is the only way in. The joined form is what the cache keeps, so it holds no line
numbers; whatever could be wrong has been said before.
"""

from pathlib import Path

from trueline.files import FileProblems, Limits, Problem, SourceFile, read_file, validate
from trueline.language import gettext
from trueline.lexicon import LANGUAGES, Concept
from trueline.toolkit.entries import (
    Evidence,
    Guide,
    Lesson,
    Question,
    Resource,
    Section,
    Topic,
    Vocabulary,
)
from trueline.toolkit.measuring import Category
from trueline.toolkit.packfile import AddedIndicator, PackFile, PackHead
from trueline.toolkit.texts import Model, PartId

LIMITS = Limits(size=2_000_000, depth=12, values=100_000)
MOST_FILES = 200


class Chapter(Model):
    """What a pack says in one section. `section` is None where it joins a section of another."""

    section_id: PartId
    section: Section | None
    lessons: tuple[Lesson, ...]
    questions: tuple[Question, ...]
    categories: tuple[Category, ...]


class Pack(Model):
    """A pack that has been read and found right, by itself."""

    head: PackHead
    chapters: tuple[Chapter, ...]
    added_indicators: tuple[AddedIndicator, ...]
    evidence: tuple[Evidence, ...]
    guides: tuple[Guide, ...] = ()
    topics: tuple[Topic, ...]
    resources: tuple[Resource, ...]
    vocabulary: tuple[Vocabulary, ...]
    lexicon: tuple[Concept, ...] = ()
    reading: tuple[Concept, ...] = ()


def pack_files(folder: Path) -> list[Path]:
    """The YAML files of a pack, in the order of their names. Raises FileProblems."""
    if not folder.is_dir():
        what = (
            gettext("This is a file; a pack is a folder.")
            if folder.exists()
            else gettext("This does not exist.")
        )
        raise FileProblems([Problem(str(folder), what, hint=gettext("Name the folder."))])
    files = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    if not files:
        message = gettext("There is no .yaml file in this folder.")
        hint = gettext("A pack needs `pack.yaml` and a file with lessons, questions or indicators.")
        raise FileProblems([Problem(str(folder), message, hint=hint)])
    if len(files) > MOST_FILES:
        message = gettext(
            "The folder holds {count} YAML files; a pack has {most} at most.",
            count=len(files),
            most=MOST_FILES,
        )
        raise FileProblems([Problem(str(folder), message)])
    return files


def read_files(folder: Path) -> list[tuple[SourceFile, PackFile]]:
    """Every file of a pack with its content. Raises FileProblems with what all files have wrong."""
    read: list[tuple[SourceFile, PackFile]] = []
    problems: list[Problem] = []
    for path in pack_files(folder):
        try:
            source = read_file(path, LIMITS)
            read.append((source, validate(PackFile, source)))
        except FileProblems as error:
            problems.extend(error.problems)
    if problems:
        raise FileProblems(problems)
    return read


def joined(folder: Path, files: list[tuple[SourceFile, PackFile]]) -> Pack:
    """The files as one pack. Raises FileProblems where there is not exactly one head."""
    heads = [(source, content.pack) for source, content in files if content.pack]
    if not heads:
        message = gettext("No file says what this pack is.")
        hint = gettext(
            "Add `pack.yaml` with `pack:` and below it `id`, `name`, `language`, `edition`."
        )
        raise FileProblems([Problem(str(folder), message, hint=hint)])
    if len(heads) > 1:
        message = gettext("`pack` stands in {name} already.", name=heads[0][0].name)
        hint = gettext("Keep it in one file.")
        raise FileProblems([source.problem(("pack",), message, hint) for source, _ in heads[1:]])
    head = heads[0][1]
    contents = [content for _, content in files]
    return Pack(
        head=head,
        chapters=tuple(_chapters(contents)),
        added_indicators=tuple(item for content in contents for item in content.indicators),
        evidence=tuple(item for content in contents for item in content.evidence),
        guides=tuple(item for content in contents for item in content.guides),
        topics=tuple(item for content in contents for item in content.topics),
        resources=tuple(item for content in contents for item in content.resources),
        vocabulary=tuple(item for content in contents for item in content.vocabulary),
        lexicon=(
            *(item for content in contents for item in content.lexicon),
            *_synonyms(head, contents),
        ),
        reading=tuple(item for content in contents for item in content.reading),
    )


def _synonyms(head: PackHead, contents: list[PackFile]) -> list[Concept]:
    """The short form of concepts in the full one."""
    language = next((each for each in LANGUAGES if each == head.language), "en")
    groups = [group for content in contents for group in content.synonyms]
    return [
        Concept(id=f"{head.id}-synonyms-{number}", terms={language: group})
        for number, group in enumerate(groups, start=1)
    ]


def _chapters(contents: list[PackFile]) -> list[Chapter]:
    chapters = [
        Chapter(
            section_id=content.section.id if content.section else content.for_section or "",
            section=content.section,
            lessons=content.lessons,
            questions=content.questions,
            categories=content.categories,
        )
        for content in contents
        if content.section or content.for_section
    ]
    return sorted(chapters, key=lambda chapter: chapter.section.number if chapter.section else 100)
