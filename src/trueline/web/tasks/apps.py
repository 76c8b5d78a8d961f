from django.apps import AppConfig


class TasksApp(AppConfig):
    name = "trueline.web.tasks"
    label = "tasks"
    holds_work = False
