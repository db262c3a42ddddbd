"""A wheel of the tutor that is running, with the course that is in use, for hosts that cannot ask a package index.

After https://packaging.python.org/en/latest/specifications/binary-distribution-format/. Building one from the checkout
would need a build backend and, to get that, a network.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from tutor import __version__
from tutor.errors import UsageError

DISTRIBUTION = "tensor-tutor"
CONTENT = ("lessons", "exercises", "graders")
_STAMP = (1980, 1, 1, 0, 0, 0)
_LARGEST = 200_000_000
"""Bytes of a wheel that is given; a wheel of this course has about one megabyte."""


@dataclass(frozen=True)
class File:
    """One file of an archive."""

    data: bytes
    is_program: bool = False


def archive(files: Mapping[str, File]) -> bytes:
    """A zip whose bytes depend on nothing but the files: sorted, stamped 1980, with Unix permissions."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.create_system, entry.compress_type = 3, zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if files[name].is_program else 0o100644) << 16
            target.writestr(entry, files[name].data)
    return written.getvalue()


def given_wheel(path: Path) -> tuple[str, bytes]:
    """The name and bytes of the wheel a teacher names; raises UsageError unless it is one of this course's tutor."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (OSError, zipfile.BadZipFile) as error:
        advice = "`uv build --wheel` in a clone makes one."
        raise UsageError(f"{path} is no wheel that can be read: {error}.", advice) from error
    if path.suffix != ".whl" or not {"tutor/__init__.py", "tutor/content/lessons/course.toml"} <= names:
        raise UsageError(
            f"{path} is no wheel of the tutor with its course.", "`uv build --wheel` in a clone makes one."
        )
    return path.name, data


def own_wheel(course_root: Path) -> tuple[str, bytes] | None:
    """The name and bytes of a wheel of what runs here; None where it was not installed as a package."""
    try:
        installed = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return None
    about = {name: installed.read_text(name) for name in ("METADATA", "entry_points.txt")}
    if installed.version != __version__ or None in about.values():
        return None
    stem = f"tensor_tutor-{__version__}"
    files = {name: File(data) for name, data in _package(course_root)}
    files |= {f"{stem}.dist-info/{name}": File((text or "").encode()) for name, text in about.items()}
    if licence := installed.read_text("licenses/LICENSE"):
        files[f"{stem}.dist-info/licenses/LICENSE"] = File(licence.encode())
    tag = "Wheel-Version: 1.0\nGenerator: tutor\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{stem}.dist-info/WHEEL"] = File(tag.encode())
    record = f"{stem}.dist-info/RECORD"
    files[record] = File(_record(files, record))
    return f"{stem}-py3-none-any.whl", archive(files)


def _package(course_root: Path) -> Iterator[tuple[str, bytes]]:
    package = Path(__file__).parents[1]
    for path in _sources(package):
        place = path.relative_to(package)
        if place.parts[0] != "content":
            yield f"tutor/{place.as_posix()}", path.read_bytes()
    for part in CONTENT:
        for path in _sources(course_root / part):
            yield f"tutor/content/{path.relative_to(course_root).as_posix()}", path.read_bytes()


def _sources(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder).parts
        kept = not any(part == "__pycache__" or part.startswith(".") for part in below)
        if kept and path.is_file() and not path.is_symlink() and path.suffix != ".pyc":
            yield path


def _record(files: Mapping[str, File], record: str) -> bytes:
    """The list of files with their hashes; its own line has none."""
    lines = []
    for name in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[name].data).digest()).rstrip(b"=").decode()
        quoted = f'"{name}"' if "," in name else name
        lines.append(f"{quoted},sha256={digest},{len(files[name].data)}\n")
    return ("".join(lines) + f"{record},,\n").encode()
