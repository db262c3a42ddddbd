"""Decorates small functions, calls them, and looks at autocast before, during and after."""

from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations, gradients


class Output(NamedTuple):
    logits: Any
    labels: Any


def made_of(case: Case, x: Tensor, w: Tensor) -> Any:
    """What the function of the case returns."""
    if case.returns in ("input", "wide", "objects", "nothing"):
        return x if case.returns == "input" else ([],)
    low, labels = x @ w, torch.arange(3, device=x.device)
    match case.returns:
        case "list":
            return [low, x]
        case "tuple":
            return (x, low)
        case "one":
            return (low,)
        case "dict":
            return {"logits": low, "labels": labels}
        case "named":
            return Output(low, labels)
        case "nested":
            return {"layers": [(low, Output(low * 2, {"last": [low]})), x], "steps": 3, 7: (low, "text", None)}
    return low


def decorated(hand_in: HandIn, case: Case, fn: Callable[..., Any], device: str | None = None) -> Callable[..., Any]:
    """The function with the decorator of the hand-in, with autocast off everywhere when it begins."""
    for known in ("cpu", "cuda"):
        torch.set_autocast_enabled(known, False)
    torch.set_autocast_dtype("cpu", torch.bfloat16)
    torch.set_autocast_dtype("cuda", torch.float16)
    device = device or case.x.device.type
    options = {**case.options, "dtype": torch.bfloat16} if device == "cuda" and not case.options else case.options
    return hand_in.autocast_full(**({} if device == "cpu" else {"device_type": device}), **options)(fn)


def product(case: Case) -> str:
    """The dtype of a product of float32 matrices, which tells whether autocast is on."""
    x = torch.ones(2, 2, device=case.x.device)
    return str((x @ x).dtype).removeprefix("torch.")


def watching(case: Case) -> tuple[Callable[..., Any], list[str]]:
    """The function of the case, and a list of the dtypes of a product in each of its runs."""
    seen: list[str] = []

    def fn(x: Tensor, w: Tensor) -> Any:
        seen.append(product(case))
        return made_of(case, x, w)

    return fn, seen


def inside(hand_in: HandIn, case: Case) -> Observations:
    """What the function sees."""
    seen: Observations = {}

    def fn(x: Tensor, w: Tensor) -> Any:
        arrived = {"x inside": x.detach().clone(), "w inside": w.detach().clone()}
        seen.update(seen or {"dtype of a product inside": product(case), **arrived})
        return made_of(case, x, w)

    decorated(hand_in, case, fn)(case.x, case.w)
    return seen or {"dtype of a product inside": "the function was not called"}


def result(hand_in: HandIn, case: Case) -> Observations:
    """What comes back."""
    return {"result": decorated(hand_in, case, lambda x, w: made_of(case, x, w))(case.x, case.w)}


def everything(hand_in: HandIn, case: Case) -> Observations:
    """The dtype of a product inside, and what comes back."""
    fn, seen = watching(case)
    value = decorated(hand_in, case, fn)(case.x, case.w)
    return {"dtype of a product inside": first_of(seen), "result": value}


def first_of(seen: list[str]) -> str:
    """What the first run saw."""
    return seen[0] if seen else "the function was not called"


def for_cuda(hand_in: HandIn, case: Case) -> Observations:
    """A product on the CPU under autocast for CUDA."""
    fn, seen = watching(case)
    decorated(hand_in, case, fn, "cuda")(case.x, case.w)
    return {"dtype of a product inside": first_of(seen)}


def untouched(hand_in: HandIn, case: Case) -> Observations:
    """Which entries come back as the objects they were."""
    device = case.x.device
    entries: dict[str, Any] = (
        {
            "float64": torch.ones(2, dtype=torch.float64, device=device),
            "float32": torch.ones(2, device=device),
            "int64": torch.arange(2, device=device),
            "int8": torch.ones(2, dtype=torch.int8, device=device),
            "bool": torch.ones(2, dtype=torch.bool, device=device),
            "complex64": torch.ones(2, dtype=torch.complex64, device=device),
        }
        if case.returns == "wide"
        else {
            "string": "a text",
            "number": 12345.75,
            "none": None,
            "bytes": b"ab",
            "set": {"a", "b"},
            "dtype": torch.bfloat16,
            "module": nn.Identity(),
        }
    )
    listed = decorated(hand_in, case, lambda: list(entries.values()))()
    keyed = decorated(hand_in, case, lambda: dict(entries))()
    return {
        "entries of the list that are others": others(entries, dict(zip(entries, listed, strict=False))),
        "entries of the dict that are others": others(entries, keyed),
    }


