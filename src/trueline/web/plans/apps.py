from django.apps import AppConfig


class PlansApp(AppConfig):
    name = "trueline.web.plans"
    holds_work = False
