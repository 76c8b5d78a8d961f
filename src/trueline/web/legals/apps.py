from django.apps import AppConfig


class LegalsApp(AppConfig):
    name = "trueline.web.legals"
    holds_work = False
