"""Makes batches of many structures and looks at what becomes of them."""

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import Tensor

from tutor.probes import Case, HandIn, Observations


class Sample(NamedTuple):
    image: Any
    label: Any


class Boxes:
    """A batch of a class of its own."""

    def __init__(self, corners: Tensor, pinned: bool = False) -> None:
        self.corners, self.pinned = corners, pinned

    def pin_memory(self) -> "Boxes":
        return Boxes(self.corners - 1, pinned=True)


class Record:
    """A batch of a class of its own that cannot pin itself."""

    def __init__(self, image: Tensor) -> None:
        self.image = image


class Packed(NamedTuple):
    """A named tuple that can pin itself, as torch.nn.utils.rnn.PackedSequence can."""

    data: Any
    sizes: Any
    pinned: bool = False

    def pin_memory(self) -> "Packed":
        return Packed(self.data - 1, self.sizes, pinned=True)


BATCHES: dict[str, Callable[..., Any]] = {
    "x": lambda x: x,
    "[x, y]": lambda x, y: [x, y],
    "[[x, y], [z]]": lambda x, y, z: [[x, y], [z]],
    "(x, y)": lambda x, y: (x, y),
    "(x,)": lambda x: (x,),
    "([x], (y, z))": lambda x, y, z: ([x], (y, z)),
    "{'image': x, 'label': y}": lambda x, y: {"image": x, "label": y},
    "{'images': [x, {'mask': y}], 3: z}": lambda x, y, z: {"images": [x, {"mask": y}], 3: z},
    "Sample(x, y)": Sample,
    "[Sample({'left': x}, y), z]": lambda x, y, z: [Sample({"left": x}, y), z],
    "Sample(x, 'a.png')": lambda x: Sample(x, "a.png"),
    "'a'": lambda: "a",
    "['left.png', 'right.png']": lambda: ["left.png", "right.png"],
    "('left.png', x)": lambda x: ("left.png", x),
    "b'raw'": lambda: b"raw",
    "{'raw': b'raw', 'image': x}": lambda x: {"raw": b"raw", "image": x},
    "7": lambda: 7,
    "None": lambda: None,
    "[x, 0.5, True, None, 3]": lambda x: [x, 0.5, True, None, 3],
    "[]": list,
    "{'a': (), 'b': {}, 'c': []}": lambda: {"a": (), "b": {}, "c": []},
    "Boxes(x)": Boxes,
    "{'boxes': [Boxes(x)], 'image': y}": lambda x, y: {"boxes": [Boxes(x)], "image": y},
    "Packed(x, [2, 1])": lambda x: Packed(x, [2, 1]),
    "(Packed(x, [2, 1]), y)": lambda x, y: (Packed(x, [2, 1]), y),
}
"""By what is written in the call; x, y and z are the tensors of the case."""


def batch_of(case: Case) -> Any:
    return BATCHES[case.batch](*case.tensors)


def marked(tensor: Tensor) -> Tensor:
    """Another tensor, and not the same again when it is marked twice."""
    return tensor * 2 + 1


def shown(value: Any) -> Any:
    """A batch as values that travel, each with the kind of thing it is."""
    if isinstance(value, Boxes):
        return {"Boxes": value.corners, "pinned by itself": value.pinned}
    if isinstance(value, bytes):
        return f"bytes {value!r}"
    if inspect.ismethod(value):
        return f"the method {value.__name__}"
    if isinstance(value, dict):
        return {key: shown(part) for key, part in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {type(value).__name__: {name: shown(getattr(value, name)) for name in value._fields}}
    if type(value) in (list, tuple):
        return type(value)(shown(part) for part in value)
    return value


def called(hand_in: HandIn, batch: Any, fn: Callable[[Tensor], Tensor] = marked) -> Any:
    """What comes back; how Python words that it never ends depends on how deep it was before."""
    try:
        return hand_in.pin_batch(batch, fn)
    except RecursionError as error:
        raise RecursionError("it calls itself without an end").with_traceback(error.__traceback__) from None


def pinned(hand_in: HandIn, case: Case) -> Observations:
    """The batch that comes back."""
    found = called(hand_in, batch_of(case))
    return {"its type": "dict" if isinstance(found, dict) else type(found).__name__, "batch": shown(found)}


def pinned_pair(hand_in: HandIn, case: Case) -> Observations:
    """Two tensors that come back, and whether a gradient flows back through them."""
    found = called(hand_in, list(case.tensors))
    return {"batch": found, "requires_grad": [tensor.requires_grad for tensor in found]}


def left_alone(hand_in: HandIn, case: Case) -> Observations:
    """The batch that was given, afterwards."""
    batch = batch_of(case)
    called(hand_in, batch)
    return {"batch afterwards": shown(batch), "inputs that changed": case.changed_inputs()}


def new_containers(hand_in: HandIn, case: Case) -> Observations:
    """Whether what is put into the new batch also appears in the one that was given."""
    batch = batch_of(case)
    found = called(hand_in, batch)
    if isinstance(found, dict):
        found["put in afterwards"] = 1
    elif isinstance(found, list):
        found.append("put in afterwards")
    return {"batch that was given": shown(batch)}


def same_objects(hand_in: HandIn, case: Case) -> Observations:
    """Whether an object that nothing is known about comes back itself, with the tensor that it may have."""
    thing = Record(case.x) if hasattr(case, "x") else object()
    found = called(hand_in, [thing, {"thing": thing}])
    first, second = found[0], found[1]["thing"]
    return {
        "the first is the very object": first is thing,
        "the second is": second is thing,
        "the tensor in it is the one it had": not isinstance(thing, Record) or thing.image is case.x,
    }


def really_pinned(hand_in: HandIn, case: Case) -> Observations:
    """Whether the tensors are those of fn; with those of the case on a GPU, whether they are pinned, and what arrives.

    Elsewhere fn sends them to the meta device, where nothing is pinned either but by fn.
    """
    device, made = case.x.device, list[Tensor]()
    x, y = case.x.cpu(), case.y.cpu()
    on_gpu = device.type == "cuda" and _can_pin(x)

    def fn(tensor: Tensor) -> Tensor:
        made.append(tensor.pin_memory() if on_gpu else tensor.to("meta"))
        return made[-1]

    found = called(hand_in, {"x": x, "more": [(y,), "a.png"]}, fn)
    tensors = [found["x"], found["more"][0][0]]
    arrived = [tensor.to(device, non_blocking=True) if on_gpu else tensor for tensor in tensors]
    if on_gpu:
        torch.cuda.synchronize()
    return {
        "tensors that fn returned": [any(tensor is one for one in made) for tensor in tensors],
        "tensors that are pinned": [tensor.is_pinned() if on_gpu else tensor.is_meta for tensor in tensors],
        "tensors that arrive as they were": [
            torch.equal(there.cpu(), here) if on_gpu else there.shape == here.shape
            for there, here in zip(arrived, (x, y), strict=True)
        ],
    }


def _can_pin(tensor: Tensor) -> bool:
    """A GPU does not help where the system refuses to lock pages."""
    try:
        return tensor.pin_memory().is_pinned()
    except RuntimeError:
        return False
