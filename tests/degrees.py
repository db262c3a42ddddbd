"""Through which degrees of confinement, and for which users, the tests of the sandbox go."""

from __future__ import annotations

import errno
import os
from dataclasses import replace

import pytest
from trial import AVAILABLE, CORE, MULTI, SOLO, SOLO_WITH_FILES, Ending, Trial

from tutor.sandbox.lockdown import NAMESPACES

IS_ROOT = os.geteuid() == 0
NOTHING: frozenset[str] = frozenset()
HIDDEN = (errno.EACCES, errno.ENOENT)
READ_ONLY = (errno.EACCES, errno.ENOENT, errno.EPERM, errno.EROFS)

confining = [
    pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
needs_namespaces = pytest.mark.skipif(not AVAILABLE >= NAMESPACES, reason="this machine has no user namespaces")
needs_root = pytest.mark.skipif(not IS_ROOT, reason="only root can become another user")

CALLERS = [
    pytest.param(Trial(), id="all-layers"),
    pytest.param(Trial(available=CORE), id="without-namespaces"),
    pytest.param(Trial(as_ordinary_user=True), id="all-layers-ordinary-user", marks=needs_root),
    pytest.param(Trial(available=CORE, as_ordinary_user=True), id="no-namespaces-ordinary-user", marks=needs_root),
]
"""The two degrees of confinement, and the two kinds of user who start it."""

solo = pytest.mark.parametrize("trial", CALLERS)
every_profile = pytest.mark.parametrize(
    "trial",
    [
        *CALLERS,
        pytest.param(Trial(SOLO_WITH_FILES), id="files"),
        pytest.param(Trial(SOLO_WITH_FILES, available=CORE), id="files-without-namespaces"),
        pytest.param(Trial(MULTI), id="multi", marks=needs_namespaces),
        pytest.param(
            Trial(MULTI, as_ordinary_user=True), id="multi-ordinary-user", marks=[needs_namespaces, needs_root]
        ),
    ],
)


def is_refused(ending: Ending, *numbers: int) -> bool:
    return ending.raised is not None and ending.errno in numbers and ending.exit_code == 0


def unconfined(trial: Trial) -> Trial:
    """The same child with no layer but the user id: what is tried must work there, or refusing it proves nothing."""
    return replace(trial, profile=SOLO, available=NOTHING)
