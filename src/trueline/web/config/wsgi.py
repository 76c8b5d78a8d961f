"""The application as servers call it."""

import os

from django.core.wsgi import get_wsgi_application

from trueline.web.config.head import without_body_for_head

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trueline.web.config.settings")
application = without_body_for_head(get_wsgi_application())
