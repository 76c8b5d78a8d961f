from django.apps import AppConfig


class LibraryApp(AppConfig):
    name = "trueline.web.library"
