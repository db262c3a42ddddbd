"""What a hostile hand-in must not reach, set up for real, and whether it was reached: never asked of the hand-in."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MARK = "tutor-escape"
"""In the name of every file and process that a hostile hand-in leaves where it must leave none."""
WRITABLE_BY_ALL = ("/tmp", "/var/tmp", "/dev/shm")


class Outside:
    """Files, sockets and a process that every user of the machine may reach, so that only the sandbox refuses."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="outside-"))
        self.folder.chmod(0o777)
        self.secrets = {name: secrets.token_hex(16) for name in ("file", "other hand-in", "victim", "environment")}
        self.files = {
            "secret_file": self._file("secret.txt", self.secrets["file"]),
            "other_hand_in": self._file("another_student.py", f"# {self.secrets['other hand-in']}\n"),
            "victim_file": self._file("results.json", '{"score": 0}'),
        }
        self.sockets = self._listen()
        self.victim = self._start_victim()
        self._before = self._seen()

    def targets(self, worker: int, reference: Path) -> dict[str, Any]:
        """Where everything is, for the hand-in: it need not search."""
        engine, judge = processes_of(worker)[:2]
        tcp, udp = self.sockets["tcp"].getsockname()[1], self.sockets["udp"].getsockname()[1]
        return {
            **{name: str(path) for name, path in self.files.items()},
            "folder": str(self.folder),
            "course": str(reference.parents[2]),
            "reference": str(reference),
            "tcp_port": tcp,
            "udp_port": udp,
            "unix_socket": str(self.folder / "unix"),
            "datagram_socket": str(self.folder / "datagram"),
            "abstract_socket": "\0" + MARK + str(os.getpid()),
            "victim": self.victim.pid,
            "worker": worker,
            "engine": engine,
            "judge": judge,
            "mark": MARK,
        }

    def breaches(self) -> list[str]:
        """What was reached since the last call."""
        found = [f"{name} was reached" for name in self._reached()]
        now = self._seen()
        changed = [name for name in now if now[name] != self._before[name]]
        found += [f"{name} changed: {self._before[name]} to {now[name]}" for name in changed]
        self._mend()
        self._before = self._seen()
        return found

    def told(self, text: str) -> list[str]:
        """The secrets that a text holds."""
        return [f"the secret of the {name} was told" for name, secret in self.secrets.items() if secret in text]

    def close(self) -> None:
        self.victim.kill()
        self.victim.wait()
        for one in self.sockets.values():
            one.close()
        shutil.rmtree(self.folder)

    def _file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o666)
        return path

    def _listen(self) -> dict[str, socket.socket]:
        tcp = socket.create_server(("127.0.0.1", 0))
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", 0))
        unix, datagram, abstract = (
            socket.socket(socket.AF_UNIX, kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_STREAM)
        )
        unix.bind(str(self.folder / "unix"))
        datagram.bind(str(self.folder / "datagram"))
        abstract.bind("\0" + MARK + str(os.getpid()))
        for name in ("unix", "datagram"):
            os.chmod(self.folder / name, 0o777)
        for one in (unix, abstract):
            one.listen()
        found = {"tcp": tcp, "udp": udp, "unix": unix, "datagram": datagram, "abstract": abstract}
        for one in found.values():
            one.setblocking(False)
        return found

    def _reached(self) -> Iterator[str]:
        for name, one in self.sockets.items():
            with contextlib.suppress(BlockingIOError):
                if name in ("udp", "datagram"):
                    one.recv(100)
                else:
                    one.accept()[0].close()
                yield f"the {name} socket"

    def _start_victim(self) -> subprocess.Popen[bytes]:
        """A process of the user that hand-ins run as, who may signal and trace it wherever no sandbox forbids it."""
        user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        command = ["/bin/sleep", "100000"]
        environment = {"SECRET": self.secrets["victim"]}
        return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, **user)  # type: ignore[call-overload,no-any-return]

    def _seen(self) -> dict[str, object]:
        seen: dict[str, object] = {"the folder": sorted(os.listdir(self.folder))}
        for name, path in self.files.items():
            seen[name] = _state_of(path)
        for folder in WRITABLE_BY_ALL:
            seen[folder] = sorted(name for name in os.listdir(folder) if MARK in name)
        seen["the victim"] = _process_state(self.victim.pid)
        return seen

    def _mend(self) -> None:
        """Undo what was done, so that one breach is told once."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.victim.pid, signal.SIGCONT)
        if self.victim.poll() is not None:
            self.victim = self._start_victim()
        expected = {"unix", "datagram", *(path.name for path in self.files.values())}
        strangers = [self.folder / name for name in os.listdir(self.folder) if name not in expected]
        strangers += [Path(folder, name) for folder in WRITABLE_BY_ALL for name in os.listdir(folder) if MARK in name]
        for path in strangers:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        contents = (self.secrets["file"], f"# {self.secrets['other hand-in']}\n", '{"score": 0}')
        for path, content in zip(self.files.values(), contents, strict=True):
            if not path.is_file() or path.read_text() != content or path.stat().st_mode & 0o777 != 0o666:
                path.unlink(missing_ok=True)
                self._file(path.name, content)


def processes_of(worker: int) -> list[int]:
    """The engine, its judge, and whatever else lives below a worker."""
    found: list[int] = []
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # one that has just ended has nothing below it
        for task in Path(f"/proc/{worker}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *processes_of(int(child))]
    return found


def open_files_of(pid: int) -> int:
    """How many descriptors a process has, as far as this user may know: the zygote lets no ordinary user look."""
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except PermissionError:
        return 0


def _state_of(path: Path) -> object:
    if not path.is_file():
        return "gone"
    about = path.stat()
    return (path.read_text(errors="replace"), about.st_mode & 0o7777, about.st_mtime_ns, about.st_nlink, about.st_uid)


def _process_state(pid: int) -> str:
    """Alive or not, stopped or not, and its priority: what another process could have changed."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return "gone"
    return f"{'stopped' if fields[0] in 'Tt' else 'gone' if fields[0] in 'ZX' else 'alive'}, nice {fields[16]}"
