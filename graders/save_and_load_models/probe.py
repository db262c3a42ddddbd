"""Trains a small network, saves it into a real file, and goes on from there with other objects."""

import io
import os
import tempfile
import zipfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import nn
from torch.optim.lr_scheduler import LRScheduler, ReduceLROnPlateau, StepLR

from tutor.probes import Case, HandIn, Observations

NAME = "last.pt"
METRICS = (5.0, 4.0, 4.5, 4.6, 4.4, 4.7, 4.8)
"""Of each epoch, for a scheduler that waits for something better: the best was in epoch 1."""


class Run(NamedTuple):
    """What a training script has in its hands."""

    model: nn.Module
    optimizer: torch.optim.Optimizer
    scheduler: LRScheduler


def fresh(case: Case, seed: int, network: str = "") -> Run:
    """Model, optimizer and scheduler as a script makes them when it starts."""
    torch.manual_seed(seed)
    layers = OrderedDict[str, nn.Module](
        body=nn.Linear(3, 4), norm=nn.BatchNorm1d(4, affine=False), act=nn.Tanh(), head=nn.Linear(4, 2)
    )
    if network == "a layer more":
        layers["tail"] = nn.BatchNorm1d(2, affine=False)
    if network == "a layer less":
        del layers["norm"]
    if network == "a wider head":
        layers["head"] = nn.Linear(4, 5)
    if network == "another name":
        layers = OrderedDict(("fc" if name == "head" else name, layer) for name, layer in layers.items())
    model = nn.Sequential(layers).to(case.place[0].device, torch.float64)
    if case.optimizer == "adam":
        optimizer: torch.optim.Optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    else:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    plateau = case.scheduler == "plateau"
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=1) if plateau else StepLR(optimizer, 2, gamma=0.5)
    return Run(model, optimizer, scheduler)


def train(case: Case, run: Run, first: int, last: int, scheduled: bool = True) -> tuple[list[float], list[float]]:
    """The epochs from `first` up to `last`, of one batch each: their losses and learning rates."""
    losses, rates = [], []
    for epoch in range(first, last):
        numbers = torch.Generator().manual_seed(case.data + epoch)
        x, y = (torch.randn(5, n, generator=numbers, dtype=torch.float64).to(case.place[0].device) for n in (3, 2))
        rates.append(run.optimizer.param_groups[0]["lr"])
        run.optimizer.zero_grad()
        loss = nn.functional.mse_loss(run.model(x), y)
        loss.backward()
        run.optimizer.step()
        losses.append(loss.item())
        if scheduled and isinstance(run.scheduler, ReduceLROnPlateau):
            run.scheduler.step(METRICS[epoch])
        elif scheduled:
            run.scheduler.step()
    return losses, rates


class Written(NamedTuple):
    """What `save_checkpoint` left behind."""

    content: bytes
    """Of the file at f."""
    files: list[str]
    """In the folder f lies in."""
    closed: bool
    """Whether an open file was closed."""


def save(hand_in: HandIn, case: Case, run: Run) -> Written:
    """Save into a file of the kind that the case wants."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, NAME)
        f: Any = str(path) if case.f == "a string" else path
        if case.f == "an open file":
            f = open(path, "wb")  # noqa: SIM115  # closed below, whatever the hand-in does with it
        if case.f == "a BytesIO":
            f = io.BytesIO()
        hand_in.save_checkpoint(f, *run, case.epoch)
        closed = isinstance(f, io.IOBase) and f.closed
        content = f.getvalue() if isinstance(f, io.BytesIO) and not closed else b""
        if isinstance(f, io.BufferedWriter):
            f.close()
        if path.exists():
            content = path.read_bytes()
        return Written(content, sorted(os.listdir(folder)), closed)


@contextmanager
def opened(case: Case, content: bytes) -> Iterator[Any]:
    """A file with this content, of the kind that the case wants."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, NAME)
        path.write_bytes(content)
        if case.f == "an open file":
            with open(path, "rb") as f:
                yield f
        else:
            yield {"a string": str(path), "a BytesIO": io.BytesIO(content)}.get(case.f, path)


def interrupted(hand_in: HandIn, case: Case, network: str = "") -> Written:
    """The file that was saved after some epochs; the training itself has gone on since."""
    run = fresh(case, 1, network)
    train(case, run, 0, case.epochs)
    written = save(hand_in, case, run)
    train(case, run, case.epochs, case.epochs + 2)
    return written


