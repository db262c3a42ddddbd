"""Which system calls a confined child may make: an allow-list, so that a call nobody thought of is refused.

What is not listed answers "function not implemented", on which libraries fall back to older calls; what a learner is
likely to try on purpose answers "operation not permitted". C arguments that are ints are compared by their low 32 bits,
as the kernel does.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
from typing import TYPE_CHECKING

from tutor.sandbox import kernel

if TYPE_CHECKING:
    from seccompy import ArgCmp, Filter

EVERYWHERE = """
    read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek close close_range dup dup2 dup3
    fstat newfstatat stat lstat statx access faccessat faccessat2 readlink readlinkat getdents getdents64
    getcwd chdir fchdir umask statfs fstatfs flock fadvise64 readahead
    mmap mprotect munmap mremap madvise brk mincore msync
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigsuspend sigaltstack restart_syscall
    pipe pipe2 select pselect6 poll ppoll epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
    eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime
    sendto recvfrom sendmsg recvmsg shutdown getsockname getpeername getsockopt setsockopt
    nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time times setitimer getitimer alarm pause
    getpid gettid getppid getuid geteuid getgid getegid getgroups getresuid getresgid getpgid getpgrp getsid
    uname getrlimit getrusage sysinfo getrandom
    futex futex_waitv futex_wait futex_wake futex_requeue set_tid_address set_robust_list get_robust_list
    arch_prctl membarrier rseq
    sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min
    getcpu get_mempolicy exit exit_group wait4 waitid
"""

WRITING = """
    creat rename renameat renameat2 mkdir mkdirat rmdir unlink unlinkat ftruncate fallocate fsync fdatasync
    sync_file_range copy_file_range sendfile
"""
"""With a scratch folder; without one, files are opened for reading only."""

PROCESSES_AND_SOCKETS = """
    fork vfork kill tgkill setsid setpgid connect bind listen accept accept4 link linkat symlink symlinkat
"""
"""In the multi profile, whose processes and network are the run's own. POSIX semaphores are made with link."""

DRIVER = "ioctl mlock mlock2 munlock mbind set_mempolicy capget"
"""With a GPU. The driver's ioctl numbers are no policy one could review."""

REFUSED = """
    fork vfork clone execve execveat socket socketpair connect bind listen accept accept4 open openat creat truncate
    rename renameat renameat2 mkdir mkdirat rmdir unlink unlinkat link linkat symlink symlinkat mknod mknodat
    chmod fchmod fchmodat fchmodat2 chown fchown fchownat lchown utime utimes utimensat futimesat setxattr fsetxattr
    kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open pidfd_getfd pidfd_send_signal
    ptrace process_vm_readv process_vm_writev process_madvise kcmp
    setuid setgid setreuid setregid setresuid setresgid setgroups setfsuid setfsgid capset setsid setpgid
    setrlimit prlimit64 setpriority sched_setaffinity sched_setscheduler sched_setparam sched_setattr
    mount umount2 pivot_root chroot unshare setns open_by_handle_at name_to_handle_at
    bpf perf_event_open io_uring_setup io_uring_enter io_uring_register userfaultfd
    memfd_create memfd_secret shmget shmat semget msgget mq_open keyctl add_key request_key
    fcntl prctl personality seccomp
"""

PRCTL_OPTIONS = {
    "PR_GET_DUMPABLE": 3,
    "PR_SET_NAME": 15,
    "PR_GET_NAME": 16,
    "PR_GET_SECCOMP": 21,
    "PR_CAPBSET_READ": 23,
    "PR_GET_NO_NEW_PRIVS": 39,
    "PR_SET_VMA": 0x53564D41,
}
PR_SET_PDEATHSIG = 1

