"""Signatures over results: who vouches for these files, byte by byte, and whether they are still the same.

A signature is a JSON file of its own: `signature.json` in a folder of results covers every file below it, and
`NAME.signature.json` covers one file. What is signed is the canonical JSON of everything in it but `signature`, with
Ed25519 (RFC 8032). A result's own file holds the hand-in's hash, the seed, the devices and the sandbox's grade, so its
hash covers them. A signature says which key signed, never whose key that is.
"""

from __future__ import annotations

import base64
import json
import os
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tutor import __version__
from tutor.classroom.canonical_json import canonical_json
from tutor.classroom.keys import fingerprint, require_cryptography
from tutor.classroom.signed_files import NoPlainFile, SignedFile, describe, is_safe_name, names_below
from tutor.errors import EXIT_FAILED, TutorError, UsageError
from tutor.report_json import from_dict, to_dict

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SCHEMA = "tutor/signature/v1"
ALGORITHM = "Ed25519"
OF_FOLDER = "signature.json"
OF_FILE = ".signature.json"
LARGEST_SIGNATURE = 64 * 1024 * 1024
"""Bytes: some 300 000 files."""


class BrokenSignature(TutorError):
    """A file that should be a signature and cannot be read as one: nothing is verified by it."""

    exit_code = EXIT_FAILED


@dataclass(frozen=True)
class Signature:
    """What was signed, when, and by which key."""

    public_key: str
    """The 32 bytes of the key, in base64."""
    fingerprint: str
    signed_at: str
    """UTC, ISO 8601, to the second, as the signer's clock said."""
    course: str
    """The hash of the course that graded, from `course_hash`; "" where it is not known."""
    tutor: str
    files: tuple[SignedFile, ...]
    signature: str = ""
    """64 bytes in base64."""
    algorithm: str = ALGORITHM
    schema: str = SCHEMA

    @property
    def statement(self) -> bytes:
        """The bytes that are signed."""
        return canonical_json({name: value for name, value in to_dict(self).items() if name != "signature"})


@dataclass(frozen=True)
class Verification:
    """How the files compare with what was signed; every name that is not as it was is told."""

    signature: Signature
    is_genuine: bool
    """Whether the key that is named signed exactly this list."""
    is_expected_key: bool | None
    """None when nobody said which key to expect."""
    same: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def verified(self) -> bool:
        as_signed = not (self.changed or self.missing or self.added)
        return self.is_genuine and self.is_expected_key is not False and as_signed


def sign_folder(folder: Path, key: Ed25519PrivateKey, *, course: str = "", at: datetime | None = None) -> Signature:
    """Write `signature.json` over every file below a folder, in place of an older one; raises UsageError."""
    names = _names(folder)
    if not names:
        raise UsageError(f"{folder} holds no file, so there is nothing to sign.", "Name a folder of results.")
    return _sign(folder, names, folder / OF_FOLDER, key, course, at)


def sign_file(file: Path, key: Ed25519PrivateKey, *, course: str = "", at: datetime | None = None) -> Signature:
    """Write `NAME.signature.json` beside one file, in place of an older one; raises UsageError."""
    return _sign(file.parent, [file.name], file.with_name(f"{file.name}{OF_FILE}"), key, course, at)


def verify(place: Path, key: str | None = None) -> Verification:
    """Compare a file or a folder with its signature; `key` is the fingerprint to expect.

    A file's own signature comes before that of a folder around it, of which then only this file is looked at. Raises
    UsageError when there is no signature, BrokenSignature when it cannot be read.
    """
    require_cryptography()
    place = Path(os.path.abspath(place))
    is_folder = place.is_dir() and not place.is_symlink()
    where = place / OF_FOLDER if is_folder else _signature_of(place)
    signature, folder = read_signature(where), where.parent
    signed = {file.name: file for file in signature.files}
    there = _names(folder) if is_folder else [place.relative_to(folder).as_posix()]
    known = {name: _is_as_signed(folder, file) for name, file in signed.items() if is_folder or name in there}
    return Verification(
        signature,
        _is_genuine(signature),
        None if key is None else key == signature.fingerprint,
        same=tuple(name for name, same in known.items() if same),
        changed=tuple(name for name, same in known.items() if same is False),
        missing=tuple(name for name, same in known.items() if same is None),
        added=tuple(name for name in there if name not in signed),
    )


