"""The warm process: PyTorch imported once, one confined fork per run. It never sees a hand-in or an answer.

Requests come over a SEQPACKET socket as one JSON object each; files travel beside it as descriptors:

    {"op": "run", "id", "profile", "limits", "layers", "scratch"}
        + [request, result, output, trace, and the cgroup.procs of the run's own group where there is one]
        -> {"id", "pid"} + [pidfd], later {"id", "status"}
    {"op": "kill", "id"}
    {"op": "succeed"}  + [control]   fork a successor that preloads what is slow; it answers on its own socket
"""

from __future__ import annotations

import contextlib
import faulthandler
import fcntl
import gc
import json
import os
import select
import signal
import socket
import sys
import time
import warnings
from typing import Any, NoReturn

from tutor.observation import decode, encode
from tutor.sandbox import kernel, lockdown
from tutor.sandbox.blocks import run_blocks
from tutor.sandbox.huge_pages import use_huge_pages
from tutor.sandbox.limits import Limits
from tutor.sandbox.processes import anonymous_memory
from tutor.sandbox.run import run_cases
from tutor.wire import FrameReader, pack

SETUP_FAILED = 97
"""The exit status of a child that could not be confined and therefore ran nothing."""
MAX_MESSAGE = 64 << 10
_REQUEST, _RESULT, _OUTPUT, _TRACE, _CGROUP = range(5)
"""The order of the descriptors that come with a request."""
_RESULT_FD, _TRACE_FD = 10, 11
_TRACE_MARGIN = 0.25
"""How long before the wall clock runs out a child notes which line it is on."""


def serve(control: socket.socket, late_imports: bool = False) -> NoReturn:
    """Answer requests until the worker closes its end; then take every child along."""
    _seal(late_imports)
    version = sys.modules["torch"].__version__
    _send(control, {"ready": True, "rss": anonymous_memory(), "late_imports": late_imports, "torch": str(version)})
    children: dict[int, int] = {}
    reaper, waker = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        ready, _, _ = select.select([control.fileno(), reaper], [], [])
        if reaper in ready:
            _reap(control, reaper, children)
        if control.fileno() in ready and not _serve_one(control, children):
            for pid in children:
                _kill(pid)
            os._exit(0)


def _seal(late_imports: bool) -> None:
    """Import what runs need, and make sure that this can be forked: no thread, and no backward pass so far."""
    if late_imports:
        gc.disable()
        import torch._dynamo  # noqa: F401  # torch.optim and fake tensors load it; in every child it would cost seconds

        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import torchvision  # noqa: F401
        settle()
    lockdown.prepare()
    kernel.set_dumpable(False)
    kernel.adopt_orphans()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"the zygote has {threads} threads; its forks would hang")


def settle() -> None:
    """Make what was imported cheap to fork: nothing for the collector to touch, and in large pages."""
    gc.freeze()
    gc.enable()
    use_huge_pages()


def use_once() -> None:
    """Touch, forward only, what PyTorch sets up on first use; a confined child could not, or would pay each time."""
    import torch
    from torch.nn import functional

    image = torch.ones(1, 1, 4, 4)
    with torch.no_grad():
        functional.conv2d(image, torch.ones(1, 1, 3, 3)).sigmoid()
        image.bfloat16() @ image.bfloat16()
        functional.binary_cross_entropy_with_logits(image, image)
        str(image)
    node, raw = encode({"image": image})
    decode(node, raw)


def _serve_one(control: socket.socket, children: dict[int, int]) -> bool:
    """Handle one request; False when the worker is gone."""
    try:
        data, fds, _, _ = socket.recv_fds(control, MAX_MESSAGE, _CGROUP + 1)
    except ConnectionError:
        return False
    if not data:
        return False
    request = json.loads(data)
    match request["op"]:
        case "run":
            _start(control, request, fds, children)
        case "kill":
            for pid in [pid for pid, run in children.items() if run == request["id"]]:
                _kill(pid)
        case "succeed":
            if os.fork() == 0:
                _succeed(control, fds[0])
    for fd in fds:
        os.close(fd)
    return True


def _succeed(predecessor: socket.socket, control_fd: int) -> NoReturn:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    predecessor.close()
    serve(socket.socket(fileno=os.dup(control_fd)), late_imports=True)


