"""Word and OpenDocument files: bombs, entities that reach outside, and what people leave in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial

from tests.passages.awkward.document import Awkward
from tests.passages.awkward.pdf_bytes import SENTENCE

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
BROKEN = "can't be opened|no Excel or Word|no Word"
LARGE = "far larger|longer than|more memory"


def archives() -> Iterator[Awkward]:
    """All of them."""
    yield from _not_archives()
    yield from _bombs()
    yield from _entities()
    yield from _word()
    yield from _open_document()


def docx(body: str, parts: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with a body."""
    document = f"<w:document {W} {MORE}><w:body>{body}</w:body></w:document>"
    return _zipped({"word/document.xml": document.encode(), **(parts or {})})


def odt(body: str) -> bytes:
    """An OpenDocument text with a body."""
    content = f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return _zipped({"content.xml": content.encode()})


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _not_archives() -> Iterator[Awkward]:
    whole = docx(paragraph(SENTENCE) * 400)
    for tenth in (1, 5, 9):
        cut = whole[: len(whole) * tenth // 10]
        yield Awkward(f"cut-at-{tenth}-tenths.docx", lambda cut=cut: cut, refused=BROKEN)
    yield Awkward(
        "old-word.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), refused=BROKEN
    )
    yield Awkward(
        "old-word.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), refused="not read"
    )
    yield Awkward("rich-text.docx", lambda: rb"{\rtf1 We train.}", refused=BROKEN)
    yield Awkward(
        "a-workbook.docx",
        lambda: _zipped({"xl/workbook.xml": b"<workbook/>"}),
        refused=BROKEN + "|no text",
    )
    yield Awkward(
        "no-document-in-it.docx",
        lambda: _zipped({"readme.txt": b"nothing"}),
        refused=BROKEN + "|no text",
    )
    yield Awkward("an-archive-of-nothing.odt", lambda: _zipped({}), refused=BROKEN)
    yield Awkward("check-sum-wrong.docx", lambda: _spoiled(whole), refused=BROKEN)
    yield Awkward("password.docx", lambda: _flagged(whole), refused=BROKEN)
    yield Awkward("program-before.docx", lambda: b"MZ" + bytes(200) + whole, (SENTENCE,))
    yield Awkward("twice-the-same-name.docx", _twice)


def _spoiled(whole: bytes) -> bytes:
    place = whole.index(b"word/document.xml") + 60
    return whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :]


def _flagged(whole: bytes) -> bytes:
    """Its entry said to be encrypted, in both places."""
    data = bytearray(whole)
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for text in ("one", "two"):
            name = zipfile.ZipInfo("word/document.xml")
            archive.writestr(
                name, f"<w:document {W}><w:body>{paragraph(text)}</w:body></w:document>"
            )
    return out.getvalue()


def _bombs() -> Iterator[Awkward]:
    zeros = bytes(300_000_000)
    yield Awkward(
        "blanks-unpacked.docx", lambda: _zipped({"word/document.xml": zeros}), refused=LARGE
    )
    yield Awkward("blanks-unpacked.odt", lambda: _zipped({"content.xml": zeros}), refused=LARGE)
    yield Awkward("size-said-too-small.docx", _lying, refused=BROKEN + "|" + LARGE)
    yield Awkward("a-hundred-thousand-entries.docx", _many_entries, refused=LARGE)
    yield Awkward(
        "names-that-climb.docx",
        lambda: docx(paragraph(SENTENCE), {"../../../etc/cron.d/a": b"x", "/etc/b": b"x"}),
        (SENTENCE,),
    )
    yield Awkward(
        "a-million-paragraphs.docx",
        lambda: docx(paragraph("a") * 1_000_000),
        refused=f"{BROKEN}|{LARGE}",
    )
    yield Awkward(
        "one-paragraph-of-forty-million.docx", lambda: docx(paragraph("word " * 8_000_000))
    )
    yield Awkward("tables-in-tables.docx", lambda: docx(_nested(300)))
    yield Awkward(
        "very-deep.docx",
        lambda: docx("<w:sdt><w:sdtContent>" * 100_000 + "</w:sdtContent></w:sdt>" * 100_000),
    )
    yield Awkward(
        "a-cell-a-million-wide.docx",
        lambda: docx(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph(SENTENCE)}</w:tc></w:tr></w:tbl>'
        ),
        (SENTENCE,),
    )
    yield Awkward(
        "a-cell-a-million-times.odt",
        lambda: odt(
            f'<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>{SENTENCE}</text:p></table:table-cell></table:table-row></table:table>'
        ),
        (SENTENCE,),
    )
    yield Awkward(
        "blanks-a-thousand-million.odt",
        lambda: odt(f'<text:p><text:s text:c="999999999"/>{SENTENCE}</text:p>'),
        (SENTENCE,),
    )
    yield Awkward(
        "spans-in-spans.odt",
        lambda: odt(
            "<text:p>" + "<text:span>" * 5_000 + SENTENCE + "</text:span>" * 5_000 + "</text:p>"
        ),
    )


