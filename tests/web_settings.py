"""The workbench's settings for tests: a folder of its own, quick passwords, either database."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="trueline-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["TRUELINE_DATA"] = _folder
os.mkdir(f"{_folder}/static")
os.environ.setdefault("TRUELINE_SIGN_UP", "open")

from trueline.web.config.instance import from_environment  # noqa: E402

from_environment().begin()

from trueline.web.config.settings import *  # noqa: E402, F403
from trueline.web.config.settings import DATABASES  # noqa: E402

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # looks for a file when it is asked for, not for all at each client

if DATABASES["default"]["ENGINE"].endswith("sqlite"):
    # A file, since tests of two editors need two connections; not made safe against power cuts.
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["timeout"] = 20  # however busy the machine is
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    )
