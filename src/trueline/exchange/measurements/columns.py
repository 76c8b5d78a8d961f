"""The columns of a table of measurements, by the names that people give them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from trueline.files import Problem
from trueline.files.wording import shortened
from trueline.language import gettext, joined

COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": ("indicator", "indicator id", "indicateur", "indicador", "المؤشر"),
    "statement": ("statement", "what is measured", "enonce", "enunciado", "ما يُقاس"),
    "period": ("period", "reporting period", "periode", "periodo", "الفترة"),
    "place": ("place", "site", "location", "lieu", "localite", "lugar", "sitio", "المكان"),
    "value": ("value", "actual", "count", "valeur", "nombre total", "valor", "القيمة"),
    "numerator": ("numerator", "n of", "numerateur", "numerador", "البسط"),
    "denominator": ("denominator", "out of", "denominateur", "denominador", "المقام"),
    "mean": ("mean", "average", "moyenne", "media", "promedio", "المتوسط"),
    "n": ("n", "sample", "effectif", "muestra", "العينة"),
    "points": ("points", "answers by point", "reponses par point", "respuestas por punto"),
    "text": ("text", "in words", "texte", "en mots", "texto", "en palabras", "النص"),
    "state": ("state", "status", "etat", "estado", "الحالة"),
    "occasion": ("occasion", "ocasion", "المناسبة"),
    "note": ("note", "notes", "comment", "comments", "commentaire", "comentario", "ملاحظة"),
}
"""Each column with the names by which it is known, without accents and in lower case."""

PERSONAL = (
    *("name", "full name", "first name", "last name", "surname", "nom", "prenom", "nombre"),
    *("apellido", "apellidos", "nombre y apellido", "nom et prenom", "client name", "الاسم"),
    *("phone", "telephone", "mobile", "phone number", "telephone number", "telefono", "الهاتف"),
    *("date of birth", "birth date", "birthdate", "dob", "date de naissance", "naissance"),
    *("fecha de nacimiento", "nacimiento", "تاريخ الميلاد", "passport", "passport number"),
    *("passeport", "pasaporte", "id number", "national id", "cedula", "case id", "address"),
    *("adresse", "direccion", "email", "e-mail", "courriel", "correo"),
)
"""Headings of columns about single people. None of them belongs in a table of totals."""

REQUIRED = ("indicator", "period")


@dataclass(frozen=True)
class Columns:
    """The place of each column, and which list each further column divides people by."""

    by_name: dict[str, int] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)


def columns_of(
    headings: Sequence[str], lists: Collection[str], file: str, line: int
) -> tuple[Columns, list[Problem]]:
    """The columns under these headings, with what is wrong with them.

    `lists` are those of the vocabulary that people can be divided by, such as sex.
    """
    columns, problems = Columns(), []
    for position, heading in enumerate(headings):
        plain = plain_heading(heading)
        if not plain:
            continue
        name_of_column = next((name for name, names in COLUMNS.items() if plain in names), None)
        if name_of_column and name_of_column not in columns.by_name:
            columns.by_name[name_of_column] = position
        elif plain in PERSONAL:
            problems.append(_personal(heading, file, line, position))
        elif (name := plain.replace(" ", "-").replace("_", "-")) in lists:
            columns.lists[name] = position
        else:
            problems.append(_unknown_column(heading, lists, file, line, position))
    if missing := [name for name in REQUIRED if name not in columns.by_name]:
        message = gettext(
            "There is no column {columns}.", columns=joined([f"“{name}”" for name in missing])
        )
        hint = gettext("The first row names the columns: {columns}.", columns=", ".join(COLUMNS))
        problems.append(Problem(file, message, line, hint=hint))
    return columns, problems


def _personal(heading: str, file: str, line: int, position: int) -> Problem:
    return Problem(
        file,
        gettext("The column “{heading}” tells of single people.", heading=shortened(heading)),
        line,
        position + 1,
        gettext(
            "Only totals are read, so that nobody can be known from them. Add up the rows, and leave"
            " the column out."
        ),
    )


def _unknown_column(
    heading: str, lists: Collection[str], file: str, line: int, position: int
) -> Problem:
    return Problem(
        file,
        gettext(
            "The column “{heading}” is none that is known, and no list to divide by.",
            heading=shortened(heading),
        ),
        line,
        position + 1,
        gettext(
            "Columns are {columns}; people are divided by {lists}.",
            columns=", ".join(COLUMNS),
            lists=", ".join(sorted(lists)),
        ),
    )


def plain_heading(heading: str) -> str:
    """A heading without accents and capitals, and with single blanks."""
    parts = unicodedata.normalize("NFKD", heading.casefold())
    return " ".join("".join(sign for sign in parts if not unicodedata.combining(sign)).split())
