"""A shortened nn.Sequential that lets temporary forward hooks do the collecting."""

from collections import OrderedDict
from contextlib import ExitStack

from torch.nn import Sequential

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter(Sequential):
    def __init__(self, model, return_layers):
        layers = OrderedDict(model.named_children())
        if not return_layers.keys() <= layers.keys():
            raise ValueError(f"not layers of the model: {return_layers.keys() - layers.keys()}")
        while next(reversed(layers)) not in return_layers:
            layers.popitem()
        super().__init__(layers)
        self.names = tuple(return_layers.items())

    def forward(self, x):
        found = OrderedDict()
        with ExitStack() as hooks:
            for layer_name, new_name in self.names:
                layer = self.get_submodule(layer_name)
                handle = layer.register_forward_hook(
                    lambda _module, _args, output, key=new_name: found.update({key: output})
                )
                hooks.callback(handle.remove)
            super().forward(x)
        return found
