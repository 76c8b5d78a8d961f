from django.apps import AppConfig


class AuditApp(AppConfig):
    name = "trueline.web.audit"
    holds_work = False
