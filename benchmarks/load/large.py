"""Keeps a design near the limit of a document for the owner of an instance, with fifty revisions.

Run with the instance's settings; prints the id of the document.
"""

from __future__ import annotations

REVISIONS = 50


def main() -> None:
    from trueline.web.serving import start

    start.set_up()
    from benchmarks.growth import design_of
    from trueline.design import Design
    from trueline.document import document_to_json, set_field
    from trueline.limits import DOCUMENT_LETTERS
    from trueline.web.accounts.models import Membership
    from trueline.web.documents import store
    from trueline.web.documents.models import Action

    member = Membership.objects.select_related("user", "organisation").first()
    design = design_of(1_000)
    room = (DOCUMENT_LETTERS.most - len(document_to_json(design))) // 1_000 - 20
    words = ("words that say at length what is done " * 100)[:room]
    activities = tuple(each.model_copy(update={"description": words}) for each in design.activities)
    large: Design = design.model_copy(update={"activities": activities})
    record = store.create(
        by=member.user, organisation=member.organisation, document=large, origin="file"
    )
    for number in range(REVISIONS - 1):
        at = f"activities[a{number}].lead"
        change = store.Change(at, lambda d, at=at: (set_field(d, at, "Another office"), at))
        store.save(record.pk, [change], by=member.user, action=Action.CHANGED)
    print(record.pk)


if __name__ == "__main__":
    main()
