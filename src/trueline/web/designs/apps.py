from django.apps import AppConfig


class DesignsApp(AppConfig):
    name = "trueline.web.designs"

    def ready(self) -> None:
        from trueline.web.accounts.grants import add_grant
        from trueline.web.audit.subjects import name_subjects
        from trueline.web.designs import sharing
        from trueline.web.designs.queries import titles_by_id

        name_subjects("design", titles_by_id)
        add_grant(sharing.GRANT)
