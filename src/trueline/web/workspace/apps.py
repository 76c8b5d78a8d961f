from django.apps import AppConfig


class WorkspaceApp(AppConfig):
    name = "trueline.web.workspace"