def others(before: dict[str, Any], after: dict[str, Any]) -> str:
    return ", ".join(name for name in before if after.get(name, ...) is not before[name]) or "none"


def by_keyword(hand_in: HandIn, case: Case) -> Observations:
    """What comes back when arguments are named or left out."""

    def fn(x: Tensor, w: Tensor, *rest: float, factor: float = 2.0, **more: float) -> Any:
        return [(x @ w) * factor, len(rest), sorted(more)]

    return {
        "fn(x, w)": decorated(hand_in, case, fn)(case.x, case.w),
        "fn(x, w=w)": decorated(hand_in, case, fn)(case.x, w=case.w),
        "fn(x, w, 1, 2, factor=4, bias=0)": decorated(hand_in, case, fn)(case.x, case.w, 1, 2, factor=4.0, bias=0.0),
    }


def gradient(hand_in: HandIn, case: Case) -> Observations:
    """The gradients of the arguments."""
    value = decorated(hand_in, case, lambda x, w: made_of(case, x, w))(case.x, case.w)
    return gradients(value, x=case.x, w=case.w)


def afterwards(hand_in: HandIn, case: Case) -> Observations:
    """Whether autocast is on between decoration and call, and after the call."""
    run = decorated(hand_in, case, lambda x, w: made_of(case, x, w))
    seen = {"dtype of a product after decorating": product(case)}
    run(case.x, case.w)
    return {**seen, "dtype of a product after the call": product(case)}


def interrupted(hand_in: HandIn, case: Case) -> Observations:
    """What becomes of an exception, and of autocast."""
    raised, arrived = LookupError("from inside the function"), "nothing"

    def fn(x: Tensor, w: Tensor) -> Any:
        raise raised

    run = decorated(hand_in, case, fn)
    try:
        run(case.x, case.w)
    except LookupError as caught:
        arrived = "the LookupError" if caught is raised else "another LookupError"
    return {"exception that arrives": arrived, "dtype of a product afterwards": product(case)}


def around(hand_in: HandIn, case: Case) -> Observations:
    """Products inside and after a call, in an autocast block of the caller's own."""
    fn, seen = watching(case)
    run = decorated(hand_in, case, fn)
    with torch.autocast(case.x.device.type, dtype=case.outer):
        run(case.x, case.w)
        return {"dtype of a product inside": first_of(seen), "dtype of a product after the call": product(case)}


def twice(hand_in: HandIn, case: Case) -> Observations:
    """How often the function ran in two calls, and under what."""
    fn, seen = watching(case)
    run = decorated(hand_in, case, fn)
    results = [run(case.x, case.w), run(case.x * 2, case.w)]
    return {"dtype of a product in each run": ", ".join(seen), "results": results}


def named(hand_in: HandIn, case: Case) -> Observations:
    """What the decorated function is called, and says of itself."""

    def embed(x: Tensor, w: Tensor) -> Any:
        """Vectors for words."""
        return made_of(case, x, w)

    run = decorated(hand_in, case, embed)
    return {"name": getattr(run, "__name__", None), "docstring": getattr(run, "__doc__", None)}


def kept_container(hand_in: HandIn, case: Case) -> Observations:
    """The dtypes in a container that the function keeps, after a call."""
    kept: list[Any] = []

    def fn(x: Tensor, w: Tensor) -> Any:
        kept.append(made_of(case, x, w))
        return kept[-1]

    decorated(hand_in, case, fn)(case.x, case.w)
    inside = kept[-1].values() if isinstance(kept[-1], dict) else kept[-1]
    return {"dtypes in what the function keeps": [str(one.dtype).removeprefix("torch.") for one in inside]}


def method(hand_in: HandIn, case: Case) -> Observations:
    """What a module returns whose forward method is decorated."""

    class Layer(nn.Module):
        def __init__(self, w: Tensor) -> None:
            super().__init__()
            self.w = w

        forward = decorated(hand_in, case, lambda self, x: x @ self.w)

    return {"result": Layer(case.w)(case.x)}


def unchanged(hand_in: HandIn, case: Case) -> Observations:
    """Which inputs changed."""
    return {**result(hand_in, case), "inputs that changed": case.changed_inputs()}
