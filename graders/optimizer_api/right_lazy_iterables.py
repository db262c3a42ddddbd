"""Generators instead of lists; the optimizer's parts saved one by one."""

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
    ids = [id(p) for p in model.get_submodule(head).parameters()]

    def pick(wanted):
        for p in model.parameters():
            if p.requires_grad and (id(p) in ids) == wanted:
                yield p

    return [{"params": pick(False), "lr": lr_backbone}, {"params": pick(True), "lr": lr_head}]


def save_training(f, model, optimizer, step):
    state = optimizer.state_dict()
    torch.save(
        dict(net=model.state_dict(), state=state["state"], groups=state["param_groups"], t=torch.tensor(step)), f
    )


def resume_training(f, model, optimizer):
    ck = torch.load(f)
    model.load_state_dict(ck["net"], strict=True)
    optimizer.load_state_dict({"state": ck["state"], "param_groups": ck["groups"]})
    return ck["t"].item()
