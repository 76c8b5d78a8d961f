from django.apps import AppConfig

SUBJECTS = (
    "monitoring",
    "measurement",
    "proposed correction",
    "reporting period",
    "narrative",
    "reporting site",
    "assignment",
)
"""Subjects of the audit's events here; their id is that of the document."""


class MonitoringApp(AppConfig):
    name = "trueline.web.monitoring"
    holds_work = True

    def ready(self) -> None:
        from trueline.design import DESIGN
        from trueline.web.accounts.grants import add_grant
        from trueline.web.archives.registry import add_files, add_personal, add_table
        from trueline.web.attachments.actions import register_reference
        from trueline.web.audit.subjects import name_subjects
        from trueline.web.documents.approvals import when_approved
        from trueline.web.documents.queries import titles_by_id
        from trueline.web.documents.removed_rows import when_put_back
        from trueline.web.monitoring import archive_rows, person_rows
        from trueline.web.monitoring.actions import attaching, dividing
        from trueline.web.monitoring.actions.approving import take_over

        add_grant(dividing.GRANT)
        when_approved(DESIGN.name, take_over)
        when_put_back("monitoring.EvidenceFile", attaching.follow_putting_back)
        when_put_back("monitoring.ReportingSite", dividing.follow_putting_back)
        name_subjects(lambda: SUBJECTS, titles_by_id)
        add_table("monitoring/indicators", archive_rows.indicators)
        add_table("monitoring/sites", archive_rows.sites)
        add_table("monitoring/assignments", archive_rows.assignments)
        add_table("monitoring/evidence", archive_rows.evidence)
        add_files(archive_rows.evidence_files)
        register_reference("monitoring.EvidenceFile", "digest")
        add_table("monitoring/test-results", archive_rows.test_results)
        add_table("monitoring/column-mappings", archive_rows.column_mappings)
        add_table("monitoring/planned-values", archive_rows.planned_values)
        add_table("monitoring/measurements", archive_rows.measurements)
        add_table("monitoring/corrections", archive_rows.corrections)
        add_table("monitoring/proposed-corrections", archive_rows.proposed_corrections)
        add_table("monitoring/narratives", archive_rows.narratives)
        add_table("monitoring/contacts", archive_rows.contact_tables)
        add_table("monitoring/service-changes", archive_rows.service_changes)
        add_personal("service_changes", person_rows.service_changes)
        add_personal("contact_tables", person_rows.contact_tables)
        add_personal("measurements", person_rows.measurements)
        add_personal("proposed_corrections", person_rows.proposed_corrections)
        add_personal("evidence_files", person_rows.evidence_files)
        add_personal("test_results", person_rows.test_results)
        add_personal("column_mappings", person_rows.column_mappings)
        add_personal("figure_assignments", person_rows.assignments)
        add_personal("calendar_addresses", person_rows.calendar_feeds)
        add_personal("narratives", person_rows.narratives)
