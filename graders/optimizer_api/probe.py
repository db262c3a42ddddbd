"""Builds groups for small networks, and trains one that is interrupted, saved and resumed."""

import io
from collections import OrderedDict
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations


def layers(**modules: nn.Module) -> nn.Sequential:
    return nn.Sequential(OrderedDict(modules))


def tied(first: nn.Linear, second: nn.Linear) -> tuple[nn.Linear, nn.Linear]:
    second.weight = first.weight
    return first, second


def tied_across() -> nn.Module:
    body, head = tied(nn.Linear(3, 3), nn.Linear(3, 3))
    return layers(body=nn.Sequential(body, nn.ReLU()), fc=head)


NETWORKS = {
    "plain": lambda: layers(body=nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 4)), fc=nn.Linear(4, 2)),
    "siblings": lambda: layers(
        fc_aux=nn.Linear(3, 3),
        body=layers(conv=nn.Linear(3, 3), fc=nn.Linear(3, 3)),
        fc=nn.Linear(3, 2),
        fc2=nn.Linear(2, 2),
    ),
    "stack": lambda: layers(body=nn.Sequential(*[nn.Linear(2, 2) for _ in range(12)]), fc=nn.Linear(2, 2)),
    "tied_body": lambda: layers(body=nn.Sequential(*tied(nn.Linear(3, 3), nn.Linear(3, 3))), fc=nn.Linear(3, 2)),
    "tied_head": lambda: layers(body=nn.Linear(3, 3), fc=nn.Sequential(*tied(nn.Linear(3, 3), nn.Linear(3, 3)))),
    "tied_across": tied_across,
    "norms": lambda: layers(body=nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3), nn.ReLU()), fc=nn.Linear(3, 2)),
}


def network(case: Case) -> nn.Module:
    model = NETWORKS[case.network]().to(case.device[0].device, torch.float64)
    for name in case.frozen:
        model.get_submodule(name).requires_grad_(False)
    return model


def groups(hand_in: HandIn, case: Case, model: nn.Module) -> Any:
    return hand_in.finetune_param_groups(model, case.head, *case.rates)


def optimizer_of(groups: Any) -> torch.optim.Optimizer:
    """An optimizer whose own learning rate shows where a group has none."""
    return torch.optim.SGD(groups, lr=9.0)


def group_kinds(hand_in: HandIn, case: Case) -> Observations:
    """What kinds of things come back."""
    found = groups(hand_in, case, network(case))
    entries = [type(entry).__name__ for entry in found] if isinstance(found, list) else []
    options = [{"lr", "params"} <= set(entry) for entry in found if isinstance(entry, dict)] if entries else []
    return {
        "type of the result": type(found).__name__,
        "types of the entries": entries,
        "entries that have lr and params": options,
    }


def group_names(hand_in: HandIn, case: Case) -> Observations:
    """The names of the parameters in each group of the optimizer, and what is frozen afterwards."""
    model = network(case)
    optimizer = optimizer_of(groups(hand_in, case, model))
    names = {id(parameter): name for name, parameter in model.named_parameters()}
    listed = [[names.get(id(p), "unknown") for p in group["params"]] for group in optimizer.param_groups]
    frozen = [name for name, parameter in model.named_parameters() if not parameter.requires_grad]
    labels = ("backbone", "head") if len(listed) == 2 else [f"group {number}" for number in range(len(listed))]
    return {
        **{f"group of the {label}": n for label, n in zip(labels, listed, strict=True)},
        "frozen afterwards": frozen,
    }


def group_count(hand_in: HandIn, case: Case) -> Observations:
    """How often each parameter is in a group."""
    model = network(case)
    optimizer = optimizer_of(groups(hand_in, case, model))
    listed = [id(parameter) for group in optimizer.param_groups for parameter in group["params"]]
    return {"how often each parameter is listed": {name: listed.count(id(p)) for name, p in model.named_parameters()}}


def group_step(hand_in: HandIn, case: Case) -> Observations:
    """How far a gradient of 1 moves each parameter."""
    model = network(case)
    optimizer = optimizer_of(groups(hand_in, case, model))
    before = {name: parameter.detach().clone() for name, parameter in model.named_parameters()}
    for parameter in model.parameters():
        parameter.grad = torch.ones_like(parameter)
    optimizer.step()
    return {f"move of {name}": (before[name] - p.detach()).mean().item() for name, p in model.named_parameters()}


def group_model(hand_in: HandIn, case: Case) -> Observations:
    """What became of the model."""
    model = network(case)
    objects = dict(model.named_parameters())
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    groups(hand_in, case, model)
    after = dict(model.named_parameters())
    changed = [name for name, tensor in model.state_dict().items() if not torch.equal(tensor, before[name])]
    return {
        "parameters that were replaced": [name for name in objects if after.get(name) is not objects[name]],
        "tensors with other values": changed,
        "parameters that require a gradient": [name for name, p in after.items() if p.requires_grad],
        "in training mode": all(module.training for module in model.modules()),
    }


