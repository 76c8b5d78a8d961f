"""The toolkit as one JSON document, and the schema that says what is in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from trueline.toolkit import (
    Category,
    Evidence,
    Guide,
    Lesson,
    Question,
    Resource,
    Section,
    Toolkit,
    Topic,
    Vocabulary,
)
from trueline.toolkit.entries import TRUELINE_FIELDS
from trueline.toolkit.packfile import About

FORM = 2


class SectionData(BaseModel):
    """A section with everything in it."""

    section: Section
    lessons: tuple[Lesson, ...]
    questions: tuple[Question, ...]
    categories: tuple[Category, ...]


class ToolkitData(BaseModel):
    """The whole toolkit. `own` lists the ids that organisations added, with the pack's name.

    `ours` names, for each kind of entry, the fields that Trueline wrote and the source has not.
    Those of indicators and categories are told by their `source_gives` besides; guides are ours
    as a whole.
    """

    form: int
    name: str
    edition: str
    language: str
    about: About | None
    ours: dict[str, tuple[str, ...]]
    sections: tuple[SectionData, ...]
    evidence: tuple[Evidence, ...]
    guides: tuple[Guide, ...]
    topics: tuple[Topic, ...]
    resources: tuple[Resource, ...]
    vocabulary: tuple[Vocabulary, ...]
    own: dict[str, str]


def toolkit_json(toolkit: Toolkit, sections: Iterable[str] = ()) -> str:
    """The toolkit, or some of its sections, as JSON text that fits `toolkit_schema`."""
    wanted = list(sections)
    names = {pack.id: pack.name for pack in toolkit.packs}
    data = ToolkitData(
        form=FORM,
        name=toolkit.head.name,
        edition=toolkit.head.edition,
        language=toolkit.head.language,
        about=toolkit.head.about,
        ours={kind: tuple(sorted(fields)) for kind, fields in TRUELINE_FIELDS.items()},
        sections=tuple(
            _section(toolkit, section)
            for section in toolkit.sections
            if not wanted or section.id in wanted
        ),
        evidence=toolkit.evidence,
        guides=toolkit.guides,
        topics=toolkit.topics,
        resources=toolkit.resources,
        vocabulary=toolkit.vocabularies,
        own={node.id: names[node.pack] for node in toolkit if toolkit.is_own(node.id)},
    )
    return data.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def _section(toolkit: Toolkit, section: Section) -> SectionData:
    categories = (
        category.model_copy(update={"indicators": toolkit.indicators(category=category.id)})
        for category in toolkit.categories(section.id)
    )
    return SectionData(
        section=section,
        lessons=toolkit.lessons(section.id),
        questions=toolkit.questions(section.id),
        categories=tuple(categories),
    )


def toolkit_schema() -> str:
    """The JSON Schema of what `toolkit_json` writes."""
    schema: dict[str, Any] = ToolkitData.model_json_schema()
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:trueline:toolkit:{FORM}",
    }
    return json.dumps({**head, **schema}, indent=1, ensure_ascii=False) + "\n"
