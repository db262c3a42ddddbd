"""The words graders are written in: a Grader, its checks, the cases they draw, and how closely values must agree.

    grader = Grader()
    grader.predict("PREDICT_1", "The ratio shrinks fast.", distractors=[([1.0, 0.2], "Gamma is an exponent.")])

    @grader.check("loss", item="FocalLoss", agree=["loss"], points=2)
    def each_element_has_its_own_loss(draw: Draw) -> Iterator[Given]:
        '''With reduction='none' every element keeps its own loss.'''
        yield Given("FocalLoss(reduction='none')(pred, true)", pred=draw.normal(4, 3), true=draw.bits(4, 3))

A check's docstring is the claim the learner reads; its body draws the cases that would show it false.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import torch
from torch import Tensor

from tutor.raised import Raised
from tutor.report import CheckKind, Difference

Mode = Literal["real", "other_default", "fake_cuda"]
"""How a case looks for tensors made on the wrong device, on a machine that has only one.

"other_default" gives tensors made without `device=` another device than the inputs have, and costs nothing; "fake_cuda"
computes on fake CUDA tensors, finds more, and loads torch._dynamo, which takes seconds once.
"""
Profile = Literal["solo", "multi"]
Observed = dict[str, Any]
Compare = Callable[[Observed, Observed], Difference | None]
"""(expected, yours) -> what is wrong with yours, or None; for observations that legitimately vary, such as traces."""


class Given:
    """One case: the call as a learner would write it, and its inputs by name."""

    def __init__(self, call: str, /, **inputs: Any) -> None:
        self.call = call
        self.inputs = inputs


class Draw:
    """A seeded source of inputs; every check has its own, so adding one never changes another's cases."""

    def __init__(self, seed: int, lesson: str, check: str) -> None:
        digest = hashlib.sha256(f"{seed}:{lesson}:{check}".encode()).digest()
        self.seed = int.from_bytes(digest[:6], "big")
        self.generator = torch.Generator().manual_seed(self.seed)

    def normal(self, *shape: int, dtype: torch.dtype = torch.float64, scale: float = 1.0) -> Tensor:
        """Normal values of standard deviation `scale`."""
        return (torch.randn(shape, generator=self.generator, dtype=torch.float64) * scale).to(dtype)

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0, dtype: torch.dtype = torch.float64) -> Tensor:
        return (torch.rand(shape, generator=self.generator, dtype=torch.float64) * (high - low) + low).to(dtype)

    def integers(self, low: int, high: int, *shape: int, dtype: torch.dtype = torch.int64) -> Tensor:
        """Integers from low to high - 1."""
        return torch.randint(low, high, shape, generator=self.generator).to(dtype)

    def bits(self, *shape: int, dtype: torch.dtype = torch.float64) -> Tensor:
        """Zeros and ones, with at least one of each when there is room for both."""
        values = self.integers(0, 2, *shape)
        flat = values.reshape(-1)
        if flat.numel() > 1:
            flat[0], flat[-1] = 1, 0
        return values.to(dtype)

    def integer(self, low: int, high: int) -> int:
        """One integer from low to high - 1."""
        return int(torch.randint(low, high, (), generator=self.generator))

    def choice(self, options: Sequence[Any]) -> Any:
        return options[self.integer(0, len(options))]


@dataclass(frozen=True)
class Tolerance:
    """How far apart two numbers may be: |yours - expected| <= atol + rtol * |expected|."""

    rtol: float
    atol: float


@dataclass(frozen=True)
class Check:
    """One named claim, how to look for it, and what it is worth."""

    id: str
    claim: str
    item: str
    probe: str
    draw_cases: Callable[[Draw], Iterable[Given]]
    agree: tuple[str, ...] | None
    """The observations that must agree; None is all of them."""
    compare: Compare | None
    tolerance: Tolerance | None
    raises: tuple[str, ...]
    """Exception types that are as good as the reference's own."""
    needs: tuple[str, ...]
    points: float
    stretch: bool
    kind: CheckKind
    on_cuda: bool
    mode: Mode
    dims: tuple[str, ...] = ()
    """What the dimensions of what it looks at are called."""

    def expects(self, raised: Raised) -> bool:
        """Whether an exception of the reference is meant: `raises` names some, or the claim names its type."""
        return bool(self.raises) or raised.type_name in self.claim


