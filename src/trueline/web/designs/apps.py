from django.apps import AppConfig


class DesignsApp(AppConfig):
    name = "trueline.web.designs"
    holds_work = True
