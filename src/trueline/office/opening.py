"""Opening a workbook, a table of text or a Word document, whichever it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from trueline.language import gettext, gettext_noop
from trueline.office.archive import LARGEST, cannot_be_opened, refused
from trueline.office.delimited import read_delimited
from trueline.office.excel import read_workbook
from trueline.office.grid import Grid, GridBuilder
from trueline.office.open_document import read_ods
from trueline.office.word import read_word

_READERS: dict[str, Callable[[bytes, str], GridBuilder]] = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".ods": read_ods,
    ".csv": read_delimited,
    ".docx": read_word,
}
ENDINGS = tuple(_READERS)

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"

_INSTEAD = {
    ".xls": gettext_noop(
        "It is an Excel file of the kind before 2007. Open it in Excel or LibreOffice and save it as"
        " .xlsx."
    ),
    ".doc": gettext_noop(
        "It is a Word file of the kind before 2007. Open it in Word or LibreOffice and save it as"
        " .docx."
    ),
    ".odt": gettext_noop("Open it in LibreOffice and save it as .docx."),
    ".numbers": gettext_noop("Export it from Numbers as an Excel file (.xlsx)."),
    ".pages": gettext_noop("Export it from Pages as a Word file (.docx)."),
    ".pdf": gettext_noop(
        "A PDF holds the look of a table and not its cells. Ask for the Word or Excel file that it"
        " was made from."
    ),
    ".xlsb": gettext_noop("Open it in Excel and save it as .xlsx."),
}


def read_office(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every grid of a file, in its order. Raises FileProblems."""
    ending = PurePath(name).suffix.lower()
    if ending not in _READERS:
        raise refused(
            name,
            gettext("The file's name ends in {ending}.", ending=ending or gettext("nothing")),
            gettext(_INSTEAD[ending])
            if ending in _INSTEAD
            else gettext("Save the logframe as .xlsx, .xlsm, .ods, .csv or .docx."),
        )
    if not data:
        raise refused(name, gettext("The file is empty."), gettext("Choose another."))
    if len(data) > LARGEST:
        raise refused(
            name,
            gettext("The file is larger than {size} MB.", size=LARGEST // 1_000_000),
            gettext("Save the logframe alone, without pictures."),
        )
    if data.startswith(_OLD_OR_LOCKED):
        raise refused(
            name,
            gettext("It is an Excel or Word file of the kind before 2007, or it has a password."),
            gettext("Save it as .xlsx or .docx without a password."),
        )
    try:
        return tuple(_READERS[ending](data, name).grids)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError) as error:
        raise cannot_be_opened(name) from error
