from django.apps import AppConfig


class AppraisalsApp(AppConfig):
    name = "trueline.web.appraisals"
    holds_work = True

    def ready(self) -> None:
        from trueline.web.appraisals import archive_rows
        from trueline.web.archives.registry import add_files_for, add_personal, add_table_for

        for name, rows in archive_rows.TABLES.items():
            add_table_for(f"appraisals/{name}", rows)
        add_files_for(archive_rows.files)
        add_personal("appraisals", archive_rows.of_person)
        add_personal("proposals", archive_rows.proposals_of_person)
