"""A loop over characters that collects a word until something ends it."""

PREDICT_1 = ["it", "'", "s", "v3", ".", "14", "ok", "!"]
PREDICT_2 = (["a", "b", "C"], ["a", "", "b\tC"])


def basic_english(line: str) -> list[str]:
    tokens: list[str] = []
    word = ""
    text = line.lower().replace('"', "").replace("<br />", " ") + " "
    for character in text:
        if character in "'.,()!?;:" or character.isspace():
            if word:
                tokens.append(word)
            word = ""
            if character in "'.,()!?":
                tokens.append(character)
        else:
            word += character
    return tokens
