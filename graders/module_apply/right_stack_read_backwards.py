"""A stack gives parents first and last children first; read from its end it is the other way round."""

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module, fn):
    stack, order = [module], []
    while stack:
        part = stack.pop()
        order.append(part)
        stack.extend(part.children())
    while order:
        fn(order.pop())
    return module
