"""Compares names; a list of three with deep copies in it."""

import copy

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
    backbone_params, head_params = [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if name == head or name.startswith(head + "."):
            head_params.append(p)
        else:
            backbone_params.append(p)
    return [dict(params=backbone_params, lr=lr_backbone), dict(params=head_params, lr=lr_head)]


def save_training(f, model, optimizer, step):
    torch.save([copy.deepcopy(model.state_dict()), copy.deepcopy(optimizer.state_dict()), step], f)


def resume_training(f, model, optimizer):
    weights, moments, step = torch.load(f)
    optimizer.load_state_dict(moments)
    model.load_state_dict(weights)
    return step
