"""Opening a workbook or Word document, with limits that a hostile file can't pass."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from trueline.exchange.logframe.excel import grids_in_workbook
from trueline.exchange.logframe.table import LogframeTable, logframe_in
from trueline.exchange.logframe.word import grids_in_document
from trueline.files import FileProblems, Problem

LARGEST = 5_000_000
UNPACKED = 60_000_000
ENTRIES = 2_000
_READERS = {".xlsx": grids_in_workbook, ".docx": grids_in_document}


def read_logframe(data: bytes, name: str) -> LogframeTable:
    """The first logframe in a .xlsx or .docx file. Raises FileProblems."""
    ending = PurePath(name).suffix.lower()
    if ending not in _READERS:
        raise _refused(
            name,
            f"The file's name ends in {ending or 'nothing'}.",
            "Save it from Excel as .xlsx or from Word as .docx, and upload that.",
        )
    _check_archive(data, name)
    try:
        grids = tuple(_READERS[ending](data))
    except Exception as error:
        raise _refused(
            name,
            "It can't be opened: it is damaged, protected, or of another kind than its name says.",
            "Open it yourself, save it anew without a password, and upload that.",
        ) from error
    found = logframe_in(grids)
    if found is None:
        raise _refused(
            name,
            "No logframe was found in it.",
            "It should have a table with a row of headings such as objective, indicators, means of"
            " verification, assumptions."
            + (" Hidden sheets are not looked at." if ending == ".xlsx" else ""),
        )
    return found


def _refused(name: str, message: str, hint: str) -> FileProblems:
    return FileProblems([Problem(name, message, hint=hint)])


def _check_archive(data: bytes, name: str) -> None:
    """Refuse what is too large, packed or not, and what is no such file at all."""
    if not data:
        raise _refused(name, "The file is empty.", "Choose another.")
    if len(data) > LARGEST:
        raise _refused(
            name,
            f"The file is larger than {LARGEST // 1_000_000} MB.",
            "Save the logframe alone, without pictures.",
        )
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _refused(
            name,
            "It is no Excel or Word file of the present kind, or it has a password.",
            "Save it as .xlsx or .docx without a password.",
        ) from error
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise _refused(
            name,
            "Unpacked, the file is far larger than a logframe.",
            "Save the logframe alone, without pictures.",
        )
