from django.apps import AppConfig


class AttachmentsApp(AppConfig):
    name = "trueline.web.attachments"
    holds_work = True
