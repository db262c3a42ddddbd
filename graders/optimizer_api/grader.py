"""Grades exercises/optimizer_api.py."""

from collections.abc import Iterator
from typing import Any

import torch

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader(late_imports=True)
GROUPS, SAVE, RESUME = "finetune_param_groups", "save_training", "resume_training"
EXACTLY = Tolerance(1e-10, 1e-12)
"""The same steps in float64 give the same losses, to the last digits."""
NETWORKS = {
    "plain": "a body and a head called fc",
    "siblings": "siblings called fc, fc_aux and fc2, and a body with an fc of its own",
    "stack": "a Sequential called body with 12 layers",
    "tied_body": "two layers of the body that share a weight, and a head called fc",
    "tied_head": "two layers of the head that share a weight",
    "tied_across": "a head called fc that shares its weight with the body",
    "norms": "a body with a batch norm and a head called fc",
}
MODES = {
    "evaluation": "model is in evaluation mode",
    "norm in evaluation": "the batch norm alone is in evaluation mode",
}
OPTIMIZERS = {"momentum": "SGD with momentum", "adam": "Adam", "groups": "SGD with momentum and two groups"}


def groups_of(
    network: str, head: str, *, frozen: tuple[str, ...] = (), rates: tuple[float, float] = (0.01, 0.5)
) -> Given:
    where = f"where model has {NETWORKS[network]}" + (f", and {' and '.join(frozen)} frozen" if frozen else "")
    return Given(
        f"finetune_param_groups(model, {head!r}, {rates[0]}, {rates[1]}), {where}",
        network=network,
        head=head,
        frozen=list(frozen),
        rates=list(rates),
        device=[
            torch.zeros((), dtype=torch.int64)
        ],  # where it is says where the model lives; in a list, it is not shown
    )


def rates_of(draw: Draw) -> tuple[float, float]:
    """A small rate for the backbone and a larger one for the head."""
    return draw.integer(1, 5) / 1000, draw.integer(1, 5) / 10


def training(
    draw: Draw, optimizer: str, step: int, *, before: int = 5, after: int = 5, about: str = "", mode: str = "training"
) -> Given:
    batches = [(draw.normal(6, 3), draw.normal(6, 2)) for _ in range(before + after)]
    about += f", where {MODES[mode]}" if mode in MODES else ""
    return Given(
        f"{before} steps with {OPTIMIZERS[optimizer]}, save_training(f, model, optimizer, {step}){about}",
        batches=batches,
        before=before,
        optimizer=optimizer,
        step=step,
        mode=mode,
    )


def resumed(draw: Draw, optimizer: str, step: int, **options: Any) -> Given:
    return training(draw, optimizer, step, about=", resume_training(f, ...), and the steps that follow", **options)


for item in (SAVE, RESUME):
    grader.leave_out(item, "empty", "one element", because="A batch norm in training mode needs several rows.")
    grader.leave_out(
        item,
        "float32",
        "float16",
        "bfloat16",
        "strided",
        because="What is saved is copied bit by bit; float64 makes the losses comparable to the last digit.",
    )
    grader.leave_out(item, "with gradient", "unchanged", because="Batches are data; the functions never see them.")
    grader.leave_out(item, "another device", because="They make no tensors.")

