"""Grades exercises/data_parallel.py. Everything is on one device; real DataParallel needs several GPUs."""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
FORWARD, LOAD = "replicate_forward", "load_flexible"
MODULES = {
    "linear": "nn.Linear",
    "norm": "nn.BatchNorm1d in training",
    "centred": "x - x.mean(0)",
    "row_sums": "a sum for each row",
    "largest": "x.argmax(1)",
    "positive": "x > 0",
    "images": "a small network for images",
}
COUNTER = "body.1.num_batches_tracked"
SHAPES: dict[str, dict[str, tuple[int, ...]]] = {
    "plain": {
        "body.0.weight": (3, 3),
        "body.0.bias": (3,),
        "body.1.weight": (3,),
        "body.1.bias": (3,),
        "body.1.running_mean": (3,),
        "body.1.running_var": (3,),
        COUNTER: (),
        "head.weight": (3, 3),
        "head.bias": (3,),
    },
    "inside": {"block.module.weight": (3, 3), "block.module.bias": (3,), "model.weight": (2, 3), "model.bias": (2,)},
    "beside": {"module.weight": (3, 3), "module.bias": (3,), "head.weight": (2, 3), "head.bias": (2,)},
    "behind": {"head.weight": (2, 3), "module.weight": (3, 2), "module.bias": (3,)},
    "nested": {"block.module.weight": (3, 3), "block.module.bias": (3,)},
    "numbered": {"module1.weight": (3, 3), "module1.bias": (3,), "module2.weight": (2, 3), "module2.bias": (2,)},
}
"""The names of the networks in probe.py."""
ABOUT = {
    "plain": "",
    "inside": ", with layers called block.module and model",
    "beside": ", with layers called module and head",
    "behind": ", with layers called head and module",
    "nested": ", with one layer, called block.module",
    "numbered": ", with layers called module1 and module2",
}


def forward(draw: Draw, rows: int, n: int, module: str = "linear", x: Tensor | None = None) -> Given:
    """A batch of so many rows for so many replicas; other tensors than (rows, 3) are given."""
    batch = draw.normal(rows, 3, dtype=torch.float32) if x is None else x
    call = f"replicate_forward(module, x, n={n}) with a batch of {rows}; module is {MODULES[module]}"
    return Given(call, x=batch, n=n, module=module)


def loaded(
    draw: Draw,
    wrapped: bool = False,
    prefixed: bool = False,
    network: str = "plain",
    change: Callable[[dict[str, Tensor]], dict[str, Tensor]] = dict,
    about: str = "",
    dtype: torch.dtype = torch.float32,
    model_dtype: torch.dtype = torch.float32,
) -> Given:
    """A checkpoint for a network; `wrapped` is the model, `prefixed` what the checkpoint was saved from."""
    state = {
        name: draw.integers(1, 1000) if name == COUNTER else draw.uniform(*shape, low=2.0, high=3.0, dtype=dtype)
        for name, shape in SHAPES[network].items()
    }
    state = change({f"module.{name}": tensor for name, tensor in state.items()} if prefixed else state)
    model, source = ["wrapped" if flag else "plain" for flag in (wrapped, prefixed)]
    return Given(
        f"load_flexible(model, state_dict): a {model} model, a checkpoint of a {source} one{ABOUT[network]}{about}",
        checkpoint=state,
        network=network,
        wrapped=wrapped,
        like=[torch.zeros((), dtype=model_dtype, device="cpu")],  # the model's device and dtype
    )


