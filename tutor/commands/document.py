"""Hands a document of `tutor check` to its host: on stdout, in a file, with a summary beside it, with its exit code."""

from __future__ import annotations

import os
import stat
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from tutor.classroom.result import OUR_FAULTS
from tutor.commands.console import Console
from tutor.errors import EXIT_BROKEN, EXIT_FAILED, EXIT_MISUSE, EXIT_PASSED, UsageError
from tutor.render.formats import FORMATS
from tutor.render.occasion import Occasion
from tutor.report import Report


def refuse_contradictions(options: Namespace, several: bool) -> None:
    """Raise UsageError for options that cannot go together, before anything is graded."""
    if options.all and (options.lessons or options.file):
        raise UsageError("--all grades every lesson you have changed.", "Leave the lesson and --file out.")
    if options.file is not None and several:
        raise UsageError("--file is one hand-in of one lesson.", "Name one lesson, or a --folder that holds the files.")
    if options.folder is not None and not (options.all or options.lessons):
        raise UsageError("Which lessons of the folder?", "Name them, or add --all.")
    form = FORMATS.get(options.format)
    if form is not None and several and not form.carries_several and (options.all or len(options.lessons) > 1):
        advice = f"Grade them one by one: tutor check LESSON --format {options.format}"
        raise UsageError(f"The format {options.format} carries one lesson.", advice)
    if options.output is not None:
        if form is None:
            raise UsageError("--output is for documents.", f"Choose one with --format: {', '.join(FORMATS)}.")
        refuse_target(Path(options.output))


def deliver(reports: Sequence[Report], options: Namespace, console: Console, occasion: Occasion) -> None:
    """Write the document where it is wanted; nothing at all where the host takes our exit code as the answer."""
    form = FORMATS[options.format]
    if form.withheld and any(report.outcome in OUR_FAULTS for report in reports):
        from tutor.render.rows import why_not_graded

        for report in reports:
            console.warn(why_not_graded(report))
        if options.output is not None:
            Path(options.output).unlink(missing_ok=True)  # an old result would be taken for this one
        return
    text = form.render(reports, occasion)
    if options.output is not None:
        write_in_place(Path(options.output), text.encode())
    else:
        console.answer(text)
    target = os.environ.get(form.summary_variable) if form.summary_variable else None
    if target:
        _add_summary(Path(target), reports, options.format, console)


def shown_code(code: int, options: Namespace) -> int:
    """What the host is told: with --exit-zero a verdict is 0, and a fault of ours only if the document tells it."""
    if not options.exit_zero or code == EXIT_MISUSE:
        return code
    form = FORMATS.get(options.format)
    told = code == EXIT_FAILED or (code == EXIT_BROKEN and form is not None and form.tells_faults)
    return EXIT_PASSED if told else code


def refuse_target(path: Path) -> None:
    """Raise UsageError unless `path` is free or a regular file, in a folder that is there."""
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent} is not a folder.", "Make it first; the file is written into it.")
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another name.") from error
    if not stat.S_ISREG(mode):
        kind = "a symbolic link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no regular file"
        raise UsageError(f"{path} is {kind}, so it is not written to.", "Remove it, or choose another name.")


def write_in_place(path: Path, data: bytes) -> None:
    """Write beside, then rename: a reader sees the old file or the whole new one. Raises UsageError."""
    import tempfile

    refuse_target(path)
    beside = ""
    try:
        descriptor, beside = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), 0o644)
        os.replace(beside, path)
    except OSError as error:
        if beside and os.path.exists(beside):
            os.unlink(beside)
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another place.") from error


def _add_summary(path: Path, reports: Sequence[Report], format_name: str, console: Console) -> None:
    """Append to the file the runner made; one that cannot be written loses the summary, not the result."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644)
        with os.fdopen(descriptor, "ab") as file:
            there = os.fstat(file.fileno())
            if not stat.S_ISREG(there.st_mode):
                raise OSError(0, "it is no regular file")
            from tutor.render.github import LARGEST_SUMMARY

            file.write(FORMATS[format_name].summary(reports, LARGEST_SUMMARY - there.st_size).encode())
    except OSError as error:
        console.warn(f"The summary was not written to {path}: {error.strerror}.")
