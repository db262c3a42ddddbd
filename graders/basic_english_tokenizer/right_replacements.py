"""One replacement after the other, from a list of pairs."""

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])
RULES = [(mark, f" {mark} ") for mark in "'.,()!?"]
RULES += [('"', ""), ("<br />", " "), (";", " "), (":", " ")]


def basic_english(line):
    line = line.lower()
    for old, new in RULES:
        line = line.replace(old, new)
    return line.split()
