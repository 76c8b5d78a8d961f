"""Awkward workbooks, made from a seed: whatever people do to a logframe, it is read or refused.

    python -m tests.exchange.awkward 200

reads that many and says how long the slowest took.
"""

from __future__ import annotations

import io
import random
import sys
import time

import openpyxl

from trueline.exchange.logframe import begin, read_logframe
from trueline.files import FileProblems

HEADS = (
    ["", "Objectives", "Indicators", "Baseline", "Target 2028", "Means of verification", "Risks"],
    [
        "Niveau",
        "Objectif",
        "Indicateur",
        "Référence",
        "Cible",
        "Sources de vérification",
        "Risques",
    ],
    ["Code", "Nivel", "Objetivo", "Indicador", "Línea de base", "Meta", "Supuestos"],
    ["المستوى", "الهدف", "المؤشرات", "خط الأساس", "المستهدف", "وسائل التحقق", "الافتراضات"],
    ["Foo", "Bar", "Baz"],
)
CELLS = (
    "Outcome 1: Inspectors refer cases",
    "Output 1.1",
    "Activities that lead to Output 1.1:\n1.1.1 One\n1.1.2 Two",
    "120 (2027), of whom 40 women",
    "n/a",
    "* see annex",
    "=1+1",
    "Baseline",
    "Notes:",
    "x" * 3_000,
    "1.\n2.\n3.",
    "- a\n- b",
    "()[]（）",
    "\u200f١. تدريب",
    "2026-31-12",
    0,
    -1.5,
    True,
)


def workbook(seed: int) -> bytes:
    """A workbook of random cells under headings, some merged, some blank, some far away."""
    dice = random.Random(seed)
    book = openpyxl.Workbook()
    for sheet in (book.active, *(book.create_sheet() for _ in range(dice.randrange(3)))):
        for _ in range(dice.randrange(45)):
            sheet.append([dice.choice(CELLS)] if dice.random() < 0.2 else [])
        for _ in range(dice.randrange(1, 4)):
            head = dice.choice(HEADS)
            sheet.append(head)
            for _ in range(dice.randrange(30)):
                row = [dice.choice(CELLS) if dice.random() < 0.5 else None for _ in head]
                sheet.append(row)
        for _ in range(dice.randrange(6)):
            row, column = dice.randrange(1, 90), dice.randrange(1, 8)
            end = (row + dice.randrange(4), column + dice.randrange(4))
            sheet.merge_cells(None, row, column, *end)
        if dice.random() < 0.3:
            sheet.cell(1_048_576, 16_384).value = "far"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(seed: int) -> float:
    """Read a workbook; how long it took. Every filled cell is accounted for."""
    data = workbook(seed)
    begun = time.perf_counter()
    try:
        table = read_logframe(data, "a.xlsx")
    except FileProblems:
        return time.perf_counter() - begun
    made = begin(table)
    took = time.perf_counter() - begun
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for cell in sheet._cells.values()]
    filled = sum(cell.value is not None and str(cell.value).strip() != "" for cell in cells)
    assert len(made.cells) == filled, (seed, len(made.cells), filled)
    return took


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    slowest = max((read(seed), seed) for seed in range(count))
    print(f"{count} workbooks read; the slowest took {slowest[0]:.2f} s (seed {slowest[1]}).")
    sys.exit(slowest[0] > 2)
