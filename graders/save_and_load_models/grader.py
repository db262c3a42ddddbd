"""Grades exercises/save_and_load_models.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader(late_imports=True, scratch=True)
SAVE, LOAD = "save_checkpoint", "load_checkpoint"
EXACTLY = Tolerance(1e-10, 1e-12)
"""The same steps in float64 give the same losses, to the last digits."""
OPTIMIZERS = {"adam": "Adam", "momentum": "SGD with momentum"}
SCHEDULERS = {"steps": "StepLR", "plateau": "ReduceLROnPlateau"}


def given(
    draw: Draw,
    about: str = "",
    *,
    loads: bool = False,
    f: str = "a string",
    optimizer: str = "adam",
    scheduler: str = "steps",
    epochs: int = 3,
    epoch: int | None = None,
    used: bool = False,
    network: str = "",
) -> Given:
    """A training that is saved after some epochs."""
    number = epochs - 1 if epoch is None else epoch
    call = f"save_checkpoint(f, model, optimizer, scheduler, {number})"
    if loads:
        call += ", then load_checkpoint(f, ...)"
    where = f"f is {f}, with {OPTIMIZERS[optimizer]} and {SCHEDULERS[scheduler]}"
    return Given(
        f"{call}, where {where}{about}",
        f=f,
        optimizer=optimizer,
        scheduler=scheduler,
        epochs=epochs,
        epoch=number,
        used=used,
        network=network,
        data=draw.integer(0, 1_000_000),
        place=[torch.zeros(1, dtype=torch.int64)],  # where the model lives; in a list, it is not shown
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the weight in a state dict after the model has trained on.",
    distractors=[
        (1.0, "A state dict is no photograph: its tensors are the model's own."),
        ("error", "Nothing is wrong with the code. Under no_grad a parameter may be changed in place."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what torch.load gives for a file with a whole model in it.",
    distractors=[
        ("Sequential", "That was so before PyTorch 2.6. Today torch.load builds no objects unless told so."),
        ("OrderedDict", "The file holds the object, not only its weights, and it is not turned into a state dict."),
    ],
)


@grader.check("file", item=SAVE, points=2, agree=["files in the folder of f", "reading f with weights_only=True"])
def the_file_is_plain_data(draw: Draw) -> Iterator[Given]:
    """The checkpoint is in the file at f, and torch.load(f, weights_only=True) reads it."""
    yield given(draw)
    yield given(draw, optimizer="momentum", scheduler="plateau")


@grader.check("file", item=SAVE, needs=[the_file_is_plain_data], points=1)
def f_is_a_path_or_an_open_file(draw: Draw) -> Iterator[Given]:
    """f may be a string, a Path, an open file or a BytesIO; an open file stays open."""
    for f in ("a Path", "an open file", "a BytesIO"):
        yield given(draw, f=f)


@grader.check("goes_on", item=SAVE, tolerance=EXACTLY, needs=[the_file_is_plain_data], points=1)
def saving_changes_nothing(draw: Draw) -> Iterator[Given]:
    """Training goes on after saving as if nothing had been saved, with each module in the mode it was in."""
    yield given(draw, "; the training goes on, with one layer in eval mode")


@grader.check("returned", item=LOAD, points=1)
def the_next_epoch_comes_back(draw: Draw) -> Iterator[Given]:
    """load_checkpoint returns the epoch after the one that was saved, as an int."""
    yield given(draw, loads=True)
    yield given(draw, loads=True, epochs=1)
    yield given(draw, loads=True, epoch=draw.integer(10, 5000))


@grader.check("model", item=LOAD, needs=[the_next_epoch_comes_back], points=2)
def the_model_is_where_it_was(draw: Draw) -> Iterator[Given]:
    """The caller's model has the saved weights and running statistics, whatever it had before."""
    yield given(draw, loads=True)
    yield given(draw, ", into a model that has trained before", loads=True, used=True, epochs=1)


@grader.check("modes", item=LOAD, needs=[the_model_is_where_it_was], points=1)
def the_modes_stay(draw: Draw) -> Iterator[Given]:
    """Each module of the caller's model is in the mode it was in before."""
    yield given(draw, ", into a model with one layer in eval mode", loads=True)


@grader.check("steps", item=LOAD, tolerance=EXACTLY, needs=[the_model_is_where_it_was], points=3)
def the_losses_are_those_of_an_unbroken_run(draw: Draw) -> Iterator[Given]:
    """The caller's optimizer goes on as if there had been no break: each loss is that of an unbroken run."""
    yield given(draw, loads=True)
    yield given(draw, loads=True, optimizer="momentum", epochs=2)
    yield given(draw, ", into objects that have trained before", loads=True, used=True)


@grader.check("rates", item=LOAD, tolerance=EXACTLY, needs=[the_losses_are_those_of_an_unbroken_run], points=3)
def the_learning_rates_are_those_of_an_unbroken_run(draw: Draw) -> Iterator[Given]:
    """The caller's scheduler goes on as well: the rates fall in the epochs in which they would have fallen."""
    yield given(draw, loads=True)
    yield given(draw, loads=True, optimizer="momentum", scheduler="plateau")
    yield given(draw, ", into objects that have trained before", loads=True, used=True, epochs=1)


@grader.check("model", item=LOAD, needs=[the_model_is_where_it_was], points=1)
def f_may_be_anything_to_read_from(draw: Draw) -> Iterator[Given]:
    """The file to load from may be a Path, an open file or a BytesIO as well."""
    for f in ("a Path", "an open file", "a BytesIO"):
        yield given(draw, loads=True, f=f)


@grader.check(
    "another_model", item=LOAD, raises=["KeyError", "ValueError"], needs=[the_model_is_where_it_was], points=2
)
def a_checkpoint_of_another_model_raises(draw: Draw) -> Iterator[Given]:
    """Where names or shapes in the checkpoint and in the model differ, RuntimeError is raised."""
    for network in ("a layer more", "a layer less", "another name", "a wider head"):
        yield given(draw, f", and the saved model has {network}", loads=True, network=network)


@grader.check("surprise", item=LOAD, needs=[the_model_is_where_it_was], points=2)
def a_file_that_runs_code_is_refused(draw: Draw) -> Iterator[Given]:
    """A file that would run a function when it is read raises an exception, and the function is not run."""
    call = "load_checkpoint(f, ...), where f is a checkpoint with something else than plain data in it"
    case = given(draw)
    case.call = call
    yield case


@grader.check("from_a_gpu", item=LOAD, needs=[the_model_is_where_it_was], points=2, on_cuda=False)
def a_checkpoint_of_a_gpu_loads_without_one(draw: Draw) -> Iterator[Given]:
    """A checkpoint that was written on a GPU is loaded into a model on the CPU, on a machine without a GPU."""
    yield given(draw, ", and the file was written on a GPU", loads=True)
    yield given(draw, ", and the file was written on a GPU", loads=True, optimizer="momentum", scheduler="plateau")
