"""Each part of the answer asks the model anew."""

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model):
    def row(item):
        name, p = item
        return name, tuple(p.shape), p.nelement(), p.requires_grad

    return (
        list(map(row, model.named_parameters())),
        sum(p.numel() for p in model.parameters()),
        sum(p.numel() for p in filter(lambda p: p.requires_grad, model.parameters())),
    )
