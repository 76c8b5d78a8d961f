from django.apps import AppConfig


class DesignsApp(AppConfig):
    name = "trueline.web.designs"
