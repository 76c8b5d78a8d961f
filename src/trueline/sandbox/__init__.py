"""Reading a stranger's file in a process that can do nothing else.

`read_in_sandbox("package.module:function", data, name)` runs a *reader*: a function of the bytes and the
file's name, and of what it may be asked besides, whose answer is plain data (what JSON can hold), and which raises FileProblems for what
is wrong with the file. It runs in a process of its own with nothing in its environment, an empty
folder, and limits on time, memory, files and processes. Where the system can, it is confined: it
may open no file but Python's own, and reach no network. So a file that makes a reader slow, greedy
or worse ends that process and nothing else.
"""

from trueline.sandbox.probe import Confinement, confinement
from trueline.sandbox.process import Reader, read_in_sandbox

__all__ = ["Confinement", "Reader", "confinement", "read_in_sandbox"]
