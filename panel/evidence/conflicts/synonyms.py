"""Lists of synonyms, written so that they can be read."""


def synonyms(text: str) -> dict[str, str]:
    """Return what each word stands for, from ``large: big, bigger; small: tiny``."""
    groups = (group.partition(":") for group in " ".join(text.split()).split(";"))
    return {word.strip(): head.strip() for head, _, words in groups for word in words.split(",")}
