"""Writes PDF files byte by byte, sound ones and others that no library would write."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

BOX = b"/MediaBox [0 0 612 792]"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SENTENCE = "We train forty inspectors in two courses, and each has a mentor for a year."


def shown(text: str = SENTENCE, *, size: float = 12, at: tuple[float, float] = (50, 600)) -> bytes:
    """The operators that show a line of Latin text."""
    escaped = (
        text.encode("latin-1").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    )
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, *at, escaped)


def stream(data: bytes, entries: bytes = b"", *, length: int | None = None) -> bytes:
    """A stream as it stands."""
    size = len(data) if length is None else length
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (size, entries, data)


def deflated(data: bytes, entries: bytes = b"") -> bytes:
    """A stream packed by Flate."""
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + entries)


@dataclass
class Pdf:
    """Objects by number: 1 is the catalogue, 2 the tree of pages, 3 a font."""

    header: bytes = b"%PDF-1.7\n"
    objects: dict[int, bytes] = field(default_factory=lambda: {3: FONT})
    kids: list[int] = field(default_factory=list)
    trailer: bytes = b""
    catalogue: bytes = b""

    def add(self, body: bytes) -> int:
        """The number of a new object."""
        number = max([3, *self.objects]) + 1
        self.objects[number] = body
        return number

    def page(
        self,
        content: bytes = b"",
        *,
        entries: bytes = b"/MediaBox [0 0 612 792]",
        resources: bytes = b"",
    ) -> int:
        """A page that shows a content, which is an object of its own."""
        return self.page_of(self.add(stream(content)), entries=entries, resources=resources)

    def page_of(
        self,
        content: int | bytes,
        *,
        entries: bytes = b"/MediaBox [0 0 612 792]",
        resources: bytes = b"",
    ) -> int:
        """A page whose content is an object that stands already, or written out."""
        contents = b"%d 0 R" % content if isinstance(content, int) else content
        number = self.add(
            b"<< /Type /Page /Parent 2 0 R %s /Contents %s /Resources << /Font << /F1 3 0 R >> %s >> >>"
            % (entries, contents, resources)
        )
        self.kids.append(number)
        return number

    def written(self) -> bytes:
        """The file, with a true table of where its objects stand."""
        kids = b" ".join(b"%d 0 R" % kid for kid in self.kids)
        own = {
            1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % self.catalogue,
            2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(self.kids)),
        }
        out = bytearray(self.header)
        places = {}
        for number, body in sorted((own | self.objects).items()):
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        size = max(places) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        for number in range(1, size):
            out += b"%010d 00000 %c \n" % (places.get(number, 0), b"fn"[number in places])
        out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
            size,
            self.trailer,
            start,
        )
        return bytes(out)


def sound(pages: int = 3) -> bytes:
    """A plain file of some pages."""
    pdf = Pdf()
    for number in range(1, pages + 1):
        pdf.page(shown(at=(50, 600)) + shown(f"This stands on page {number} alone.", at=(50, 550)))
    return pdf.written()


def of_content(body: bytes) -> bytes:
    """A file of one page whose content is an object written out."""
    pdf = Pdf()
    pdf.page_of(pdf.add(body))
    return pdf.written()


def pictured(side: int, pages: int, text: bytes = b"") -> bytes:
    """Pages that show one picture, whose sides are said to have so many dots; text on the first."""
    pdf = Pdf()
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
        % (side, side)
    )
    picture = pdf.add(deflated(bytes(10_000), entries))
    for number in range(pages):
        content = b"q 612 0 0 792 0 0 cm /P Do Q" + (text if number == 0 else b"")
        pdf.page(content, resources=b"/XObject << /P %d 0 R >>" % picture)
    return pdf.written()