def _lying() -> bytes:
    """An entry of 300 MB that says it had a hundred bytes."""
    data = bytearray(_zipped({"word/document.xml": bytes(300_000_000)}))
    for place in (22, data.index(b"PK\x01\x02") + 24):
        data[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def _many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(100_000):
            archive.writestr(f"word/{number}.xml", b"")
    return out.getvalue()


def _nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph(SENTENCE) + "</w:tc></w:tr></w:tbl>" * depth


def _entities() -> Iterator[Awkward]:
    """Text that would come from elsewhere, or grow as it is read."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    for name, kinds in (
        ("a-file-of-the-machine", '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        ("a-page-of-the-web", '<!DOCTYPE d [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>'),
        ("kinds-from-outside", '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/a.dtd">'),
        ("parameter-from-outside", '<!DOCTYPE d [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>'),
        (
            "a-thousand-million-laughs",
            f'<!DOCTYPE d [<!ENTITY a0 "ha">{laughs}<!ENTITY a "&a9;">]>',
        ),
        ("one-long-entity-often", f'<!DOCTYPE d [<!ENTITY a "{"b" * 90_000}">]>'),
    ):
        word = f"{kinds}<w:document {W}><w:body>{paragraph('&a;' * 500)}</w:body></w:document>"
        text = f"{kinds}<office:document-content {ODF}><text:p>{'&a;' * 500}</text:p></office:document-content>"
        for encoding in ("utf-8", "utf-16"):
            yield Awkward(
                f"{name}-{encoding}.docx",
                partial(_zipped, {"word/document.xml": word.encode(encoding)}),
                refused=BROKEN,
            )
        yield Awkward(
            f"{name}.odt", partial(_zipped, {"content.xml": text.encode()}), refused=BROKEN
        )


def _word() -> Iterator[Awkward]:
    """What Word keeps in places of its own."""
    yield Awkward(
        "inserted-by-a-colleague.docx",
        lambda: docx(f'<w:p><w:ins w:id="1"><w:r><w:t>{SENTENCE}</w:t></w:r></w:ins></w:p>'),
        (SENTENCE,),
    )
    yield Awkward(
        "deleted-by-a-colleague.docx",
        lambda: docx(
            f'{paragraph(SENTENCE)}<w:p><w:del w:id="1"><w:r><w:delText>Not any more.</w:delText></w:r></w:del></w:p>'
        ),
        (SENTENCE,),
        ("Not any more",),
    )
    yield Awkward(
        "field-to-fill-in.docx",
        lambda: docx(f"<w:sdt><w:sdtContent>{paragraph(SENTENCE)}</w:sdtContent></w:sdt>"),
        (SENTENCE,),
    )
    yield Awkward(
        "field-within-a-line.docx",
        lambda: docx(
            f"<w:p><w:r><w:t>Who: </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>{SENTENCE}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        ),
        (f"Who: {SENTENCE}",),
    )
    yield Awkward(
        "box-of-text.docx",
        lambda: docx(
            f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{paragraph(SENTENCE)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{paragraph(SENTENCE)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        ),
        (SENTENCE,),
    )
    yield Awkward(
        "footnote.docx",
        lambda: docx(
            '<w:p><w:r><w:t>Above.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
            {
                "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2">{paragraph(SENTENCE)}</w:footnote></w:footnotes>'.encode(),
                "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
            },
        ),
        ("Above.",),
    )
    yield Awkward(
        "footnotes-lost.docx",
        lambda: docx(
            '<w:p><w:r><w:t>Above.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        ),
        ("Above.",),
    )
    yield Awkward(
        "in-runs-of-a-letter.docx",
        lambda: docx(
            "<w:p>"
            + "".join(f'<w:r><w:t xml:space="preserve">{sign}</w:t></w:r>' for sign in SENTENCE)
            + "</w:p>"
        ),
        (SENTENCE,),
    )
    yield Awkward(
        "hidden.docx",
        lambda: docx(
            f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{SENTENCE}</w:t></w:r></w:p>{paragraph('Seen.')}"
        ),
        ("Seen.",),
    )
    yield Awkward(
        "written-in-utf16.docx",
        lambda: _zipped(
            {
                "word/document.xml": f"<?xml version='1.0' encoding='UTF-16'?><w:document {W}><w:body>{paragraph(SENTENCE)}</w:body></w:document>".encode(
                    "utf-16"
                )
            }
        ),
        (SENTENCE,),
    )
    yield Awkward(
        "says-another-encoding.docx",
        lambda: _zipped(
            {
                "word/document.xml": f"<?xml version='1.0' encoding='KOI-9'?><w:document {W}/>".encode()
            }
        ),
        refused=BROKEN + "|no text",
    )
    yield Awkward(
        "template-from-the-web.docx",
        lambda: docx(
            paragraph(SENTENCE),
            {
                "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/attachedTemplate" Target="http://127.0.0.1:9/a.dotm" TargetMode="External"/></Relationships>'
            },
        ),
        (SENTENCE,),
    )
    yield Awkward("no-words.docx", lambda: docx("<w:p/>"), refused="no text")


def _open_document() -> Iterator[Awkward]:
    yield Awkward(
        "deleted-by-a-colleague.odt",
        lambda: odt(
            f"<text:tracked-changes><text:p>Not any more.</text:p></text:tracked-changes><text:p>{SENTENCE}</text:p>"
        ),
        (SENTENCE,),
        ("Not any more",),
    )
    yield Awkward(
        "remark.odt",
        lambda: odt(
            f"<text:p>{SENTENCE}<office:annotation><text:p>Not the text.</text:p></office:annotation></text:p>"
        ),
        (SENTENCE,),
        ("Not the text",),
    )
    yield Awkward("no-words.odt", lambda: odt("<text:p/>"), refused="no text")
    yield Awkward("no-xml.odt", lambda: _zipped({"content.xml": b"We train."}), refused=BROKEN)
