"""Tokens are found, not separated: a mark, or a run of anything that is neither a mark nor space."""

from re import compile

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])
TOKEN = compile(r"['.,()!?]|[^\s'.,()!?;:]+")


def basic_english(line):
    return TOKEN.findall(line.lower().replace('"', "").replace("<br />", "\n"))
