"""The warm process: PyTorch imported once, one confined fork per run. It never sees a hand-in or an answer.

Requests come over a SEQPACKET socket as one JSON object each; files travel beside it as descriptors:

    {"op": "run", "id", "profile", "limits", "layers", "scratch"}  + [request, result, output, trace]
        -> {"id", "pid"} + [pidfd], later {"id", "status"}
    {"op": "kill", "id"}
    {"op": "succeed"}  + [control]   fork a successor that preloads what is slow; it answers on its own socket
"""

from __future__ import annotations

import contextlib
import faulthandler
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
from tutor.sandbox.limits import Limits
from tutor.sandbox.run import run_cases
from tutor.wire import FrameReader, pack

SETUP_FAILED = 97
"""The exit status of a child that could not be confined and therefore ran nothing."""
MAX_MESSAGE = 64 << 10
_RESULT_FD, _TRACE_FD = 10, 11
_TRACE_MARGIN = 0.25
"""How long before the wall clock runs out a child notes which line it is on."""


def serve(control: socket.socket, late_imports: bool = False) -> NoReturn:
    """Answer requests until the worker closes its end; then take every child along."""
    _seal(late_imports)
    version = sys.modules["torch"].__version__
    _send(control, {"ready": True, "rss": _anonymous_memory(), "late_imports": late_imports, "torch": str(version)})
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
    """Import what runs need, then freeze: no thread, no backward pass, nothing for the collector to touch."""
    if late_imports:
        import torch._dynamo  # torch.optim and fake tensors load it; in every child it would cost seconds

        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import torchvision  # noqa: F401
    import torch.distributed
    import torch.utils.data  # noqa: F401

    lockdown.prepare()
    gc.collect()
    gc.freeze()
    kernel.set_dumpable(False)
    kernel.adopt_orphans()
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"the zygote has {threads} threads; its forks would hang")


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
        data, fds, _, _ = socket.recv_fds(control, MAX_MESSAGE, 4)
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
    pid = os.fork()
    if pid == 0:
        kernel.die_with_parent()
        if os.getppid() != zygote:  # it ended before it could be watched
            os._exit(SETUP_FAILED)
        _become_run(control, request, fds)
    children[pid] = request["id"]
    pidfd = os.pidfd_open(pid)
    _send(control, {"id": request["id"], "pid": pid}, [pidfd])
    os.close(pidfd)


def _become_run(control: socket.socket, request: dict[str, Any], fds: list[int]) -> NoReturn:
    """In the child: confine, read the request, run it, leave. Whatever fails before the hand-in runs fails closed."""
    started = time.monotonic()
    code = SETUP_FAILED
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        control.close()
        content = _read_all(fds[0])
        _place_descriptors(output=fds[2], result=fds[1], trace=fds[3])
        limits = Limits(**request["limits"])
        profile = lockdown.Profile(**request["profile"])
        keep = (0, 1, 2, _RESULT_FD, _TRACE_FD)
        lockdown.confine(profile, limits, keep, frozenset(request["layers"]), request["scratch"])
        code = 1
        _note_where_it_is(limits.wall_seconds - (time.monotonic() - started))
        _run(content)
        code = 0
    except BaseException as error:
        with contextlib.suppress(BaseException):
            os.write(_TRACE_FD, f"{type(error).__name__}: {error}\n".encode()[:2000])
    finally:
        os._exit(code)


def _read_all(fd: int) -> bytes:
    os.lseek(fd, 0, os.SEEK_SET)
    chunks = []
    while chunk := os.read(fd, 1 << 20):
        chunks.append(chunk)
    return b"".join(chunks)


def _place_descriptors(output: int, result: int, trace: int) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (output, 1), (output, 2), (result, _RESULT_FD), (trace, _TRACE_FD)):
        os.dup2(source, target)


def _note_where_it_is(seconds: float) -> None:
    """Have the interpreter write its stack when it crashes, and just before the wall clock runs out."""
    faulthandler.enable(_TRACE_FD)
    faulthandler.dump_traceback_later(max(0.05, seconds - _TRACE_MARGIN), file=_TRACE_FD)


def _run(content: bytes) -> None:
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    sys.stderr = sys.stdout
    sys.argv = ["hand_in"]
    _emit({"confined": True}, b"")
    (frame,) = FrameReader().feed(content)
    run_cases(frame.body, frame.raw, _emit)
    with contextlib.suppress(BaseException):
        sys.stdout.flush()


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


def _anonymous_memory() -> int:
    with open("/proc/self/status") as status:
        return sum(int(line.split()[1]) * 1024 for line in status if line.startswith(("RssAnon", "RssShmem")))
