"""Archives that nobody makes by accident, byte by byte."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

SOURCE = b"x = 1\n"


def zipped(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files, all from the evening of 20 November 2026."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2026, 11, 20, 18, 30, 0))
            info.compress_type = compression
            archive.writestr(info, content)
    return buffer.getvalue()


def tarred(files: Mapping[str, bytes], compressed: bool = False) -> bytes:
    """A tar of these files, all from the evening of 20 November 2026 UTC."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files.items():
            archive.addfile(tar_header(name, len(content)), io.BytesIO(content))
    return gzip.compress(buffer.getvalue(), mtime=0) if compressed else buffer.getvalue()


def tar_header(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mtime, info.type, info.linkname = size, 1_795_199_400, kind, target
    return info


def tar_of(*headers: tarfile.TarInfo) -> bytes:
    """A tar of headers whose sizes nobody has to keep."""
    return b"".join(header.tobuf(tarfile.GNU_FORMAT) for header in headers) + bytes(1024)


def with_flag(archive: bytes, flag: int) -> bytes:
    """Every entry of a zip says `flag`; 1 is "encrypted"."""
    data = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= flag
            at = data.find(signature, at + 4)
    return bytes(data)


def link_in_zip(name: str, target: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, target)
    return buffer.getvalue()


def raw_zip(*entries: tuple[bytes, bytes, int], overlapping: bool = False, date: int = 0x5D54) -> bytes:
    """A zip of (name, deflated bytes, declared size); all entries may mean the bytes of the first."""
    body, directory = bytearray(), bytearray()
    for name, deflated, size in entries:
        at = 0 if overlapping else len(body)
        fields = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, date, 0, len(deflated), size, len(name), 0)
        if not (overlapping and body):
            body += b"PK\x03\x04" + fields + name + deflated
        directory += b"PK\x01\x02" + b"\x14\x03" + fields + struct.pack("<HHHLL", 0, 0, 0, 0o100644 << 16, at) + name
    end = struct.pack("<HHHHLLH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return bytes(body + directory) + b"PK\x05\x06" + end


def deflated(content: bytes) -> bytes:
    return zlib.compress(content, 9)[2:-4]


def bomb(size: int) -> bytes:
    """A zip of one member that honestly says it inflates to `size` zeros."""
    return zipped({"ada/focal_loss.py": bytes(size)})


def matryoshka(depth: int) -> bytes:
    """A zip in a zip in a zip, `depth` of them."""
    content = zipped({"ada/focal_loss.py": SOURCE})
    for level in range(depth - 1):
        content = zipped({f"week{level}.zip": content})
    return content
