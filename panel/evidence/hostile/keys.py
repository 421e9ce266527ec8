"""Front matter that speaks to reviewers: a key that no release has, with words that are a command."""

import re
from collections.abc import Iterator

from panel.evidence.hostile.commands import LOADED, command
from panel.evidence.hostile.disguises import readings
from panel.evidence.hostile.folding import fold

_TO_READERS = re.compile(
    r"(?:^|_)(?:ais?|llms?|models?|reviewers?|judges?|graders?|evaluators?|assistants?|agents?|system|panel|bots?|prompts?"
    r"|instructions?|directives?|summari[sz]ers?|override|vote|ballot|note_to\w*)(?:_|$)"
)
"""What stands in the name of a key that is meant for a machine."""


_SYSTEM = re.compile(r"(?:^|_)(?:system|developer)_(?:prompts?|messages?|instructions?|notes?)(?:_|$)")
"""What stands in the name of a key that no page has, whatever it says."""


def reads_like_command(key: object, value: object) -> bool:
    """Whether an unknown key of front matter carries an instruction to reviewers.

    Args:
        key: The key, whose name counts as the one who is spoken to.
        value: What it is set to, of any shape.
    """
    name = re.sub(r"[\W_]+", "_", fold(str(key)))
    to_readers = bool(_TO_READERS.search(name))
    for words in words_in(value):
        if _SYSTEM.search(name) and len(words.split()) > 3:
            return True
        if any(reading.certain or command(reading.words) for reading in readings(words)):
            return True
        spoken = f"dear reader, {words}"
        if to_readers and len(words.split()) > 1 and (LOADED.search(fold(words)) or command(fold(spoken))):
            return True
    return False


def words_in(value: object) -> Iterator[str]:
    """Yield the texts within a value of any shape."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from words_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from words_in(each)
