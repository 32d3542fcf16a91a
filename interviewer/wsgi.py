"""The WSGI entry point."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviewer.settings")
application = get_wsgi_application()

from interviewer import checks  # noqa: E402  (needs the apps that the line above loads)
from interviewer.web import heart  # noqa: E402

checks.refuse_to_start()
heart.start()
