"""Confines the calling process before a learner's code runs in it: every layer there is, in the one right order."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tutor.sandbox import files, kernel, limits, namespaces, proof, syscalls

UNPRIVILEGED_ID = 65534
"""Whom a run started by root becomes; "nobody" on every Linux."""

NAMESPACES = frozenset({"userns", "pidns", "netns", "ipcns", "mountns"})
LAYERS = frozenset({"rlimits", "landlock", "seccomp"}) | NAMESPACES


@dataclass(frozen=True)
class Profile:
    """What a run may do beyond computing."""

    name: Literal["solo", "multi"] = "solo"
    """multi: start processes and let them talk over a network of their own."""
    scratch: bool = False
    """Write files in a folder of its own; multi always has one."""
    cuda: bool = False

    @property
    def is_multi(self) -> bool:
        return self.name == "multi"

    @property
    def has_scratch(self) -> bool:
        return self.scratch or self.is_multi

    def may_be_looked_at(self, layers: frozenset[str]) -> bool:
        """Whether /proc shows its user what it has open; Landlock, which both cases need, keeps other runs from it.

        The CUDA driver writes there, and the supervisor looks there for deleted files where nothing else limits them.
        """
        return self.cuda or (self.has_scratch and "mountns" not in layers)


class LayerMissing(OSError):
    """This machine lacks a layer without which the profile would be unsafe."""

    def __init__(self, profile: str, missing: Iterable[str]) -> None:
        self.profile = profile
        self.missing = tuple(sorted(missing))
        super().__init__(errno.ENOTSUP, f'the "{profile}" profile needs {", ".join(self.missing)}, not available here')


def prepare() -> None:
    """Do once, in the warm process, what every run would otherwise do again: import, look up, compile."""
    files.fill_import_caches()
    namespaces.bind_sources()
    proof.rehearse()
    with contextlib.suppress(ImportError, OSError):
        files.rules_for_reading()
        files.landlock_abi()
    with contextlib.suppress(ImportError, OSError):
        for scratch, multi in ((False, False), (True, False), (True, True)):
            syscalls.compiled(scratch=scratch, multi=multi, cuda=False)


def confine(
    profile: Profile, budget: limits.Limits, keep_fds: Iterable[int], layers: frozenset[str], scratch: str = ""
) -> None:
    """Confine this process, for good; raises OSError when a layer cannot be applied, and then it must end.

    `layers` names the layers `layers.probe` found working. `scratch` is an existing folder; where the run has a
    mount namespace, a private one of that name takes its place. In the multi profile the caller returns as a
    grandchild, while the processes between wait and end as it ends.
    """
    check_layers(profile, layers)
    proof.of_the_machine()
    if profile.has_scratch and not scratch:
        raise ValueError(f"the {profile.name} profile with files needs a scratch folder")
    folder = scratch if profile.has_scratch else ""
    already_used, kept = limits.data_in_use(), tuple(keep_fds)
    _leave_the_session()
    _enter_namespaces(profile, budget, layers, folder)
    kernel.keep_only_fds(kept)
    clean_environment(folder)
    counts_processes = "userns" in layers
    if "rlimits" in layers:
        limits.apply(budget, already_used=already_used, counts_processes=counts_processes)
    kernel.drop_caps()
    kernel.no_new_privs()
    kernel.set_dumpable(profile.may_be_looked_at(layers))
    if "landlock" in layers:
        files.restrict(scratch=folder, multi=profile.is_multi, cuda=profile.cuda)
    proof.prove_rights(profile, layers)
    if "seccomp" in layers:
        syscalls.restrict(scratch=profile.has_scratch, multi=profile.is_multi, cuda=profile.cuda)
        proof.prove_syscalls(profile)
    if "rlimits" in layers:
        proof.prove_resources(budget, already_used=already_used, counts_processes=counts_processes)
    proof.prove_descriptors(kept)
    proof.prove_files(layers)


def check_layers(profile: Profile, layers: frozenset[str]) -> None:
    """Raise LayerMissing when the profile would be unsafe here."""
    if profile.is_multi and not layers >= NAMESPACES:
        raise LayerMissing(profile.name, NAMESPACES - layers)
    if profile.has_scratch and not layers & {"landlock", "mountns"}:
        raise LayerMissing(profile.name, ["landlock or mountns"])
    if profile.cuda and "landlock" not in layers:
        raise LayerMissing(profile.name, ["landlock"])


def _leave_the_session() -> None:
    kernel.die_with_parent()
    os.setsid()
    kernel.set_dumpable(True)  # a fork of the warm process is not, and then its /proc/self files are root's
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _enter_namespaces(profile: Profile, budget: limits.Limits, layers: frozenset[str], scratch: str) -> None:
    own_proc = os.open("/proc/self", os.O_RDONLY | os.O_DIRECTORY)  # the new root folder has no /proc
    is_root = os.geteuid() == 0
    if is_root:
        # While still root: its Python often lies in a home folder that only root may enter.
        if "mountns" in layers:
            _enter_root_folder(profile, budget, scratch, owner=UNPRIVILEGED_ID)
        elif scratch:
            os.chown(scratch, UNPRIVILEGED_ID, UNPRIVILEGED_ID)
        become_unprivileged()
    proof.prove_another_user(is_root)
    if "userns" in layers:
        namespaces.enter_user(own_proc)
        if "mountns" in layers and not is_root:
            _enter_root_folder(profile, budget, scratch, owner=None)
    if profile.is_multi:
        namespaces.enter_network()
        namespaces.enter_host()
    entered = layers & (NAMESPACES if profile.is_multi else {"userns", "mountns"})
    proof.prove_namespaces(own_proc, entered)
    if profile.is_multi:
        namespaces.enter_processes()
    kernel.die_with_parent()
    os.close(own_proc)


def _enter_root_folder(profile: Profile, budget: limits.Limits, scratch: str, owner: int | None) -> None:
    namespaces.enter_root_folder(
        scratch=scratch,
        size=budget.scratch_bytes,
        most_files=budget.scratch_files,
        owner=owner,
        multi=profile.is_multi,
        cuda=profile.cuda,
    )


def become_unprivileged() -> None:
    """Give up being root, for good: root owns everything, whatever the other layers say."""
    os.setgroups([])
    os.setresgid(UNPRIVILEGED_ID, UNPRIVILEGED_ID, UNPRIVILEGED_ID)
    os.setresuid(UNPRIVILEGED_ID, UNPRIVILEGED_ID, UNPRIVILEGED_ID)
    kernel.set_dumpable(True)
    kernel.die_with_parent()


def clean_environment(scratch: str) -> None:
    """Leave nothing of the surroundings in the environment, and start in the scratch folder."""
    home = scratch or "/nonexistent"
    os.environ.clear()
    os.environ.update(
        PATH="/nonexistent",
        HOME=home,
        TMPDIR=home,
        USER="learner",
        LANG="C.UTF-8",
        OMP_NUM_THREADS="1",
        MKL_NUM_THREADS="1",
        PYTHONDONTWRITEBYTECODE="1",
        GLOO_SOCKET_IFNAME="lo",
        TORCHINDUCTOR_CACHE_DIR=scratch or "/",  # importing torch._dynamo makes this folder, unless it is there
    )
    sys.dont_write_bytecode = True
    sys.path[:] = [entry for entry in sys.path if entry]
    tempfile.tempdir = home  # said, not searched for: a search fails where nothing can be written
    os.chdir(scratch or "/")
