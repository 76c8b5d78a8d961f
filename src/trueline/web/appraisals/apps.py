from django.apps import AppConfig


class AppraisalsApp(AppConfig):
    name = "trueline.web.appraisals"
    holds_work = True

    def ready(self) -> None:
        from trueline.web.appraisals import kept
        from trueline.web.archives.registry import add_files_for, add_personal, add_table_for

        for name, rows in kept.TABLES.items():
            add_table_for(f"appraisals/{name}", rows)
        add_files_for(kept.files)
        add_personal("appraisals", kept.of_person)
        add_personal("proposals", kept.proposals_of_person)
