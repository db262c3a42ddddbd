"""Archives are strangers' files: read in memory, within bounds, and never believed."""

from __future__ import annotations

import io
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest
from hostile_archives import (
    SOURCE,
    bomb,
    deflated,
    link_in_zip,
    raw_zip,
    tar_header,
    tar_of,
    tarred,
    with_flag,
    zipped,
)
from hypothesis import given
from hypothesis import strategies as st

from tutor.classroom.archive_members import LARGEST_NESTED, ArchiveFault, Budget, Member
from tutor.classroom.archive_shelf import OPEN_AT_ONCE, Shelf
from tutor.classroom.archives import open_archive
from tutor.classroom.hand_in import UnreadableHandIn

LIMIT = 1024 * 1024
FILES = {"ada/focal_loss.py": SOURCE, "bob/focal_loss.py": b"y = 2\n"}
Make = Callable[[dict[str, bytes]], bytes]
KINDS: dict[str, Make] = {
    "class.zip": zipped,
    "class.tar": tarred,
    "class.tar.gz": partial(tarred, compressed=True),
    "CLASS.TGZ": partial(tarred, compressed=True),
}


def members(content: bytes, name: str = "class.zip", budget: Budget | None = None) -> list[Member]:
    budget = budget or Budget()
    return list(open_archive(io.BytesIO(content), name, budget).members(budget))


def refusal(content: bytes, name: str = "class.zip") -> str:
    """Why the first member cannot be read."""
    with pytest.raises(UnreadableHandIn) as caught:
        members(content, name)[0].read(LIMIT)
    return str(caught.value)


def fault(content: bytes, name: str = "class.zip", budget: Budget | None = None) -> str:
    with pytest.raises(ArchiveFault) as caught:
        members(content, name, budget)
    return str(caught.value)


@pytest.mark.parametrize("name", KINDS)
def test_members_are_listed_and_read_one_by_one(name: str) -> None:
    found = members(KINDS[name](FILES), name)
    assert {member.name: member.read(LIMIT) for member in reversed(found)} == FILES


def test_a_tar_says_when_to_the_second_and_a_zip_in_local_time() -> None:
    assert members(tarred(FILES), "class.tar")[0].modified_at == datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
    assert members(zipped(FILES))[0].modified_at == datetime(2026, 11, 20, 18, 30).astimezone()
    assert members(raw_zip((b"a.py", b"", 0), date=0))[0].modified_at is None


def test_names_that_mac_os_writes_without_saying_utf_8_are_read_as_that() -> None:
    assert members(raw_zip(("josé/a.py".encode(), b"", 0)))[0].name == "josé/a.py"
    assert members(raw_zip((b"jos\x82/a.py", b"", 0)))[0].name == "josé/a.py"  # code page 437


def test_a_name_is_told_whole_though_it_holds_a_zero_byte() -> None:
    assert members(raw_zip((b"ada/focal_loss.py\0.txt", b"", 0)))[0].name == "ada/focal_loss.py\0.txt"


@pytest.mark.parametrize("name", KINDS)
def test_a_large_member_is_refused_by_its_size(name: str) -> None:
    assert refusal(KINDS[name]({"a.py": b"#" * (LIMIT + 1)}), name) == "It is larger than 1 MiB."


def test_a_bomb_is_refused_before_it_inflates() -> None:
    content = bomb(60 * LIMIT)
    tracemalloc.start()
    with pytest.raises(UnreadableHandIn, match="zip bomb"):
        members(content)[0].read(LARGEST_NESTED)
    assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    tracemalloc.stop()


def test_a_member_that_lies_about_its_size_is_damaged() -> None:
    assert refusal(raw_zip((b"a.py", deflated(bytes(20 * LIMIT)), 10))) == "It is damaged in the archive."


def test_members_that_share_their_bytes_are_a_bomb() -> None:
    kernel = deflated(bytes(LIMIT))
    content = raw_zip(*((f"{n}.py".encode(), kernel, LIMIT) for n in range(100)), overlapping=True)
    assert fault(content) == "Its members overlap: it is damaged, or a zip bomb."


def test_an_encrypted_member_says_so() -> None:
    assert refusal(with_flag(zipped(FILES), 1)) == "It is encrypted; ask for an archive without a password."


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_cannot_be_bounded_is_refused(compression: int) -> None:
    assert refusal(zipped(FILES, compression)).startswith("It is compressed in a way that is not read here")


