"""Terms that were learned before all passages were summed up beside them are learned anew.

Without the sums of all passages (the empty term) they move no ranking.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

from trueline.passages.taught import EVERY, Judgement, sums_of


def learn_anew(apps: Any, schema_editor: Any) -> None:
    terms = apps.get_model("appraisals", "LearnedTerm").objects
    renewed = terms.filter(term=EVERY).values("organisation")
    old = terms.exclude(organisation__in=renewed).order_by().values_list("organisation", flat=True)
    for organisation in list(old.distinct()):
        terms.filter(organisation=organisation).delete()
        terms.bulk_create(
            terms.model(
                organisation_id=organisation,
                question=question,
                term=term[:60],
                taken=sums.taken,
                refused=sums.refused,
                documents=sums.documents,
            )
            for question, by_term in sums_of(_judgements(apps, organisation)).items()
            for term, sums in by_term.items()
        )


def _judgements(apps: Any, organisation: Any) -> list[Judgement]:
    marks = apps.get_model("appraisals", "Mark").objects.filter(
        reading__proposal__round__organisation=organisation,
        reading__proposal__round__finished__isnull=False,
        reading__submitted__isnull=False,
        reading__excused=None,
    )
    rows = marks.exclude(question__key__startswith="own-").values_list(
        "question__key", "quote", "file__attachment__sha256", "kind"
    )
    return [Judgement(key, quote, file, kind != "rejected") for key, quote, file, kind in rows]


class Migration(migrations.Migration):
    dependencies = [("appraisals", "0005_declarations_stay"), ("attachments", "0001_initial")]

    operations = [migrations.RunPython(learn_anew, migrations.RunPython.noop)]
