"""The words by which logframes head their columns and name their levels, in four languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Literal

LogframeLevel = Literal["impact", "outcome", "output", "activity"]
LEVELS: tuple[LogframeLevel, ...] = ("impact", "outcome", "output", "activity")


def plain(text: str) -> str:
    """A heading as it is looked up: small letters, no accents, no marks around it."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in flat if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() or c.isspace() else " " for c in letters).split()
    return " ".join(words)


def level_named(text: str) -> LogframeLevel | None:
    """The level that a text names, as “Output 2” or “Impact (overall objective)”; else None."""
    bare = _without_brackets(text)
    for words in (plain(text), plain(bare), plain(_without_number(bare))):
        for level, names in LEVEL_WORDS.items():
            if words in names:
                return level
    return None


def _without_number(text: str) -> str:
    """The text without the number at its end."""
    end = len(text.rstrip())
    while end and (text[end - 1].isdecimal() or text[end - 1] in ".:)"):
        end -= 1
    return text[:end]


def _without_brackets(text: str) -> str:
    """The text without what stands in brackets, and in brackets within these."""
    kept: list[str] = []
    opened: list[int] = []
    for sign in text:
        if sign == "(":
            opened.append(len(kept))
        elif sign == ")" and opened:
            del kept[opened.pop() :]
            sign = " "
        kept.append(sign)
    return "".join(kept)


def columns_named(text: str) -> Iterable[str]:
    """The columns that a heading could head, the likeliest first."""
    words = plain(text)
    return (column for column, names in COLUMN_WORDS.items() if any(n in words for n in names))


def _plain(*words: str) -> frozenset[str]:
    return frozenset(map(plain, words))


COLUMN_WORDS = {
    "indicators": _plain(
        "indicator", "ovi", "indicateur", "indicador", "measure of success", "مؤشر"
    ),
    "means": _plain("verification", "mov", "source", "verificacion", "التحقق", "المصادر"),
    "assumptions": _plain(
        "assumption", "risk", "hypothes", "risque", "supuesto", "riesgo", "افتراض", "المخاطر"
    ),
    "objective": _plain(
        "objective",
        "narrative",
        "intervention logic",
        "results chain",
        "result",
        "description",
        "hierarchy",
        "summary",
        "outcome",
        "goal",
        "logique",
        "objectif",
        "objetivo",
        "resumen",
        "هدف",
        "أهداف",
        "منطق التدخل",
        "ملخص",
    ),
}
"""Parts of headings, in the order in which they are tried: “source of verification” is no
objective."""

LEVEL_WORDS: dict[LogframeLevel, frozenset[str]] = {
    "impact": _plain(
        "goal",
        "goals",
        "overall goal",
        "overall objective",
        "overall objectives",
        "impact",
        "impacts",
        "development objective",
        "long-term goal",
        "long-term outcome",
        "objectif général",
        "objectifs généraux",
        "objectif global",
        "objetivo general",
        "fin",
        "الهدف العام",
        "الأثر",
    ),
    "outcome": _plain(
        "purpose",
        "outcome",
        "outcomes",
        "specific objective",
        "specific objectives",
        "immediate objective",
        "project purpose",
        "intermediate outcome",
        "intermediate outcomes",
        "project objective",
        "objective",
        "objectives",
        "objectif spécifique",
        "objectifs spécifiques",
        "effet",
        "effets",
        "objetivo específico",
        "objetivos específicos",
        "propósito",
        "النتائج",
        "النتيجة",
        "المحصلات",
        "الهدف",
        "الأهداف",
        "الهدف الخاص",
        "الهدف المحدد",
        "الأهداف الخاصة",
        "الأهداف المحددة",
    ),
    "output": _plain(
        "output",
        "outputs",
        "result",
        "results",
        "expected result",
        "expected results",
        "component",
        "components",
        "résultat",
        "résultats",
        "résultats attendus",
        "produit",
        "produits",
        "extrant",
        "extrants",
        "resultado",
        "resultados",
        "producto",
        "productos",
        "componente",
        "componentes",
        "المخرجات",
        "المخرج",
    ),
    "activity": _plain(
        "activity",
        "activities",
        "main activities",
        "key activities",
        "inputs",
        "activité",
        "activités",
        "actividad",
        "actividades",
        "الأنشطة",
        "النشاط",
    ),
}

TABLE_NAMES = _plain(
    "logframe",
    "log frame",
    "logical framework",
    "logframe matrix",
    "logical framework matrix",
    "results framework",
    "project logframe",
    "annex",
    "cadre logique",
    "matrice du cadre logique",
    "cadre de résultats",
    "marco lógico",
    "matriz de marco lógico",
    "الإطار المنطقي",
)
"""What stands above a logframe and says what the table is, not what the programme is called."""

OF_NO_OBJECTIVE = _plain(
    "all levels", "risks to the programme as a whole", "indicators that name no result yet"
)
"""Rows of our own logframes that stand for no objective."""

NOTHING = _plain(
    "no indicator yet",
    "not applicable",
    "none",
    "n/a",
    "sans objet",
    "no aplica",
    "ninguno",
    "néant",
    "-",
    "لا ينطبق",
)
"""What is written where there is nothing to write."""