def read_signature(path: Path) -> Signature:
    """A signature as it was written, not verified; raises UsageError or BrokenSignature."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_SIGNATURE + 1)
        signature = from_dict(Signature, json.loads(data))
    except FileNotFoundError as error:
        raise UsageError(f"There is no signature: {path} does not exist.", "`tutor sign` writes one.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    except (ValueError, RecursionError) as error:
        raise BrokenSignature(
            f"{path} is not a signature: {error}.", "Get the file again from whoever signed."
        ) from error
    if (signature.schema, signature.algorithm) != (SCHEMA, ALGORITHM):
        told = f"{signature.schema!r} with {signature.algorithm!r}"
        raise BrokenSignature(f"{path} is {told}; this tutor reads {SCHEMA!r} with {ALGORITHM!r}.")
    names = [file.name for file in signature.files]
    if odd := [name for name in names if not is_safe_name(name)]:
        raise BrokenSignature(f"{path} names {odd[0]!r}, which is no file below its folder.")
    if len(names) != len(set(names)):
        raise BrokenSignature(f"{path} names a file twice.")
    return signature


def _names(folder: Path) -> list[str]:
    try:
        return list(names_below(folder, OF_FOLDER))
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be read: {error.strerror}.", "Check its permissions.") from error


def _signature_of(file: Path) -> Path:
    """The signature of its own, or else of the nearest folder around it."""
    if not os.path.lexists(file):
        raise UsageError(f"{file} does not exist.", "Check the name.")
    around = (folder / OF_FOLDER for folder in file.parents)
    candidates = (file.with_name(f"{file.name}{OF_FILE}"), *around)
    found = next((path for path in candidates if path.exists() and path != file), None)
    if found is None:
        advice = f"Keep {file.name}{OF_FILE} beside it, or {OF_FOLDER} in a folder around it."
        raise UsageError(f"There is no signature of {file}.", advice)
    return found


def _sign(
    folder: Path, names: list[str], where: Path, key: Ed25519PrivateKey, course: str, at: datetime | None
) -> Signature:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    public, moment = key.public_key(), at or datetime.now(UTC)
    unsigned = Signature(
        public_key=base64.b64encode(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).decode("ascii"),
        fingerprint=fingerprint(public),
        signed_at=moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        course=course,
        tutor=__version__,
        files=tuple(_to_sign(folder, name) for name in names),
    )
    signed = replace(unsigned, signature=base64.b64encode(key.sign(unsigned.statement)).decode("ascii"))
    _replace(where, json.dumps(to_dict(signed), indent=1).encode("ascii") + b"\n")
    return signed


def _to_sign(folder: Path, name: str) -> SignedFile:
    try:
        return describe(folder, name)
    except NoPlainFile as error:
        advice = "A signature covers plain files only; take it out, or put a copy there."
        raise UsageError(f"{folder / name} is {error}, so nothing was signed.", advice) from error
    except OSError as error:
        raise UsageError(f"{folder / name} cannot be read: {error.strerror}.", "Nothing was signed.") from error


def _is_as_signed(folder: Path, signed: SignedFile) -> bool | None:
    """None when the file is not there."""
    try:
        return describe(folder, signed.name) == signed
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (NoPlainFile, OSError):
        return False


def _is_genuine(signature: Signature) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(signature.public_key, validate=True))
        key.verify(base64.b64decode(signature.signature, validate=True), signature.statement)
    except (ValueError, InvalidSignature):
        return False
    return fingerprint(key) == signature.fingerprint


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}-{time.monotonic_ns()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Nothing was signed.") from error
    finally:
        beside.unlink(missing_ok=True)
