"""Module by module, each with the parameters that are its own."""

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model):
    rows, met = [], []
    total = trainable = 0
    for path, module in model.named_modules():
        for name, parameter in module.named_parameters(path, recurse=False):
            if any(parameter is other for other in met):
                continue
            met.append(parameter)
            numel = 1
            for size in parameter.size():
                numel *= size
            rows.append((name, tuple(parameter.size()), numel, parameter.requires_grad))
            total += numel
            if parameter.requires_grad:
                trainable += numel
    return rows, total, trainable
