"""Plain loops with counters and prints, the layers put into a ModuleDict one by one."""

import torch

PREDICT_1 = (["y", "z"], ["a", "b", "c"])
PREDICT_2 = [0.0, 2.0]


class IntermediateLayerGetter(torch.nn.ModuleDict):
    def __init__(self, model, return_layers):
        super(IntermediateLayerGetter, self).__init__()
        names = []
        for name, child in model.named_children():
            names.append(name)
        last = -1
        for name in return_layers.keys():
            if name not in names:
                print("unknown layer:", name)
                raise ValueError("unknown layer: " + str(name))
            if names.index(name) > last:
                last = names.index(name)
        print("keeping", last + 1, "of", len(names), "layers")
        for i in range(last + 1):
            self[names[i]] = model._modules[names[i]]
        self.new_names = {}
        for name in return_layers:
            self.new_names[name] = return_layers[name]

    def forward(self, x):
        result = {}
        for name in self.keys():
            layer = self[name]
            x = layer(x)
            print(name, tuple(x.shape))
            if name in self.new_names.keys():
                result[self.new_names[name]] = x
        return result
