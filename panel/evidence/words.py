"""Words and their stems."""


def words(line: str) -> tuple[str, ...]:
    """Return the words of a list that is easier to read as one line of text."""
    return tuple(line.split())


def singular(word: str) -> str:
    """Return an English noun's singular in lower case, well enough to compare by: ``queries`` → ``query``."""
    word = word.lower()
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
