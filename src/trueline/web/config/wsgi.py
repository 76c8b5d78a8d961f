"""The application as servers call it."""

import os

from django.core.wsgi import get_wsgi_application

from trueline.web.config.instance import from_environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trueline.web.config.settings")
from_environment().begin()
application = get_wsgi_application()
