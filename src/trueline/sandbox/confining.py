"""Walls around this process that the kernel keeps: no file but Python's own, nobody to talk to.

Landlock closes files and folders; a seccomp filter closes what reaches other processes, the network
among them, and what changes a file without opening it. Both hold for root too, and can't be taken
back. A system that lacks one is left with the other; `probe` finds out what holds.
"""

from __future__ import annotations

import ctypes.util
import errno
import mimetypes
import os
import site
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "linux":
    from landlockpy import AccessFS, Ruleset, Scope
    from seccompy import ArgCmp, CmpOp, Filter, FilterFlag, syscall_nr

LIBRARIES = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/etc/ld.so.cache",
    "/usr/share/zoneinfo",
    "/etc/localtime",
    *mimetypes.knownfiles,
)
"""Files that libraries read when they are imported or first used."""

OTHERS = (
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "sendto",
    "sendmsg",
    "sendmmsg",
    "recvmsg",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "execve",
    "execveat",
    "fork",
    "vfork",
    "clone",
    "clone3",
    "kill",
    "tkill",
    "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
    "pidfd_open",
    "pidfd_getfd",
    "pidfd_send_signal",
    "ptrace",
    "kcmp",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "shmget",
    "shmat",
    "shmctl",
    "msgget",
    "msgsnd",
    "msgrcv",
    "msgctl",
    "semget",
    "semctl",
    "mq_open",
    "mq_unlink",
    "add_key",
    "request_key",
    "keyctl",
    "bpf",
    "perf_event_open",
    "userfaultfd",
)
"""System calls by which a process reaches others."""

SYSTEM = (
    "chmod",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "chown",
    "fchown",
    "lchown",
    "fchownat",
    "truncate",
    "utime",
    "utimes",
    "futimesat",
    "utimensat",
    "setxattr",
    "lsetxattr",
    "fsetxattr",
    "setxattrat",
    "removexattr",
    "lremovexattr",
    "fremovexattr",
    "removexattrat",
    "open_by_handle_at",
    "name_to_handle_at",
    "unshare",
    "setns",
    "chroot",
    "pivot_root",
    "mount",
    "umount2",
    "mount_setattr",
    "open_tree",
    "move_mount",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "fanotify_init",
    "inotify_init",
    "inotify_init1",
    "memfd_create",
    "memfd_secret",
    "setuid",
    "setgid",
    "setreuid",
    "setregid",
    "setresuid",
    "setresgid",
    "setgroups",
    "capset",
    "setrlimit",
    "setpriority",
    "ioprio_set",
    "sched_setaffinity",
    "sched_setscheduler",
    "sched_setparam",
    "sched_setattr",
    "personality",
    "syslog",
    "sethostname",
    "setdomainname",
    "settimeofday",
    "clock_settime",
    "clock_adjtime",
    "adjtimex",
    "reboot",
    "swapon",
    "swapoff",
    "acct",
    "quotactl",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "iopl",
    "ioperm",
    "modify_ldt",
)
"""System calls that change files by name, rights, or the system itself."""

X32 = 0x40000000
"""Marks the second numbering of the same calls that some kernels on x86-64 have."""


def confine() -> list[str]:
    """Close this process in, and say what the system left open, and why.

    The packages imported so far stay readable, since they may import more of their own.
    """
    if sys.platform != "linux":
        return [f"{sys.platform} offers no confinement that is used here"]
    # Both libraries would start other programs to find the C library, which is loaded already.
    ctypes.util.find_library = lambda name: None
    left_open = []
    for close in (_close_files, _close_calls):
        try:
            close()
        except OSError as error:
            left_open.append(f"{close.__doc__} {error}")
    return left_open


def _close_files() -> None:
    """Files:"""
    with Ruleset(scoped=Scope.ABSTRACT_UNIX_SOCKET | Scope.SIGNAL) as rules:
        for path in _code():
            readable = AccessFS.READ_FILE | AccessFS.READ_DIR
            rules.allow_path(path, readable if path.is_dir() else AccessFS.READ_FILE)
        rules.restrict()


def _code() -> Iterator[Path]:
    """The folders of Python, its libraries and the packages imported so far."""
    named = ("stdlib", "platstdlib", "purelib", "platlib")
    paths = [*LIBRARIES, *map(sysconfig.get_path, named), *site.getsitepackages()]
    paths.append(os.path.join(sys.base_prefix, "lib"))
    paths += [entry for entry in sys.path if any(Path(entry).glob("*.dist-info"))]
    for name, module in list(sys.modules.items()):
        if "." not in name:
            paths += list(getattr(module, "__path__", None) or [getattr(module, "__file__", None)])
    return (Path(path) for path in dict.fromkeys(paths) if path and os.path.exists(path))


def _close_calls() -> None:
    """Network and other processes:"""
    rules = Filter(flags=FilterFlag.TSYNC)
    for call in (*OTHERS, *SYSTEM):
        for number in _numbers(call):
            rules.errno(number, errno.EPERM)
    for number in _numbers("tgkill"):
        rules.errno(number, errno.EPERM, args=[ArgCmp(0, CmpOp.NE, os.getpid())])
    for number in _numbers("prlimit64"):
        rules.errno(number, errno.EPERM, args=[ArgCmp(2, CmpOp.NE, 0)])
    rules.load()


def _numbers(call: str) -> tuple[int, ...]:
    """The numbers of a call; none on a machine that has no such call."""
    try:
        number = syscall_nr(call)
    except ValueError:
        return ()
    return (number, number | X32)
