"""The full edition as a Word file, for those who want to write into it."""

from __future__ import annotations

from typing import Any

from trueline.language import gettext, gettext_noop
from trueline.reports.layout.word import Document

GUIDES = gettext_noop("Guides (ours)")
STANCES = gettext_noop(
    "☐ addressed   ☐ partly   ☐ not addressed   ☐ not known   ☐ not relevant, because:"
)


def full_docx(data: dict[str, Any]) -> bytes:
    """A .docx of what `content.full_edition` gives."""
    doc = Document(title=data["document"], paper=data["paper"], running=data["running"])
    doc.cover(data["cover-title"], data["subtitle"], data["after"], data["wording"])
    doc.contents(_headings(data))
    if data["agencies"]:
        _source(doc, data)
    if data["use"]:
        _use(doc, data)
    for section in data["sections"]:
        _section(doc, section)
    if data["guides"]:
        _guides(doc, data["guides"])
    if data["evidence"]:
        doc.heading(1, gettext("Notes and evidence"), new_page=True)
        for item in data["evidence"]:
            doc.paragraph(f"{item['number']}. {item['note']}", "Small")
            _quotations(doc, item)
            for line in (*item["works"], *_uncertain(item)):
                doc.paragraph(line, "Faint")
    if data["topics"]:
        doc.heading(1, gettext("Further reading"), new_page=True)
        for topic in data["topics"]:
            doc.heading(2, topic["title"])
            for work in topic["works"]:
                doc.paragraph(work["line"], "Small")
                doc.paragraph(work["use"], "Faint")
    return doc.content()


def _headings(data: dict[str, Any]) -> list[str]:
    names = [f"{section['number']}  {section['title']}" for section in data["sections"]]
    before = [gettext("The source")] if data["agencies"] else []
    before += [gettext("How to use this edition")] if data["use"] else []
    after = (
        (gettext(GUIDES), "guides"),
        (gettext("Notes and evidence"), "evidence"),
        (gettext("Further reading"), "topics"),
    )
    return [*before, *names, *(name for name, key in after if data[key])]


def _source(doc: Document, data: dict[str, Any]) -> None:
    doc.heading(1, gettext("The source"), new_page=True)
    doc.paragraph(f"{data['source']}. {data['publisher']}, {data['edition']}.")
    doc.paragraph(gettext("Member agencies of ICAT"), "Label")
    doc.bullets(data["agencies"])
    if data["partners"]:
        doc.paragraph(gettext("Partner organisations"), "Label")
        doc.bullets(data["partners"])
    for label, key in ((gettext("Purpose"), "purpose"), (gettext("Who it is for"), "audience")):
        if data[key]:
            doc.paragraph(label, "Label")
            for text in data[key]:
                doc.paragraph(text)
        if key == "purpose":
            _quotations(doc, data)


def _guides(doc: Document, guides: list[dict[str, Any]]) -> None:
    doc.heading(1, gettext(GUIDES), new_page=True)
    for guide in guides:
        doc.heading(2, guide["title"])
        doc.paragraph(guide["text"])
        doc.bullets(guide["points"])
        for line in guide["works"]:
            doc.paragraph(line, "Faint")


def _quotations(doc: Document, holder: dict[str, Any]) -> None:
    for one in holder["quotations"]:
        doc.paragraph(one["text"], with_next=True)
        doc.paragraph(one["source"], "Faint")


def _use(doc: Document, data: dict[str, Any]) -> None:
    doc.heading(1, gettext("How to use this edition"), new_page=True)
    for text in data["use"]:
        doc.paragraph(text)
    doc.paragraph(gettext("Every answer has one of four consequences."), "Label")
    rows = [(item["label"], item["text"]) for item in data["consequences"]]
    doc.table(rows, widths=(3.2, 13.0), bold_first=True)
    for text in data["limits"]:
        doc.paragraph(text)
    doc.paragraph(
        gettext(
            "Indented text, headings, next steps and whatever is marked “(ours)” are written by"
            " Trueline. Everything else says in our own words what the source says. Numbers in"
            " brackets lead to the notes at the end."
        ),
        "Ours",
    )


