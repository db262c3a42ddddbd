"""What the lesson onnx_export_parity says of real exports: run by onnxruntime, and compared by its own reference."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from tutor.course import read_course

pytest.importorskip("onnx")
pytest.importorskip("onnxscript")
onnxruntime = pytest.importorskip("onnxruntime")

ROUNDING = 1e-5
EXPORTERS = pytest.mark.parametrize("dynamo", [True, False], ids=["by torch.export", "by TorchScript"])
MODES = pytest.mark.parametrize("training", [True, False], ids=["in training mode", "in eval mode"])
Exported = Callable[[np.ndarray], np.ndarray]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    path = read_course().root / "graders" / "onnx_export_parity" / "reference.py"
    spec = importlib.util.spec_from_file_location("parity_reference", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def network() -> nn.Sequential:
    """A network whose norm answers differently in each mode."""
    torch.manual_seed(0)
    layers = [nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(144, 5)]
    model = nn.Sequential(*layers)
    with torch.no_grad():
        model[1].running_mean.fill_(0.5)
        model[1].running_var.fill_(3.0)
    return model


def batch() -> Tensor:
    return torch.randn(2, 3, 8, 8, generator=torch.Generator().manual_seed(1))


@contextmanager
def told() -> Iterator[list[str]]:
    """The warnings of PyTorch inside, each as its class and its text."""
    heard: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield heard
    heard += [f"{warning.category.__name__}: {warning.message}" for warning in caught]


def exported(model: nn.Module, folder: Path, dynamo: bool) -> Exported:
    """The model as onnxruntime runs it, from the file that torch.onnx.export wrote."""
    file = folder / "model.onnx"
    torch.onnx.export(model, (batch(),), file, input_names=["x"], dynamo=dynamo, verbose=False)
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    return lambda x: session.run(None, {"x": x})[0]


@pytest.mark.slow
@EXPORTERS
@MODES
def test_exported_norms_have_the_eval_numbers_whatever_mode_the_export_was_made_in(
    reference: ModuleType, tmp_path: Path, dynamo: bool, training: bool
) -> None:
    model = network().train(training)
    with told() as heard:
        run = exported(model, tmp_path, dynamo)

    assert reference.parity_gap(model, run, [batch(), batch() * 2]) < ROUNDING
    assert model.training is training
    warned = any("Exporting a model while it is in training mode" in text for text in heard)
    assert warned is (training and dynamo), "the older exporter says nothing"


@pytest.mark.slow
@EXPORTERS
@MODES
def test_a_dropout_stays_on_in_what_the_default_exporter_makes_of_training_mode(
    reference: ModuleType, tmp_path: Path, dynamo: bool, training: bool
) -> None:
    model = nn.Sequential(network(), nn.Dropout(0.5)).train(training)
    with told():
        run = exported(model, tmp_path, dynamo)
    drops = training and dynamo

    assert (reference.parity_gap(model, run, [batch()] * 8) > 0.01) is drops
    assert (len({run(batch().numpy()).tobytes() for _ in range(8)}) > 1) is drops, "each run drops other values"


@pytest.mark.slow
def test_onnxruntime_takes_out_a_dropout_between_other_layers(reference: ModuleType, tmp_path: Path) -> None:
    model = nn.Sequential(nn.Flatten(), nn.Linear(192, 9), nn.Dropout(0.5), nn.Linear(9, 5)).train()
    with told():
        run = exported(model, tmp_path, dynamo=True)
    assert reference.parity_gap(model, run, [batch()] * 8) < ROUNDING

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx", options, providers=["CPUExecutionProvider"])
    as_written = reference.parity_gap(model, lambda x: session.run(None, {"x": x})[0], [batch()] * 8)
    assert as_written > 0.01, "in the file it is on"


@pytest.mark.slow
def test_the_other_side_of_the_comparison_is_the_one_in_the_wrong_mode(tmp_path: Path) -> None:
    model = network().eval()
    with told():
        run = exported(model, tmp_path, dynamo=True)
    theirs = torch.from_numpy(run(batch().numpy()))
    before = model[1].running_mean.clone()
    with torch.no_grad():
        careful = (model(batch()) - theirs).abs().max()
        assert torch.equal(model[1].running_mean, before)
        careless = (model.train()(batch()) - theirs).abs().max()

    assert careful < ROUNDING and careless > 0.1
    assert not torch.equal(model[1].running_mean, before), "and the comparison moved its statistics"


@pytest.mark.slow
def test_the_older_exporter_says_that_it_is_deprecated(tmp_path: Path) -> None:
    with told() as heard:
        exported(network().eval(), tmp_path, dynamo=False)
    assert any(
        text.startswith("DeprecationWarning") and "legacy TorchScript-based ONNX export" in text for text in heard
    )


@pytest.mark.slow
def test_the_default_exporter_needs_onnxscript(tmp_path: Path) -> None:
    export = f"torch.onnx.export(torch.nn.Linear(2, 2), (torch.ones(1, 2),), {str(tmp_path / 'model.onnx')!r})"
    code = f"import sys; sys.modules['onnxscript'] = None; import torch; {export}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert done.returncode != 0 and "ModuleNotFoundError" in done.stderr and "onnxscript" in done.stderr