def test_links_and_devices_are_never_followed() -> None:
    assert refusal(link_in_zip("a.py", "/etc/passwd")) == "It is a symbolic link."
    assert refusal(tar_of(tar_header("a.py", 0, tarfile.SYMTYPE, "/etc/passwd")), "a.tar") == "It is a symbolic link."
    for kind in (tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.GNUTYPE_SPARSE):
        assert refusal(tar_of(tar_header("a.py", 0, kind, "b.py")), "a.tar") == "It is not a regular file."


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"nothing of the kind" * 100], ids=["empty", "short", "text"])
def test_what_is_no_archive_says_so(name: str, content: bytes) -> None:
    assert "damaged or was cut off" in fault(content, name)


def test_an_empty_archive_is_an_archive() -> None:
    assert all(members(make({}), name) == [] for name, make in KINDS.items())


@pytest.mark.parametrize("name", KINDS)
def test_an_archive_that_was_cut_off_never_ends_quietly(name: str) -> None:
    whole = KINDS[name]({f"{n}/focal_loss.py": bytes(range(256)) * 3 for n in range(4)})
    end = len(whole.rstrip(b"\0")) if name == "class.tar" else len(whole)
    for length in range(0, end, 29):
        with pytest.raises(ArchiveFault):
            members(whole[:length], name)


def test_more_members_than_a_class_can_have_are_refused_before_they_are_listed() -> None:
    crowd = {f"{number}.py": b"" for number in range(51)}
    with pytest.raises(ArchiveFault, match="far more members"):
        open_archive(io.BytesIO(zipped(crowd)), "crowd.zip", Budget(50))
    assert "far more members" in fault(tarred(crowd), "crowd.tar", Budget(50))


def test_what_a_tar_inflates_to_is_counted_while_it_does() -> None:
    for content in (
        tarred({"a.py": bytes(8 * LIMIT)}, compressed=True),
        tarred({f"{number}": bytes(LIMIT) for number in range(8)}, compressed=True),
    ):
        assert "zip bomb" in fault(content, "a.tar.gz", Budget(size=3 * LIMIT))


def test_a_tar_header_cannot_ask_for_memory_or_send_the_reader_in_circles() -> None:
    absurd = tar_of(tar_header("a.py", 2**40, tarfile.GNUTYPE_LONGNAME))
    assert fault(absurd, "a.tar")
    backwards = tar_of(tar_header("first.py"), tar_header("a.py", -1024), tar_header("last.py"))
    assert fault(backwards, "a.tar") == "One of its members has a negative size."
    assert fault(tar_of(tar_header("a.py", 2**60)), "a.tar")


def test_only_a_few_archives_are_open_and_all_can_be_read_again() -> None:
    shelf, opened, closed = Shelf(), [], []

    class File(io.BytesIO):
        def close(self) -> None:
            closed.append(self)
            super().close()

    def opener(number: int, _: Budget) -> File:
        opened.append(File(zipped({"a.py": str(number).encode()})))
        return opened[-1]

    found = [shelf.members(partial(opener, number), "a.zip", Budget())[0][0] for number in range(12)]
    for number, member in reversed(list(enumerate(found))):
        assert member.read(LIMIT) == str(number).encode()
        assert len({*map(id, opened)} - {*map(id, closed)}) <= OPEN_AT_ONCE


def test_an_archive_that_changed_after_it_was_listed_is_not_read() -> None:
    contents = [zipped({"a.py": SOURCE}), zipped({"b.py": SOURCE})]
    shelf = Shelf()
    member = shelf.members(lambda _: io.BytesIO(contents[0]), "a.zip", Budget())[0][0]
    for _ in range(OPEN_AT_ONCE):
        shelf.members(lambda _: io.BytesIO(zipped({})), "b.zip", Budget())
    contents.reverse()
    with pytest.raises(UnreadableHandIn, match="has changed"):
        member.read(LIMIT)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_bytes_do_worse_than_a_fault(name: str, data: st.DataObject) -> None:
    content = bytearray(KINDS[name](FILES))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        for member in members(bytes(content), name):
            try:
                assert len(member.read(LIMIT)) <= LIMIT
            except UnreadableHandIn as error:
                assert str(error).endswith(".")
    except ArchiveFault as error:
        assert str(error).endswith(".")
