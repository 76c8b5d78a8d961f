"""Pages as pictures, and where the passages of a text stand on them."""

import random
import struct
import zlib

import pytest
import typst

from trueline.files import FileProblems
from trueline.passages.pictures import PagePicture, PlacedWord, times_before
from trueline.passages.reading import drawing, read_text
from trueline.passages.text import Block, DocumentText
from trueline.passages.uploads import read_page_picture


def pdf(tmp_path, source):
    path = tmp_path / "source.typ"
    path.write_text(source, encoding="utf-8")
    return typst.compile(path)


def greys(picture):
    """The size of a picture in greys, and its rows."""
    width, height, depth, kind = struct.unpack(">IIBB", picture.png[16:26])
    assert (depth, kind) == (8, 0)
    at, data = 33, b""
    while picture.png[at + 4 : at + 8] != b"IEND":
        (length,) = struct.unpack(">I", picture.png[at : at + 4])
        data += picture.png[at + 8 : at + 8 + length]
        at += length + 12
    pixels = zlib.decompress(data)
    rows = [pixels[row * (width + 1) + 1 : (row + 1) * (width + 1)] for row in range(height)]
    return width, height, rows


def test_the_boxes_of_a_passage_hold_its_ink_and_no_other(tmp_path):
    source = "#set page(width: 300pt, height: 200pt)\nAlone here.\n\n#v(40pt)\nThe passage.\n"
    picture = drawing.draw_page(pdf(tmp_path, source), "a.pdf", 1)
    width, height, rows = greys(picture)
    assert (width, height) == (picture.width, picture.height) == (1200, 800)
    (box,) = picture.boxes("The passage.")
    inside = [
        value
        for row in rows[box.top : box.top + box.height]
        for value in row[box.left : box.left + box.width]
    ]
    dark = sum(value < 128 for value in inside)
    (other,) = picture.boxes("Alone here.")
    assert dark > 100
    assert dark + sum(
        value < 128
        for row in rows[other.top : other.top + other.height]
        for value in row[other.left : other.left + other.width]
    ) == sum(value < 128 for row in rows for value in row)


def test_a_page_in_colour_keeps_it(tmp_path):
    picture = drawing.draw_page(pdf(tmp_path, "#text(red)[Stop]"), "a.pdf", 1)
    assert picture.png[25] == 2


def test_a_page_of_photographs_becomes_smaller_until_it_fits(tmp_path, monkeypatch):
    monkeypatch.setattr(drawing, "BYTES", 300_000)
    noise = random.Random(4).randbytes(400 * 400 * 3)
    (tmp_path / "noise.png").write_bytes(drawing._packed(noise, 400, 400, kind=2))
    data = pdf(tmp_path, '#set page(margin: 0pt)\n#image("noise.png", width: 100%)')
    picture = drawing.draw_page(data, "a.pdf", 1)
    assert len(picture.png) <= 300_000
    assert 200 <= picture.width < 1200


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_refused(tmp_path, number):
    with pytest.raises(FileProblems, match="no page"):
        drawing.draw_page(pdf(tmp_path, "One page"), "a.pdf", number)


def test_what_is_no_pdf_is_refused():
    with pytest.raises(FileProblems, match="damaged"):
        drawing.draw_page(b"%PDF-1.7 and nothing", "a.pdf", 1)


def test_it_is_drawn_in_a_process_of_its_own(tmp_path):
    picture = read_page_picture(pdf(tmp_path, "Out there"), "a.pdf", 1)
    assert picture.png.startswith(b"\x89PNG")
    assert [word.text for word in picture.words] == ["Out", "there"]


def test_passages_are_found_as_the_text_has_mended_them(tmp_path):
    """Columns, parted words and ligatures: every sentence of the text has its boxes on its page."""
    words = "The counter-trafficking officers file affidavits on unaffordable fines. " * 12
    source = f"#set page(columns: 2, width: 400pt)\n#set par(justify: true)\n{words}\n"
    data = pdf(tmp_path, source)
    document = read_text(data, "a.pdf")
    assert len(document.sentences) == 12
    picture = drawing.draw_page(data, "a.pdf", 1)
    tops = []
    for sentence in document.sentences:
        boxes = picture.boxes(sentence.text, times_before(document, sentence.start, sentence.text))
        assert boxes
        tops.append((boxes[0].left // 600, boxes[0].top, boxes[0].left))
    assert tops == sorted(tops)  # each at its own place, not twelve times at the first
    assert len(set(tops)) == 12


def _words(*words):
    return tuple(PlacedWord(word, 60 * n, 0, 50, 10) for n, word in enumerate(words))


def test_a_passage_in_pieces_is_found_in_pieces():
    """Something stands between its two halves that the text has left out."""
    words = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "Header",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]
    picture = PagePicture(b"", 900, 100, _words(*words))
    whole = "One two three, four five six seven eight nine ten."
    expected = [(0, 290), (360, 290)]
    for quote in (whole, whole.replace("five ", "five\n")):
        assert [(box.left, box.width) for box in picture.boxes(quote)] == expected
    assert picture.boxes("nothing of it") == []
    assert picture.boxes(" ,.") == []


def test_the_last_is_taken_where_a_page_has_fewer_than_the_text():
    picture = PagePicture(b"", 900, 100, _words("no", "yes", "no"))
    assert picture.boxes("No", 1)[0].left == 120
    assert picture.boxes("No", 7)[0].left == 120


def test_what_stood_before_is_counted_on_its_own_page():
    blocks = (Block("Yes. Yes.", 1), Block("Yes. No. Yes.", 2), Block("Yes.", 2))
    document = DocumentText("a.pdf", "", blocks, 2)
    starts = [at for at in range(len(document.text)) if document.text.startswith("Yes.", at)]
    assert [times_before(document, at, "Yes.") for at in starts] == [0, 1, 0, 1, 2]
