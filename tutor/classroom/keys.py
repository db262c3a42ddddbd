"""Ed25519 keys for signing results: made, kept in files, and called by their fingerprints.

The private key is PEM with PKCS #8 inside (RFC 8410), the public one PEM with SubjectPublicKeyInfo beside it, as
`openssl pkey` reads and writes them; https://cryptography.io/en/latest/hazmat/primitives/asymmetric/ed25519/
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.errors import UsageError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

LARGEST_KEY_FILE = 64 * 1024
_FINGERPRINT = re.compile(r"(?:sha256:)?([0-9a-f]{64})", re.IGNORECASE)


def new_key(path: Path) -> tuple[Path, str]:
    """Write a private key to `path`, readable by its owner only, and the public one beside it; nothing is overwritten.

    Returns where the public key is, and its fingerprint. Raises UsageError.
    """
    require_cryptography()
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key, beside = Ed25519PrivateKey.generate(), path.with_name(f"{path.name}.pub")
    private = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    public = key.public_key().public_bytes(form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo)
    if os.path.lexists(beside):
        raise UsageError(f"{beside} exists already, so no key was made.", "Choose another name; keys are kept.")
    _write_new(path, private, 0o600)
    try:
        _write_new(beside, public, 0o644)
    except UsageError:
        path.unlink()
        raise
    return beside, fingerprint(key.public_key())


def read_private_key(path: Path) -> Ed25519PrivateKey:
    """The key to sign with; raises UsageError, also when others on this machine could read it."""
    require_cryptography()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    data = _read(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise UsageError(f"Others may read or change {path}, so it is not used.", f"Run: chmod 600 {path}")
    try:
        key = load_pem_private_key(data, password=None)
    except TypeError as error:
        raise UsageError(f"{path} is locked with a passphrase.", "Give an unlocked copy, for example in CI.") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        advice = "`tutor keygen FILE` makes one. The file that ends in .pub is the public key."
        raise UsageError(f"{path} is not a private key in PEM.", advice) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(f"{path} is not an Ed25519 key.", "`tutor keygen FILE` makes one.")
    return key


def expected_fingerprint(text: str) -> str:
    """The fingerprint that `--key` means: one in hex, or that of the public key in a file; raises UsageError."""
    if given := _FINGERPRINT.fullmatch(text.strip()):
        return given[1].lower()
    require_cryptography()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(_read(Path(text)))
    except (ValueError, UnsupportedAlgorithm) as error:
        advice = "Give the file that ends in .pub, or a fingerprint of 64 hexadecimal digits."
        raise UsageError(f"{text} is not a public key in PEM.", advice) from error
    if not isinstance(key, Ed25519PublicKey):
        raise UsageError(f"{text} is not an Ed25519 key.", "`tutor keygen FILE` makes one, and its .pub.")
    return fingerprint(key)


def fingerprint(key: Ed25519PublicKey) -> str:
    """SHA-256 of the key's SubjectPublicKeyInfo, in hex: `openssl pkey -pubin -outform DER | sha256sum`."""
    from cryptography.hazmat.primitives import serialization as form

    return hashlib.sha256(key.public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)).hexdigest()


def require_cryptography() -> None:
    """Raise UsageError, with the command that helps, where the optional package is not installed."""
    try:
        import cryptography  # noqa: F401
    except ImportError as error:
        advice = "Run: pip install 'tensor-tutor[sign]'"
        raise UsageError("Signatures need the package cryptography, which is not installed.", advice) from error


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UsageError(f"{path} is not there, or no file.", "Check the name of the key.")
        with path.open("rb") as file:
            return file.read(LARGEST_KEY_FILE)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error


def _write_new(path: Path, content: bytes, mode: int) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    except FileExistsError as error:
        raise UsageError(
            f"{path} exists already, so no key was made.", "Choose another name; keys are kept."
        ) from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another folder.") from error
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink()
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Free some space.") from error
