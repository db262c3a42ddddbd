"""Grades exercises/optimizer_param_groups.py."""

from collections.abc import Iterator

import torch

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(late_imports=True)
ITEM = "make_param_groups"
NETWORKS = {
    "mlp": "two linear layers of width {}",
    "conv": "convolutions with {} filters, batch norms called bn and norm1, and a PReLU",
    "transformer": "an embedding, attention of width {}, layer norms, and parameters of its own",
    "tied": "an embedding whose weight of width {} is the output layer's, too",
    "same_norm": "one layer norm of width {} in two places",
    "norm_alone": "a single batch norm of {} channels",
    "one_output": "two linear layers of width {}, the second with one output",
    "no_bias": "linear layers of width {} without biases",
}


def given(
    draw: Draw,
    network: str,
    *,
    frozen: tuple[str, ...] = (),
    weight_decay: float | None = None,
    gradient: float = 0.0,
) -> Given:
    """A model of one kind; the optimizer's own weight decay is always another one."""
    decay = draw.integer(1, 9) / 100 if weight_decay is None else weight_decay
    width = 2 * draw.integer(2, 5)
    what = NETWORKS[network].format(width) + (f", and {' and '.join(frozen)} frozen" if frozen else "")
    return Given(
        f"make_param_groups(model, {decay}), where model has {what}",
        network=network,
        width=width,
        frozen=list(frozen),
        weight_decay=decay,
        gradient=gradient,
        device=[
            torch.zeros((), dtype=torch.int64)
        ],  # where it is says where the model lives; in a list, it is not shown
    )


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is how many groups there are, how much state before the first step, and what it is called after it.",
    distractors=[
        (
            (2, 0, ["exp_avg", "exp_avg_sq", "step"]),
            "The note counts the state as a second group. One list of parameters makes one group.",
        ),
        (
            (1, 1, ["exp_avg", "exp_avg_sq", "step"]),
            "The state is made by the first step, for parameters that have a gradient.",
        ),
        (
            (1, 0, ["step", "exp_avg", "exp_avg_sq"]),
            "These are the names. `sorted` puts them into the order of the alphabet.",
        ),
        ((1, 0, ["momentum_buffer"]), "That is what SGD with momentum keeps. Adam keeps two averages and a count."),
        ((1, 0, []), "Adam cannot do without a memory: it averages gradients and their squares."),
    ],
)


@grader.check("kinds", item=ITEM)
def two_groups_come_back(draw: Draw) -> Iterator[Given]:
    """The result is a list of two dicts, each with parameters and a weight decay of its own."""
    yield given(draw, "mlp")


@grader.check("names", item=ITEM, needs=[two_groups_come_back], points=2)
def weights_decay_and_biases_do_not(draw: Draw) -> Iterator[Given]:
    """The weights of linear layers are in the first group, their biases in the second, in the model's order."""
    yield given(draw, "mlp")
    yield given(draw, "no_bias")


@grader.check("names", item=ITEM, needs=[weights_decay_and_biases_do_not], points=2)
def norm_weights_do_not_decay(draw: Draw) -> Iterator[Given]:
    """The weight of a norm layer has one dimension and is in the second group, whatever the layer is called."""
    yield given(draw, "conv")
    yield given(draw, "norm_alone")


@grader.check("names", item=ITEM, needs=[norm_weights_do_not_decay], points=2)
def the_number_of_dimensions_decides(draw: Draw) -> Iterator[Given]:
    """Every parameter is in one group: those with two or more dimensions decay, those with one or none do not."""
    yield given(draw, "transformer")
    yield given(draw, "conv")
    yield given(draw, "one_output")


@grader.check("names", item=ITEM, needs=[weights_decay_and_biases_do_not])
def frozen_parameters_are_in_neither(draw: Draw) -> Iterator[Given]:
    """A parameter that requires no gradient is in neither group, and is still frozen afterwards."""
    yield given(draw, "mlp", frozen=("0",))
    yield given(draw, "mlp", frozen=("0", "2"))
    yield given(draw, "conv", frozen=("norm1",))


@grader.check("names", item=ITEM, needs=[weights_decay_and_biases_do_not])
def a_shared_parameter_is_listed_once(draw: Draw) -> Iterator[Given]:
    """A parameter with two names is listed once."""
    yield given(draw, "tied")
    yield given(draw, "same_norm")


@grader.check("decays", item=ITEM, needs=[weights_decay_and_biases_do_not], points=2)
def both_groups_say_their_weight_decay(draw: Draw) -> Iterator[Given]:
    """The first group has the given weight decay, the second 0, also when the optimizer's own is 0.5."""
    yield given(draw, "mlp")
    yield given(draw, "norm_alone", weight_decay=0.25)
    yield given(draw, "mlp", weight_decay=0.0)


@grader.check("step", item=ITEM, needs=[both_groups_say_their_weight_decay], points=2)
def only_the_decay_differs(draw: Draw) -> Iterator[Given]:
    """With gradients of 0 one step shrinks the weights alone; with gradients of 1 it moves both groups alike."""
    yield given(draw, "mlp")
    yield given(draw, "conv")
    yield given(draw, "mlp", frozen=("2",))
    yield given(draw, "conv", gradient=1.0)


@grader.check("model", item=ITEM, needs=[two_groups_come_back])
def the_model_is_left_alone(draw: Draw) -> Iterator[Given]:
    """Making groups changes no value, no flag and no mode of the model."""
    yield given(draw, "conv")
    yield given(draw, "conv", frozen=("conv",))
