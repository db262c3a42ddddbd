"""What the lesson on TensorBoard says is true of real event files, which the exercise itself does without."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import nn
from torch.utils.data import DataLoader
from torch.utils.tensorboard import SummaryWriter
from torchvision.utils import make_grid

from tutor.course import read_course
from tutor.sandbox.run import load_source

LESSON = read_course().lesson("tensorboard_logging")
PATH = read_course().root / "graders" / LESSON.id / "reference.py"
REFERENCE: ModuleType = load_source("tensorboard_reference", str(PATH), PATH.read_text(encoding="utf-8"))


def read_back(folder: Path) -> EventAccumulator:
    events = EventAccumulator(str(folder))
    events.Reload()
    return events


def scalars(folder: Path, tag: str) -> list[tuple[int, float]]:
    return [(event.step, event.value) for event in read_back(folder).Scalars(tag)]


def test_the_logger_writes_the_means_of_its_windows_to_a_real_file(tmp_path: Path) -> None:
    with SummaryWriter(str(tmp_path)) as writer:
        logger = REFERENCE.LossLogger(writer, "loss/train", 2)
        for loss in (4.0, 2.0, torch.tensor(1.0, requires_grad=True), torch.tensor(0.5), 8.0):
            logger.update(loss)
        logger.flush()
        logger.flush()
    assert scalars(tmp_path, "loss/train") == [(2, 3.0), (4, 0.75), (5, 8.0)]


def test_the_first_block_of_the_page_runs_with_tensorboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    block = next(block.code for block in LESSON.code_blocks if "SummaryWriter" in block.code)
    exec(block, {"losses": [0.5, 0.25]})
    assert scalars(tmp_path / "runs/first", "loss/train") == [(1, 0.5), (2, 0.25)]


def test_a_writer_that_was_closed_opens_a_second_file(tmp_path: Path) -> None:
    writer = SummaryWriter(str(tmp_path))
    for step in (1, 2):
        writer.add_scalar("loss", 1.0 / step, step)
        writer.close()
    assert len(list(tmp_path.iterdir())) == 2
    assert scalars(tmp_path, "loss") == [(1, 1.0), (2, 0.5)]


def test_a_scalar_is_one_number(tmp_path: Path) -> None:
    with SummaryWriter(str(tmp_path)) as writer:
        with pytest.raises(AssertionError):
            writer.add_scalar("loss", torch.ones(2), 1)
        writer.add_scalar("loss", torch.tensor(3.0, requires_grad=True), 2)
        writer.add_scalar("loss", torch.ones(1), 3)
    assert scalars(tmp_path, "loss") == [(2, 3.0), (3, 1.0)]


def test_a_picture_has_its_channels_first_unless_one_says_otherwise(tmp_path: Path) -> None:
    with SummaryWriter(str(tmp_path)) as writer:
        writer.add_image("grid", make_grid(torch.rand(4, 1, 28, 28)), 1)
        with pytest.raises(TypeError, match="Cannot handle this data type"):
            writer.add_image("wrong", torch.rand(8, 6, 3), 1)
        writer.add_image("right", torch.rand(8, 6, 3), 1, dataformats="HWC")
    events = read_back(tmp_path)
    sizes = {tag: (events.Images(tag)[0].height, events.Images(tag)[0].width) for tag in ("grid", "right")}
    assert sizes == {"grid": REFERENCE.PREDICT_1[1:], "right": (8, 6)}


def test_a_histogram_takes_a_tensor_of_any_shape(tmp_path: Path) -> None:
    with SummaryWriter(str(tmp_path)) as writer:
        writer.add_histogram("weights", torch.rand(2, 3, 4), 1)
    assert read_back(tmp_path).Histograms("weights")[0].histogram_value.num == 24


def test_the_graph_is_still_traced_and_warns(tmp_path: Path) -> None:
    with SummaryWriter(str(tmp_path)) as writer, pytest.warns(DeprecationWarning, match=r"torch\.jit\.trace"):
        writer.add_graph(nn.Linear(2, 2), torch.zeros(1, 2))
    assert read_back(tmp_path).Tags()["graph"]


def test_an_iterator_has_no_method_next() -> None:
    batches = iter(DataLoader([1, 2]))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        batches.next()  # type: ignore[attr-defined]
    assert next(batches).tolist() == [1]
