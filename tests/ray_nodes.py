"""A Ray cluster of several nodes on this machine, as its command line starts one."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOKEN = "0123456789abcdef" * 4
AUTHENTICATION = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": TOKEN}
_QUICK_TO_NOTICE = {
    "RAY_health_check_initial_delay_ms": "0",
    "RAY_health_check_period_ms": "300",
    "RAY_health_check_failure_threshold": "3",
}
_SMALL = ["--object-store-memory=100000000", "--disable-usage-stats", "--node-ip-address=127.0.0.1"]


def free_address() -> str:
    """A port nobody listens on just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def head_node(address: str, folder: str, cpus: int = 1) -> RayNode:
    """A cluster of one node; the name of `folder` must be short, because sockets lie deep below it."""
    port = address.rpartition(":")[2]
    return RayNode("--head", f"--port={port}", f"--temp-dir={folder}", "--include-dashboard=false", cpus=cpus)


class RayNode:
    """All processes of one node of a cluster."""

    def __init__(self, *arguments: str, cpus: int = 1) -> None:
        ray = [sys.executable, "-m", "ray.scripts.scripts"]
        command = [*ray, "start", "--block", f"--num-cpus={cpus}", *_SMALL, *arguments]
        environment = {**os.environ, **AUTHENTICATION, **_QUICK_TO_NOTICE, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def wait_until_ready(self) -> None:
        assert self.process.stdout is not None
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "Ray runtime started" in line:
                return
        raise AssertionError("".join(said))

    def kill(self) -> None:
        """As when the plug is pulled; what the raylet has started notices by itself."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def stop(self) -> None:
        """In good order, and then for certain."""
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.kill()
        for pid in self.slots():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def slots(self) -> list[int]:
        """The processes of its actors."""
        return [pid for pid in _pids() if _session(pid) == self.process.pid and "ray::Slot" in _command(pid)]


def with_descendants(pid: int) -> list[int]:
    """A process and all below it, in whatever session."""
    found = [pid]
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += with_descendants(int(child))
    return found


def environment_of(pid: int) -> str:
    return Path(f"/proc/{pid}/environ").read_text()


def _pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


def _session(pid: int) -> int:
    with contextlib.suppress(ProcessLookupError):
        return os.getsid(pid)
    return 0


def _command(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""
