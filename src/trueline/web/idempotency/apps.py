from django.apps import AppConfig


class IdempotencyApp(AppConfig):
    name = "trueline.web.idempotency"
    holds_work = False