def _start(control: socket.socket, request: dict[str, Any], fds: list[int], children: dict[int, int]) -> None:
    zygote = os.getpid()
    pid, watched = 0, -1
    try:
        watched = os.eventfd(0)
        if (pid := os.fork()) == 0:
            _become_run(zygote, control, request, fds, watched)
        pidfd = os.pidfd_open(pid)
        os.eventfd_write(watched, 1)
    except OSError as error:  # what cannot be watched is not run
        _refuse(control, request["id"], pid, fds, error)
        return
    finally:
        if watched >= 0:
            os.close(watched)
    children[pid] = request["id"]
    _send(control, {"id": request["id"], "pid": pid}, [pidfd])
    os.close(pidfd)


def _refuse(control: socket.socket, run: int, pid: int, fds: list[int], error: OSError) -> None:
    if pid:
        _kill(pid)
        os.waitpid(pid, 0)
    _tell_why(fds[_TRACE], error)
    _send(control, {"id": run, "status": SETUP_FAILED << 8})


def _become_run(zygote: int, control: socket.socket, request: dict[str, Any], fds: list[int], watched: int) -> NoReturn:
    """In the child: confine, read the request, run it, leave. Whatever fails before the hand-in runs fails closed."""
    started = time.monotonic()
    code, trace = SETUP_FAILED, -1
    try:
        trace = fds[_TRACE]
        for group in fds[_CGROUP:]:
            os.write(group, b"0")  # first, while it costs nothing: whatever follows is counted
        kernel.die_with_parent()
        if os.getppid() != zygote:
            raise ProcessLookupError("the warm process ended before it could be watched")
        os.eventfd_read(watched)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        control.close()
        with open(fds[_REQUEST], "rb") as file:
            file.seek(0)
            content = file.read()
        _place_descriptors(output=fds[_OUTPUT], result=fds[_RESULT], trace=fds[_TRACE])
        trace = _TRACE_FD
        limits = Limits(**request["limits"])
        profile = lockdown.Profile(**request["profile"])
        keep = (0, 1, 2, _RESULT_FD, _TRACE_FD)
        lockdown.confine(profile, limits, keep, frozenset(request["layers"]), request["scratch"])
        _note_where_it_is(limits.wall_seconds - (time.monotonic() - started))
        _place_streams()
        (frame,) = FrameReader().feed(content)
        _emit({"confined": True}, b"")
        code = 1
        if "blocks" in frame.body:
            run_blocks(frame.body, _emit)
        else:
            run_cases(frame.body, frame.raw, _emit)
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
        code = 0
    except BaseException as error:
        _tell_why(trace, error)
    finally:
        os._exit(code)


def _tell_why(trace: int, error: BaseException) -> None:
    with contextlib.suppress(BaseException):
        os.write(trace, f"{type(error).__name__}: {error}\n".encode()[:2000])


def _place_descriptors(output: int, result: int, trace: int) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    places = ((nothing, 0), (output, 1), (output, 2), (result, _RESULT_FD), (trace, _TRACE_FD))
    # Away from the places first, or one could be overwritten before it is put in its own.
    moved = [(fcntl.fcntl(source, fcntl.F_DUPFD_CLOEXEC, _TRACE_FD + 1), target) for source, target in places]
    for source, target in moved:
        os.dup2(source, target)


def _note_where_it_is(seconds: float) -> None:
    """Have the interpreter write its stack when it crashes, and just before the wall clock runs out."""
    faulthandler.enable(_TRACE_FD)
    faulthandler.dump_traceback_later(max(0.05, seconds - _TRACE_MARGIN), file=_TRACE_FD)


def _place_streams() -> None:
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    sys.stderr = sys.stdout
    sys.argv = ["hand_in"]


def _emit(body: dict[str, Any], raw: bytes) -> None:
    data = memoryview(pack(body, raw))
    while data:
        data = data[os.write(_RESULT_FD, data) :]


def _reap(control: socket.socket, reaper: int, children: dict[int, int]) -> None:
    with contextlib.suppress(BlockingIOError):
        os.read(reaper, 4096)
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        if (run := children.pop(pid, None)) is not None:
            _send(control, {"id": run, "status": status})


def _send(control: socket.socket, body: dict[str, Any], fds: list[int] | None = None) -> None:
    with contextlib.suppress(ConnectionError):
        socket.send_fds(control, [json.dumps(body).encode()], fds or [])


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
