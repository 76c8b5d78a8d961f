"""Many sign-ins at once do not fill the memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import os, resource, threading
from django.conf import settings
settings.configure(PASSWORD_HASHERS=["trueline.web.accounts.hashing.Argon2PasswordHasher"])
from django.contrib.auth.hashers import check_password, make_password
def peak():  # megabytes; what resource tells would begin with those of the process that started this
    if not os.path.exists("/proc/self/status"):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    status = open("/proc/self/status").read()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024
before = peak()
kept = make_password("right")
one = peak() - before
answers = []
def sign_in(n):
    answers.append(check_password("right" if n % 2 else "wrong", kept))
threads = [threading.Thread(target=sign_in, args=[n]) for n in range(12)]
[t.start() for t in threads]; [t.join() for t in threads]
assert sorted(answers) == [False] * 6 + [True] * 6, answers
print(one, peak() - before)
"""


@pytest.mark.slow
def test_twelve_at_once_take_the_memory_of_a_few():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    one, all_of_them = map(int, done.stdout.split())
    assert one > 50, "a hash should cost an attacker memory"
    assert all_of_them < 3 * one


def test_the_workbench_hashes_so():
    from trueline.web.config import settings

    assert settings.PASSWORD_HASHERS[0] == "trueline.web.accounts.hashing.Argon2PasswordHasher"
