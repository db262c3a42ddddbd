"""Starts and talks to the engine: the zygote that forks runs, and the judge that decides them. No torch here."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tutor.errors import TORCH_MISSING, TutorError, WorkerError
from tutor.sandbox import outer_wall, scratch
from tutor.wire import Frame, FrameReader, pack

OnMessage = Callable[[dict[str, Any], list[int]], None]
MAX_MESSAGE = 64 << 10
_LATE = re.compile(r"\b(?:optim|torchvision|compile|_dynamo)\b")


class Zygote:
    """The control socket of one warm process: sends requests, hands replies to whoever waits for that run."""

    def __init__(self, control: socket.socket, scratch_parent: str | None = None) -> None:
        self.control = control
        self.scratch_parent = scratch_parent
        """Where the scratch folders of its runs must lie, when it does not see them all."""
        self.ready: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.listeners: dict[int, OnMessage] = {}
        self.gone = False
        control.setblocking(False)
        asyncio.get_running_loop().add_reader(control, self._receive)

    def send(self, body: dict[str, Any], fds: list[int] | None = None) -> None:
        """Send one request; raises WorkerError when the process is gone."""
        try:
            socket.send_fds(self.control, [json.dumps(body).encode()], fds or [])
        except (ConnectionError, OSError) as error:
            raise WorkerError(f"The process that runs code went away: {error}.") from error

    def close(self) -> None:
        """Let the process go; whoever still waits for a run of it is told."""
        if not self.gone:
            self._lost()
        self.control.close()

    def _receive(self) -> None:
        try:
            data, fds, _, _ = socket.recv_fds(self.control, MAX_MESSAGE, 4)
        except BlockingIOError:
            return
        except ConnectionError:
            data, fds = b"", []
        if not data:
            self._lost()
            return
        body = json.loads(data)
        if "ready" in body:
            self.ready.set_result(body)
        elif (listener := self.listeners.get(body["id"])) is not None:
            listener(body, fds)
        else:
            for fd in fds:
                os.close(fd)

    def _lost(self) -> None:
        self.gone = True
        asyncio.get_running_loop().remove_reader(self.control)
        if not self.ready.done():
            self.ready.set_exception(WorkerError("The process that runs code ended while it was starting."))
        for listener in list(self.listeners.values()):
            listener({"gone": True}, [])


class JudgeLink:
    """One question at a time to the judge."""

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        self.sock = sock
        self._reader = FrameReader()
        self._lock = asyncio.Lock()

    async def ask(self, body: dict[str, Any], frames: list[Frame] | None = None) -> Frame:
        """The judge's answer; raises JudgeFault when it failed on a fault of ours, WorkerError when it is gone.

        A question that was sent is always read to its answer, even when who asked has been cancelled: otherwise the
        next one would be given that answer.
        """
        return await asyncio.shield(asyncio.ensure_future(self._ask(body, frames or [])))

    async def _ask(self, body: dict[str, Any], frames: list[Frame]) -> Frame:
        loop = asyncio.get_running_loop()
        async with self._lock:
            try:
                await loop.sock_sendall(self.sock, pack(body) + b"".join(pack(f.body, f.raw) for f in frames))
                while True:
                    chunk = await loop.sock_recv(self.sock, 1 << 20)
                    if not chunk:
                        raise WorkerError("The judge ended before it answered.")
                    for answer in self._reader.feed(chunk):
                        return _checked(answer)
            except OSError as error:
                raise WorkerError(f"The judge ended before it answered: {error}.") from error

    def close(self) -> None:
        """Let the judge go; whoever still waits for an answer gets a WorkerError."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self._closing = asyncio.ensure_future(self._close_when_idle())

    async def _close_when_idle(self) -> None:
        async with self._lock:
            self.sock.close()


def uses_late_imports(source: str) -> bool:
    """Whether code looks as if it loads what the second zygote has; seconds in its own run, and harmless if not so."""
    return _LATE.search(source) is not None


class JudgeFault(TutorError):
    """The grader of a lesson, or the judge itself, failed; `traceback` is for the bug report."""

    def __init__(self, message: str, traceback: str) -> None:
        super().__init__(message)
        self.traceback = traceback


