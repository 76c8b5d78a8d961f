from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsApp(AppConfig):
    name = "trueline.web.accounts"
    verbose_name = _("People and organisations")
    holds_work = False

    def ready(self) -> None:
        from trueline.web.accounts import signals  # noqa: F401
        from trueline.web.accounts.actions import invitations
        from trueline.web.accounts.grants import add_grant
        from trueline.web.accounts.queries import names_by_pseudonym
        from trueline.web.audit.subjects import name_subjects

        name_subjects(lambda: ["member"], names_by_pseudonym)
        add_grant(invitations.GRANT)
