from django.apps import AppConfig

SUBJECTS = (
    "monitoring",
    "measurement",
    "reporting period",
    "narrative",
    "reporting site",
    "assignment",
)
"""What events of the audit are about here; their id is that of the document."""


class MonitoringApp(AppConfig):
    name = "trueline.web.monitoring"
    holds_work = True

    def ready(self) -> None:
        from trueline.design import DESIGN
        from trueline.web.accounts.grants import add_grant
        from trueline.web.archives.registry import add_files, add_personal, add_table
        from trueline.web.attachments.actions import add_named
        from trueline.web.audit.subjects import name_subjects
        from trueline.web.documents.approvals import when_approved
        from trueline.web.documents.queries import titles_by_id
        from trueline.web.monitoring import kept
        from trueline.web.monitoring.actions import dividing
        from trueline.web.monitoring.actions.approving import take_over

        add_grant(dividing.GRANT)
        when_approved(DESIGN.name, take_over)
        name_subjects(lambda: SUBJECTS, titles_by_id)
        add_table("monitoring/indicators", kept.indicators)
        add_table("monitoring/sites", kept.sites)
        add_table("monitoring/assignments", kept.assignments)
        add_table("monitoring/evidence", kept.evidence)
        add_files(kept.evidence_files)
        add_named(kept.evidence_sums)
        add_table("monitoring/test-results", kept.test_results)
        add_table("monitoring/column-mappings", kept.column_mappings)
        add_table("monitoring/planned-values", kept.planned_values)
        add_table("monitoring/measurements", kept.measurements)
        add_table("monitoring/corrections", kept.corrections)
        add_table("monitoring/narratives", kept.narratives)
        add_table("monitoring/contacts", kept.contact_tables)
        add_table("monitoring/service-changes", kept.service_changes)
        add_personal("service_changes", kept.service_changes_of_person)
        add_personal("contact_tables", kept.contact_tables_of_person)
        add_personal("measurements", kept.of_person)
        add_personal("evidence_files", kept.evidence_of_person)
        add_personal("test_results", kept.test_results_of_person)
        add_personal("column_mappings", kept.column_mappings_of_person)
        add_personal("figure_assignments", kept.assignments_of_person)
        add_personal("calendar_addresses", kept.feeds_of_person)
        add_personal("narratives", kept.narratives_of_person)