FCNTL_COMMANDS = {
    "F_DUPFD": 0,
    "F_GETFD": 1,
    "F_SETFD": 2,
    "F_GETFL": 3,
    "F_SETFL": 4,
    "F_GETLK": 5,
    "F_SETLK": 6,
    "F_SETLKW": 7,
    "F_DUPFD_CLOEXEC": 1030,
    "F_GETPIPE_SZ": 1032,
    "F_GET_SEALS": 1034,
}
"""Without F_SETOWN and F_SETSIG, which would have the kernel send a signal to any process."""

IOCTL_REQUESTS = {
    "TCGETS": 0x5401,
    "TIOCGWINSZ": 0x5413,
    "FIONREAD": 0x541B,
    "FIONBIO": 0x5421,
    "FIONCLEX": 0x5450,
    "FIOCLEX": 0x5451,
}
NETWORK_IOCTL_REQUESTS = {
    "SIOCGIFNAME": 0x8910,
    "SIOCGIFCONF": 0x8912,
    "SIOCGIFFLAGS": 0x8913,
    "SIOCGIFADDR": 0x8915,
    "SIOCGIFHWADDR": 0x8927,
    "SIOCGIFINDEX": 0x8933,
    "SIOCETHTOOL": 0x8946,
}

MAP_SHARED, MAP_ANONYMOUS = 0x1, 0x20
SOL_SOCKET = 1
SOCKET_BUFFER_OPTIONS = {"SO_SNDBUF": 7, "SO_RCVBUF": 8, "SO_SNDBUFFORCE": 32, "SO_RCVBUFFORCE": 33}
AF_UNIX, AF_INET, AF_INET6, AF_NETLINK = 1, 2, 10, 16
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
IPPROTO_TCP, IPPROTO_UDP, NETLINK_ROUTE = 6, 17, 0
CLONE_THREAD = 0x00010000
CLONE_NEW_NAMESPACES = 0x7E020000
_THREAD_BITS = CLONE_THREAD | CLONE_NEW_NAMESPACES
OPEN_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
SOCK_TYPE = 0xF
SOCKETS = (
    (AF_UNIX, SOCK_STREAM, 0),
    (AF_INET, SOCK_STREAM, 0),
    (AF_INET, SOCK_STREAM, IPPROTO_TCP),
    (AF_INET, SOCK_DGRAM, 0),
    (AF_INET, SOCK_DGRAM, IPPROTO_UDP),
    (AF_INET6, SOCK_STREAM, 0),
    (AF_INET6, SOCK_STREAM, IPPROTO_TCP),
    (AF_INET6, SOCK_DGRAM, 0),
    (AF_INET6, SOCK_DGRAM, IPPROTO_UDP),
    (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE),  # by which libc lists the network interfaces
)
WORD = 0xFFFFFFFF


def restrict(*, scratch: bool = False, multi: bool = False, cuda: bool = False) -> None:
    """Give up, for good, every system call that is not on the lists."""
    kernel.no_new_privs()
    if not multi:
        kernel.filter_syscalls(_own_signals_only(os.getpid()))  # first: the main filter refuses to load another
    kernel.filter_syscalls(compiled(scratch=scratch, multi=multi, cuda=cuda))


@functools.cache
def compiled(*, scratch: bool, multi: bool, cuda: bool) -> bytes:
    """One profile's filter as a program for the kernel; the same for every process, so made once, before forking."""
    from seccompy import Action, Filter

    policy = Filter(default=int(Action.ERRNO) | errno.ENOSYS)
    _refuse_memory_nobody_counts(policy)
    _allow(policy, EVERYWHERE)
    _allow(policy, PROCESSES_AND_SOCKETS if multi else "kill tgkill")
    _allow(policy, WRITING if scratch or multi or cuda else "")
    _allow(policy, DRIVER if cuda else "")
    _allow_opening(policy, writing=scratch or multi or cuda)
    _allow_some_arguments(policy, multi=multi)
    _refuse(policy, REFUSED)
    return bytes(policy.program)