def fresh(case: Case, seed: int, tampered: bool) -> tuple[nn.Module, torch.optim.Optimizer]:
    """A model and its optimizer as a script makes them when it starts; `tampered`, with a learning rate of 123."""
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Tanh(), nn.Linear(4, 2))
    device = case.batches[0][0].device if case.batches else "cpu"
    model = model.to(device, torch.float64)
    if case.optimizer == "adam":
        optimizer: torch.optim.Optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    elif case.optimizer == "groups":
        body = {"params": list(model[:2].parameters()), "lr": 0.02}
        optimizer = torch.optim.SGD([body, {"params": list(model[3].parameters())}], lr=0.2, momentum=0.9)
    else:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    for group in optimizer.param_groups if tampered else ():
        group["lr"] = 123.0
    return model, optimizer


def train(model: nn.Module, optimizer: torch.optim.Optimizer, batches: list[tuple[Tensor, Tensor]]) -> list[float]:
    losses = []
    for x, y in batches:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def turn_to(model: nn.Module, mode: str) -> None:
    """Training mode, or evaluation mode for the whole model or for its batch norm alone."""
    model.train(mode != "evaluation")
    if mode == "norm in evaluation":
        model[1].eval()


def modules_in_training_mode(model: nn.Module) -> list[str]:
    return [f"model[{name}]" if name else "model" for name, module in model.named_modules() if module.training]


def trained(case: Case) -> tuple[nn.Module, torch.optim.Optimizer]:
    """A model and its optimizer after the first steps, in the mode of the case."""
    model, optimizer = fresh(case, 1, tampered=False)
    train(model, optimizer, case.batches[: case.before])
    turn_to(model, case.mode)
    return model, optimizer


def interrupted(hand_in: HandIn, case: Case) -> tuple[nn.Module, torch.optim.Optimizer, io.BytesIO]:
    """The first steps of training, and the file that was saved after them."""
    model, optimizer = trained(case)
    file = io.BytesIO()
    hand_in.save_training(file, model, optimizer, case.step)
    return model, optimizer, file


def resumed(hand_in: HandIn, case: Case) -> tuple[nn.Module, torch.optim.Optimizer, Any]:
    """Another model and optimizer, resumed from that file, after the first ones have trained on."""
    model, optimizer, file = interrupted(hand_in, case)
    train(model, optimizer, case.batches[case.before :])
    model, optimizer = fresh(case, 2, tampered=True)
    turn_to(model, case.mode)
    file.seek(0)
    step = hand_in.resume_training(file, model, optimizer)
    return model, optimizer, step


def file(hand_in: HandIn, case: Case) -> Observations:
    """Whether PyTorch's careful reader accepts the file."""
    _, _, saved = interrupted(hand_in, case)
    if saved.closed:
        return {"something was written": True, "reading f with weights_only=True": "cannot, since f is closed"}
    size = len(saved.getvalue())
    saved.seek(0)
    try:
        torch.load(saved, weights_only=True)
    except Exception as error:
        return {"something was written": size > 0, "reading f with weights_only=True": f"raises {type(error).__name__}"}
    return {"something was written": size > 0, "reading f with weights_only=True": "reads it"}


def goes_on(hand_in: HandIn, case: Case) -> Observations:
    """Training that is saved on its way and simply goes on."""
    model, optimizer = trained(case)
    before = {name: parameter.grad.clone() for name, parameter in model.named_parameters()}
    hand_in.save_training(io.BytesIO(), model, optimizer, case.step)
    grads = {name: parameter.grad for name, parameter in model.named_parameters()}
    return {
        "modules in training mode": modules_in_training_mode(model),
        "parameters whose .grad is gone": [name for name, grad in grads.items() if grad is None],
        "parameters whose .grad is another": [
            name for name, grad in grads.items() if grad is not None and not torch.equal(grad, before[name])
        ],
        "losses after saving": train(model, optimizer, case.batches[case.before :]),
    }


def returned(hand_in: HandIn, case: Case) -> Observations:
    """What resume_training returns."""
    _, _, step = resumed(hand_in, case)
    return {"returned step": step}


def mode(hand_in: HandIn, case: Case) -> Observations:
    """Which modules of the caller's model are in training mode after resuming."""
    model, _, _ = resumed(hand_in, case)
    return {"modules in training mode": modules_in_training_mode(model)}


def first_loss(hand_in: HandIn, case: Case) -> Observations:
    """The caller's model right after resuming."""
    model, _, _ = resumed(hand_in, case)
    return {f"{name} of the model": tensor for name, tensor in model.state_dict().items()}


def losses(hand_in: HandIn, case: Case) -> Observations:
    """The losses of the steps after resuming, and the model at the end."""
    model, optimizer, _ = resumed(hand_in, case)
    found = train(model, optimizer, case.batches[case.before :])
    return {
        "losses after resuming": found,
        "last weight at the end": model[3].weight,
        "learning rates": rates(optimizer),
    }


def rates(optimizer: torch.optim.Optimizer) -> list[float]:
    return [group["lr"] for group in optimizer.param_groups]
