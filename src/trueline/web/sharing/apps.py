from django.apps import AppConfig


class SharingApp(AppConfig):
    name = "trueline.web.sharing"
    holds_work = True

    def ready(self) -> None:
        from trueline.web.accounts.grants import add_grant
        from trueline.web.sharing.actions import GRANT

        add_grant(GRANT)
