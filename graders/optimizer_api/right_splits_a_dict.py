"""Takes the head out of a dict of names; one flat dict of everything, with prefixes."""

import torch

PREDICT_1 = (0.9, None)
PREDICT_2 = (0.81, [0.0])
PREDICT_3 = ({}, [0])
PREDICT_4 = {0: {"momentum_buffer": [1.0, 1.0]}}
PREDICT_5 = 1.9
PREDICT_6 = "ValueError"
PREDICT_7 = (2, 0.9, 0.0001, "list")
PREDICT_8 = ((2,), (3,))


def finetune_param_groups(model, head, lr_backbone, lr_head):
    rest = {n: p for n, p in model.named_parameters() if p.requires_grad}
    mine = [rest.pop(n) for n in list(rest) if (n + ".").startswith(head + ".")]
    return [{"params": list(rest.values()), "lr": lr_backbone}, {"lr": lr_head, "params": mine}]


def save_training(f, model, optimizer, step):
    flat = {"model." + k: v for k, v in model.state_dict().items()}
    flat["step"] = step
    flat["optimizer"] = optimizer.state_dict()
    torch.save(flat, f)


def resume_training(f, model, optimizer):
    flat = torch.load(f, weights_only=True)
    optimizer.load_state_dict(flat.pop("optimizer"))
    step = flat.pop("step")
    model.load_state_dict({k.removeprefix("model."): v for k, v in flat.items()})
    return step
