"""The words by which logframes head their columns and name their levels, in three languages."""

from __future__ import annotations

import unicodedata

COLUMN_WORDS = {
    "indicators": ("indicator", "ovi", "indicateur", "indicador", "measure of success", "مؤشر"),
    "means": ("verification", "mov", "source of data", "data source", "vérification", "verificacion",
              "source", "التحقق"),
    "assumptions": ("assumption", "risk", "hypothes", "risque", "supuesto", "riesgo", "افتراض"),
    "objective": ("objective", "narrative", "intervention logic", "results chain", "result",
                  "description", "hierarchy", "project summary", "summary", "logique",
                  "objectif", "objetivo", "resumen", "هدف", "outcome", "goal"),
}  # fmt: skip
"""In the order in which a heading is tried: “source of verification” is no objective."""

LEVEL_WORDS = {
    "impact": frozenset(
        ["goal", "goals", "overall goal", "overall objective", "impact", "development objective",
         "long term goal", "long term outcome", "objectif general", "objectif global",
         "objetivo general", "fin", "الهدف العام", "الاثر"]
    ),
    "outcome": frozenset(
        ["purpose", "outcome", "outcomes", "specific objective", "specific objectives",
         "immediate objective", "project purpose", "intermediate outcome", "objectif specifique",
         "objectifs specifiques", "effet", "effets", "objetivo especifico", "proposito", "النتائج",
         "project objective", "objective", "objectives"]
    ),
    "output": frozenset(
        ["output", "outputs", "result", "results", "expected result", "expected results",
         "component", "resultat", "resultats", "resultats attendus", "produit", "produits",
         "extrant", "extrants", "resultado", "resultados", "producto", "productos", "المخرجات"]
    ),
    "activity": frozenset(
        ["activity", "activities", "main activities", "key activities", "inputs", "activite",
         "activites", "actividad", "actividades", "الانشطة"]
    ),
}  # fmt: skip

TABLE_NAMES = frozenset(
    ["logframe", "log frame", "logical framework", "logframe matrix", "logical framework matrix",
     "results framework", "project logframe", "annex", "cadre logique", "matrice du cadre logique",
     "cadre de resultats", "marco logico", "matriz de marco logico", "الاطار المنطقي"]
)  # fmt: skip
"""What stands above a logframe and says what the table is, not what the programme is called."""


def plain(text: str) -> str:
    """A heading as it is looked up: small letters, no accents, no marks around it."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in flat if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() or c.isspace() else " " for c in letters).split()
    return " ".join(words)
