"""Pages that only national plans have."""

from django.apps import AppConfig


class PlansApp(AppConfig):
    name = "trueline.web.plans"
    holds_work = True

    def ready(self) -> None:
        from trueline.web.accounts.grants import add_grant
        from trueline.web.archives.registry import add_personal, add_table
        from trueline.web.audit.subjects import name_subjects
        from trueline.web.documents.queries import titles_by_id
        from trueline.web.plans import archive_rows
        from trueline.web.plans.actions.links import GRANT
        from trueline.web.plans.actions.rounds import SUBJECT

        add_grant(GRANT)
        name_subjects(lambda: [SUBJECT], titles_by_id)
        add_table("plans/rounds", archive_rows.rounds)
        add_table("plans/round-steps", archive_rows.steps)
        add_personal("progress_rounds", archive_rows.of_person)
