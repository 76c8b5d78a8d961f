"""Logframes for which nobody gave a sample: French, Spanish and Arabic as CSV, UN and GIZ as XLSX and XLSM."""

import pytest

from tests.exchange.logframes import workbook
from trueline.exchange.logframe import begin, design_from, read_logframe

FRENCH = """Code;Niveau;Résultat;Indicateur;Valeur de référence;Cible 2028;Sources de vérification;Hypothèses
;Objectif général;Moins d'enfants travaillent;Nombre d'enfants comptés;236;120;Comptage;La loi reste en vigueur
1;Objectif spécifique;Les exploitants refusent les enfants;Part des carrières;12 %;60 %;Visites;Le prix tient
1.1;Produit;Les chefs signent l'accord;Nombre d'accords;0;28;Accords;
1.1.1;Activité;Réunions avec les chefs;;;;Procès-verbaux;
"""
SPANISH = """Código,Nivel,Resumen narrativo,Indicador,Línea de base,Meta 2028,Medios de verificación,Supuestos
,Fin,Menos mujeres cosen por deuda,Mujeres contadas,310,150,Conteo anual,La ley sigue vigente
1,Propósito,Los talleristas pagan cada semana,Proporción de talleres,8 %,50 %,Visitas,El precio se mantiene
1.1,Componente,Las marcas firman la cláusula,Número de marcas,0,12,Contratos,
1.1.1,Actividad,Mesa con las marcas,,,,Actas,
"""
ARABIC = """الرمز,المستوى,النتيجة,المؤشر,خط الأساس,الهدف 2028,وسائل التحقق,الافتراضات
,الهدف العام,عدد أقل من العمال يعملون تحت الدين,عدد العمال,310,150,مسح سنوي,القانون نافذ
1,الحصيلة,أصحاب العمل يدفعون كل أسبوع,نسبة الورش,8%,50%,زيارات,الأسعار ثابتة
1.1,المخرج,الشركات توقع البند,عدد الشركات,0,12,العقود,
1.1.1,النشاط,طاولة مع الشركات,,,,محاضر,
"""
UN = [
    [
        "Results",
        "Performance indicators",
        "Baseline (2026)",
        "Target (2029)",
        "Means of verification",
    ],
    ["Outcome 1: Employers pay every week", "Share of employers", "8%", "50%", "Visits"],
    ["Output 1.1: Firms sign the clause", "Number of firms", "0", "12", "Contracts"],
    ["Activity 1.1.1: Round table with firms", "", "", "", ""],
]
GIZ = [
    [
        "Summary",
        "Indicators",
        "Baseline",
        "Target value 2029",
        "Sources of verification",
        "Assumptions",
    ],
    ["Module objective: Employers pay", "Share of employers", "8%", "50%", "Visits", "Prices hold"],
    ["Output A: Firms sign the clause", "Number of firms", "0", "12", "Contracts", ""],
    ["Output B: Inspectors ask alone", "Share of visits", "3%", "40%", "Visit forms", ""],
]
SAMPLES = {
    "a.csv": (FRENCH.encode(), ["impact", "outcome", "output"], 1, ["120", "60", "28"]),
    "b.csv": (SPANISH.encode(), ["impact", "outcome", "output"], 1, ["150", "50", "12"]),
    "c.csv": (ARABIC.encode(), ["impact", "outcome", "output"], 1, ["150", "50", "12"]),
    "un.xlsx": (workbook(UN), ["outcome", "output"], 1, ["50", "12"]),
    "un.xlsm": (workbook(UN), ["outcome", "output"], 1, ["50", "12"]),
    "giz.xlsx": (workbook(GIZ), ["outcome", "output", "output"], 0, ["50", "12", "40"]),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_comes_in_whole(name: str) -> None:
    data, levels, activities, targets = SAMPLES[name]
    table = read_logframe(data, name)
    design = design_from(table)
    assert [result.level for result in design.results] == levels
    assert len(design.activities) == activities
    assert [str(i.targets[0].value) for i in design.indicators] == targets
    assert begin(table).unplaced == ()
    assert all(indicator.baseline for indicator in design.indicators)
