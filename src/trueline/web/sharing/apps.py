from django.apps import AppConfig


class SharingApp(AppConfig):
    name = "trueline.web.sharing"

    def ready(self) -> None:
        from trueline.web.accounts.grants import add_grant
        from trueline.web.sharing.actions import GRANT

        add_grant(GRANT)
