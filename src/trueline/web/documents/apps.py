from django.apps import AppConfig


class DocumentsApp(AppConfig):
    name = "trueline.web.documents"
    holds_work = True

    def ready(self) -> None:
        from trueline.document import kinds
        from trueline.web.audit.subjects import name_subjects
        from trueline.web.documents.queries import titles_by_id

        name_subjects(lambda: [kind.name for kind in kinds()], titles_by_id)
