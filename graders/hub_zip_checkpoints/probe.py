"""Writes checkpoint files of every kind into a folder of their own, and has them loaded."""

import io
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from tutor.probes import Case, HandIn, Observations


def saved(content: Any, new: bool) -> bytes:
    file = io.BytesIO()
    torch.save(content, file, _use_new_zipfile_serialization=new)
    return file.getvalue()


def saved_as(name: str, content: Any) -> bytes:
    """A new file as torch.save writes it to the disk: the folder in it is called after the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        torch.save(content, path)
        return path.read_bytes()


def archive(*entries: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries:
            packed.writestr(name, data)
    return file.getvalue()


def content_of(kind: str, state: Any, name: str) -> bytes:
    """A file of that kind and name with this state in it."""
    new, old = saved(state, new=True), saved(state, new=False)
    contents = {
        "new": lambda: new,
        "new, on the disk": lambda: saved_as(name, state),
        "old": lambda: old,
        "old, packed": lambda: archive(("weights.pth", old)),
        "new, packed": lambda: archive(("weights.pth", new)),
        "old, packed in a folder": lambda: archive(("release/", b""), ("release/weights.pth", old)),
        "a text": lambda: archive(("weights.pth", b"Some weights.")),
        "two files": lambda: archive(("weights.pth", old), ("readme.txt", b"Some weights.")),
        "two files, the other first": lambda: archive(("a.txt", b"Some weights."), ("weights.pth", new)),
        "two checkpoints": lambda: archive(("a.pth", old), ("b.pth", old)),
        "a folder": lambda: archive(("weights/", b"")),
        "nothing": lambda: archive(),
    }
    return contents[kind]()


def state_of(case: Case) -> dict[str, Any]:
    numbers = torch.Generator().manual_seed(case.data)
    state = {"weight": torch.randn(2, 3, generator=numbers), "steps": torch.arange(3)}
    return {"model": state, "epoch": case.data % 100}


@contextmanager
def folder_with(case: Case, content: bytes) -> Iterator[Path]:
    """A folder that holds the file and nothing else, and is the current folder."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, case.name)
        path.write_bytes(content)
        os.chdir(folder)
        try:
            yield path
        finally:
            os.chdir(before)


def load(hand_in: HandIn, case: Case) -> Any:
    """Load the file in the current folder, by its name alone: a message with a path in it would differ each time."""
    given: Any = Path(case.name) if case.name.startswith("p") else case.name
    if case.place is None:
        return hand_in.load_checkpoint(given)
    return hand_in.load_checkpoint(given, map_location=case.place)


def loaded(hand_in: HandIn, case: Case) -> Observations:
    """What comes back."""
    with folder_with(case, content_of(case.kind, state_of(case), case.name)):
        return {"loaded": load(hand_in, case)}


def same(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def traces(hand_in: HandIn, case: Case) -> Observations:
    """What has become of the folder and the file in it, whether loading worked or not."""
    content = content_of(case.kind, state_of(case), case.name)
    neighbour = b"This has been here before."
    with folder_with(case, content) as path:
        for name in case.beside:
            Path(path.parent, name).write_bytes(neighbour)
        try:
            load(hand_in, case)
        except NotImplementedError:
            raise
        except Exception:
            pass  # whether it may raise is another check's business
        return {
            "files in the folder": sorted(str(found.relative_to(path.parent)) for found in path.parent.rglob("*")),
            "the file is as it was": same(path, content),
            "files beside it that changed": [name for name in case.beside if not same(path.parent / name, neighbour)],
        }


def from_a_gpu(hand_in: HandIn, case: Case) -> Observations:
    """What comes back of a file whose tensors say that they were on a GPU."""
    cpu, gpu = b"X\x03\x00\x00\x00cpu", b"X\x06\x00\x00\x00cuda:0"
    content = saved(state_of(case), new=False).replace(cpu, gpu)
    if case.kind == "old, packed":
        content = archive(("weights.pth", content))
    with folder_with(case, content):
        return {"loaded": load(hand_in, case)}


class Surprise:
    """Unpickled, it makes a folder."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("mark",)


def surprise(hand_in: HandIn, case: Case) -> Observations:
    """Loading a file that runs a function when it is unpickled."""
    with folder_with(case, content_of(case.kind, {"model": Surprise()}, case.name)) as path:
        raised = False
        try:
            load(hand_in, case)
        except NotImplementedError:
            raise
        except Exception:
            raised = True
        return {"code in the file has run": Path(path.parent, "mark").exists(), "an exception is raised": raised}