def _refuse_memory_nobody_counts(policy: Filter) -> None:
    """Shared memory without a file stays when it is unmapped from view, and a socket's buffer belongs to no process."""
    _refuse(policy, "mmap", [_masked(3, MAP_SHARED | MAP_ANONYMOUS, MAP_SHARED | MAP_ANONYMOUS)])
    for option in SOCKET_BUFFER_OPTIONS.values():
        _refuse(policy, "setsockopt", [_is(1, SOL_SOCKET), _is(2, option)])


def _allow_opening(policy: Filter, *, writing: bool) -> None:
    for name, flags in (("open", 1), ("openat", 2)):
        if not writing:
            _allow(policy, name, [_masked(flags, OPEN_FOR_WRITING, 0)])
            continue
        # Which files may be written is for Landlock to say, but before Linux 6.2 it does not see these two.
        _refuse(policy, name, [_masked(flags, os.O_ACCMODE | os.O_TRUNC, os.O_RDONLY | os.O_TRUNC)])
        _refuse(policy, name, [_masked(flags, os.O_ACCMODE, os.O_ACCMODE)])
        _allow(policy, name)


def _allow_some_arguments(policy: Filter, *, multi: bool) -> None:
    allowed_clone = _masked(0, CLONE_NEW_NAMESPACES, 0) if multi else _masked(0, _THREAD_BITS, CLONE_THREAD)
    _allow(policy, "clone", [allowed_clone])
    # Not datagram pairs: from one of those, a message can be sent to another program's socket by its path.
    _allow(policy, "socketpair", [_is(0, AF_UNIX), _masked(1, SOCK_TYPE, SOCK_STREAM)])
    _allow(policy, "sched_setaffinity", [_is(0, 0)])
    _allow(policy, "prlimit64", [_is(0, 0), _masked(2, 0xFFFFFFFFFFFFFFFF, 0)])
    for command in FCNTL_COMMANDS.values():
        _allow(policy, "fcntl", [_is(1, command)])
    for option in (*PRCTL_OPTIONS.values(), *([PR_SET_PDEATHSIG] if multi else [])):
        _allow(policy, "prctl", [_is(0, option)])
    for request in (*IOCTL_REQUESTS.values(), *(NETWORK_IOCTL_REQUESTS.values() if multi else [])):
        _allow(policy, "ioctl", [_is(1, request)])
    _refuse(policy, "ioctl", number=errno.ENOTTY)
    if multi:
        _allow_sockets(policy)


def _allow_sockets(policy: Filter) -> None:
    """Unix sockets too: the run's root folder holds no socket of another program to connect to."""
    for family, kind, protocol in SOCKETS:
        _allow(policy, "socket", [_is(0, family), _masked(1, SOCK_TYPE, kind), _is(2, protocol)])


def _own_signals_only(pid: int) -> bytes:
    from seccompy import Action, Filter

    policy = Filter(default=Action.ALLOW)
    for name in ("kill", "tgkill"):
        policy.allow(name, args=[_is(0, pid)])
        policy.errno(name, errno.EPERM)
    return bytes(policy.program)


def _allow(policy: Filter, names: str, conditions: list[ArgCmp] | None = None) -> None:
    for name in _known(names):
        policy.allow(name, args=conditions)


def _refuse(policy: Filter, names: str, conditions: list[ArgCmp] | None = None, number: int = errno.EPERM) -> None:
    for name in _known(names):
        policy.errno(name, number, args=conditions)


def _known(names: str) -> list[str]:
    """Those of the calls that this processor's Linux has; the older ones are missing on newer processors."""
    from seccompy import syscall_nr

    known = []
    for name in names.split():
        with contextlib.suppress(ValueError):
            syscall_nr(name)
            known.append(name)
    return known


def _is(argument: int, value: int) -> ArgCmp:
    return _masked(argument, WORD, value)


def _masked(argument: int, mask: int, value: int) -> ArgCmp:
    from seccompy import ArgCmp, CmpOp

    return ArgCmp(argument, CmpOp.MASKED_EQ, value, mask)
