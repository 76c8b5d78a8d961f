from django.apps import AppConfig


class CommentsApp(AppConfig):
    name = "trueline.web.comments"
    holds_work = True
