"""Filters, which are walked through only when the optimizer is made."""

PREDICT_1 = (1, 0, ["exp_avg", "exp_avg_sq", "step"])


def make_param_groups(model, weight_decay):
    def decays(p):
        return p.requires_grad and p.dim() >= 2

    def does_not(p):
        return p.requires_grad and p.dim() < 2

    return [
        {"params": filter(decays, model.parameters()), "weight_decay": weight_decay},
        {"params": filter(does_not, model.parameters()), "weight_decay": 0.0},
    ]