def resumed(hand_in: HandIn, case: Case) -> tuple[Run, Any]:
    """Other objects, in another state, after loading that file; and what loading returned."""
    written = interrupted(hand_in, case)
    run = fresh(case, 2)
    if case.used:
        train(case, run, 0, 1)
    with opened(case, written.content) as f:
        returned = hand_in.load_checkpoint(f, *run)
    return run, returned


def file(hand_in: HandIn, case: Case) -> Observations:
    """Which file there is, and whether PyTorch's careful reader accepts it."""
    written = interrupted(hand_in, case)
    found = {"files in the folder of f": written.files, "f was closed": written.closed}
    if not written.content:
        return {**found, "reading f with weights_only=True": "there is nothing in f"}
    try:
        torch.load(io.BytesIO(written.content), weights_only=True)
    except Exception as error:
        return {**found, "reading f with weights_only=True": f"raises {type(error).__name__}"}
    return {**found, "reading f with weights_only=True": "reads it"}


def goes_on(hand_in: HandIn, case: Case) -> Observations:
    """Training that is saved on its way and simply goes on."""
    run = fresh(case, 1)
    train(case, run, 0, case.epochs)
    run.model.norm.eval()
    save(hand_in, case, run)
    training = [name or "the model" for name, module in run.model.named_modules() if module.training]
    losses, rates = train(case, run, case.epochs, case.epochs + 3)
    return {"in training mode after saving": training, "losses after saving": losses, "rates after saving": rates}


def returned(hand_in: HandIn, case: Case) -> Observations:
    """What load_checkpoint returns."""
    return {"returned epoch": resumed(hand_in, case)[1]}


def model(hand_in: HandIn, case: Case) -> Observations:
    """The caller's model after loading."""
    run, _ = resumed(hand_in, case)
    return {f"{name} of the model": tensor for name, tensor in run.model.state_dict().items()}


def modes(hand_in: HandIn, case: Case) -> Observations:
    """Which modules are in training mode after loading, where one of them was not before."""
    written = interrupted(hand_in, case)
    run = fresh(case, 2)
    run.model.norm.eval()
    with opened(case, written.content) as f:
        hand_in.load_checkpoint(f, *run)
    return {"in training mode": [name or "the model" for name, module in run.model.named_modules() if module.training]}


def steps(hand_in: HandIn, case: Case) -> Observations:
    """The losses of some steps after loading, in which the scheduler has no part."""
    run, _ = resumed(hand_in, case)
    losses, _ = train(case, run, case.epochs, case.epochs + 3, scheduled=False)
    return {"losses after loading": losses}


def rates(hand_in: HandIn, case: Case) -> Observations:
    """The learning rates of the epochs after loading."""
    run, _ = resumed(hand_in, case)
    losses, rates = train(case, run, case.epochs, case.epochs + 4)
    return {"learning rates after loading": rates, "losses after loading": losses}


def another_model(hand_in: HandIn, case: Case) -> Observations:
    """Loading a checkpoint of another network."""
    written = save(hand_in, case, fresh(case, 1, case.network))
    with opened(case, written.content) as f:
        hand_in.load_checkpoint(f, *fresh(case, 2))
    return {"it was loaded": True}


class Surprise:
    """Unpickled, it makes a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self.folder,)


def surprise(hand_in: HandIn, case: Case) -> Observations:
    """Loading a file that runs a function when it is unpickled."""
    with tempfile.TemporaryDirectory() as folder:
        mark, content = os.path.join(folder, "mark"), io.BytesIO()
        torch.save({"model": Surprise(mark), "epoch": 3}, content)
        raised = False
        try:
            with opened(case, content.getvalue()) as f:
                hand_in.load_checkpoint(f, *fresh(case, 2))
        except NotImplementedError:
            raise
        except Exception:
            raised = True
        return {"code in the file has run": os.path.isdir(mark), "an exception is raised": raised}


def from_a_gpu(hand_in: HandIn, case: Case) -> Observations:
    """Loading a checkpoint whose tensors say that they were on a GPU."""
    written = interrupted(hand_in, case)
    run = fresh(case, 2)
    with opened(case, as_from_a_gpu(written.content)) as f:
        returned = hand_in.load_checkpoint(f, *run)
    found = {f"{name} of the model": tensor for name, tensor in run.model.state_dict().items()}
    return {"returned epoch": returned, **found}


def as_from_a_gpu(content: bytes) -> bytes:
    """The same checkpoint, as a machine with a GPU would have written it: only the names of places differ."""
    cpu, gpu = b"X\x03\x00\x00\x00cpu", b"X\x06\x00\x00\x00cuda:0"
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.replace(cpu, gpu)
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, data.replace(cpu, gpu) if entry.filename.endswith("/data.pkl") else data)
    return result.getvalue()
