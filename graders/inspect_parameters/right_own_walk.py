"""Walks through the modules and their registered parameters, with the set of those it has met."""

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model):
    rows, met = [], set()

    def walk(module, prefix):
        for name, parameter in module._parameters.items():
            if parameter is None or id(parameter) in met:
                continue
            met.add(id(parameter))
            rows.append((prefix + name, tuple(parameter.shape), parameter.numel(), parameter.requires_grad))
        for name, child in module.named_children():
            walk(child, f"{prefix}{name}.")

    walk(model, "")
    return rows, sum(row[2] for row in rows), sum(row[2] for row in rows if row[3])
