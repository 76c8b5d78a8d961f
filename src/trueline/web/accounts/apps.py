from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsApp(AppConfig):
    name = "trueline.web.accounts"
    verbose_name = _("People and organisations")