grader.predict(
    "PREDICT_1",
    "PREDICT_1 is a weight after zero_grad() and another step with momentum, and its gradient.",
    distractors=[
        ((0.81, [0.0]), "That is zero_grad() as it was before PyTorch 2.0: zeros instead of None."),
        ((0.9, [0.0]), "With a gradient of zeros, momentum would have moved the weight once more."),
        ((0.81, None), "A weight whose gradient is None is skipped, and its momentum with it."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the same with zero_grad(set_to_none=False).",
    distractors=[
        ((0.9, None), "set_to_none=False keeps the gradient and fills it with zeros."),
        ((0.9, [0.0]), "A gradient of zeros is a gradient: the momentum of the step before still moves the weight."),
        ((0.8, [0.0]), "The momentum fades: 0.9 of the velocity is left, and that times 0.1 is the move."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is the state and the parameters in the state dict of plain SGD after a step.",
    distractors=[
        (({0: {"momentum_buffer": None}}, [0]), "Plain SGD has nothing to remember, so not even a place for it."),
        (({}, [140306069859856]), "Such a number stood there once. Today a parameter is known by its place."),
        (({0: {}}, [0]), "A parameter enters the state when there is something to keep for it."),
    ],
)
grader.predict(
    "PREDICT_4",
    "PREDICT_4 is the state after one step with momentum.",
    distractors=[
        ({}, "The state is empty before the first step; momentum fills it."),
        ({0: {"momentum_buffer": [0.1, 0.1]}}, "That is a moving average, (1 - 0.9) of the gradient."),
        ({0: {"momentum_buffer": [0.9, 0.9]}}, "The factor meets what was there before, and there was nothing."),
    ],
)
grader.predict(
    "PREDICT_5",
    "PREDICT_5 is a buffer in a state dict that was taken one step ago.",
    distractors=[
        (1.0, "The dict holds the optimizer's own buffer, and the step after it wrote into that."),
        (2.0, "The older part of the buffer fades by the factor 0.9."),
    ],
)
grader.predict(
    "PREDICT_6",
    "PREDICT_6 is what happens to a parameter that is already in a group.",
    distractors=[
        (2, "A second group would update the weight twice per step, so it is refused."),
        ("TypeError", "A list of parameters is the right type; what is wrong is its content."),
        ("RuntimeError", "It is refused, but as a bad argument: no tensor is computed."),
    ],
)
grader.predict(
    "PREDICT_7",
    "PREDICT_7 is how many groups there are, and three entries of the second.",
    distractors=[
        ((2, 0, 0.0001, "list"), "What a group leaves out comes from the optimizer's constructor, not from SGD."),
        ((2, 0.9, 0.0001, "Tensor"), "A bare tensor is wrapped into a list of one."),
        ((2, 0.9, 0.1, "list"), "The group brings its own learning rate, and that one counts."),
        ((1, 0.9, 0.0001, "list"), "The parameters do not join the old group, they get one of their own."),
    ],
)
grader.predict(
    "PREDICT_8",
    "PREDICT_8 is the shape of a buffer and of its parameter when the parameters change places.",
    distractors=[
        (((3,), (3,)), "Neither names nor shapes are compared: the first parameter gets the first buffer."),
        ("ValueError", "The number of parameters is compared, and it is right; shapes are not looked at."),
    ],
)


@grader.check("group_kinds", item=GROUPS)
def two_groups_come_back(draw: Draw) -> Iterator[Given]:
    """The result is a list of two dicts, each with a learning rate and parameters."""
    yield groups_of("plain", "fc", rates=rates_of(draw))


@grader.check("group_names", item=GROUPS, needs=[two_groups_come_back], points=2)
def the_head_follows_the_backbone(draw: Draw) -> Iterator[Given]:
    """The first group holds the backbone, the second the head, each in the model's order and nothing twice."""
    yield groups_of("plain", "fc", rates=rates_of(draw))
    yield groups_of("norms", "fc", rates=rates_of(draw))


@grader.check("group_names", item=GROUPS, needs=[the_head_follows_the_backbone], points=2)
def a_head_may_lie_deeper(draw: Draw) -> Iterator[Given]:
    """The head may be inside another module: 'body.3' is found, and so is a head of several layers."""
    yield groups_of("stack", "body.3", rates=rates_of(draw))
    yield groups_of("siblings", "body.fc", rates=rates_of(draw))
    yield groups_of("siblings", "body", rates=rates_of(draw))


@grader.check("group_names", item=GROUPS, needs=[the_head_follows_the_backbone], points=2)
def a_name_counts_as_a_whole(draw: Draw) -> Iterator[Given]:
    """'fc' means fc alone: fc_aux, fc2 and body.fc are the backbone."""
    yield groups_of("siblings", "fc", rates=rates_of(draw))
    yield groups_of("stack", "body.1", rates=rates_of(draw))


@grader.check("group_names", item=GROUPS, needs=[the_head_follows_the_backbone])
def frozen_parameters_are_in_neither(draw: Draw) -> Iterator[Given]:
    """A parameter that requires no gradient is in neither group, and is still frozen afterwards."""
    yield groups_of("plain", "fc", frozen=("body.0",))
    yield groups_of("plain", "fc", frozen=("fc",))
    yield groups_of("plain", "fc", frozen=("body",))
    yield groups_of("norms", "fc", frozen=("body.1",))


@grader.check("group_names", item=GROUPS, needs=[the_head_follows_the_backbone])
def a_shared_weight_is_listed_once(draw: Draw) -> Iterator[Given]:
    """A weight that two layers share is listed once."""
    yield groups_of("tied_body", "fc")
    yield groups_of("tied_head", "fc")


@grader.check("group_count", item=GROUPS, needs=[the_head_follows_the_backbone])
def a_weight_of_both_is_in_one_of_them(draw: Draw) -> Iterator[Given]:
    """A weight that the head shares with the backbone is in one group, whichever it is."""
    yield groups_of("tied_across", "fc")


@grader.check("group_step", item=GROUPS, needs=[the_head_follows_the_backbone], points=2)
def each_group_moves_at_its_own_rate(draw: Draw) -> Iterator[Given]:
    """One step moves the backbone by lr_backbone and the head by lr_head, whatever the optimizer's own rate is."""
    yield groups_of("plain", "fc", rates=rates_of(draw))
    yield groups_of("norms", "fc", rates=rates_of(draw))
    yield groups_of("plain", "fc", rates=(0.25, 0.125))
    yield groups_of("plain", "fc", rates=(0.0, 0.5))


@grader.check("group_model", item=GROUPS, needs=[two_groups_come_back])
def the_model_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The model keeps its parameters, their values, what is frozen, and its mode."""
    yield groups_of("norms", "fc")
    yield groups_of("norms", "fc", frozen=("body.0",))


@grader.check("file", item=SAVE, points=2)
def the_file_is_plain_data(draw: Draw) -> Iterator[Given]:
    """torch.load(f, weights_only=True) reads the file, which holds tensors, numbers and containers."""
    yield training(draw, "momentum", 5)
    yield training(draw, "adam", 5)


@grader.check("goes_on", item=SAVE, tolerance=EXACTLY, needs=[the_file_is_plain_data])
def saving_changes_nothing(draw: Draw) -> Iterator[Given]:
    """Saving changes no mode and no gradient, and training goes on as if nothing had been saved."""
    yield training(draw, "momentum", 5, about=", and 5 more steps")
    yield training(draw, "adam", 5, about=", and 5 more steps")
    yield training(draw, "momentum", 5, about=", and 2 more steps", after=2, mode="evaluation")
    yield training(draw, "momentum", 5, about=", and 2 more steps", after=2, mode="norm in evaluation")


@grader.check("returned", item=RESUME)
def the_step_comes_back(draw: Draw) -> Iterator[Given]:
    """resume_training returns the step that was saved, as an int."""
    yield resumed(draw, "momentum", 5)
    yield resumed(draw, "momentum", draw.integer(10, 5000))
    yield resumed(draw, "adam", 0, before=0)


@grader.check("first_loss", item=RESUME, needs=[the_step_comes_back], points=2)
def the_model_is_where_it_was(draw: Draw) -> Iterator[Given]:
    """The caller's model, begun afresh, has the saved weights and running statistics after resuming."""
    yield resumed(draw, "momentum", 5)
    yield resumed(draw, "adam", 3, before=3)
    yield resumed(draw, "momentum", 0, before=0)


@grader.check("mode", item=RESUME, needs=[the_step_comes_back])
def each_module_keeps_its_mode(draw: Draw) -> Iterator[Given]:
    """Resuming leaves each module of the caller's model in training or evaluation mode, whichever it had."""
    yield resumed(draw, "momentum", 5, before=1, after=1)
    yield resumed(draw, "momentum", 5, before=1, after=1, mode="evaluation")
    yield resumed(draw, "momentum", 5, before=1, after=1, mode="norm in evaluation")


@grader.check(
    "losses",
    item=RESUME,
    tolerance=EXACTLY,
    needs=[the_model_is_where_it_was, each_module_keeps_its_mode],
    points=3,
)
def the_losses_are_those_of_an_unbroken_run(draw: Draw) -> Iterator[Given]:
    """After resuming, every loss is the one that training without a break would have given."""
    yield resumed(draw, "momentum", 5)
    yield resumed(draw, "momentum", 2, before=2)


@grader.check("losses", item=RESUME, tolerance=EXACTLY, needs=[the_losses_are_those_of_an_unbroken_run], points=2)
def every_optimizer_and_every_group_resumes(draw: Draw) -> Iterator[Given]:
    """Adam resumes too, and an optimizer with two groups, each with its own learning rate."""
    yield resumed(draw, "adam", 5)
    yield resumed(draw, "groups", 5)
    yield resumed(draw, "adam", 0, before=0)
