"""What each host documents about its limits: one table, with the page that says so beside each entry."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000
MEBIBYTE = 1_048_576


@dataclass(frozen=True)
class Host:
    """The limits for one submission; None where the host documents none."""

    title: str
    page: str
    """Where the limits are documented."""
    format: str
    """What --format is called there."""
    seconds: float
    processors: float = 2.0
    """How much of a processor a job has; below 1.0 everything takes longer than here."""
    memory_bytes: int | None = None
    result_bytes: int | None = None
    package_bytes: int | None = None
    """Of the bundle, or of the largest file of it."""
    notes: tuple[str, ...] = ()
    """What no measurement shows."""


HOSTS = {
    "gradescope": Host(
        "Gradescope",
        "https://gradescope-autograders.readthedocs.io/en/latest/resources/",
        "gradescope",
        seconds=600,
        processors=0.5,
        memory_bytes=768 * MEBIBYTE,
        notes=("These are the defaults; a larger container and up to 40 minutes are in the autograder's settings.",),
    ),
    "classroom50": Host(
        "Classroom 50",
        "https://github.com/foundation50/classroom50/wiki/Advanced-Autograding",
        "classroom50",
        seconds=900,
        memory_bytes=7_000 * MEBIBYTE,
        package_bytes=100 * MEBIBYTE,
        notes=("The job's 15 minutes include installing PyTorch, one to three of them.",),
    ),
    "prairielearn": Host(
        "PrairieLearn",
        "https://docs.prairielearn.com/externalGrading/",
        "prairielearn",
        seconds=120,
        memory_bytes=2_048 * MEBIBYTE,
        result_bytes=MEGABYTE,
        notes=("The bundle asks for 120 s; PrairieLearn's default is 30 s, its most 600 s.",),
    ),
    "github": Host(
        "GitHub Actions",
        "https://docs.github.com/en/actions/reference/runners/github-hosted-runners",
        "github",
        seconds=900,
        memory_bytes=7_000 * MEBIBYTE,
        result_bytes=MEBIBYTE,
        package_bytes=100 * MEBIBYTE,
        notes=("The workflow gives a job 15 minutes, which include installing PyTorch, one to three of them.",),
    ),
    "exercism": Host(
        "Exercism",
        "https://exercism.org/docs/building/tooling/test-runners/docker",
        "exercism",
        seconds=20,
        memory_bytes=3_000 * MEBIBYTE,
        result_bytes=500_000,
        notes=("Exercism's image for Python has no PyTorch and no network: it needs a test runner image of its own.",),
    ),
}
"""By the name that `tutor doctor --host` takes."""