def _checked(answer: Frame) -> Frame:
    if "fault" in answer.body:
        raise JudgeFault(str(answer.body["fault"]), str(answer.body.get("traceback", "")))
    return answer


class Engine:
    """The engine process, and the zygote that currently serves."""

    def __init__(self, root: Path) -> None:
        control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        judging, judges = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  (kept open as long as the engine)
        asyncio.get_running_loop().run_in_executor(None, scratch.remove_left_over)
        # Whoever runs code may pass through it, and not list it.
        self._folder = scratch.ScratchFolder("parent", mode=0o711) if outer_wall.is_wanted() else None
        parent = self._folder.path if self._folder else None
        self._fault: WorkerError | None = None
        self.process: subprocess.Popen[bytes] | None = None
        try:
            self.process = self._start(root, (theirs.fileno(), judges.fileno()))
        except WorkerError as error:  # told to whoever asks for a check
            self._fault = error
        theirs.close()
        judges.close()
        self.zygote = Zygote(control, parent)
        self.judge = JudgeLink(judging)
        self._successor: Zygote | None = None
        self._retired: list[Zygote] = []
        """Succeeded, and closed once no run of theirs is left."""

    def _start(self, root: Path, fds: tuple[int, int]) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-s", "-m", "tutor.engine", *map(str, fds), str(root)]
        if self._folder:
            command = outer_wall.around(command, root, self._folder.path)
        return subprocess.Popen(
            command,
            pass_fds=fds,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            cwd="/",
            start_new_session=True,
        )

    @property
    def torch_version(self) -> str:
        """The version the warm process imported, once it is ready."""
        ready = self.zygote.ready
        return str(ready.result()["torch"]) if ready.done() and not ready.exception() else ""

    async def ready(self, late_imports: bool) -> Zygote:
        """The zygote to run in, once it is warm; `late_imports` waits for the one that has torch._dynamo."""
        try:
            await asyncio.shield(self.zygote.ready)
            if late_imports and not self.zygote.ready.result()["late_imports"]:
                await self._succeed()
        except WorkerError as error:
            raise self._explain(error) from error
        for zygote in [zygote for zygote in self._retired if not zygote.listeners]:
            self._retired.remove(zygote)
            zygote.close()
        return self.zygote

    async def _succeed(self) -> None:
        """Have a second zygote load what is slow and rarely needed, then let it take over."""
        if self._successor is None:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self.zygote.send({"op": "succeed"}, [theirs.fileno()])
            theirs.close()
            self._successor = Zygote(ours, self.zygote.scratch_parent)
        await asyncio.shield(self._successor.ready)
        if self.zygote is not self._successor:
            self._retired.append(self.zygote)
            self.zygote = self._successor

    def close(self) -> None:
        for zygote in {self.zygote, self._successor, *self._retired}:
            if zygote is not None:
                with contextlib.suppress(OSError, ValueError):
                    zygote.close()
        self.judge.close()
        if self.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(2)
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
        if self._folder:
            self._folder.close()

    def _explain(self, error: WorkerError) -> WorkerError:
        if self._fault:
            return self._fault
        self._errors.seek(0)
        text = self._errors.read()[-4000:].decode("utf-8", "replace").strip()
        if "No module named 'torch'" in text:
            advice = "Run `tutor doctor` for the exact command. You can still read lessons."
            return WorkerError(TORCH_MISSING, advice)
        last = text.splitlines()[-1] if text else ""
        if fault := outer_wall.explain(last):
            return fault
        return WorkerError(f"PyTorch did not start: {last}" if last else error.message, "Run `tutor doctor`.")


def _environment() -> dict[str, str]:
    """What the engine may know of its surroundings: where Python and libraries are, and nothing secret."""
    kept = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONPATH", "LANG", "LC_ALL", "CUDA_VISIBLE_DEVICES")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    package = str(Path(__file__).parents[2])
    found["PYTHONPATH"] = os.pathsep.join(filter(None, [package, found.get("PYTHONPATH")]))
    return found | {
        "HOME": "/nonexistent",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTORCH_NVML_BASED_CUDA_CHECK": "1",
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    }
