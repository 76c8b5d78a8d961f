"""How the programme measures and learns."""

from __future__ import annotations

from trueline.design import Design, Evaluation, Study
from trueline.language import gettext
from trueline.reports.design.dossier.parts import nothing_yet, table_or_nothing
from trueline.reports.layout.blocks import Facts, Heading, Section
from trueline.reports.values import Wording


def learning(design: Design, wording: Wording) -> Section:
    """The means set aside and planned for learning, and how findings are used."""
    facts = wording.filled(design.evaluation)
    return Section(
        gettext("Evaluation and learning"),
        (
            Facts(facts) if facts else nothing_yet(gettext("how learning is used")),
            Heading(Evaluation.field_title("studies")),
            table_or_nothing(
                wording,
                Study,
                design.evaluation.studies,
                ("title", "kind", "methods", "longitudinal", "due", "responsible", "budget"),
                (2.6, 1.2, 1.4, 1.1, 1.2, 1.6, 1.4),
                gettext("baselines, evaluations or other studies"),
            ),
        ),
    )