def backwards(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return dict(reversed(state.items()))


def without(*names: str) -> Callable[[dict[str, Tensor]], dict[str, Tensor]]:
    return lambda state: {name: tensor for name, tensor in state.items() if name not in names}


def with_more(**tensors: Tensor) -> Callable[[dict[str, Tensor]], dict[str, Tensor]]:
    return lambda state: {**state, **tensors}


def changed(name: str, tensor: Tensor) -> Callable[[dict[str, Tensor]], dict[str, Tensor]]:
    return lambda state: {**state, name: tensor}


def prefix_on_some(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return {f"module.{name}" if name.startswith("body") else name: tensor for name, tensor in state.items()}


grader.leave_out(
    LOAD,
    "strided",
    "empty",
    "with gradient",
    "another device",
    because="It gives names to tensors; load_state_dict does the copying.",
)
grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the sizes of 10 entries in four chunks, and of 5.",
    distractors=[
        (
            ([3, 3, 2, 2], [2, 1, 1, 1]),
            "That is balanced, as torch.tensor_split does it. chunk fixes one size and cuts until nothing is left.",
        ),
        (([2, 2, 2, 4], [1, 1, 1, 2]), "The size is rounded up, so the last chunk is the smaller one."),
        (([4, 4, 2], [4, 1]), "That is split(4): chunks of four entries. chunk(4) asks for four chunks."),
        (([3, 3, 3, 1], [2, 2, 1, 0]), "After three chunks of the five entries nothing is left for a fourth."),
    ],
)


@grader.check("outputs", item=FORWARD, points=2)
def the_outputs_come_back_in_the_order_of_x(draw: Draw) -> Iterator[Given]:
    """The output has a row for each row of x, in the same order, and x is left alone."""
    yield forward(draw, 8, 4)
    yield forward(draw, 10, 4)
    yield forward(draw, 4, 1)


@grader.check("sizes", item=FORWARD, needs=[the_outputs_come_back_in_the_order_of_x], points=1)
def a_batch_that_divides_evenly_gives_n_shards(draw: Draw) -> Iterator[Given]:
    """A batch that can be divided by n gives n shards of the same size, and the sizes are plain ints."""
    yield forward(draw, 8, 4)
    yield forward(draw, 6, 2)
    yield forward(draw, 5, 1)


@grader.check("sizes", item=FORWARD, needs=[a_batch_that_divides_evenly_gives_n_shards], points=2)
def the_last_shard_takes_what_is_left(draw: Draw) -> Iterator[Given]:
    """Otherwise the shards have ceil(B / n) rows each, as long as there are some, and the last one has the rest."""
    yield forward(draw, 10, 4)
    yield forward(draw, 7, 3)
    yield forward(draw, 9, 2)


@grader.check("sizes", item=FORWARD, needs=[the_last_shard_takes_what_is_left], points=1)
def there_may_be_fewer_shards_than_replicas(draw: Draw) -> Iterator[Given]:
    """When the rows are used up early there are fewer than n shards, and none without rows."""
    yield forward(draw, 5, 4)
    yield forward(draw, 2, 4)
    yield forward(draw, 1, 3)


@grader.check("calls", item=FORWARD, needs=[the_outputs_come_back_in_the_order_of_x], points=3)
def a_replica_sees_its_own_shard_alone(draw: Draw) -> Iterator[Given]:
    """The module is called once for each shard, so what it computes over a batch is computed over a shard."""
    yield forward(draw, 8, 2, "norm")
    yield forward(draw, 9, 4, "centred")
    yield forward(draw, 8, 4, "linear")
    yield forward(draw, 8, 4, "centred")


@grader.check("backward", item=FORWARD, needs=[the_outputs_come_back_in_the_order_of_x], points=2)
def gradients_reach_the_callers_module(draw: Draw) -> Iterator[Given]:
    """Gradients flow to x, and those of all shards add up in the parameters of the module that was given."""
    for rows, n, module in ((8, 4, "linear"), (5, 4, "linear"), (6, 3, "centred")):
        yield forward(draw, rows, n, module, draw.normal(rows, 3, dtype=torch.float32).requires_grad_())


@grader.check("outputs", item=FORWARD, needs=[the_outputs_come_back_in_the_order_of_x], points=1)
def the_module_decides_what_comes_out(draw: Draw) -> Iterator[Given]:
    """The output has the shape and dtype that the module gives it: one number for each row, integers, truth values."""
    yield forward(draw, 7, 3, "row_sums")
    yield forward(draw, 7, 3, "largest")
    yield forward(draw, 5, 2, "positive")


@grader.check("outputs", item=FORWARD, needs=[the_outputs_come_back_in_the_order_of_x], points=1)
def any_batch_will_do(draw: Draw) -> Iterator[Given]:
    """Images, a single row, rows without entries, a transposed batch and every floating dtype work."""
    yield forward(draw, 5, 3, "images", draw.normal(5, 2, 3, 4))
    yield forward(draw, 4, 3, "images", draw.normal(4, 2, 3, 3).to(memory_format=torch.channels_last))
    yield forward(draw, 6, 4, "row_sums", draw.normal(6))
    yield forward(draw, 1, 2, "row_sums", draw.normal(1, 1))
    yield forward(draw, 4, 2, "row_sums", draw.normal(4, 0))
    yield forward(draw, 5, 2, x=draw.normal(3, 5).t())
    for dtype in (torch.float64, torch.float16, torch.bfloat16):
        yield forward(draw, 5, 2, x=draw.normal(5, 3, dtype=dtype))


@grader.check("outputs", item=FORWARD, needs=[the_outputs_come_back_in_the_order_of_x], mode="other_default")
def the_output_is_where_x_is(draw: Draw) -> Iterator[Given]:
    """With x and the module on the GPU the output is there too."""
    yield forward(draw, 7, 3)
    yield forward(draw, 6, 2, "row_sums")


@grader.check("weights", item=LOAD, points=1)
def names_that_agree_are_loaded(draw: Draw) -> Iterator[Given]:
    """Where both sides have the prefix, or neither has, all tensors are loaded by their names, in whatever order."""
    yield loaded(draw)
    yield loaded(draw, change=backwards, about=", in reverse order")
    yield loaded(draw, wrapped=True, prefixed=True)


@grader.check("weights", item=LOAD, needs=[names_that_agree_are_loaded], points=2)
def a_prefix_too_many_is_taken_off(draw: Draw) -> Iterator[Given]:
    """A plain model loads the checkpoint of a wrapped one."""
    yield loaded(draw, prefixed=True)
    yield loaded(draw, prefixed=True, change=backwards, about=", in reverse order")


@grader.check("weights", item=LOAD, needs=[names_that_agree_are_loaded], points=2)
def a_missing_prefix_is_put_on(draw: Draw) -> Iterator[Given]:
    """A wrapped model loads the checkpoint of a plain one."""
    yield loaded(draw, wrapped=True)


@grader.check("weights", item=LOAD, needs=[a_prefix_too_many_is_taken_off, a_missing_prefix_is_put_on], points=2)
def the_rest_of_a_name_stays_whole(draw: Draw) -> Iterator[Given]:
    """Only the first "module." is the prefix: layers called module or model keep their names."""
    for network in ("inside", "beside", "behind", "nested", "numbered"):
        for wrapped, prefixed in ((False, True), (False, False), (True, False), (True, True)):
            yield loaded(draw, wrapped, prefixed, network)


@grader.check("weights", item=LOAD, needs=[a_prefix_too_many_is_taken_off, a_missing_prefix_is_put_on], points=2)
def what_does_not_fit_raises(draw: Draw) -> Iterator[Given]:
    """A missing name, an unknown one, another shape, or a prefix on some of the names raises RuntimeError."""
    extra = draw.normal(2, dtype=torch.float32)
    yield loaded(draw, change=without("head.bias"), about=", without head.bias")
    yield loaded(draw, change=with_more(extra=extra), about=", with one tensor more")
    yield loaded(draw, prefixed=True, change=without("module.body.0.bias"), about=", without body.0.bias")
    yield loaded(draw, wrapped=True, change=with_more(extra=extra), about=", with one tensor more")
    yield loaded(draw, prefixed=True, change=changed("module.head.bias", extra), about=", with a shorter head.bias")
    yield loaded(draw, change=prefix_on_some, about=", with the prefix on some names")


@grader.check("callers_checkpoint", item=LOAD, needs=[a_prefix_too_many_is_taken_off, a_missing_prefix_is_put_on])
def the_checkpoint_stays_as_it_is(draw: Draw) -> Iterator[Given]:
    """The checkpoint keeps its names, in their order, and its values."""
    yield loaded(draw, prefixed=True)
    yield loaded(draw, wrapped=True)


@grader.check("identity", item=LOAD, needs=[names_that_agree_are_loaded])
def the_model_keeps_its_own_tensors(draw: Draw) -> Iterator[Given]:
    """Values go into the model's own parameters: the same objects, the same dtype, no memory shared."""
    yield loaded(draw)
    yield loaded(draw, prefixed=True, dtype=torch.float64, about=", in float64")
    yield loaded(draw, wrapped=True, dtype=torch.bfloat16, about=", in bfloat16")
    yield loaded(draw, dtype=torch.float16, model_dtype=torch.float64, about=", in float16, into a float64 model")
