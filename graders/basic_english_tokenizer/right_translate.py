"""One table for str.translate; the tag is the only thing of more than one character."""

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])
TABLE = str.maketrans({mark: f" {mark} " for mark in "'.,()!?"} | dict.fromkeys(";:", " "))


def basic_english(line: str) -> list[str]:
    return " ".join(line.lower().replace('"', "").split("<br />")).translate(TABLE).split()