@dataclass(frozen=True)
class Prediction:
    """A value the learner writes down before running a snippet of the lesson."""

    name: str
    claim: str
    distractors: tuple[tuple[Any, str], ...]
    points: float
    requires: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.name.lower()


@dataclass(frozen=True)
class LeftOut:
    """Families of inputs an item is not tried on, and why."""

    item: str
    families: tuple[str, ...]
    reason: str


@dataclass
class Grader:
    """Everything that grades one lesson, in the order a learner reads it."""

    profile: Profile = "solo"
    """"multi" when the exercise starts processes; it then runs in namespaces of its own."""
    wall_seconds: float = 10.0
    scratch: bool = False
    """Whether the hand-in may write files, into a folder of its own."""
    late_imports: bool = False
    """Whether it uses what PyTorch loads late and slowly, such as torch.optim or torchvision."""
    entries: list[Check | Prediction] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def checks(self) -> list[Check]:
        return [entry for entry in self.entries if isinstance(entry, Check)]

    @property
    def predictions(self) -> list[Prediction]:
        return [entry for entry in self.entries if isinstance(entry, Prediction)]

    @property
    def needs_late_imports(self) -> bool:
        """Fake tensors load torch._dynamo on first use, as optimizers do."""
        return self.late_imports or any(check.mode == "fake_cuda" for check in self.checks)

    def check(
        self,
        probe: str,
        *,
        item: str,
        agree: Sequence[str] | None = None,
        compare: Compare | None = None,
        tolerance: Tolerance | None = None,
        raises: Sequence[str] = (),
        needs: Sequence[Callable[..., Any] | str] = (),
        points: float = 1,
        stretch: bool = False,
        kind: CheckKind = "behaviour",
        on_cuda: bool = True,
        mode: Mode = "real",
        dims: Sequence[str] = (),
    ) -> Callable[[Callable[[Draw], Iterator[Given]]], Callable[[Draw], Iterator[Given]]]:
        """Register a check: the function's name is its id, its docstring the claim, its body the cases."""

        def register(draw_cases: Callable[[Draw], Iterator[Given]]) -> Callable[[Draw], Iterator[Given]]:
            self.entries.append(
                Check(
                    id=draw_cases.__name__,
                    claim=" ".join((draw_cases.__doc__ or "").split()),
                    item=item,
                    probe=probe,
                    draw_cases=draw_cases,
                    agree=tuple(agree) if agree is not None else None,
                    compare=compare,
                    tolerance=tolerance,
                    raises=tuple(raises),
                    needs=tuple(need if isinstance(need, str) else need.__name__ for need in needs),
                    points=points,
                    stretch=stretch,
                    kind=kind,
                    on_cuda=on_cuda and mode == "real",
                    mode=mode,
                    dims=tuple(dims),
                )
            )
            return draw_cases

        return register

    def predict(
        self,
        name: str,
        claim: str,
        *,
        distractors: Sequence[tuple[Any, str]] = (),
        points: float = 1,
        requires: Sequence[str] = (),
    ) -> None:
        """Register a prediction of what the lesson's snippet ```` ```python predict NAME ```` evaluates to.

        Each distractor is a wrong value and the sentence that says what it would mean.
        """
        self.entries.append(Prediction(name, claim, tuple(distractors), points, tuple(requires)))

    def leave_out(self, item: str, *families: str, because: str) -> None:
        """Say why an item is not tried on some families of inputs, which the audit would otherwise ask for."""
        self.left_out.append(LeftOut(item, families, because))
