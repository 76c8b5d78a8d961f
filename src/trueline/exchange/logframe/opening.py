"""The logframe of a file."""

from __future__ import annotations

from collections.abc import Mapping

from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.reading import logframe_in
from trueline.exchange.logframe.round_trip import with_our_headings
from trueline.exchange.logframe.table import Chosen
from trueline.language import gettext
from trueline.limits import FILE_ROWS, FILE_SHEETS
from trueline.office import Grid, read_office
from trueline.office.archive import refused


def read_logframe(data: bytes, name: str, chosen: Mapping[int, Chosen] | None = None) -> Logframe:
    """The logframe in a .xlsx, .xlsm, .ods, .csv or .docx file. Raises FileProblems."""
    return logframe_of(read_office(data, name), name, chosen)


def logframe_of(
    grids: tuple[Grid, ...], name: str, chosen: Mapping[int, Chosen] | None = None
) -> Logframe:
    """The logframe of a file's grids. Raises FileProblems where there is none, or it is too large."""
    for limit, count in (
        (FILE_SHEETS, len(grids)),
        (FILE_ROWS, sum(len(grid.rows) for grid in grids)),
    ):
        if count > limit.most:
            raise refused(name, limit.sentence(count), gettext(limit.instead))
    logframe = logframe_in(with_our_headings(grids), chosen)
    if logframe is None:
        raise refused(
            name,
            gettext("No logframe was found in it."),
            gettext(
                "A logframe has a row of headings such as Objectives, Indicators, Means of verification,"
                " Assumptions. Hidden sheets are not looked at. If its headings are in another language,"
                " say what each column holds."
            ),
        )
    return logframe
