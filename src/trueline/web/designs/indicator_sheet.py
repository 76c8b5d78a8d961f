"""From an indicator of the toolkit to one of the design, its sheet filled in."""

from __future__ import annotations

from typing import Any

from trueline.design import Design, Indicator
from trueline.document.field_spec import field_specs
from trueline.toolkit import Indicator as Sample
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import proxy_of


def sheet(sample: Sample, toolkit: Toolkit, result: str | None = None) -> dict[str, Any]:
    """The fields of a design's indicator as far as the toolkit's sample fills them."""
    category = toolkit.category_of(sample.id)
    length = field_specs(Indicator)["numerator"].length or 500
    follow_up = sample.follow_up or category.follow_up
    limits = (category.does_not_show, proxy_of(category), sample.caution, sample.caution_added)
    return {
        "toolkit_id": sample.id,
        "statement": sample.statement,
        "result": result or None,
        "measures": category.measures,
        "measure": sample.measure,
        "numerator": (sample.numerator or "")[:length],
        "denominator": (sample.denominator or "")[:length],
        "unit": sample.unit[:length],
        "direction": sample.direction,
        "methods": tuple(method[:length] for method in sample.methods),
        "follow_up_months": follow_up.suggested if follow_up else (),
        "disaggregation": tuple(sample.disaggregation),
        "limitations": " ".join(text for text in limits if text),
    }


def kinds_in(design: Design) -> tuple[str, ...]:
    """The kinds of activity that a design has, in the toolkit's order, without `other`."""
    return tuple(dict.fromkeys(a.kind for a in design.activities if a.kind != "other"))
