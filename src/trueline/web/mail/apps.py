from django.apps import AppConfig


class MailApp(AppConfig):
    name = "trueline.web.mail"
    label = "mail"
    holds_work = False
