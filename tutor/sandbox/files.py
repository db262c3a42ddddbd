"""Which files a confined child may see: Python, its packages and system libraries to read, the scratch folder to write.

Our own package and the checkout it may lie in hold the graders, so they are left out wherever they are, even below a
folder that is allowed. Landlock enforces the list, and where there are mount namespaces a root folder does so again.
"""

from __future__ import annotations

import contextlib
import functools
import glob
import importlib.machinery
import importlib.metadata
import importlib.util
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from landlockpy import AccessFS

SYSTEM = (
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share/zoneinfo",
    "/nix/store",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/proc/cpuinfo",
    "/sys/devices/system/cpu",
    "/dev/zero",
    "/dev/random",
    "/dev/urandom",
)
DEVICES = ("/dev/null",)
"""Read and written."""

CUDA_DEVICES = re.compile("nvidia[0-9]+|nvidiactl|nvidia-uvm|nvidia-uvm-tools|dxg")
"""In /dev."""
CUDA_READABLE = ("/sys",)
CUDA_WRITABLE = ("/proc",)
"""The driver names its threads through /proc/self/task/*/comm."""

SHARED_MEMORY = "/dev/shm"
PCI_DEVICES = "/sys/bus/pci/devices"
"""gloo lists this folder, and aborts when it cannot; an empty one will do."""


@functools.cache
def readable_roots() -> tuple[str, ...]:
    """The folders of Python, of its packages and of the system's libraries, whatever may lie below them."""
    python = [str(Path(sys.base_prefix, "lib")), str(Path(os.__file__).parent)]
    python += [entry for entry in sys.path if entry.endswith(("lib-dynload", ".zip"))]
    return tuple(dict.fromkeys(path for path in (*python, *_package_folders(), *SYSTEM) if os.path.exists(path)))


@functools.cache
def hidden_paths() -> tuple[str, ...]:
    """Our own package, what pip wrote about it, and the checkout when it runs from one."""
    package = os.path.realpath(Path(__file__).parent.parent)
    around = os.path.dirname(package)
    folders = _package_folders()
    notes = [note for folder in folders for note in glob.glob(f"{glob.escape(folder)}/*tensor[-_]tutor*")]
    copies = [copy for folder in folders if os.path.exists(copy := os.path.join(folder, "tutor"))]
    installed = around in {os.path.realpath(folder) for folder in folders}
    return tuple(dict.fromkeys((package, *([] if installed else [around]), *copies, *notes)))


def carve(roots: Iterable[str], hidden: Iterable[str]) -> tuple[str, ...]:
    """The largest files and folders that cover the roots and have nothing hidden in or below them."""
    hidden = {os.path.realpath(path) for path in hidden}
    found: list[str] = []
    for root in roots:
        real = os.path.realpath(root)
        # An environment kept inside the checkout is below a hidden folder; a root is allowed by name all the same.
        found += _carve(root, {path for path in hidden if not is_within(real, path) or real == path})
    return tuple(dict.fromkeys(found))


def _carve(path: str, hidden: set[str]) -> Iterator[str]:
    if any(is_within(os.path.realpath(path), secret) for secret in hidden):
        return
    if not _surrounds(path, hidden):
        yield path
        return
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        if not (entry.is_symlink() and _surrounds(entry.path, hidden)):  # or a link upwards would have no end
            yield from _carve(entry.path, hidden)


def _surrounds(path: str, hidden: set[str]) -> bool:
    real = os.path.realpath(path)
    return any(is_within(secret, real) for secret in hidden)


@functools.cache
def readable_paths() -> tuple[str, ...]:
    """What Landlock lets a child read; looked up once, because a child is forked many times."""
    return carve(readable_roots(), hidden_paths())


def fill_import_caches() -> None:
    """Have the import system list sys.path now: a child may read packages but not list the folder ours is in.

    It would list a folder again when that changes, as when a package is installed meanwhile, and then find nothing.
    """
    for folder in sys.path:
        finder = sys.path_importer_cache.get(folder)
        if isinstance(finder, importlib.machinery.FileFinder):
            finder.find_spec("no_module_has_this_name")
            finder._fill_cache = _nothing  # type: ignore[attr-defined]
    list(importlib.metadata.distributions(name="no-distribution-has-this-name"))


def _nothing() -> None:
    pass


def cuda_devices(root: str = "") -> list[str]:
    """The device files of the NVIDIA driver on this machine, whose root folder is `root`."""
    return [f"/dev/{name}" for name in sorted(os.listdir(f"{root}/dev")) if CUDA_DEVICES.fullmatch(name)]


def restrict(*, scratch: str = "", multi: bool = False, cuda: bool = False) -> None:
    """Give up, for good, every file that is not on the lists, and in the solo profile TCP as well."""
    import landlockpy
    from landlockpy import AccessFS, AccessNet, Scope

    read = AccessFS.READ_FILE | AccessFS.READ_DIR
    write = read | AccessFS.WRITE_FILE | AccessFS.TRUNCATE
    keep_files = write | AccessFS.REMOVE_FILE | AccessFS.REMOVE_DIR | AccessFS.REFER
    keep_files |= AccessFS.MAKE_REG | AccessFS.MAKE_DIR
    allowed = dict.fromkeys(DEVICES, write)
    if scratch:
        allowed[scratch] = keep_files | (AccessFS.MAKE_SOCK if multi else AccessFS.NONE)
    if multi:
        allowed |= {SHARED_MEMORY: keep_files, PCI_DEVICES: AccessFS.READ_DIR}
    if cuda:
        allowed |= dict.fromkeys(CUDA_READABLE, read) | dict.fromkeys(CUDA_WRITABLE, write)
        allowed |= dict.fromkeys(cuda_devices(), write | AccessFS.IOCTL_DEV)
    rules = {**rules_for_reading(), **{path: _fitting(path, access) for path, access in allowed.items()}}
    # In the multi profile the network is the run's own, and gloo needs it.
    handled_net = AccessNet.NONE if multi else landlockpy.net_for_abi(landlock_abi())
    with landlockpy.Ruleset(handled_net=handled_net, scoped=Scope.ABSTRACT_UNIX_SOCKET | Scope.SIGNAL) as ruleset:
        for path, access in rules.items():
            with contextlib.suppress(FileNotFoundError, PermissionError):  # then it cannot be read anyway
                ruleset.allow_path(path, access)
        ruleset.restrict()


def landlock_abi() -> int:
    """Which version of Landlock the kernel has, or 0."""
    import landlockpy

    return int(landlockpy.abi_version())


@functools.cache
def rules_for_reading() -> dict[str, AccessFS]:
    """What Landlock lets every child read."""
    from landlockpy import AccessFS

    return {path: _fitting(path, AccessFS.READ_FILE | AccessFS.READ_DIR) for path in readable_paths()}


def _fitting(path: str, access: AccessFS) -> AccessFS:
    """Without the rights that only a folder can have: Landlock takes no such rule for a file."""
    from landlockpy import AccessFS

    files_only = AccessFS.READ_FILE | AccessFS.WRITE_FILE | AccessFS.TRUNCATE | AccessFS.IOCTL_DEV
    return access if kind_of(path) == "folder" else access & files_only


def kind_of(path: str) -> Literal["file", "folder"] | None:
    """What a path is, or None when it is not there or lies where this user may not look; raises any other OSError."""
    try:
        return "folder" if stat.S_ISDIR(os.stat(path).st_mode) else "file"
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None


def _package_folders() -> list[str]:
    return [entry for entry in sys.path if os.path.basename(entry) in ("site-packages", "dist-packages")]


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies below it, by name."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")