def _section(doc: Document, section: dict[str, Any]) -> None:
    doc.heading(1, f"{section['number']}  {section['title']}", new_page=True)
    doc.paragraph(section["rationale"])
    for text in section["introduction"]:
        doc.paragraph(text)
    _quotations(doc, section)
    for label, key in (
        (gettext("Goals"), "goals"),
        (gettext("Examples of activities"), "examples"),
    ):
        if section[key]:
            doc.paragraph(label, "Label")
            doc.bullets(section[key])
    if section["figures"]:
        doc.paragraph(gettext("Figures"), "Label")
        rows = [(figure["value"], figure["statement"]) for figure in section["figures"]]
        doc.table(rows, widths=(4.2, 12.0), bold_first=True)
    if section["lessons"]:
        doc.heading(2, gettext("Lessons learned"))
        for lesson in section["lessons"]:
            _lesson(doc, lesson)
    if section["questions"]:
        doc.heading(2, gettext("Questions to ask of your design"))
        if section["questions-note"]:
            doc.paragraph(f"{gettext('On these questions:')}{section['questions-note']}", "Faint")
        for question in section["questions"]:
            _question(doc, question)
    if section["categories"]:
        doc.heading(2, gettext("Indicators"))
        for category in section["categories"]:
            _category(doc, category)


def _lesson(doc: Document, lesson: dict[str, Any]) -> None:
    doc.heading(3, lesson["title"], place=lesson["ref"])
    doc.paragraph(f"{lesson['direction']}. {lesson['statement']}")
    doc.bullets(lesson["points"])
    _quotations(doc, lesson)
    for line in _uncertain(lesson):
        doc.paragraph(line, "Faint")
    doc.paragraph(f"{gettext('What follows.')} {lesson['follows']}", "Ours")


def _question(doc: Document, question: dict[str, Any]) -> None:
    doc.heading(3, f"{question['number']}. {question['title']}", place=question["ref"])
    doc.paragraph(question["text"], with_next=True)
    doc.boxes(question["points"])
    _quotations(doc, question)
    for line in _uncertain(question):
        doc.paragraph(line, "Faint")
    doc.paragraph(f"{gettext('Why it matters.')} {question['why']}", "Ours", with_next=True)
    doc.paragraph(f"{gettext('A good answer.')} {question['good']}", "Ours", with_next=True)
    if question["guides"]:
        doc.paragraph(
            f"{gettext('Guides.')} {'; '.join(question['guides'])}", "Ours", with_next=True
        )
    doc.paragraph(gettext(STANCES), "Small", with_next=True)
    doc.answer_box()
    rows = [
        (gettext("“{text}”", text=r["answer"]), r["remedy"], r["step"])
        for r in question["responses"]
    ]
    doc.table(
        rows,
        head=(gettext("If your answer is"), gettext("then"), gettext("next step (ours)")),
        widths=(5.4, 2.4, 8.4),
    )


def _category(doc: Document, category: dict[str, Any]) -> None:
    doc.heading(3, category["title"], place=category["ref"])
    facts = [(fact["label"], fact["text"]) for fact in category["facts"]]
    doc.table(facts, widths=(3.2, 13.0), bold_first=True, with_next=True)
    for line in _uncertain(category):
        doc.paragraph(line, "Faint", with_next=True)
    rows = [
        (
            "\n".join(
                part
                for part in (indicator["statement"], indicator["name"], *indicator["details"])
                if part
            ),
            "\n".join((indicator["methods"], *indicator["cautions"])),
        )
        for indicator in category["indicators"]
    ]
    doc.table(
        rows, head=(gettext("Sample indicator"), gettext("How to collect")), widths=(9.7, 6.5)
    )


def _uncertain(item: dict[str, Any]) -> tuple[str, ...]:
    return (
        (f"{gettext('Uncertain in the source:')} {item['uncertain']}",) if item["uncertain"] else ()
    )
