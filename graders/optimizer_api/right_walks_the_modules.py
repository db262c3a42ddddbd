"""Walks over modules; copies tensor by tensor."""

import io

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
    inside = set(model.get_submodule(head).modules())
    seen = set()
    groups = {False: [], True: []}
    for path, module in model.named_modules():
        for name, p in module.named_parameters(prefix=path, recurse=False):
            if p.requires_grad and p not in seen:
                seen.add(p)
                groups[module in inside].append(p)
    return [{"params": groups[False], "lr": lr_backbone}, {"params": groups[True], "lr": lr_head}]


def save_training(f, model, optimizer, step):
    buffer = io.BytesIO()
    torch.save((dict(model.named_parameters()), dict(model.named_buffers()), optimizer.state_dict(), step), buffer)
    f.write(buffer.getvalue())


def resume_training(f, model, optimizer):
    parameters, buffers, state, step = torch.load(io.BytesIO(f.read()), weights_only=True)
    with torch.no_grad():
        for name, p in model.named_parameters():
            p.copy_(parameters[name])
        for name, b in model.named_buffers():
            b.copy_(buffers[name])
    optimizer.load_state_dict(state)
    return int(step)
